"""How the lines of a text are set."""

from __future__ import annotations

import msgspec

from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.shape import final_mark

SHORT = 0.75
"""A line shorter than this part of the width has ended on purpose."""
_LONG_LINE = 130
_MANY = 0.3
_MOST = 0.9
_FEW = 20


class Measure(msgspec.Struct, frozen=True):
    """The width that most lines keep to, and whether paragraphs are wrapped to that width."""

    width: int = 0
    wrapped: bool = False

    def had_room(self, line: Line, text: str) -> bool:
        """Tell whether the first word of ``text`` would have had room at the end of ``line``."""
        return len(line.text) + len(text.split(" ", 1)[0]) + 1 < SHORT * self.width

    def is_narrow(self, words: str) -> bool:
        """Tell whether a line does not fill the width."""
        return len(words) < SHORT * self.width


def close_up(lines: list[Line]) -> bool:
    """Take away the blank line behind every line of a text typed with double spacing.

    Returns whether it was: then most lines end in the middle of a sentence.
    """
    apart = sum(line.gap > 0 for line in lines)
    broken = sum(not final_mark(line.words) for line in lines)
    wide = sorted(len(line.text) for line in lines)
    if len(lines) < _FEW or apart < _MOST * len(lines) or broken * 2 < len(lines):
        return False
    if wide[len(wide) // 2] < _FEW * 2 or wide[int(len(wide) * _MOST)] > _LONG_LINE:
        return False
    for line in lines:
        line.gap = max(line.gap - 1, 0)
    return True


def measure(lines: list[Line]) -> Measure:
    """Return how ``lines`` are set."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return Measure()
    width = max(lengths[int(len(lengths) * _MOST)], 1)
    close = sum(line.gap == 0 for line in lines)
    return Measure(width, width <= _LONG_LINE and close > _MANY * len(lines))
