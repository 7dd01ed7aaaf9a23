"""Second stage of reading a PDF: lines become the regions of a page, then paragraphs and notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from drafter.inline import NoteKey, Part, Parts, Text
from tests.fidelity.pdf_lines import Char, Line, Page, spaced

HEAD = 70.0
"""Running headers stand above this line; page 1 has its masthead instead."""
FOOT = 742.0
"""Page numbers, job numbers and bar codes stand below this line."""
STEP = 23.75
"""The distance of two tab stops: 475 twips."""

_PITCH = 12.0
_PARAGRAPH_GAP = 3.0
_NOTE_SIZE = 9.0
_NOTE_RULE = re.compile(r"_{6,}")
_STARS = re.compile(r"(\*{1,4})(?=\s|\w|$)")
_FULL = 20.0
_RIGHT_ALIGNED = 200.0
_NO_SPACE_AFTER = ("/", "–", "—")
_LABEL = re.compile(
    r"(?:\d{1,3}(?: (?:bis|ter|quater|quinquies))?\.|\([a-z]{1,5}\)|[a-z]{1,4}\.)(?=\s)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a paragraph, a heading, the closing lines."""

    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def wrap(self) -> float:
        """Return where its lines begin after the first."""
        return min((line.x0 for line in self.lines[1:]), default=self.first.x0)


