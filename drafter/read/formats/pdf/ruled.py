"""Finds the tables that rules draw: what stands between them, and which rules are of one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from drafter.read.formats.pdf.blocks import label_of
from drafter.read.formats.pdf.columns import Columns, Table, columns_of
from drafter.read.formats.pdf.lines import Line
from drafter.read.formats.pdf.rules import Rule

_LEAST_WIDTH = 90.0
_OVERLAP = 0.5
_LEVEL = 1.5
_WHOLE = 0.6
_PROSE = 0.6
_NEAR = 2.6
_EMPTY = 52.0


def ruled_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[tuple[int, int, Table]]:
    """Yield the tables between rules, with where they begin and end."""
    for group in _groups(lines, rules):
        start = _index_below(lines, group[0].y)
        end = _index_below(lines, group[-1].y)
        columns = _columns(lines[start:end], group)
        opened = _columns(lines[start : end + _open_rows(lines[end:], group)], group)
        if opened is not None and (columns is None or len(opened) == len(columns)):
            columns = opened
        if columns is None:
            continue
        start -= _rows_above(lines[:start], columns)
        end += _rows_below(lines[end:], columns)
        inside = tuple(lines[start:end])
        if any(columns.count(line) > 1 for line in inside):
            yield start, end, Table(inside, tuple(group), columns)


def _columns(lines: Sequence[Line], rules: Sequence[Rule]) -> Columns | None:
    """Return the columns of a table: as many as its rows have, as wide as its heads let them be.

    A head over several columns has a rule of its own below it.
    """
    width = max(rule.width for rule in rules)
    whole = [
        rule.y
        for rule in rules
        if rule.width > _WHOLE * width and lines and lines[0].y < rule.y < lines[-1].y
    ]
    if not whole:
        return columns_of(rules, lines)
    count = _index_below(lines, whole[0])
    rows = columns_of(rules, lines[count:])
    partial = [rule for rule in rules if rule.width <= _WHOLE * width]
    single = [piece for line in lines[:count] for piece in _beside(line, partial)]
    for heads in (lines[:count], single):
        found = columns_of(rules, [*heads, *lines[count:]])
        if rows is None or (found is not None and len(found) == len(rows)):
            return found
    return rows


def _beside(line: Line, rules: Sequence[Rule]) -> Iterator[Line]:
    """Yield the line without what stands above one of ``rules``."""
    kept = tuple(
        span
        for span in line.spans
        if not any(line.y < rule.y and rule.x0 - 1 < span.x0 < rule.x1 for rule in rules)
    )
    if kept:
        yield msgspec.structs.replace(line, spans=kept)


def _groups(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules of each table: those with nothing but rows between them."""
    held: list[Rule] = []
    for rule in rules:
        if rule.width < _LEAST_WIDTH and not held:
            continue
        if held and not _belongs(lines, held, rule):
            yield from _whole(held)
            held = []
        held.append(rule)
    yield from _whole(held)


def _whole(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules of a table, if they are one; its last rule goes over its whole width."""
    width = max((rule.width for rule in rules), default=0.0)
    while rules and rules[-1].width < _WHOLE * width:
        rules = rules[:-1]
    if len(rules) > 1:
        yield rules


def _belongs(lines: Sequence[Line], held: list[Rule], rule: Rule) -> bool:
    """Tell whether a rule is of the same table as those above it."""
    if rule.y - held[-1].y < _LEVEL:
        return True
    left, right = min(each.x0 for each in held), max(each.x1 for each in held)
    if min(right, rule.x1) - max(left, rule.x0) < _OVERLAP * min(right - left, rule.width):
        return False
    between = _between(lines, held[-1].y, rule.y)
    if not between:
        return rule.y - held[-1].y < _EMPTY
    columns = columns_of([*held, rule], between)
    rows = 0 if columns is None else sum(columns.count(line) > 1 for line in between)
    prose = sum(_is_prose(line, columns, right - left) for line in between)
    # One long line among rows is a heading over the columns.
    if prose > (rows > 1):
        return False
    if columns is not None and rows:
        return columns.ruled or not any(label_of(line) for line in between)
    partial = rule.width < _WHOLE * (right - left)
    return partial or _is_heading(between, _between(lines, held[0].y, held[-1].y), held[-1], rule)


def _is_heading(between: Sequence[Line], above: Sequence[Line], upper: Rule, lower: Rule) -> bool:
    """Tell whether a line between two rules is a heading over the whole width of a table."""
    alike = bool(above) and abs(between[0].size - above[-1].size) < 1
    return alike and len(between) == 1 and len(upper.stops) == len(lower.stops)


def _is_prose(line: Line, columns: Columns | None, width: float) -> bool:
    """Tell whether a line runs over most of the width as the lines of paragraphs do."""
    if line.x1 - line.x0 < _PROSE * width:
        return False
    return columns is None or columns.crossed_by(line)


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


def _open_rows(lines: Sequence[Line], rules: Sequence[Rule]) -> int:
    """Return how many lines below the last rule may be rows, by where they stand alone."""
    left, right = min(rule.x0 for rule in rules), max(rule.x1 for rule in rules)
    for index, line in enumerate(lines):
        above = lines[index - 1].y if index else rules[-1].y
        apart = line.y - above > 2 * _NEAR * line.size
        solid = len(line.spans) == 1 and line.x1 - line.x0 > _PROSE * (right - left)
        if apart or solid or line.x0 < left - _NEAR or line.x1 > right + _NEAR:
            return index
    return len(lines)


def _rows_below(lines: Sequence[Line], columns: Columns) -> int:
    """Return how many lines below the last rule are rows still: the page ended first."""
    count = 0
    for index, line in enumerate(lines):
        if line.spans[0].raised or not _is_kept(lines, index, columns):
            break
        if index and line.y - lines[index - 1].y > 2 * _NEAR * line.size:
            break
        if columns.count(line) > 1 or columns.at(line.x0) > 0:
            count = index + 1
    return count


def _is_kept(lines: Sequence[Line], index: int, columns: Columns) -> bool:
    """Tell whether a line is a row or a heading of a table; rows follow a heading."""
    if columns.holds(lines[index]):
        return True
    below = lines[index + 1 : index + 2]
    follows = any(columns.holds(line) and columns.count(line) > 1 for line in below)
    return follows and columns.count(lines[index]) == 1 and columns.at(lines[index].x0) == 0
