"""Properties as the file writes them, at one place: a style, a level of a list, a paragraph, a run.

Only what stands there; :mod:`drafter.read.formats.word.styles` adds them up.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from drafter.read.formats.word.names import Element, is_on, length, value, w, whole

Values: TypeAlias = dict[str, Any]

_SWITCHES = {
    w("b"): "bold",
    w("i"): "italic",
    w("vanish"): "hidden",
    w("specVanish"): "hidden",
    w("webHidden"): "",
    w("strike"): "struck",
    w("dstrike"): "struck",
}
_STYLE, _SIZE, _RAISED, _POSITION = w("rStyle"), w("sz"), w("vertAlign"), w("position")
_UNDERLINE, _FONTS = w("u"), w("rFonts")
_RAISES = {"superscript": 1, "subscript": -1}
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
_LARGEST = 1638.0
_MOST_STOPS = 128


def run_values(properties: Element | None) -> Values:
    """Return what ``w:rPr`` says of the look of words."""
    found: Values = {}
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag in _SWITCHES:
            found[_SWITCHES[tag]] = is_on(child)
        elif tag == _SIZE:
            found["size"] = min(max(whole(value(child)), 0) / 2, _LARGEST)
        elif tag == _STYLE:
            found["style"] = value(child)
        elif tag == _RAISED:
            found["raised"] = _RAISES.get(value(child), 0)
        elif tag == _POSITION:
            found["position"] = whole(value(child))
        elif tag == _UNDERLINE:
            found["underlined"] = value(child) not in {"none", "0"}
        elif tag == _FONTS:
            font = value(child, "ascii") or value(child, "hAnsi")
            found["font"] = font if font.casefold().startswith(_SYMBOL_FONTS) else ""
    return found


_INDENT, _ALIGN, _OUTLINE, _NUMBER = w("ind"), w("jc"), w("outlineLvl"), w("numPr")
_TABS, _PSTYLE, _FRAME = w("tabs"), w("pStyle"), w("framePr")
_ALIGNS = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "center": "centre",
    "both": "justified",
    "distribute": "justified",
}


def paragraph_values(properties: Element | None) -> Values:
    """Return what ``w:pPr`` says of the place of a paragraph; lengths are in twips."""
    found: Values = {}
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _PSTYLE:
            found["style"] = value(child)
        elif tag == _INDENT:
            found |= _indents(child)
        elif tag == _ALIGN:
            found["align"] = _ALIGNS.get(value(child), "left")
        elif tag == _OUTLINE:
            found["outline"] = whole(value(child), -1)
        elif tag == _NUMBER:
            found |= _number(child)
        elif tag == _TABS:
            found["tabs"] = tuple(_stop(tab) for tab in child[:_MOST_STOPS])
        elif tag == _FRAME:
            found["frame"] = "drop" if value(child, "dropCap") in {"drop", "margin"} else "frame"
    return found


def _indents(element: Element) -> Values:
    found: Values = {}
    for name in ("left", "start"):
        if (left := length(element.get(w(name)))) is not None:
            found["left"] = left
    if (first := length(element.get(w("firstLine")))) is not None:
        found["first"] = first
    if (hanging := length(element.get(w("hanging")))) is not None:
        found["first"] = -hanging
    return found


def _number(element: Element) -> Values:
    """Return list and level; a number that a tracked change put there is told apart."""
    found: Values = {}
    for child in element:
        if child.tag == w("numId"):
            found["list"] = value(child)
        elif child.tag == w("ilvl"):
            found["depth"] = min(max(whole(value(child)), 0), 8)
        elif child.tag == w("ins"):
            found["list added"] = True
    return found


def _stop(tab: Element) -> tuple[int, str]:
    return whole(tab.get(w("pos"))), value(tab) or "left"
