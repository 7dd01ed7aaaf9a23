"""What a tagged PDF says of itself: its paragraphs and notes by the structure that Word wrote.

The structure (ISO 32000-1, 14.7) knows nothing of places on the page: it tells which characters are
of one paragraph, which of a note, and what belongs to the page alone. That makes it a witness apart
from a reader that goes by places, sizes and rules.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

_BLOCKS = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Caption", "TOCI", "Title"}
_NOTE = "Note"


@dataclass(frozen=True)
class Letter:
    """A character with its look; ``note`` is the number of the note that hangs here."""

    text: str
    italic: bool = False
    bold: bool = False
    note: int = -1


@dataclass
class Told:
    """The paragraphs of the text in order with their pages, and the notes by number."""

    paragraphs: list[list[Letter]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    notes: list[list[Letter]] = field(default_factory=list)


def told(pdf: Path) -> Told | None:
    """Return what the tags of ``pdf`` tell; None where it has none."""
    with pdfplumber.open(pdf) as document:
        if "StructTreeRoot" not in document.doc.catalog:
            return None
        root = resolve1(document.doc.catalog["StructTreeRoot"])
        walk = _Walk(_letters(document), _page_numbers(document), _roles(root))
        walk.children(root, 1, None)
    return walk.found


def _page_numbers(document: Any) -> dict[int, int]:
    return {page.page_obj.pageid: number for number, page in enumerate(document.pages, start=1)}


def _letters(document: Any) -> dict[tuple[int, int], list[Letter]]:
    """Return the characters by page and by the number of their marked content."""
    found: dict[tuple[int, int], list[Letter]] = defaultdict(list)
    for number, page in enumerate(document.pages, start=1):
        for char in page.chars:
            if char.get("mcid") is not None:
                font = char["fontname"]
                letter = Letter(char["text"], "Italic" in font, "Bold" in font)
                found[number, char["mcid"]].append(letter)
        page.close()
    return found


def _roles(root: Any) -> dict[str, str]:
    mapped = resolve1(root.get("RoleMap")) or {}
    return {name: _name(resolve1(role)) for name, role in mapped.items()}


def _name(value: object) -> str:
    return str(value.name) if isinstance(value, PSLiteral) else ""


class _Walk:
    """Goes through the structure in its order; what is not in a block goes to the block above."""

    def __init__(self, letters: Any, pages: dict[int, int], roles: dict[str, str]) -> None:
        self.letters, self.pages, self.roles = letters, pages, roles
        self.found = Told()

    def children(self, element: Any, page: int, sink: list[Letter] | None) -> None:
        """Visit what stands in ``element``; its own characters go to ``sink``."""
        kids = resolve1(element.get("K"))
        for kid in kids if isinstance(kids, list) else [kids]:
            self._child(resolve1(kid), page, sink)

    def _child(self, kid: Any, page: int, sink: list[Letter] | None) -> None:
        if isinstance(kid, int):
            self._take(page, kid, sink)
        elif isinstance(kid, dict) and _name(kid.get("Type")) == "MCR":
            self._take(self._page(kid, page), kid["MCID"], sink)
        elif isinstance(kid, dict) and "S" in kid:
            self._element(kid, self._page(kid, page), sink)

    def _page(self, element: Any, page: int) -> int:
        held = element.get("Pg")
        return self.pages[held.objid] if isinstance(held, PDFObjRef) else page

    def _take(self, page: int, number: int, sink: list[Letter] | None) -> None:
        if sink is not None:
            sink.extend(self.letters.get((page, number), ()))

    def _element(self, element: Any, page: int, sink: list[Letter] | None) -> None:
        role = _name(element.get("S"))
        role = self.roles.get(role, role)
        if role == _NOTE:
            held: list[Letter] = []
            self.found.notes.append(held)
            if sink is not None:
                sink.append(Letter("", note=len(self.found.notes) - 1))
            self.children(element, page, held)
        elif role in _BLOCKS and sink is None:
            held = []
            self.found.paragraphs.append(held)
            self.found.pages.append(page)
            self.children(element, page, held)
        else:
            self.children(element, page, sink)
