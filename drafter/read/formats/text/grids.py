"""Tables in text: Markdown, drawn with signs, columns under a ruler, cells apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile, zip_longest
from typing import TypeAlias

from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.markup import parse
from drafter.read.formats.text.shape import label_of
from drafter.read.found import Align, Grid

_PIPE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_DRAWN = re.compile(r"\+(?:[-=:]{2,}\+)+")
_RULER = re.compile(r"[-=]{2,}(?:\s+[-=]{2,})+")
_CELL_END = re.compile(r"(?<!\\)\|")
_WIDEST = 64
_MOST_LINES = 3000
_HEAD_LINES = 8

Cells: TypeAlias = list[str]
Item: TypeAlias = Line | tuple[Line, Grid]
Table: TypeAlias = tuple[int, Grid | None]
"""How many lines a table takes; without a grid, so many lines are none after all."""


def with_grids(lines: list[Line]) -> Iterator[Item]:
    """Yield lines, and each table with its first line in place of the lines it stands in."""
    at = plain = 0
    while at < len(lines):
        count, grid = (0, None) if at < plain else _table(lines, at)
        if grid is not None:
            yield lines[at], grid
            at += count
        else:
            yield lines[at]
            plain = max(plain, at + count)
            at += 1


def _table(lines: list[Line], at: int) -> Table:
    text = lines[at].text
    follows = at + 1 < len(lines) and not lines[at + 1].gap
    if "|" in text and follows and _is_pipe_rule(lines[at + 1].text):
        return _pipes(lines, at)
    if text.startswith("+") and _DRAWN.fullmatch(text):
        return _drawn(lines, at)
    if "\t" in text and follows and "\t" in lines[at + 1].text:
        return _tabs(lines, at)
    return _ruled(lines, at)


def _close(lines: list[Line], at: int, most: int = _MOST_LINES) -> Iterator[Line]:
    """Yield the lines from ``at`` that no blank line parts."""
    yield lines[at]
    rest = (lines[index] for index in range(at + 1, min(at + most, len(lines))))
    yield from takewhile(lambda line: not line.gap, rest)


def _grid(rows: list[Cells], heads: int, align: tuple[Align, ...] = ()) -> Grid | None:
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if not 0 < width <= _WIDEST:
        return None
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    cells = tuple(tuple(parse(cell) for cell in row) for row in full)
    return Grid(cells, min(heads, len(rows)), align)


def _merged(lines: Iterable[Cells]) -> Cells:
    """Return the cells of a row whose words go on in the same cells of further lines."""
    return [" ".join(filter(None, column)) for column in zip_longest(*lines, fillvalue="")]


# --- Markdown -------------------------------------------------------------------------------------


def _is_pipe_rule(text: str) -> bool:
    return "|" in text and bool(_PIPE_RULE.fullmatch(text.strip()))


def _pipes(lines: list[Line], at: int) -> Table:
    run = list(takewhile(lambda line: "|" in line.text, _close(lines, at)))
    head, ruler, *rows = [_piped(line.text) for line in run]
    align = tuple(map(_aligned, ruler))
    return len(run), _grid([head, *rows], 1 if any(head) else 0, align)


def _piped(text: str) -> Cells:
    inner = text.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(inner)]


def _aligned(ruler: str) -> Align:
    if ruler.endswith(":"):
        return Align.CENTRE if ruler.startswith(":") else Align.RIGHT
    return Align.LEFT


# --- drawn with signs --------------------------------------------------------------------------------


def _drawn(lines: list[Line], at: int) -> Table:
    run = list(takewhile(lambda line: line.text[:1] in "+|", _close(lines, at)))
    rows: list[list[Cells]] = []
    heads, fresh = 0, True
    for line in run:
        if _DRAWN.fullmatch(line.text):
            heads = len(rows) if "=" in line.text and not heads else heads
            fresh = True
            continue
        if fresh:
            rows.append([])
        rows[-1].append(_piped(line.text))
        fresh = False
    return len(run), _grid([_merged(row) for row in rows], heads)


# --- columns under a ruler -------------------------------------------------------------------------------


def _ruled(lines: list[Line], at: int) -> Table:
    """A ruler of dashes tells the columns; the lines right above it are the heads."""
    start = at + 1 if lines[at].rule else at
    above = list(_close(lines, start, _HEAD_LINES)) if start < len(lines) else []
    ruler = next((n for n, line in enumerate(above) if _RULER.fullmatch(line.text.strip())), None)
    if ruler is None or (not ruler and start == at):
        return 0, None
    spans = _spans(_raw(above[ruler]))
    heads = above[:ruler]
    body = _below_ruler(lines, start + ruler + 1, spans) if _fit(heads, spans) else []
    if not body:
        return 0, None
    head = [_merged(_sliced(_raw(line), spans) for line in heads)] if heads else []
    end = start + ruler + 1 + len(body)
    end += end < len(lines) and (lines[end].rule or bool(_RULER.fullmatch(lines[end].text.strip())))
    return end - at, _grid(head + _rows(body, spans), len(head), _sides(body, spans))


def _fit(lines: list[Line], spans: list[tuple[int, int]]) -> bool:
    return all(_fits(_raw(line), spans) for line in lines)


def _below_ruler(lines: list[Line], at: int, spans: list[tuple[int, int]]) -> list[Line]:
    """Return the lines of the rows: up to a rule if one follows, or else up to a blank line."""
    rest = (lines[index] for index in range(at, min(at + _MOST_LINES, len(lines))))
    rows = list(takewhile(lambda line: _fits(_raw(line), spans) and not line.rule, rest))
    end = at + len(rows)
    if end < len(lines) and lines[end].rule:
        return rows
    return [*rows[:1], *takewhile(lambda line: not line.gap, rows[1:])]


def _rows(body: list[Line], spans: list[tuple[int, int]]) -> list[Cells]:
    """Lines are rows of their own, unless blank lines part the rows or the first cell is empty."""
    parted = any(line.gap for line in body[1:])
    rows: list[list[Cells]] = []
    for line in body:
        cells = _sliced(_raw(line), spans)
        goes_on = not line.gap if parted else not cells[0] or not any(cells[1:])
        if rows and goes_on:
            rows[-1].append(cells)
        else:
            rows.append([cells])
    return [_merged(row) for row in rows]


def _sides(body: list[Line], spans: list[tuple[int, int]]) -> tuple[Align, ...]:
    """Tell the columns whose words all end at the right edge and do not all begin at the left."""
    cells = [[_raw(line)[start:end] for line in body] for start, end in spans]
    widths = [end - start for start, end in spans]
    right = (_is_right(column, width) for column, width in zip(cells, widths, strict=True))
    return tuple(Align.RIGHT if each else Align.LEFT for each in right)


def _is_right(cells: list[str], width: int) -> bool:
    words = [cell for cell in cells if cell.strip()]
    right = all(len(cell) == width and not cell.endswith(" ") for cell in words)
    return bool(words) and right and any(cell.startswith(" ") for cell in words)


def _raw(line: Line) -> str:
    return " " * line.indent + line.text


def _spans(ruler: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(r"[-=]+", ruler)]


def _fits(text: str, spans: list[tuple[int, int]]) -> bool:
    """Tell whether no word of the line stands across two columns."""
    gaps = zip((end for _, end in spans), (start for start, _ in spans[1:]), strict=False)
    return all(not text[end:start].strip() for end, start in gaps)


def _sliced(text: str, spans: list[tuple[int, int]]) -> Cells:
    starts = [0, *(start for start, _ in spans[1:])]
    ends = [*starts[1:], len(text) + 1]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


# --- cells apart by tabs ------------------------------------------------------------------------------------


def _tabs(lines: list[Line], at: int) -> Table:
    run = list(takewhile(lambda line: "\t" in line.text, _close(lines, at)))
    rows = [[cell.strip() for cell in line.text.split("\t")] for line in run]
    labelled = sum(label_of(f"{row[0]} ") is not None for row in rows if len(row) == 2)  # noqa: PLR2004
    uneven = len({len(row) for row in rows}) > 1
    return len(run), None if uneven or labelled * 2 > len(rows) else _grid(rows, 1)
