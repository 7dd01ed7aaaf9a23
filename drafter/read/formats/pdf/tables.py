"""Tables: rows of cells that wide gaps part, gathered into columns."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.inline import Parts
from drafter.read.formats.pdf.blocks import Block
from drafter.read.formats.pdf.lines import Line
from drafter.read.found import Align, Grid

Words = Callable[[Block], Parts]

_LABEL_CELL = re.compile(r"(?:\d{1,3}\.?|\([a-z]{1,5}\)|[a-z]{1,4}\.|[A-Z]\.|[IVXLC]+\.)")
_FIGURE = re.compile(r"[\d\s.,–—%$()+-]*\d[\d\s.,–—%$()+-]*|[–—-]")
_NUMBERED_TITLE = re.compile(r"\S+/\S+\.")
_FEWEST_ROWS = 2
_BETWEEN = 3
_HEAD_SIZE = 8.0
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that are a table, or lines that are not."""

    lines: tuple[Line, ...]
    table: bool = False


def stretches(lines: Sequence[Line]) -> Iterator[Stretch]:
    """Yield the text and the tables of ``lines`` in reading order."""
    rows = [index for index, line in enumerate(lines) if _is_row(line)]
    done = 0
    for first, last in _runs(rows, lines):
        if first > done:
            yield Stretch(tuple(lines[done:first]))
        yield Stretch(tuple(lines[first : last + 1]), table=True)
        done = last + 1
    if done < len(lines):
        yield Stretch(tuple(lines[done:]))


def _is_row(line: Line) -> bool:
    cells = list(line.cells())
    if len(cells) < 2:  # noqa: PLR2004 - a row has several cells
        return False
    labelled = len(cells) == 2 and _LABEL_CELL.fullmatch(cells[0].text.strip())  # noqa: PLR2004
    return not labelled and not _NUMBERED_TITLE.fullmatch(cells[0].text.strip())


def _runs(rows: list[int], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each run of rows; a few lines between them belong to it."""
    held: list[int] = []
    for row in rows:
        if held and (row - held[-1] > _BETWEEN + 1 or lines[row].page != lines[held[-1]].page):
            if len(held) >= _FEWEST_ROWS:
                yield held[0], held[-1]
            held = []
        held.append(row)
    if len(held) >= _FEWEST_ROWS:
        yield held[0], held[-1]


def grid_of(lines: Sequence[Line], words: Words) -> Grid:
    """Return the table that ``lines`` print."""
    edges = _columns(lines)
    heads = _head_count(lines)
    rows: list[list[list[Line]]] = [_row([], edges)] if heads else []
    for index, line in enumerate(lines):
        if index < heads:
            _fill(rows[0], line, edges)
        elif rows and len(rows) > bool(heads) and _goes_on(lines, index):
            _fill(rows[-1], line, edges)
        else:
            rows.append(_row([line], edges))
    cells = tuple(tuple(_words(cell, words) for cell in row) for row in rows)
    return Grid(cells, int(bool(heads)), tuple(_alignment(cells, at) for at in range(len(edges))))


def _words(cell: list[Line], words: Words) -> Parts:
    return words(Block(tuple(cell))) if cell else ()


def _row(lines: Sequence[Line], edges: list[tuple[float, float]]) -> list[list[Line]]:
    row: list[list[Line]] = [[] for _ in edges]
    for line in lines:
        _fill(row, line, edges)
    return row


def _fill(row: list[list[Line]], line: Line, edges: list[tuple[float, float]]) -> None:
    for cell in line.cells():
        row[_nearest(cell, edges)].append(cell)


def _nearest(cell: Line, edges: list[tuple[float, float]]) -> int:
    def apart(edge: tuple[float, float]) -> float:
        return max(edge[0] - cell.x1, cell.x0 - edge[1], 0.0)

    middle = (cell.x0 + cell.x1) / 2
    return min(
        range(len(edges)),
        key=lambda at: (apart(edges[at]), abs(sum(edges[at]) / 2 - middle)),
    )


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Return the columns as stretches from left to right that no row crosses."""
    rows = [list(line.cells()) for line in lines]
    most = max(len(cells) for cells in rows)
    found: list[tuple[float, float]] = []
    for cell in sorted(
        (c for cells in rows if len(cells) == most for c in cells), key=lambda c: c.x0
    ):
        if found and cell.x0 <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cell.x1))
        else:
            found.append((cell.x0, cell.x1))
    return found


def _head_count(lines: Sequence[Line]) -> int:
    """Return how many lines at the top are the heads of the columns: small, italic or bold."""
    count = 0
    for line in lines:
        if not (line.size < _HEAD_SIZE or line.italic) or (count and line.size >= _HEAD_SIZE):
            break
        count += 1
    return count if count < len(lines) else 0


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the rest of the row above: it stands closer than rows do."""
    gaps = [below.baseline - above.baseline for above, below in pairwise(lines)]
    usual = statistics.median(gap for gap in gaps if gap > 0) if any(g > 0 for g in gaps) else 0.0
    single = len(list(lines[index].cells())) == 1
    return single and 0 < gaps[index - 1] < usual * 0.9


def _alignment(rows: Sequence[Sequence[Parts]], column: int) -> Align:
    texts = ["".join(getattr(part, "text", "") for part in row[column]).strip() for row in rows[1:]]
    filled = [text for text in texts if text]
    figures = sum(bool(_FIGURE.fullmatch(text)) for text in filled)
    return Align.RIGHT if filled and figures / len(filled) > _MOSTLY else Align.LEFT
