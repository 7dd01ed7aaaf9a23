"""Where words stand: indents and tab stops added up, counted from the margin of the running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from drafter.read.formats.word.blocks import Para
from drafter.read.formats.word.styles import Shape

_TWIPS = 20.0
_NARROW, _NARROW_WIDTH, _WIDTH = ".,:;()[]ijl1I", 0.3, 0.52
_LONG = 60
_FAR = 31_680
"""22 inches, the widest page that Word knows."""


class Places(msgspec.Struct, frozen=True):
    """The margin of the running text and the distance of the usual tab stops, in twips."""

    margin: int = 0
    stop: int = 720

    def indent(self, para: Para, lead: str) -> float:
        """Return where the words behind ``lead`` begin, in points from the margin."""
        size = next((piece.size for piece in para.pieces if piece.size), 10.0)
        at: float = para.shape.left + para.shape.first
        held = False
        for sign in lead:
            if sign == "\t":
                at, held = self._tabbed(at, para.shape)
            elif not held:
                at += _width(sign, size)
        return (at - self.margin) / _TWIPS

    def wrap(self, para: Para) -> float:
        """Return where the lines after the first begin, in points from the margin."""
        return (para.shape.left - self.margin) / _TWIPS

    def _tabbed(self, at: float, shape: Shape) -> tuple[float, bool]:
        """Return the next tab stop, and whether the words before the next tab end there.

        A hanging indent is a stop as well.
        """
        stops = [stop for stop in shape.tabs if stop[0] > at and stop[1] != "bar"]
        if shape.first < 0 and shape.left > at:
            stops.append((shape.left, "left"))
        if stops:
            position, kind = min(stops)
            return position, kind in {"right", "end", "decimal"}
        return ((at // self.stop + 1) * self.stop if at < _FAR else at), False


def _width(sign: str, size: float) -> float:
    return size * _TWIPS * (_NARROW_WIDTH if sign in _NARROW else _WIDTH)


def margin_of(paragraphs: Iterable[Para]) -> int:
    """Return the left edge of the running text: the one that most words have.

    Paragraphs in a list stand where the list puts them; they tell only where nothing else does.
    """
    free: Counter[int] = Counter()
    listed: Counter[int] = Counter()
    for para in paragraphs:
        shape = para.shape
        words = len(para.text)
        if words < _LONG or shape.outline >= 0 or shape.align in {"centre", "right"}:
            continue
        edge = min(shape.left, shape.left + shape.first)
        (listed if shape.list else free)[edge] += words
    counted = free or listed
    return min(counted, key=lambda edge: (-counted[edge], edge)) if counted else 0
