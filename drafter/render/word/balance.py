"""A title set in as few lines as it needs, of about the same length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.render.word.measure import Face, width

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRECISION = 1.0


def balanced(title: str, face: Face, measure: float) -> tuple[str, ...]:
    """Return ``title`` in the fewest lines of ``measure`` points, none much longer than another."""
    words = title.split()
    lines = _greedy(words, face, measure)
    narrow, wide = 0.0, measure
    while len(lines) > 1 and wide - narrow > _PRECISION:
        middle = (narrow + wide) / 2
        tried = _greedy(words, face, middle)
        fits = len(tried) == len(lines) and _widest(tried, face) <= middle
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return _greedy(words, face, wide)


def _widest(lines: Sequence[str], face: Face) -> float:
    return max(width(line, face) for line in lines)


def _greedy(words: Sequence[str], face: Face, measure: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
