"""A simple table: 8.5 points, a thin rule above, thick ones below the header and the last row."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.document import Align, Inlines, Table, plain
from drafter.render.word.layout import layout
from drafter.render.word.measure import Face, width
from drafter.render.word.runs import Look, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.render.word.story import Story

_ALIGN = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTRE: "center"}
_TWIPS = 20
_FONT = Face(8.5)


class Kind(msgspec.Struct, frozen=True):
    """A kind of row: spacing in twips, rules in eighths of a point, and what the words look like.

    A header row is repeated at the top of each page.
    """

    before: int
    after: int
    line: int
    look: Look
    top: int = 0
    bottom: int = 0
    header: bool = False
    keep_next: bool = False


def table(source: Table, story: Story, *, blanks: bool) -> str:
    """Return ``source`` as a Word table between the text indents."""
    widths = _columns(source)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    rows = "".join(_rows(source, widths, story, blanks=blanks))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{layout().table.left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _rows(source: Table, widths: Sequence[int], story: Story, *, blanks: bool) -> Iterator[str]:
    kept = len(source.rows) <= layout().table.rows_on_one_page
    header, body, last = _kinds(blanks, kept)
    align = [*source.align, *[Align.LEFT] * len(widths)]
    if any(plain(cell) for cell in source.columns):
        yield _row(source.columns, widths, align, header, story)
        yield _spacer(widths)
    for index, row in enumerate(source.rows):
        kind = last if index == len(source.rows) - 1 else body
        yield _row(row, widths, align, kind, story)


@cache
def _kinds(blanks: bool, kept: bool) -> tuple[Kind, Kind, Kind]:  # noqa: FBT001
    """Return the header row, a row of the body, and the last row."""
    is_ = layout().table
    italic = Look(italic=True, size=is_.header_size, blanks=blanks)
    roman = Look(size=is_.cell_size, blanks=blanks)
    rules = (is_.rule_thin, is_.rule_thick)
    header = (is_.header_before, is_.header_after, is_.header_line)
    cell = (is_.cell_before, is_.cell_after, is_.cell_line)
    return (
        Kind(*header, italic, *rules, header=True, keep_next=True),
        Kind(*cell, roman, keep_next=kept),
        Kind(is_.cell_before, is_.last_after, is_.cell_line, roman, bottom=is_.rule_thick),
    )


def _row(
    cells: Sequence[Inlines],
    widths: Sequence[int],
    align: Sequence[Align],
    kind: Kind,
    story: Story,
) -> str:
    filled = [*cells, *[()] * len(widths)]
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/>{_borders(kind)}'
        f'<w:vAlign w:val="bottom"/></w:tcPr><w:p>{_properties(kind, align[index], index == 0)}'
        f"{runs(filled[index], kind.look, story)}</w:p></w:tc>"
        for index, column in enumerate(widths)
    )
    repeated = "<w:tblHeader/>" if kind.header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{content}</w:tr>"


def _spacer(widths: Sequence[int]) -> str:
    """Return the empty row of 115 twips that UN tables have below the header."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>'
        '<w:p><w:pPr><w:pStyle w:val="SingleTxt"/><w:keepNext/></w:pPr></w:p></w:tc>'
        for column in widths
    )
    height = f'<w:trHeight w:val="{layout().table.spacer}" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{cells}</w:tr>"


def _borders(kind: Kind) -> str:
    sides = (("top", kind.top), ("bottom", kind.bottom))
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
        for side, size in sides
        if size
    )
    return f"<w:tcBorders>{rules}</w:tcBorders>" if rules else ""


@cache
def _properties(kind: Kind, align: Align, first: bool) -> str:  # noqa: FBT001
    is_ = layout().table
    left = 0 if first else is_.cell_left
    return (
        f'<w:pPr><w:pStyle w:val="SingleTxt"/>{"<w:keepNext/>" if kind.keep_next else ""}'
        f'<w:spacing w:before="{kind.before}" w:after="{kind.after}" '
        f'w:line="{kind.line}" w:lineRule="exact"/>'
        f'<w:ind w:left="{left}" w:right="{is_.cell_right}"/><w:jc w:val="{_ALIGN[align]}"/>'
        f'<w:rPr><w:sz w:val="{kind.look.size}"/></w:rPr></w:pPr>'
    )


def _columns(source: Table) -> list[int]:
    """Return column widths in twips: as wide as the words want, within limits, and full together.

    The first column, which names the rows, takes what is left over.
    """
    is_ = layout().table
    count = max(len(source.columns), *(len(row) for row in source.rows), 1)
    wanted = [_wanted(source, index) for index in range(count)]
    total = is_.width / _TWIPS
    excess = sum(wanted) - total
    if excess > 0:
        wanted = [points * total / sum(wanted) for points in wanted]
    widths = [round(points * _TWIPS) for points in wanted]
    widths[0] += is_.width - sum(widths)
    return widths


def _wanted(source: Table, index: int) -> float:
    is_ = layout().table
    cells = [row[index] for row in source.rows if index < len(row)]
    widest = max((width(plain(cell), _FONT) for cell in cells), default=0.0)
    head = source.columns[index] if index < len(source.columns) else ()
    word = max((width(w, _FONT) for w in plain(head).split()), default=0.0)
    margin = (is_.cell_left + is_.cell_right) / _TWIPS
    return min(max(widest, word, is_.least_points), is_.most_points) + margin
