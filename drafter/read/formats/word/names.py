"""The names of WordprocessingML (ISO/IEC 29500-1, part 17), and values in its attributes."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
VML = "{urn:schemas-microsoft-com:vml}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"

_VAL = f"{W}val"
_OFF = {"0", "false", "off", "none"}
_LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{1,6})?)(pt|cm|mm|in|pc|pi)?")
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "pc": 240.0, "pi": 240.0}


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return W + name


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of ``element``; empty where either is missing."""
    return "" if element is None else element.get(W + name) or ""


def child_value(element: Element | None, name: str) -> str:
    """Return what the child ``name`` says in its attribute ``val``."""
    return "" if element is None else value(element.find(W + name))


def is_on(element: Element) -> bool:
    """Tell whether a switch such as ``w:b`` is on: it is where it merely stands."""
    return element.get(_VAL, "1") not in _OFF


def length(text: str | None) -> int | None:
    """Return a length in twips; None where ``text`` is none.

    The strict form of the format writes units, ``12pt``; the usual one writes twips.
    """
    match = _LENGTH.fullmatch(text or "")
    return round(float(match[1]) * _TWIPS.get(match[2], 1.0)) if match else None


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return a number of a few figures; ``otherwise`` where ``text`` is none."""
    found = length(text)
    return otherwise if found is None else found
