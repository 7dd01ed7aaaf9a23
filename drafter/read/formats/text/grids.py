"""Tables in text: Markdown, drawn with signs, columns under a ruler, cells apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.markup import parse
from drafter.read.formats.text.shape import label_of
from drafter.read.found import Align, Grid

_PIPE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_DRAWN = re.compile(r"\+(?:[-=:]{2,}\+)+")
_RULER = re.compile(r"[-=]{2,}(?:\s+[-=]{2,})+")
_CELL_END = re.compile(r"(?<!\\)\|")
_WIDEST = 64

Cells = list[str]
Item = Line | tuple[Line, Grid]


def with_grids(lines: list[Line]) -> Iterator[Item]:
    """Yield lines, and each table with its first line in place of the lines it stands in."""
    at = 0
    while at < len(lines):
        found = _pipes(lines, at) or _drawn(lines, at) or _ruled(lines, at) or _tabs(lines, at)
        if found:
            count, grid = found
            yield lines[at], grid
            at += count
        else:
            yield lines[at]
            at += 1


def _run(lines: list[Line], at: int) -> list[Line]:
    """Return the lines from ``at`` that no blank line parts."""
    rest = takewhile(lambda index: not lines[index].gap, range(at + 1, len(lines)))
    return [lines[at], *(lines[index] for index in rest)]


def _grid(rows: list[Cells], heads: int, align: tuple[Align, ...] = ()) -> Grid:
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    return Grid(tuple(tuple(parse(cell) for cell in row) for row in full), heads, align)


# --- Markdown -------------------------------------------------------------------------------------


def _pipes(lines: list[Line], at: int) -> tuple[int, Grid] | None:
    if "|" not in lines[at].text or at + 1 >= len(lines) or lines[at + 1].gap:
        return None
    ruler = lines[at + 1].text.strip()
    if "|" not in ruler or not _PIPE_RULE.fullmatch(ruler):
        return None
    run = list(takewhile(lambda line: "|" in line.text, _run(lines, at)))
    rows = [_piped(line.text) for index, line in enumerate(run) if index != 1]
    heads = 1 if any(rows[0]) else 0
    align = tuple(_aligned(cell) for cell in _piped(ruler))
    filled = [row for row in rows if any(row)]
    return (len(run), _grid(filled, heads, align)) if filled else None


def _piped(text: str) -> Cells:
    inner = text.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(inner)][:_WIDEST]


def _aligned(ruler: str) -> Align:
    if ruler.endswith(":"):
        return Align.CENTRE if ruler.startswith(":") else Align.RIGHT
    return Align.LEFT


# --- drawn with signs --------------------------------------------------------------------------------


def _drawn(lines: list[Line], at: int) -> tuple[int, Grid] | None:
    if not _DRAWN.fullmatch(lines[at].text.strip()):
        return None
    run = list(takewhile(lambda line: line.text.lstrip()[:1] in "+|", _run(lines, at)))
    rows: list[Cells] = []
    heads, fresh = 0, True
    for line in run:
        text = line.text.strip()
        if _DRAWN.fullmatch(text):
            fresh = True
            heads = len(rows) if "=" in text and not heads else heads
        elif fresh:
            rows.append(_piped(text))
            fresh = False
        else:
            rows[-1] = _below(rows[-1], _piped(text))
    rows = [row for row in rows if any(row)]
    return (len(run), _grid(rows, heads)) if rows else None


def _below(above: Cells, cells: Cells) -> Cells:
    width = max(len(above), len(cells))
    one, other = ([*row, *[""] * (width - len(row))] for row in (above, cells))
    return [f"{top} {bottom}".strip() for top, bottom in zip(one, other, strict=True)]


# --- columns under a ruler -------------------------------------------------------------------------------


def _ruled(lines: list[Line], at: int) -> tuple[int, Grid] | None:
    """A ruler of dashes tells the columns; the lines right above it are the heads."""
    start = at + 1 if lines[at].rule else at
    run = _run(lines, start)[:8] if start < len(lines) else []
    ruler = next((n for n, line in enumerate(run) if _RULER.fullmatch(line.text.strip())), None)
    if ruler is None or (not ruler and start == at):
        return None
    spans = _spans(_raw(run[ruler]))
    body = _below_ruler(lines, start + ruler + 1, spans)
    if not body or any(not _fits(_raw(line), spans) for line in run[:ruler]):
        return None
    head = [""] * len(spans)
    for line in run[:ruler]:
        head = _below(head, _sliced(_raw(line), spans))
    rows = ([head] if ruler else []) + _rows(body, spans)
    end = start + ruler + 1 + len(body)
    end += end < len(lines) and (lines[end].rule or bool(_RULER.fullmatch(lines[end].text.strip())))
    return end - at, _grid(rows, 1 if ruler else 0, _sides(body, spans))


def _below_ruler(lines: list[Line], at: int, spans: list[tuple[int, int]]) -> list[Line]:
    """Return the lines of the rows: up to a rule if one follows, or else up to a blank line."""
    rows = list(takewhile(lambda line: _fits(_raw(line), spans) and not line.rule, lines[at:]))
    end = at + len(rows)
    if end < len(lines) and lines[end].rule:
        return rows
    return [*rows[:1], *takewhile(lambda line: not line.gap, rows[1:])]


def _rows(body: list[Line], spans: list[tuple[int, int]]) -> list[Cells]:
    """Lines are rows of their own, unless blank lines part the rows or the first cell is empty."""
    parted = any(line.gap for line in body[1:])
    rows: list[Cells] = []
    for line in body:
        cells = _sliced(_raw(line), spans)
        goes_on = not line.gap if parted else not cells[0] or not any(cells[1:])
        if rows and goes_on:
            rows[-1] = _below(rows[-1], cells)
        else:
            rows.append(cells)
    return [row for row in rows if any(row)]


def _sides(body: list[Line], spans: list[tuple[int, int]]) -> tuple[Align, ...]:
    """Tell the columns whose words all end at the right edge and not all begin at the left."""
    return tuple(
        Align.RIGHT
        if _is_right([_raw(line)[start:end] for line in body], end - start)
        else Align.LEFT
        for start, end in spans
    )


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
    ends = [*(start for start, _ in spans[1:]), len(text) + 1]
    return [text[start:end].strip() for (start, _), end in zip(spans, ends, strict=True)]


# --- cells apart by tabs ------------------------------------------------------------------------------------


def _tabs(lines: list[Line], at: int) -> tuple[int, Grid] | None:
    if "\t" not in lines[at].text:
        return None
    run = [*takewhile(lambda line: "\t" in line.text, _run(lines, at))]
    rows = [[cell.strip() for cell in line.text.split("\t")] for line in run]
    labelled = sum(label_of(row[0] + " ") is not None and len(row) == 2 for row in rows)  # noqa: PLR2004
    if len(run) < 2 or len({len(row) for row in rows}) > 1 or labelled * 2 > len(rows):  # noqa: PLR2004
        return None
    return len(run), _grid(rows, 1)
