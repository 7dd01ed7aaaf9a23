"""Lines become paragraphs and headings, over the ends of pages too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from drafter.read.formats.pdf.lines import Line
from drafter.read.formats.pdf.measures import Measures

_LOOSER = 1.22
_STEP = 10.0
_SLACK = 6.0
_SAME = 4.0
_SHORT = 0.45
_MARGIN_RIGHT = 0.5
_LETTER = 160.0
_LABEL = re.compile(
    r"(?:\d{1,3}(?:\s?(?:bis|ter|quater|quinquies|sexies))?\.|\((?:[a-z]{1,5}|\d{1,3}|[A-Z])\)"
    r"|[a-z]{1,5}\.|[IVXLC]{1,7}\.|[A-Z]\.|[a-z]\))(?=\s)"
)
_PLAIN_LABEL = re.compile(r"\d|\(")
_NUMERAL = re.compile(
    r"(?:Annex|Appendix|Part|Section|Chapter|Article|Draft \w+|Income section|Table)"
    r"(?: [IVXLCA-Z\d]+)?\.?|[IVXLC]+\.?|[A-Z]\.?",
    re.IGNORECASE,
)
_GAP_OF_A_TAB = 0.55
_FEW = 3


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a paragraph, a heading, a closing line."""

    lines: tuple[Line, ...]
    label: str = ""
    roman_label: bool = False
    """Whether the label is not bold, so that bold words behind it are no heading."""

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def wrap(self) -> float | None:
        """Where its lines begin after the first; None if it has one line."""
        return min((line.x0 for line in self.lines[1:]), default=None)


class Flow:
    """Puts lines together as they come; ``measures`` are those of the document."""

    def __init__(self, measures: Measures, width: float) -> None:
        self.measures = measures
        self.width = width
        self.margin_right = 0.0

    def blocks(self, lines: Iterable[Line]) -> Iterator[Block]:
        """Yield the paragraphs and headings of the text."""
        held: list[Line] = []
        lines = list(lines)
        self.margin_right = max((line.x1 for line in lines if self._in_margin(line)), default=0.0)
        for line in lines:
            if held and self._opens(held, line):
                yield _labelled(held)
                held = []
            held.append(line)
        if held:
            yield _labelled(held)

    def _opens(self, above: Sequence[Line], line: Line) -> bool:
        last = above[-1]
        if abs(line.size - last.size) > 1 and not _is_one_letter(last):
            return True
        if line.page != last.page:
            return self._opens_on_new_page(above, line)
        if line.y - last.y > self._pitch(last, line) * _LOOSER:
            return True
        if self.is_right(last) or self.is_right(line):
            return True
        return self._opens_close(above, line)

    def _pitch(self, last: Line, line: Line) -> float:
        return self.measures.pitch(max(last.size, line.size))

    def _opens_close(self, above: Sequence[Line], line: Line) -> bool:
        """Tell whether a line right below the last one opens a paragraph all the same."""
        last = above[-1]
        if self._opens_with_label(above, line):
            return self._has_room(last, line) or _ends(last)
        if last.bold and line.bold:
            return self._is_line_of_its_own(above, line)
        if len(above) > 1 and line.x0 - min(each.x0 for each in above[1:]) > _STEP:
            return self._has_room(last, line) or _ends(last)
        return self._has_room(last, line)

    def _opens_with_label(self, above: Sequence[Line], line: Line) -> bool:
        """Tell whether the label in front of a line can only be that of a new paragraph.

        Where lines wrap a label may stand by chance; a tab behind it tells that it is one.
        """
        if not label_of(line):
            return False
        wraps = [each.x0 for each in above[1:]] or [self.measures.left, _body_start(above)]
        return _tab(line) or all(abs(line.x0 - wrap) > _SAME for wrap in wraps)

    def _is_line_of_its_own(self, above: Sequence[Line], line: Line) -> bool:
        """Tell whether the heading above is complete: a numeral, or far shorter than it could be."""
        last = above[-1]
        if self._in_margin(last) and line.text.startswith("("):
            return True
        if not self._has_room(last, line):
            return False
        if self._in_margin(last):
            return line.text[:1].isupper()
        return bool(_NUMERAL.fullmatch(last.text)) and len(above) == 1

    def _has_room(self, last: Line, line: Line) -> bool:
        """Tell whether the line above had room for the first two words of the next one."""
        right = self.measures.right
        if self._in_margin(last):
            right = max(_MARGIN_RIGHT * self.width, self.margin_right)
        words = line.text.split(" ")
        first = " ".join(words[: 1 if self._in_margin(last) else 2])
        needed = (line.x1 - line.x0) * (len(first) + 1) / max(len(line.text), 1)
        return last.x1 + needed + _SLACK < right

    def _in_margin(self, line: Line) -> bool:
        """Tell whether a line stands left of the text: session, committee and agenda do."""
        return line.x0 < self.measures.left - 2 * _STEP and line.x1 < 0.6 * self.width

    def _opens_on_new_page(self, above: Sequence[Line], line: Line) -> bool:
        last = above[-1]
        if self._has_room(last, line) or self.is_right(last) or self._in_margin(last):
            return True
        if self._opens_with_label(above, line) and _ends(last):
            return True
        stands_out = (line.bold and not last.bold) or (line.italic and not last.italic)
        if stands_out and self._is_short_of_a_sentence(line):
            return True
        if len(above) > 1:
            return abs(line.x0 - min(each.x0 for each in above[1:])) > _SAME
        starts = (self.measures.left, above[0].x0, _body_start(above))
        return all(abs(line.x0 - start) > _SAME for start in starts)

    def _is_short_of_a_sentence(self, line: Line) -> bool:
        """Tell whether a line neither fills the width nor ends as a sentence does: a heading."""
        return line.x1 < self.measures.right - 2 * _STEP and line.text[-1:].isalnum()

    def is_right(self, line: Line) -> bool:
        """Tell whether a line ends at the right margin and begins far from the left one."""
        ends = abs(line.x1 - self.measures.right) < _SAME
        return ends and line.x0 > self.measures.left + 0.35 * self.measures.width


