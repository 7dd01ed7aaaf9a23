"""Second stage of reading a PDF: lines become the regions of a page, then paragraphs and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile

from tests.fidelity.pdf_lines import Line, Page

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
STARS = re.compile(r"(\*{1,4})(?=\s|\w|$)")
_FULL = 20.0
_RIGHT_ALIGNED = 200.0
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
        begins = line.chars[0].raised or STARS.match(line.text)
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
