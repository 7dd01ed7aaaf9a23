"""Second stage: lines become paragraphs and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile

from drafter.read.formats.pdf.lines import Line

STEP = 23.75
"""The distance of two tab stops: 475 twips."""

_PITCH = 12.0
_PARAGRAPH_GAP = 3.0
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
        """The first line."""
        return self.lines[0]

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)

    @property
    def heading(self) -> bool:
        """Whether its looks are those of a heading: all bold, or all italic."""
        return self.bold or all(line.italic for line in self.lines)

    @property
    def text(self) -> str:
        """The words without marks."""
        return " ".join(line.text for line in self.lines)

    @property
    def wrap(self) -> float:
        """Return where its lines begin after the first."""
        return min((line.x0 for line in self.lines[1:]), default=self.first.x0)


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
