"""The masthead: a table in the header of page 1, or at the top of the text.

And what else stands in headers and footers: it comes again on every page, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.library.symbols import SYMBOL
from drafter.read.formats.word.blocks import Block, Cell, Para, Row, Table
from drafter.read.formats.word.breaks import lines_of as split_lines
from drafter.read.formats.word.names import Element, R, is_on, value, w
from drafter.read.formats.word.tables import paragraphs_in
from drafter.read.found import Zone

_SIGNS = re.compile(
    r"\s*(?:United[ \u00a0]Nations\b|UNITED[ \u00a0]NATIONS\b|Distr(?:\.|ibution)?\s*:|Original\s*:)"
)
_WITHIN = 12
_RIGHT = 0.5


def is_masthead(blocks: list[Block]) -> bool:
    """Tell whether the lines of a masthead are in ``blocks``."""
    return any(_SIGNS.match(para.text) for para in paragraphs_in(blocks))


def symbol_in(blocks: list[Block]) -> Para | None:
    """Return the line that is the symbol of the document, and nothing else."""
    lines = (para for para in paragraphs_in(blocks) if SYMBOL.fullmatch(para.text.strip()))
    return next(lines, None)


def has_symbol(blocks: list[Block]) -> bool:
    """Tell whether the symbol stands among the first lines of the text."""
    lines = [para.text.strip() for para in paragraphs_in(blocks) if not para.blank]
    return any(SYMBOL.search(line) for line in lines[:_WITHIN])


def masthead_tables(blocks: list[Block]) -> frozenset[int]:
    """Return the places of the tables of a masthead at the top of the text."""
    found: list[int] = []
    seen = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Table) and is_masthead([block]) and not _holds_text(block):
            found.append(at)
        seen += not (isinstance(block, Para) and block.blank)
        if seen > _WITHIN:
            break
    return frozenset(found)


def _holds_text(table: Table) -> bool:
    """Tell whether the table frames the whole text, not just the masthead."""
    return sum(not para.blank for para in paragraphs_in([table])) > 2 * _WITHIN


def lines_of(blocks: list[Block]) -> Iterator[tuple[Zone, Para]]:
    """Yield the lines of a masthead with the side on which they stand, row by row."""
    for block in blocks:
        if isinstance(block, Para):
            yield from ((_side(line), line) for line in split_lines(block))
            continue
        for row in block.rows:
            for zone, cell in _zones(row, block):
                paras = paragraphs_in(cell.blocks)
                yield from ((zone, line) for para in paras for line in split_lines(para))


def _side(para: Para) -> Zone:
    right = para.shape.align == "right" or SYMBOL.fullmatch(para.text.strip())
    return Zone.HEAD_RIGHT if right else Zone.HEAD_LEFT


def _zones(row: Row, table: Table) -> Iterator[tuple[Zone, Cell]]:
    """Yield the cells of a row with their side: that of their middle."""
    widths = table.columns
    total = sum(widths) or sum(cell.width for cell in row.cells) or 1
    column, edge = row.before, float(sum(widths[: row.before]))
    for at, cell in enumerate(row.cells):
        width = float(sum(widths[column : column + cell.span]) or cell.width)
        if not width:
            width, edge = total / len(row.cells), total * at / len(row.cells)
        middle = (edge + width / 2) / total
        yield Zone.HEAD_RIGHT if middle > _RIGHT else Zone.HEAD_LEFT, cell
        column, edge = column + cell.span, edge + width


def header_names(root: Element) -> dict[str, tuple[str, ...]]:
    """Return the relation ids of headers and footers: that of page 1, and the others.

    Page 1 has a header of its own where the first section says ``w:titlePg``.
    """
    first: list[str] = []
    others: list[str] = []
    for at, section in enumerate(root.iter(w("sectPr"))):
        title = section.find(w("titlePg"))
        own = title is not None and is_on(title)
        for each in section.iterchildren(w("headerReference"), w("footerReference")):
            kind, name = value(each, "type") or "default", each.get(f"{R}id") or ""
            on_first = at == 0 and kind == ("first" if own else "default")
            (first if on_first else others).append(name)
    return {"first": tuple(dict.fromkeys(first)), "others": tuple(dict.fromkeys(others))}
