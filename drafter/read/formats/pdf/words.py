"""Third stage: the lines of a paragraph become words with italics and note marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.formats.pdf.blocks import Block
from drafter.read.formats.pdf.lines import Char, Line, spaced
from drafter.read.formats.pdf.regions import STARS

_NO_SPACE_AFTER = ("/", "–", "—")


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A note as printed: its number or its stars, and its lines without them."""

    mark: str
    lines: tuple[Line, ...]


def notes_in(lines: Iterable[Line]) -> Iterator[NoteLines]:
    """Yield the notes at the foot of the pages; one that runs over a page is joined."""
    mark, held = "", list[Line]()
    for line in lines:
        begun, rest = _note_mark(line)
        if begun:
            if mark:
                yield NoteLines(mark, tuple(held))
            mark, held = begun, [rest]
        elif mark:
            held.append(line)
    if mark:
        yield NoteLines(mark, tuple(held))


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


def parts(block: Block, words: frozenset[str]) -> Parts:
    """Return the words of a block with their looks, and a mark for what is raised."""
    result: list[Part] = []
    for run in _runs(_joined(block.lines, words)):
        text = "".join(char.text for char in run)
        first = run[0]
        result.append(NoteKey(text) if first.raised else Text(text, first.italic, first.bold))
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
    return (one.italic, one.bold) == (other.italic, other.bold)


def _with_looks(chars: list[Char]) -> list[Char]:
    """A blank looks as the words on both sides do, so that looks begin and end with a word."""
    folded = _folded(chars)
    result = []
    for index, char in enumerate(folded):
        if char.blank:
            beside = folded[max(index - 1, 0)], folded[min(index + 1, len(folded) - 1)]
            italic, bold = all(c.italic for c in beside), all(c.bold for c in beside)
            result.append(replace(char, italic=italic, bold=bold, raised=False))
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
