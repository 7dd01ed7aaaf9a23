"""The columns of a table, from the pieces of its rules or from the gaps that all its rows share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from drafter.read.formats.pdf.lines import Line, Span
from drafter.read.formats.pdf.rules import Rule

_OVER = 3.0
_GAP = 4.5
_GAP_OF_MANY = 2.0
_MANY = 4
_FEW = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where columns begin and end: one edge more than there are columns."""

    edges: tuple[float, ...]
    ruled: bool = False
    """Whether rules tell the edges, not gaps."""

    def __len__(self) -> int:
        """Return how many columns there are."""
        return len(self.edges) - 1

    def at(self, x: float) -> int:
        """Return the column that a place belongs to."""
        inner = self.edges[1:-1]
        return sum(x >= edge for edge in inner)

    def first_over(self, rule: Rule) -> int:
        """Return the first column whose middle is over a rule."""
        middles = [(left + right) / 2 for left, right in pairwise(self.edges)]
        return next((at for at, middle in enumerate(middles) if middle > rule.x0), 0)

    def holds(self, line: Line) -> bool:
        """Tell whether the line has its words in the columns, none over an edge.

        A heading that begins with the first column may run on over the others.
        """
        within = line.x0 > self.edges[0] - 2 * _OVER and line.x1 < self.edges[-1] + 2 * _OVER
        return within and (self._is_heading(line) or not self.crossed_by(line))

    def _is_heading(self, line: Line) -> bool:
        half = (self.edges[0] + self.edges[-1]) / 2
        return _is_whole(line) and line.x0 < self.edges[1] and line.x1 < half + _OVER

    def crossed_by(self, line: Line) -> bool:
        """Tell whether words of the line lie over an edge."""
        return any(self._crosses(span) for span in line.spans)

    def _crosses(self, span: Span) -> bool:
        return any(span.x0 < edge - _OVER and span.x1 > edge + _OVER for edge in self.edges[1:-1])

    def count(self, line: Line) -> int:
        """Return how many columns the line has words in."""
        return len(self.cells(line))

    def cells(self, line: Line) -> list[tuple[int, Line]]:
        """Return the cells of a line with the columns that they stand in."""
        if _is_whole(line) and self.crossed_by(line):
            return [(self.at(line.x0), line)]
        found: dict[int, list[Span]] = {}
        last = 0
        for span in (piece for whole in line.spans for piece in self._pieces(whole)):
            # A raised mark goes with the word before it, wherever the edge is.
            last = last if span.raised and found else self.at((span.x0 + span.x1) / 2)
            found.setdefault(last, []).append(span)
        return [
            (column, msgspec.structs.replace(line, spans=tuple(spans)))
            for column, spans in found.items()
        ]

    def _pieces(self, span: Span) -> list[Span]:
        """Return a stretch that runs over an edge in two, if a blank stands there."""
        for edge in self.edges[1:-1]:
            if span.x0 < edge - _OVER and span.x1 > edge + _OVER:
                at = _blank_at(span, edge)
                if at:
                    left, right = _cut(span, at)
                    return [left, *self._pieces(right)]
        return [span]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table with the rules between them and its columns."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    columns: Columns


def _is_whole(line: Line) -> bool:
    """Tell whether a line has no gap that could part columns."""
    return len(list(line.cells(_GAP))) == 1


def _blank_at(span: Span, edge: float) -> int:
    """Return where in the text a blank stands close to ``edge``; 0 where none does."""
    width = (span.x1 - span.x0) / max(len(span.text.rstrip()), 1)
    guess = (edge - span.x0) / width
    near = [at for at, each in enumerate(span.text.rstrip()) if each == " "]
    best = min(near, key=lambda at: abs(at - guess), default=0)
    return best if abs(best - guess) <= _FEW else 0


def _cut(span: Span, at: int) -> tuple[Span, Span]:
    middle = span.x0 + (span.x1 - span.x0) * at / max(len(span.text.rstrip()), 1)
    left = msgspec.structs.replace(span, text=span.text[:at] + " ", x1=middle)
    return left, msgspec.structs.replace(span, text=span.text[at + 1 :], x0=middle + 1)


def columns_of(rules: Sequence[Rule], lines: Sequence[Line]) -> Columns | None:
    """Return the columns that the rules tell, else those of the lines; None where there are none.

    Where rows have more columns than rules do, the rules lie below heads over several columns.
    """
    most = max(rules, key=lambda rule: (len(rule.stops), rule.width))
    edges = corridors(lines)
    ruled = len(most.stops) > 2 and not _has_more(lines, len(most.stops), len(edges))  # noqa: PLR2004
    if ruled:
        return Columns(_fitting(most.stops, rules), ruled=True)
    return Columns(edges) if len(edges) > 2 else None  # noqa: PLR2004 - two columns have three edges


def _has_more(lines: Sequence[Line], stops: int, edges: int) -> bool:
    rows = [len(list(line.cells(_GAP))) for line in lines]
    return edges > stops and sum(cells >= stops for cells in rows) > 1


def _fitting(stops: tuple[float, ...], rules: Iterable[Rule]) -> tuple[float, ...]:
    """Return ``stops`` from the left end of the longest rule to its right end."""
    left = min(rule.x0 for rule in rules)
    right = max(rule.x1 for rule in rules)
    inner = [stop for stop in stops if left + _OVER < stop < right - _OVER]
    return (left, *inner, right)


def corridors(lines: Sequence[Line]) -> tuple[float, ...]:
    """Return the edges of the columns that the lines leave clear corridors between.

    Lines of one cell, such as a heading across the table, may lie over the corridors. The more rows
    share a corridor, the narrower it may be.
    """
    rows = [line for line in lines if len(line.spans) > 1]
    least = _GAP if len(rows) < _MANY else _GAP_OF_MANY
    spans = sorted((span.x0, span.x1) for line in rows for span in line.spans)
    if not spans:
        return ()
    edges, reach = [spans[0][0]], spans[0][1]
    for x0, x1 in spans:
        if x0 - reach >= least:
            edges.append((reach + x0) / 2)
        reach = max(reach, x1)
    return (*edges, reach)
