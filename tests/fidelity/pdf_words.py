"""Second stage, last step: the lines of a paragraph become words with italics and note keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from drafter.inline import NoteKey, Part, Parts, Text
from tests.fidelity.pdf_blocks import STARS, Block
from tests.fidelity.pdf_lines import Char, Line, spaced

_NO_SPACE_AFTER = ("/", "–", "—")


@dataclass(frozen=True, slots=True)
class NoteFound:
    """A note as printed: its number or its stars, and its text."""

    mark: str
    parts: Parts


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
        stars = STARS.match(line.text)
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
