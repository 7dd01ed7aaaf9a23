"""Finds the tables of a page: lines between rules, or rows whose cells stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.read.formats.pdf.blocks import label_of
from drafter.read.formats.pdf.columns import Columns, columns_of, corridors
from drafter.read.formats.pdf.lines import Line
from drafter.read.formats.pdf.measures import Measures
from drafter.read.formats.pdf.rules import Rule

_LEAST_WIDTH = 90.0
_OVERLAP = 0.5
_LEVEL = 1.5
_MOSTLY = 0.7
_GAP = 12.0
_FEWEST_ROWS = 3
_NEAR = 2.6
_CLOSE = 1.5
_LEADERS = re.compile(r"(?:\. ?){4,}|…{2,}")
_NUMBERED_TITLE = re.compile(r"[\w-]+/\d+(?: [A-Z])?\.")


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table with the rules between them and its columns."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    columns: Columns


def with_tables(
    lines: Sequence[Line], rules: Sequence[Rule], measures: Measures
) -> Iterator[Line | Table]:
    """Yield the lines of a page's text, those of a table together."""
    done = 0
    for start, end, table in _merged(lines, rules, measures):
        yield from lines[done:start]
        yield table
        done = end
    yield from lines[done:]


def _merged(
    lines: Sequence[Line], rules: Sequence[Rule], measures: Measures
) -> Iterator[tuple[int, int, Table]]:
    """Yield the tables with where they begin and end; ruled ones go before unruled ones."""
    done = 0
    for start, end, table in _ruled(lines, rules, measures):
        yield from _unruled(lines, done, start)
        if start >= done:
            yield start, end, table
            done = end
    yield from _unruled(lines, done, len(lines))


# --- tables with rules ------------------------------------------------------------------------------


def _ruled(
    lines: Sequence[Line], rules: Sequence[Rule], measures: Measures
) -> Iterator[tuple[int, int, Table]]:
    for group in _groups(lines, rules, measures):
        columns = columns_of(group, _between(lines, group[0].y, group[-1].y))
        if columns is None:
            continue
        start = _index_below(lines, group[0].y)
        end = _index_below(lines, group[-1].y)
        start -= _rows_above(lines[:start], columns)
        end += _rows_below(lines[end:], columns)
        inside = tuple(lines[start:end])
        if any(columns.count(line) > 1 for line in inside):
            yield start, end, Table(inside, tuple(group), columns)


def _groups(
    lines: Sequence[Line], rules: Sequence[Rule], measures: Measures
) -> Iterator[list[Rule]]:
    """Yield the rules of each table: those with nothing but rows between them."""
    held: list[Rule] = []
    for rule in rules:
        if rule.width < _LEAST_WIDTH and not held:
            continue
        if held and not _belongs(lines, held, rule, measures):
            if len(held) > 1:
                yield held
            held = []
        held.append(rule)
    if len(held) > 1:
        yield held


def _belongs(lines: Sequence[Line], held: list[Rule], rule: Rule, measures: Measures) -> bool:
    if rule.y - held[-1].y < _LEVEL:
        return True
    left, right = min(each.x0 for each in held), max(each.x1 for each in held)
    if min(right, rule.x1) - max(left, rule.x0) < _OVERLAP * min(right - left, rule.width):
        return False
    between = _between(lines, held[-1].y, rule.y)
    if not between:
        return rule.y - held[-1].y < measures.size * _NEAR * 2
    columns = columns_of([*held, rule], between)
    if columns is None:
        return False
    rows = sum(columns.holds(line) for line in between)
    several = any(columns.count(line) > 1 for line in between)
    return rows >= _MOSTLY * len(between) and (several or len(between) < _FEWEST_ROWS)


def _between(lines: Sequence[Line], top: float, bottom: float) -> Sequence[Line]:
    return lines[_index_below(lines, top) : _index_below(lines, bottom)]


def _index_below(lines: Sequence[Line], y: float) -> int:
    return sum(line.y <= y + 1 for line in lines)


def _rows_above(lines: Sequence[Line], columns: Columns) -> int:
    """Return how many lines right above the first rule are heads of its columns."""
    count = 0
    for line in reversed(lines):
        if columns.count(line) < 2 or not columns.holds(line) or label_of(line):  # noqa: PLR2004
            break
        count += 1
    return count


def _rows_below(lines: Sequence[Line], columns: Columns) -> int:
    """Return how many lines below the last rule are rows still: the page ended first."""
    count = 0
    for index, line in enumerate(lines):
        if not columns.holds(line) or line.spans[0].raised:
            break
        if index and line.y - lines[index - 1].y > 2 * _NEAR * line.size:
            break
        if columns.count(line) > 1:
            count = index + 1
    return count


# --- tables without rules ---------------------------------------------------------------------------


def _unruled(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int, Table]]:
    """Yield runs of rows whose cells keep clear of the same corridors."""
    start = first
    while start < last:
        end = start
        while end < last and _is_row(lines[end]) and (end == start or _near(lines, end)):
            end += 1
        if end - start >= _FEWEST_ROWS:
            inside = tuple(lines[start:end])
            edges = corridors(inside, _GAP / 2)
            if len(edges) > 2 and _is_tabular(inside, Columns(edges)):  # noqa: PLR2004
                yield start, end, Table(inside, (), Columns(edges))
        start = max(end, start + 1)


def _is_tabular(lines: Sequence[Line], columns: Columns) -> bool:
    """Tell whether rows without rules are a table: close together, of many columns or of figures.

    Short paragraphs with a name in front of each stand apart and have words behind the name.
    """
    if len(columns) > 2:  # noqa: PLR2004 - names and words are two
        return True
    gaps = [below.y - above.y for above, below in pairwise(lines)]
    if max(gaps) < _CLOSE * lines[0].size:
        return True
    last = [cell for line in lines for at, cell in columns.cells(line) if at == 1]
    return all(any(each.isdigit() for each in cell.text) for cell in last)


def _is_row(line: Line) -> bool:
    if _LEADERS.search(line.text):
        return True
    cells = list(line.cells(_GAP))
    if len(cells) < 2 or label_of(line):  # noqa: PLR2004 - a row has two cells
        return False
    return not _NUMBERED_TITLE.fullmatch(cells[0].text)


def _near(lines: Sequence[Line], index: int) -> bool:
    return lines[index].y - lines[index - 1].y < _NEAR * lines[index].size


__all__ = ["Table", "with_tables"]
