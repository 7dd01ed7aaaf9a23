"""Elements around paragraphs and runs: which are looked into, and which hold no words."""

from __future__ import annotations

from drafter.read.formats.word.names import MC, Element, w

OPAQUE = frozenset(
    map(
        w,
        (
            *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr"),
            *("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"),
            *("fldData", "ffData", "delInstrText", "rt", "rubyPr", "numberingChange"),
        ),
    )
)
"""Elements that hold properties, codes or reading aids, never words of the text."""
ALTERNATIVES = f"{MC}AlternateContent"
BOX = w("txbxContent")
CONTROL = w("sdt")
_WAYS = {f"{MC}Choice", f"{MC}Fallback"}


def alternative(element: Element) -> list[Element]:
    """Return the one way of saying something that is read, of several that say the same."""
    ways = [child for child in element if child.tag in _WAYS]
    saying = (each for each in ways if next(each.iter(w("t"), w("sym")), None) is not None)
    found = next(saying, ways[0] if ways else None)
    return [] if found is None else [found]


def is_hint(control: Element) -> bool:
    """Tell whether a content control shows what to fill in, since nobody did."""
    properties = control.find(w("sdtPr"))
    return properties is not None and properties.find(w("showingPlcHdr")) is not None


def controlled(control: Element) -> list[Element]:
    """Return what a content control holds."""
    return list(control.iterchildren(w("sdtContent")))
