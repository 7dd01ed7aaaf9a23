"""Raised and lowered characters go to the line that they belong to: note marks, powers, CO₂."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from drafter.read.formats.pdf.glyphs import Glyph

_MARK = re.compile(r"[\w,*†‡§–\-/.()+\s]{1,16}")
_SMALLER = 0.84
_RISE = (0.13, 0.75)
_DROP = (0.02, 0.5)
_BESIDE = 0.6
_IN_FRONT = 7.0
_TALLEST = 30.0
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

Row = list[Glyph]


def with_marks(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with raised and lowered pieces on the line beside which they stand."""
    pieces = [(piece, index) for index, row in enumerate(rows) for piece in _pieces(row)]
    largest = max((glyph.size for row in rows for glyph in row), default=0.0)
    levels = [row[0].y for row in rows]
    given: set[int] = set()
    taken: list[list[Glyph]] = [[] for _ in rows]
    for piece, index in pieces:
        if piece[0].size >= largest or not _MARK.fullmatch(_text(piece)):
            continue
        low = bisect_left(levels, piece[0].y - _TALLEST / 2)
        high = bisect_right(levels, piece[0].y + _TALLEST)
        hosts = (at for at in range(low, high) if at != index)
        host = next((at for at in hosts if _carries(rows[at], piece)), None)
        if host is not None:
            taken[host] += _placed(piece, rows[host])
            given.update(id(glyph) for glyph in piece)
    kept = [[glyph for glyph in row if id(glyph) not in given] for row in rows]
    return [
        row + more for row, more in zip(kept, taken, strict=True) if any(not g.blank for g in row)
    ]


def _pieces(row: Row) -> Iterator[Row]:
    """Yield the stretches of a row that are of one size and without a wide gap."""
    held: Row = []
    for glyph in sorted(row, key=lambda glyph: glyph.x0):
        if glyph.blank:
            continue
        if held and (
            abs(glyph.size - held[-1].size) > 1 or glyph.x0 - held[-1].x1 > 0.8 * glyph.size
        ):
            yield held
            held = []
        held.append(glyph)
    if held:
        yield held


def _text(piece: Row) -> str:
    return "".join(glyph.text for glyph in piece)


def _carries(row: Row, piece: Row) -> bool:
    """Tell whether the piece stands raised or lowered beside a larger character of the row."""
    first, last = piece[0], piece[-1]
    if any(g.x0 < last.x1 - 1 and g.x1 > first.x0 + 1 for g in row if not g.blank):
        return False
    before = max((g for g in row if not g.blank and g.x1 <= first.x0 + 1), default=None, key=_end)
    after = min((g for g in row if not g.blank and g.x0 >= last.x1 - 1), default=None, key=_begin)
    beside = before is not None and first.x0 - before.x1 < _BESIDE * before.size
    if beside and before is not None:
        return _fits(before, first)
    in_front = before is None and after is not None
    return (
        in_front
        and after is not None
        and after.x0 - last.x1 < _IN_FRONT * after.size
        and _fits(after, first)
        and first.y < after.y
    )


def _end(glyph: Glyph) -> float:
    return glyph.x1


def _begin(glyph: Glyph) -> float:
    return glyph.x0


def _fits(host: Glyph, mark: Glyph) -> bool:
    if mark.size > _SMALLER * host.size:
        return False
    rise = (host.y - mark.y) / host.size
    return _RISE[0] < rise < _RISE[1] or _DROP[0] < -rise < _DROP[1]


def _placed(piece: Row, host: Row) -> Iterator[Glyph]:
    """Yield the piece as raised; a lowered one as lowered figures."""
    near = min((g for g in host if not g.blank), key=lambda g: abs(g.x1 - piece[0].x0))
    for glyph in piece:
        if glyph.y < near.y:
            yield msgspec.structs.replace(glyph, raised=True)
        else:
            yield msgspec.structs.replace(glyph, text=glyph.text.translate(_LOWERED))
