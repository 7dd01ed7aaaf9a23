"""What the styles come to once inheritance is followed, as far as the length of text needs it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.render.word.layout import part

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Style(msgspec.Struct, frozen=True):
    """The effective properties of a paragraph style: lengths in twips, size in half-points."""

    left: int = 0
    right: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    size: int = 20
    bold: bool = False
    scale: int = 100
    character: int = 0


_PLACES = {
    "left": ("pPr/ind", "left"),
    "right": ("pPr/ind", "right"),
    "hanging": ("pPr/ind", "hanging"),
    "before": ("pPr/spacing", "before"),
    "after": ("pPr/spacing", "after"),
    "line": ("pPr/spacing", "line"),
    "size": ("rPr/sz", "val"),
    "scale": ("rPr/w", "val"),
    "character": ("rPr/spacing", "val"),
}


def style(name: str) -> Style:
    """Return the style with id ``name``."""
    return _styles()[name]


@cache
def _styles() -> Mapping[str, Style]:
    from xml.etree import ElementTree as ET  # few documents need it

    root = ET.fromstring(part("styles.xml").partition("?>")[2])  # noqa: S314  # our own
    elements = {e.get(f"{_W}styleId", ""): e for e in root.iter(f"{_W}style")}
    return {name: msgspec.convert(_effective(name, elements), Style) for name in elements}


def _effective(name: str, elements: Mapping[str, Element]) -> dict[str, int]:
    element = elements[name]
    base = element.find(f"{_W}basedOn")
    values = _effective(base.get(f"{_W}val", ""), elements) if base is not None else {}
    for field, (path, attribute) in _PLACES.items():
        found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
        value = found.get(f"{_W}{attribute}") if found is not None else None
        values |= {field: int(value)} if value is not None else {}
    if element.find(f"{_W}rPr/{_W}b") is not None:
        values["bold"] = True
    return values
