"""Finds the tables of a page: lines between rules, or rows whose cells stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.read.formats.pdf.blocks import label_of
from drafter.read.formats.pdf.columns import Columns, Table, corridors
from drafter.read.formats.pdf.contents import Contents, contents_in
from drafter.read.formats.pdf.lines import Line
from drafter.read.formats.pdf.ruled import ruled_tables
from drafter.read.formats.pdf.rules import Rule

_GAP = 12.0
_FEWEST_ROWS = 3
_NEAR = 2.6
_CLOSE = 1.5
_NUMBERED_TITLE = re.compile(r"[\w-]+/\d+(?: [A-Z])?\.")


def with_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Line | Table | Contents]:
    """Yield the lines of a page's text, those of a table or of a list of contents together."""
    done = 0
    for start, end, contents in contents_in(lines):
        yield from _with_tables(lines[done:start], rules)
        yield contents
        done = end
    yield from _with_tables(lines[done:], rules)


def _with_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Line | Table]:
    if not lines:
        return
    done = 0
    for start, end, table in _merged(lines, rules):
        yield from lines[done:start]
        yield table
        done = end
    yield from lines[done:]


def _merged(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[tuple[int, int, Table]]:
    """Yield the tables with where they begin and end; ruled ones go before unruled ones."""
    done = 0
    for start, end, table in ruled_tables(lines, rules):
        yield from _unruled(lines, done, start)
        if start >= done:
            yield start, end, table
            done = end
    yield from _unruled(lines, done, len(lines))


def _unruled(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int, Table]]:
    """Yield runs of rows whose cells keep clear of the same corridors."""
    start = first
    while start < last:
        end = start
        while end < last and _is_row(lines[end]) and (end == start or _near(lines, end)):
            end += 1
        if end - start >= _FEWEST_ROWS:
            inside = tuple(lines[start:end])
            edges = corridors(inside)
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
    cells = list(line.cells(_GAP))
    if len(cells) < 2 or label_of(line):  # noqa: PLR2004 - a row has two cells
        return False
    return not _NUMBERED_TITLE.fullmatch(cells[0].text)


def _near(lines: Sequence[Line], index: int) -> bool:
    return lines[index].y - lines[index - 1].y < _NEAR * lines[index].size


__all__ = ["Table", "with_tables"]