@dataclass(frozen=True, slots=True)
class Regions:
    """A document by its regions; notes are the lines at the foot of all pages."""

    masthead: tuple[Line, ...]
    body: tuple[Line, ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class NoteFound:
    """A note as printed: its number or its stars, and its text."""

    mark: str
    parts: Parts


def regions(pages: Iterable[Page]) -> Regions:
    """Part masthead, text and notes; headers and footers are left out."""
    masthead: list[Line] = []
    body: list[Line] = []
    notes: list[Line] = []
    for page in pages:
        top = page.head_end if page.number == 1 and page.head_end else HEAD
        if page.number == 1:
            masthead += [line for line in page.lines if line.baseline < top]
        lines = [line for line in page.lines if top < line.baseline < FOOT]
        start = _notes_start(lines)
        body += lines[:start]
        notes += [line for line in lines[start:] if not _NOTE_RULE.match(line.text)]
    return Regions(tuple(masthead), tuple(body), tuple(notes))


def _notes_start(lines: list[Line]) -> int:
    """Return where the notes begin: at their rule of underscores, or where it is only drawn."""
    for index, line in enumerate(lines):
        if _NOTE_RULE.match(line.text):
            return index
        begins = line.chars[0].raised or _STARS.match(line.text)
        if begins and all(below.size < _NOTE_SIZE for below in lines[index:]):
            return index
    return len(lines)


def blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """Yield the paragraphs and headings of the text."""
    held: list[Line] = []
    right = 0.0
    for line in lines:
        right = max(right, line.x1)
        if held and _opens(Block(tuple(held)), line, right):
            yield Block(tuple(held))
            held = []
        held.append(line)
    if held:
        yield Block(tuple(held))


def _opens(above: Block, line: Line, right: float) -> bool:
    last = above.lines[-1]
    if line.bold != last.bold or aligned_right(line) != aligned_right(last):
        return True
    if line.page == last.page:
        pitch = max(_PITCH, line.size * 1.2)
        return line.baseline - last.baseline > pitch + _PARAGRAPH_GAP
    if right - last.x1 > _FULL:
        return True
    wrap = above.wrap if len(above.lines) > 1 else min(line.x0, above.wrap)
    return abs(line.x0 - wrap) > STEP / 2 or bool(_LABEL.match(line.text)) or line.chars[0].italic


def aligned_right(line: Line) -> bool:
    """Tell whether a line is one of the closing lines, which end at the right."""
    return line.italic and line.x0 > _RIGHT_ALIGNED


def label_of(block: Block) -> str:
    """Return the label that a tab parts from the words: ``3.``, ``(a)`` or nothing."""
    match = _LABEL.match(block.first.text)
    return match.group() if match and not block.first.chars[0].italic else ""


def without_label(block: Block) -> Block:
    """Return ``block`` without its label."""
    rest = block.first.chars[len(label_of(block)) :]
    first = replace(block.first, chars=tuple(dropwhile(lambda char: char.blank, rest)))
    return Block((first, *block.lines[1:]))


def notes(lines: Iterable[Line], words: frozenset[str]) -> tuple[NoteFound, ...]:
    """Return the notes at the foot of the pages; one that runs over a page is joined."""
    found: list[tuple[str, list[Line]]] = []
    for line in lines:
        mark, rest = _note_mark(line)
        if mark:
            found.append((mark, [rest]))
        elif found:
            found[-1][1].append(line)
    return tuple(NoteFound(mark, parts(Block(tuple(held)), words)) for mark, held in found)


def _note_mark(line: Line) -> tuple[str, Line]:
    figures = [char.text for char in takewhile(lambda c: c.raised or c.blank, line.chars)]
    text = "".join(figures).strip()
    count = len(figures)
    if not text:
        stars = _STARS.match(line.text)
        text = stars.group() if stars else ""
        count = len(text)
    rest = tuple(dropwhile(lambda char: char.blank, line.chars[count:]))
    return text, replace(line, chars=rest or line.chars)


def parts(block: Block, words: frozenset[str], key: Callable[[str], str] = "n{}".format) -> Parts:
    """Return the words of a block with italics, and a key for each raised number."""
    result: list[Part] = []
    for run in _runs(_joined(block.lines, words)):
        text = "".join(char.text for char in run)
        if run[0].raised:
            result.append(NoteKey(key(text)))
        else:
            result.append(Text(text, italic=run[0].italic))
    return tuple(result)


def _runs(chars: list[Char]) -> Iterator[list[Char]]:
    held: list[Char] = []
    for char in _with_looks(chars):
        if held and not _alike(held[-1], char):
            yield held
            held = []
        held.append(char)
    if held:
        yield held


def _alike(one: Char, other: Char) -> bool:
    if one.raised or other.raised:
        return one.raised and other.raised and abs(other.x0 - one.x1) < 1
    return one.italic == other.italic


def _with_looks(chars: list[Char]) -> list[Char]:
    """A blank is italic only between italic words, so that italics begin and end with a word."""
    folded = _folded(chars)
    result = []
    for index, char in enumerate(folded):
        if char.blank:
            beside = (
                folded[max(index - 1, 0)].italic and folded[min(index + 1, len(folded) - 1)].italic
            )
            result.append(replace(char, italic=beside, raised=False))
        else:
            result.append(char)
    return result


def _folded(chars: list[Char]) -> list[Char]:
    result: list[Char] = []
    for char in chars:
        if char.blank and (not result or result[-1].blank):
            continue
        result.append(replace(char, text=" ") if char.blank else char)
    while result and result[-1].blank:
        result.pop()
    return result


def _joined(lines: Iterable[Line], words: frozenset[str]) -> list[Char]:
    """Return the characters of ``lines`` as one text, hyphens at line ends undone with care."""
    result: list[Char] = []
    for line in lines:
        held = list(spaced(line.chars))
        if result:
            result = _bridge(result, held, words)
        result += held
        if line.ends_with_blank:
            result.append(replace(held[-1], text=" ", raised=False))
    return result


def _bridge(above: list[Char], below: list[Char], words: frozenset[str]) -> list[Char]:
    last = above[-1]
    if last.blank:
        compound = f"{_tail(above[:-1])}{_tail(below[::-1])[::-1]}"
        return (
            above[:-1] if len(above) > 1 and above[-2].text == "-" and compound in words else above
        )
    if last.text == "\u00ad":
        return above[:-1]
    if last.text == "-":
        return above if keeps_hyphen(_tail(above), _tail(below[::-1])[::-1], words) else above[:-1]
    if last.text in _NO_SPACE_AFTER:
        return above
    return [*above, replace(last, text=" ", raised=False)]


def keeps_hyphen(left: str, right: str, words: frozenset[str]) -> bool:
    """Tell whether a hyphen at the end of a line belongs to the word.

    United Nations documents are not hyphenated automatically: it does, unless the document
    writes the word in one piece elsewhere and never with the hyphen.
    """
    whole = left.rstrip("-") + right
    compound = f"{left.rstrip('-')}-{right}"
    return compound in words or whole not in words


def _tail(chars: list[Char]) -> str:
    solid = takewhile(lambda char: not char.blank, reversed(chars))
    return re.sub(r"[^\w-]", "", "".join(char.text for char in solid if not char.raised)[::-1])


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that stand inside the lines, where no line end can have cut them."""
    return frozenset(
        re.sub(r"[^\w-]", "", word) for line in lines for word in line.text.split()[:-1]
    )
