"""Tracked changes: what is there and what is not once they are accepted, or rejected.

ISO/IEC 29500-1, 17.13.5: runs stand in ``w:ins``, ``w:del``, ``w:moveFrom`` and ``w:moveTo``; the
mark of a paragraph, a row and a cell carry the same elements among their properties; changed
properties keep the former ones inside.
"""

from __future__ import annotations

from drafter.read.files import Changes
from drafter.read.formats.word.names import Element, w

_NEW = frozenset({w("ins"), w("moveTo")})
_OLD = frozenset({w("del"), w("moveFrom")})
_NEW_CELL, _OLD_CELL = w("cellIns"), w("cellDel")
_PROPERTIES = (
    w("rPrChange"),
    w("pPrChange"),
    w("sectPrChange"),
    w("tblPrChange"),
    w("tblGridChange"),
    w("trPrChange"),
    w("tcPrChange"),
    w("numberingChange"),
)
_RUN_PROPERTIES, _ROW_PROPERTIES = w("rPr"), w("trPr")
_PARAGRAPH_PROPERTIES = w("pPr")


class Tracked:
    """Decides on tracked changes; ``gone`` are the elements whose content is not read."""

    def __init__(self, changes: Changes) -> None:
        accept = changes is Changes.ACCEPT
        self.word = "accepted" if accept else "rejected"
        self.rejects = not accept
        self.gone = _OLD if accept else _NEW
        self._gone_cell = _OLD_CELL if accept else _NEW_CELL

    def count(self, root: Element) -> int:
        """Return how many changes there are; a move counts once, a whole paragraph as its words."""
        counted = (*_NEW, w("del"), _NEW_CELL, _OLD_CELL, *_PROPERTIES)
        return sum(_counts(element) for element in root.iter(*counted))

    def mark_gone(self, properties: Element | None) -> bool:
        """Tell whether the mark is gone that ends the paragraph with these properties."""
        run = None if properties is None else properties.find(_RUN_PROPERTIES)
        return run is not None and any(child.tag in self.gone for child in run)

    def row_gone(self, row: Element) -> bool:
        """Tell whether a row of a table is gone."""
        properties = row.find(_ROW_PROPERTIES)
        return properties is not None and any(child.tag in self.gone for child in properties)

    def cell_gone(self, properties: Element | None) -> bool:
        """Tell whether a cell of a table is gone."""
        return properties is not None and properties.find(self._gone_cell) is not None

    def properties(self, properties: Element | None) -> Element | None:
        """Return the properties that hold: the former ones where changes are rejected."""
        if not self.rejects or properties is None:
            return properties
        name = str(properties.tag)
        change = properties.find(f"{name}Change")
        former = None if change is None else change.find(name)
        return properties if former is None else former


def _counts(element: Element) -> bool:
    """Tell whether a change counts: not the mark of a paragraph whose words changed as well."""
    above = element.getparent()
    if above is None or above.tag != _RUN_PROPERTIES:
        return True
    properties = above.getparent()
    if properties is None or properties.tag != _PARAGRAPH_PROPERTIES:
        return True
    paragraph = properties.getparent()
    return paragraph is None or paragraph.find(str(element.tag)) is None
