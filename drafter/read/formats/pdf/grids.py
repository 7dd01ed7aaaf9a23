"""The lines of a table become rows of cells."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from drafter.inline import Parts
from drafter.read.formats.pdf.lines import Line
from drafter.read.formats.pdf.rules import Rule
from drafter.read.formats.pdf.tables import Table
from drafter.read.found import Align, Grid

Words = Callable[[Sequence[Line]], Parts]
Row = list[list[Line]]

_WHOLE = 0.9
_TIGHT = 1.32
_FLUSH = 2.5
_FIGURE = re.compile(r"[\d\s.,()%$€+–—-]+")


def grid_of(table: Table, words: Words) -> Grid:
    """Return the rows of a table; ``words`` gives what the lines of a cell say."""
    split = _head_end(table)
    heads = _heads(table, split)
    rows = [*heads, *_rows(table, table.lines[split:])]
    cells = tuple(tuple(words(cell) if cell else () for cell in row) for row in rows)
    filled = tuple(row for row in cells if any(row))
    empty = sum(not any(row) for row in cells[: len(heads)])
    columns = range(len(table.columns))
    align = tuple(_alignment([row[at] for row in rows], len(heads)) for at in columns)
    return Grid(filled, len(heads) - empty, align)


def _row(table: Table) -> Row:
    return [[] for _ in range(len(table.columns))]


# --- heads --------------------------------------------------------------------------------------------


def _head_end(table: Table) -> int:
    """Return how many lines are heads: those above the rule that divides the table in two."""
    width = max((rule.width for rule in table.rules), default=0.0)
    whole = [rule.y for rule in table.rules if rule.width > _WHOLE * width]
    first, last = table.lines[0].y, table.lines[-1].y
    inner = [y for y in whole if first < y + 1 and y < last - 1]
    if not inner:
        return 0
    count = sum(line.y <= inner[0] + 1 for line in table.lines)
    heads, rest = table.lines[:count], table.lines[count:]
    return count if _look_like_heads(heads, rest) else 0


def _look_like_heads(heads: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Tell whether lines are set apart from the rows below as heads are: smaller, italic, bold."""
    if not heads or not rest:
        return False
    smaller = max(line.size for line in heads) < statistics.median(line.size for line in rest)
    return (
        smaller
        or all(line.italic for line in heads)
        or all(line.bold for line in heads)
        or not any(each.isdigit() for line in heads for each in line.text)
    )


def _heads(table: Table, count: int) -> list[Row]:
    """Return the heads: one row, and one more for each height at which a rule parts some of them."""
    if not count:
        return []
    parting = _parting(table, table.lines[:count])
    levels = len({round(rule.y) for rule in parting})
    rows = [_row(table) for _ in range(levels + 1)]
    cells = [cell for line in table.lines[:count] for cell in table.columns.cells(line)]
    for column, cell in cells:
        below = [rule for rule in parting if _is_above(cell, rule)]
        first = min(below, key=lambda rule: rule.y, default=None)
        place = _place(table, first, column, cells) if first else column
        rows[levels - len(below)][place].append(cell)
    return rows


def _parting(table: Table, heads: Sequence[Line]) -> list[Rule]:
    """Return the rules among the heads that lie under some columns only."""
    return [rule for rule in table.rules if heads[0].y < rule.y < heads[-1].y]


def _is_above(cell: Line, rule: Rule) -> bool:
    return cell.y <= rule.y + 1 and rule.x0 - 1 <= (cell.x0 + cell.x1) / 2 <= rule.x1 + 1


def _place(table: Table, rule: Rule, column: int, cells: Iterable[tuple[int, Line]]) -> int:
    """Return the column of a head above a rule: the first one if it stands over several alone."""
    above = {at for at, cell in cells if _is_above(cell, rule)}
    return table.columns.first_over(rule) if len(above) == 1 else column


# --- rows ---------------------------------------------------------------------------------------------


def _rows(table: Table, lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    spaced = _is_spaced(lines)
    last: Line | None = None
    for line in lines:
        if last is None or _begins(table, last, line, spaced=spaced):
            rows.append(_row(table))
        for column, cell in table.columns.cells(line):
            rows[-1][column].append(cell)
        last = line
    return rows


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Tell whether rows stand further apart than the lines of one row do."""
    gaps = [(below.y - above.y) / below.size for above, below in pairwise(lines)]
    return any(gap > _TIGHT for gap in gaps)


def _begins(table: Table, last: Line, line: Line, *, spaced: bool) -> bool:
    """Tell whether a line begins a row: below a rule, after a gap, or with its first cell."""
    if any(last.y < rule.y < line.y for rule in table.rules):
        return True
    if spaced:
        return line.y - last.y > _TIGHT * line.size
    return table.columns.at(line.x0) == 0


# --- alignment ----------------------------------------------------------------------------------------


def _alignment(cells: Sequence[Sequence[Line]], heads: int) -> Align:
    """Return how the cells of a column stand, by the edge that they have in common."""
    lines = [line for cell in cells[heads:] for line in cell]
    if len(lines) < 2:  # noqa: PLR2004 - one line tells nothing without its head
        lines += [line for cell in cells[:heads] for line in cell]
    if len(lines) < 2:  # noqa: PLR2004
        return Align.LEFT
    starts, ends = [line.x0 for line in lines], [line.x1 for line in lines]
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    left, right, middle = (max(edges) - min(edges) for edges in (starts, ends, middles))
    figures = sum(bool(_FIGURE.fullmatch(line.text)) for line in lines) * 2 > len(lines)
    if right < left or (figures and right <= _FLUSH):
        return Align.CENTRE if middle < right and not figures else Align.RIGHT
    return Align.LEFT
