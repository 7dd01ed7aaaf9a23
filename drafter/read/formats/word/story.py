"""A story of the file, the text or a note, as blocks in reading order.

Wrappers around paragraphs are walked with a stack of our own; tables in tables are followed to a
depth that no text has, and kept as plain words below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.read.formats.word.blocks import Block, Cell, Para, Piece, Row, Table
from drafter.read.formats.word.content import Content
from drafter.read.formats.word.names import Element, child_value, is_on, length, value, w, whole
from drafter.read.formats.word.numbering import Numbering
from drafter.read.formats.word.wrappers import ALTERNATIVES, BOX, CONTROL, OPAQUE, alternative

_DEEPEST = 12
_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_PROPERTIES, _SECTION = w("pPr"), w("sectPr")
_COMMENT = w("commentRangeStart")
_CHUNK = w("altChunk")
_WIDEST = 64
_FIRST_ROW = 0x0020
_NO_LINE = {"", "nil", "none"}
_CONTENTS = {"Table of Contents", "Table of Figures", "Table of Authorities"}


@dataclass(slots=True)
class _Held:
    """Pieces of a paragraph whose mark is gone: they belong to the next one."""

    pieces: list[Piece] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    last: Para | None = None


class Story:
    """Reads the blocks of one part; paragraphs are counted from 1."""

    def __init__(self, content: Content, numbering: Numbering) -> None:
        self.content = content
        self.numbering = numbering
        self.count = 0
        self.loose: list[str] = []

    def blocks(self, element: Element, depth: int = 0) -> list[Block]:
        """Return the paragraphs and tables in ``element``."""
        found: list[Block] = []
        held = _Held()
        for child in self._children(element):
            if child.tag == _PARAGRAPH:
                found += self._paragraph(child, held, depth)
            elif depth < _DEEPEST:
                found += _let_go(held)
                found.append(self._table(child, depth))
            else:
                found += self._flat(child)
        return found + _let_go(held)

    def _children(self, element: Element) -> Iterator[Element]:
        """Yield paragraphs and tables, whatever wraps them."""
        stack = [iter(element)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.tag in {_PARAGRAPH, _TABLE}:
                yield child
            elif child.tag == _COMMENT:
                self.loose.append(value(child, "id"))
            elif child.tag not in self.content.tracked.gone and child.tag not in OPAQUE:
                stack.append(iter(self._inside(child)))

    def _inside(self, element: Element) -> list[Element] | Element:
        if element.tag == ALTERNATIVES:
            return alternative(element)
        if element.tag == _CHUNK:
            self.content.leave_out("inserted files left out")
        if element.tag != CONTROL:
            return element
        properties = element.find(w("sdtPr"))
        part = None if properties is None else properties.find(w("docPartObj"))
        if child_value(part, "docPartGallery") in _CONTENTS:
            self.content.leave_out("table of contents left out")
            return []
        return self.content.controlled(element)

    # --- paragraphs ----------------------------------------------------------------------------------

    def _paragraph(self, element: Element, held: _Held, depth: int) -> list[Block]:
        self.count += 1
        content = self.content
        content.place = self.count
        properties = element.find(_PROPERTIES)
        valid = content.tracked.properties(properties)
        shape = content.reading.styles.shape(valid, former=content.tracked.rejects)
        pieces = content.read(element, shape.style)
        comments, boxes = [*self.loose, *content.comments], content.boxes
        self.loose = []
        held.pieces += pieces
        held.comments += comments
        para = Para(held.pieces, shape, self.count)
        para.comments = held.comments
        found: list[Block] = []
        if content.tracked.mark_gone(properties) or shape.frame == "drop":
            held.last = para
        else:
            held.pieces, held.comments, held.last = [], [], None
            para.label = self.numbering.label(shape.list, shape.depth) if shape.list else ""
            found.append(para)
        for box in boxes:
            found += self.blocks(box, depth + 1) if depth < _DEEPEST else self._flat(box)
        if properties is not None and properties.find(_SECTION) is not None:
            content.section += 1
        return found

    def _flat(self, element: Element) -> list[Block]:
        """Keep the words of what is nested too deep as a paragraph without looks."""
        self.count += 1
        words = " ".join(text for each in element.iter(w("t")) if (text := each.text))
        shape = self.content.reading.styles.shape(None)
        return [Para([Piece(words)], shape, self.count)]

    # --- tables ----------------------------------------------------------------------------------------

    def _table(self, element: Element, depth: int) -> Table:
        tracked = self.content.tracked
        rows = [self._row(row, depth) for row in _inner(element, _ROW) if not tracked.row_gone(row)]
        grid = element.find(w("tblGrid"))
        columns = () if grid is None else grid.iterchildren(w("gridCol"))
        widths = tuple(abs(length(value(each, "w")) or 0) for each in columns)[:_WIDEST]
        if rows and self._has_head(element.find(w("tblPr"))):
            rows[0].head = True
        return Table(rows, _is_ruled(element), widths)

    def _has_head(self, properties: Element | None) -> bool:
        """Tell whether the style of a table sets off its first row, and is asked to."""
        look = None if properties is None else properties.find(w("tblLook"))
        asked = value(look, "firstRow") in {"1", "true", "on"} or bool(
            _hexadecimal(value(look)) & _FIRST_ROW
        )
        name = child_value(properties, "tblStyle")
        return asked and bool(name) and self.content.reading.styles.sets_off_first_row(name)

    def _row(self, element: Element, depth: int) -> Row:
        properties = element.find(w("trPr"))
        head = None if properties is None else properties.find(w("tblHeader"))
        gone = self.content.tracked.cell_gone
        cells = [
            self._cell(cell, depth)
            for cell in _inner(element, _CELL)
            if not gone(cell.find(w("tcPr")))
        ]
        before = whole(child_value(properties, "gridBefore"))
        return Row(cells, head is not None and is_on(head), min(max(before, 0), _WIDEST))

    def _cell(self, element: Element, depth: int) -> Cell:
        properties = element.find(w("tcPr"))
        merge = None if properties is None else properties.find(w("vMerge"))
        width = None if properties is None else properties.find(w("tcW"))
        return Cell(
            self.blocks(element, depth + 1),
            span=min(max(whole(child_value(properties, "gridSpan"), 1), 1), _WIDEST),
            continued=merge is not None and value(merge) != "restart",
            width=abs(length(value(width, "w")) or 0),
        )


def _let_go(held: _Held) -> list[Block]:
    """Return what is held where no paragraph follows that could take it."""
    last, held.last = held.last, None
    held.pieces, held.comments = [], []
    return [] if last is None or last.blank else [last]


def _inner(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, whatever wraps them, none of inner tables."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == tag:
            yield child
        elif child.tag not in OPAQUE and child.tag not in {_TABLE, _PARAGRAPH, BOX}:
            stack.append(iter(child))


def _hexadecimal(text: str) -> int:
    return int(text, 16) if re.fullmatch("[0-9A-Fa-f]{1,8}", text) else 0


def _is_ruled(table: Element) -> bool:
    """Tell whether any line is drawn in a table, by itself or by its style."""
    properties = table.find(w("tblPr"))
    named = child_value(properties, "tblStyle").casefold()
    sides = [side for each in table.iter(w("tblBorders"), w("tcBorders")) for side in each]
    if any(value(side) not in _NO_LINE for side in sides):
        return True
    return "grid" in named or ("table" in named and "normal" not in named and not sides)
