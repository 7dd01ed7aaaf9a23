"""Tables: those that hold figures and words in columns, and those that only place paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.formats.word.blocks import Block, Cell, Para, Piece, Row, Table
from drafter.read.formats.word.labels import typed_label
from drafter.read.found import Align, Grid

Words = Callable[[list[Piece]], Parts]

_MOST_COLUMNS = 64
_ALIGN = {"right": Align.RIGHT, "centre": Align.CENTRE}
_LONG_CELL = 400
_PLAIN = re.compile(r"[A-Za-z0-9]")
_NOTE = re.compile(r"(?:Notes?|Sources?|Abbreviations?)\s*:|\*+\s")


def paragraphs_in(blocks: list[Block]) -> Iterator[Para]:
    """Yield the paragraphs of ``blocks``, those of tables too."""
    for block in blocks:
        if isinstance(block, Para):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_in(cell.blocks)


def text_in(cell: Cell) -> str:
    """Return the words of a cell in one line."""
    return " ".join(para.text.strip() for para in paragraphs_in(cell.blocks)).strip()


def is_blank(block: Block) -> bool:
    """Tell whether nothing is to be seen in a paragraph or table."""
    if isinstance(block, Para):
        return block.blank
    return all(para.blank for para in paragraphs_in([block]))


def is_layout(table: Table) -> bool:
    """Tell whether a table only places its paragraphs: a frame, or labels beside their words."""
    filled = [[cell for cell in row.cells if text_in(cell)] for row in table.rows]
    widest = max((len(cells) for cells in filled), default=0)
    if widest <= 1:
        return True
    if all(len(row.cells) == 2 and _is_labelled(row) for row in table.rows):  # noqa: PLR2004
        return True
    return len(filled) == 1 and not table.ruled and _holds_paragraphs(table)


def _is_labelled(row: Row) -> bool:
    """Tell whether a row is a label beside its paragraph."""
    label, words = (text_in(cell) for cell in row.cells)
    return not label or typed_label(f"{label}\tx") == label or (label.isdigit() and len(words) > 60)  # noqa: PLR2004


def _holds_paragraphs(table: Table) -> bool:
    return any(len(text_in(cell)) > _LONG_CELL for row in table.rows for cell in row.cells)


def laid_out(table: Table) -> Iterator[Block]:
    """Yield the blocks of a layout table; a label in its own cell goes to the words beside it."""
    for row in table.rows:
        cells = [cell.blocks for cell in row.cells]
        if len(cells) == 2 and _is_labelled(row):  # noqa: PLR2004
            yield from _labelled(*cells)
        else:
            for blocks in cells:
                yield from blocks


def _labelled(label: list[Block], words: list[Block]) -> Iterator[Block]:
    first = next((block for block in words if not is_blank(block)), None)
    mark = " ".join(para.text.strip() or para.label for para in paragraphs_in(label)).strip()
    if isinstance(first, Para) and mark:
        typed = Piece(f"{mark}\t", size=first.pieces[0].size if first.pieces else 0.0)
        first.pieces.insert(0, typed)
        yield from words
    else:
        yield from label
        yield from words


def notes_below(table: Table) -> list[Block]:
    """Take the last rows from a table that are one cell with a note; return their paragraphs."""
    found: list[Block] = []
    while len(table.rows) > 1:
        cells = [cell for cell in table.rows[-1].cells if text_in(cell)]
        if len(cells) > 1 or (cells and not _is_note(table.rows[-1], cells[0])):
            break
        found[:0] = cells[0].blocks if cells else []
        table.rows.pop()
    return found


def _is_note(row: Row, cell: Cell) -> bool:
    first = next((p for p in paragraphs_in(cell.blocks) if not p.blank), None)
    piece = next((p for p in first.pieces if p.text.strip()), None) if first else None
    raised = piece is not None and piece.raised > 0
    whole = len(row.cells) == 1 or cell.span >= sum(each.span for each in row.cells) - 1
    return whole and (raised or bool(_NOTE.match(text_in(cell))))


def grid_of(table: Table, words: Words) -> Grid:
    """Return a table as rows of words; cells that span columns are followed by empty ones.

    A table of the program has one row of heads: several are joined, a head over several columns
    being said in each. Empty rows and columns only make room.
    """
    rows = [(row, _cells(row)) for row in table.rows]
    rows = [(row, cells) for row, cells in rows if any(cell and text_in(cell) for cell in cells)]
    heads = _heads([row for row, _ in rows])
    columns = _columns([cells for _, cells in rows[:heads]], [cells for _, cells in rows[heads:]])
    head = [_head(rows[:heads], at, words) for at in columns]
    body = [
        tuple(_filled(cells[at], words) if _has(cells, at) else () for at in columns)
        for _, cells in rows[heads:]
    ]
    top = [tuple(_plain_looks(head))] if heads else []
    below = [cells for _, cells in rows[heads:]]
    align = tuple(_alignment(below, at) for at in columns)
    return Grid((*top, *body), len(top), align)


def _columns(heads: list[list[Cell | None]], body: list[list[Cell | None]]) -> list[int]:
    """Return the columns that hold words: a head over several makes none by itself."""
    width = min(max((len(cells) for cells in (*heads, *body)), default=0), _MOST_COLUMNS)
    found = {at for at in range(width) if any(_has(cells, at) for cells in body)}
    over = [(at, cell) for cells in heads for at, cell in enumerate(cells[:width]) if cell]
    for at, cell in sorted(over, key=lambda each: each[1].span):
        if text_in(cell) and found.isdisjoint(range(at, at + cell.span)):
            found.add(at)
    return sorted(found)


def _has(cells: list[Cell | None], at: int) -> bool:
    cell = cells[at] if at < len(cells) else None
    return cell is not None and bool(text_in(cell))


def _head(rows: list[tuple[Row, list[Cell | None]]], at: int, words: Words) -> Parts:
    """Return what the rows of heads say of a column, from top to bottom."""
    found: list[Part] = []
    for _, cells in rows:
        over = next((i for i in range(min(at, len(cells) - 1), -1, -1) if cells[i]), None)
        cell = None if over is None else cells[over]
        if cell is not None and over is not None and at < over + cell.span and text_in(cell):
            found += [Text(" ")] if found else []
            found += _filled(cell, words)
    return tuple(found)


def _cells(row: Row) -> list[Cell | None]:
    """Return the cells of a row by column; None where a cell goes on from the left or above.

    Cells beyond the columns that Word can have go into the last one.
    """
    found: list[Cell | None] = [None] * row.before
    for cell in row.cells:
        last = found[-1] if found else None
        if len(found) >= _MOST_COLUMNS and last is not None:
            last.blocks += cell.blocks
            continue
        found.append(None if cell.continued else cell)
        found += [None] * min(cell.span - 1, _MOST_COLUMNS - 1 - len(found))
    return found


def _filled(cell: Cell | None, words: Words) -> Parts:
    """Return the words of a cell; its paragraphs follow each other with a blank between them."""
    found: list[Part] = []
    for para in paragraphs_in(cell.blocks if cell else []):
        if not para.blank:
            label = [Piece(f"{para.label} ")] if para.label else []
            found += [Text(" ")] if found else []
            found += words([*label, *para.pieces])
    return tuple(found)


def _heads(rows: list[Row]) -> int:
    """Return how many rows are heads: those that Word repeats, or else a first row set apart."""
    repeated = 0
    while repeated < len(rows) and rows[repeated].head:
        repeated += 1
    if repeated or len(rows) < 2:  # noqa: PLR2004 - a table of one row has no head
        return repeated if repeated < len(rows) else 0
    first = [piece for para in _paras(rows[0]) for piece in para.pieces if piece.text.strip()]
    second = [piece for para in _paras(rows[1]) for piece in para.pieces if piece.text.strip()]
    if not first or not second:
        return 0
    apart = all(p.bold for p in first) or all(p.italic for p in first)
    alike = all(p.bold for p in second) or all(p.italic for p in second)
    return int(apart and not alike)


def _paras(row: Row) -> list[Para]:
    return [para for cell in row.cells for para in paragraphs_in(cell.blocks)]


def _plain_looks(cells: list[Parts]) -> list[Parts]:
    """Return the heads of columns without the look that all of them have: it makes them heads."""
    texts = [
        part
        for cell in cells
        for part in cell
        if isinstance(part, Text) and _PLAIN.search(part.text)
    ]
    italic, bold = all(part.italic for part in texts), all(part.bold for part in texts)
    return [
        tuple(
            part
            if isinstance(part, NoteKey) or not isinstance(part, Text)
            else msgspec.structs.replace(
                part, italic=part.italic and not italic, bold=part.bold and not bold
            )
            for part in cell
        )
        for cell in cells
    ]


def _alignment(rows: list[list[Cell | None]], column: int) -> Align:
    seen: Counter[str] = Counter()
    for cells in rows:
        cell = cells[column] if column < len(cells) else None
        first = next((p for p in paragraphs_in(cell.blocks) if not p.blank), None) if cell else None
        if first is not None:
            seen[first.shape.align] += 1
    return _ALIGN.get(seen.most_common(1)[0][0], Align.LEFT) if seen else Align.LEFT
