"""A table set in columns of plain characters."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

from drafter.document import Align

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "


def set_in_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], align: Sequence[Align], width: int
) -> str:
    """Return lines of at most ``width`` characters, as far as the longest words allow.

    An empty header is left out, and with it the line that underscores it.
    """
    heads = [header] if any(header) else []
    widths = _widths([*heads, *rows], width)
    lines = [line for row in heads for line in _lines(row, widths, align)]
    lines += [_GAP.join("-" * column for column in widths) for _ in heads]
    lines += [line for row in rows for line in _lines(row, widths, align)]
    return "\n".join(lines)


def _widths(cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Cut the widest columns to one common width until all of them fit side by side."""
    columns = list(zip(*cells, strict=True))
    natural = [max(map(len, column)) for column in columns]
    least = [max(len(word) for cell in column for word in cell.split(" ")) for column in columns]
    room = width - len(_GAP) * (len(columns) - 1)
    limit = max(natural, default=0)
    while limit and sum(min(wide, limit) for wide in natural) > room:
        limit -= 1
    return [max(min(wide, limit), word, 1) for wide, word in zip(natural, least, strict=True)]


def _lines(row: Sequence[str], widths: Sequence[int], align: Sequence[Align]) -> Iterator[str]:
    """Yield the lines of one row, each cell folded to the width of its column."""
    folded = [_fold(cell, width) for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*folded, fillvalue=""):
        cells = zip(parts, widths, align, strict=True)
        yield _GAP.join(_justify(*cell) for cell in cells).rstrip()


def _fold(cell: str, width: int) -> list[str]:
    lines = textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False)
    return lines or [""]


def _justify(cell: str, width: int, align: Align) -> str:
    match align:
        case Align.LEFT:
            return cell.ljust(width)
        case Align.RIGHT:
            return cell.rjust(width)
        case Align.CENTRE:
            return cell.center(width)
        case _:
            assert_never(align)