def _ends(line: Line) -> bool:
    return line.text.endswith((".", ";", ":", ",", "; and", "; or", ", and", ", or", "”"))


def _is_one_letter(line: Line) -> bool:
    return len(line.text) == 1


def _body_start(above: Sequence[Line]) -> float:
    """Return where the words behind the label begin."""
    first = above[0]
    return first.spans[1].x0 if label_of(first) and len(first.spans) > 1 else first.x0


def label_of(line: Line) -> str:
    """Return the label in front of a line: ``3.``, ``(a)``, ``IV.`` or nothing.

    A letter or a Roman numeral with a full stop is a label only where a tab follows.
    """
    first = line.spans[0]
    if first.raised:
        return ""
    match = _LABEL.match(f"{first.text} " if len(line.spans) > 1 else first.text)
    if match is None or match.end() >= len(line.text):
        return ""
    label = match.group()
    return label if _PLAIN_LABEL.match(label) or _tab(line) else ""


def label_of_text(text: str) -> str:
    """Return the label that a text begins with."""
    match = _LABEL.match(f"{text} ")
    return match.group() if match else ""


def _tab(line: Line) -> bool:
    """Tell whether a wide gap follows the label."""
    first, *rest = line.spans
    if not rest or first.text.strip() != label_of_text(first.text):
        return False
    gap = rest[0].x0 - first.x1
    others = [after.x0 - before.x1 for before, after in pairwise(rest)]
    # In a line stretched to the margin every blank is wide.
    return gap > _GAP_OF_A_TAB * line.size and (len(others) < _FEW or gap > 1.5 * max(others))


def _labelled(lines: Sequence[Line]) -> Block:
    """Return a block whose label no longer stands in its lines."""
    first = lines[0]
    label = label_of(first)
    if not label:
        return Block(tuple(lines))
    head, rest = first.spans[0], first.spans[1:]
    bare = head.text[len(label) :].lstrip()
    if bare:
        share = (len(head.text) - len(bare)) / len(head.text)
        start = head.x0 + share * (head.x1 - head.x0)
        rest = (msgspec.structs.replace(head, text=bare, x0=start), *rest)
    bare_first = msgspec.structs.replace(first, spans=rest)
    return Block((bare_first, *lines[1:]), label, roman_label=not head.bold)
