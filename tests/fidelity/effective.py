"""What a paragraph or run of a Word file comes to: defaults, styles and its own properties."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off"}
_ON_OR_OFF = {
    "b",
    "i",
    "keepNext",
    "keepLines",
    "suppressAutoHyphens",
    "noProof",
    "snapToGrid",
    "vanish",
}
_VALUES = {"sz", "spacing", "w", "kern", "position", "vertAlign", "color", "u", "jc", "outlineLvl"}
_GROUPS = {
    "spacing": ("before", "after", "line", "lineRule"),
    "ind": ("left", "right", "firstLine", "hanging"),
    "rFonts": ("ascii", "hAnsi"),
}
_FILLED = {
    "spacing.before": "0",
    "spacing.after": "0",
    "ind.left": "0",
    "ind.right": "0",
    "ind.firstLine": "0",
    "ind.hanging": "0",
    "jc": "left",
    "color": "auto",
    "position": "0",
    "u": "none",
}


@cache
def root(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def words(element: etree._Element) -> str:
    signs = {f"{W}tab": "|", f"{W}t": ""}
    nodes = (n for run in element.iter(f"{W}r") for n in run if n.tag in signs)
    return "".join(signs[n.tag] or n.text or "" for n in nodes)


def paragraph(path: Path, element: etree._Element) -> dict[str, str]:
    """Return the effective paragraph properties and those of its words' style."""
    own = element.find(f"{W}pPr")
    values: dict[str, str] = {}
    for source in _styles(path, _style_of(own, "pStyle"), "paragraph"):
        values = _merged(values, source.find(f"{W}pPr"))
    values = _merged(values, own)
    return _FILLED | {key: value for key, value in values.items() if value not in _OFF}


def run(path: Path, element: etree._Element) -> dict[str, str]:
    """Return the effective properties of a run: of its paragraph's style, its own style, itself."""
    holder = next(element.iterancestors(f"{W}p"))
    own = element.find(f"{W}rPr")
    values: dict[str, str] = {}
    for source in _styles(path, _style_of(holder.find(f"{W}pPr"), "pStyle"), "paragraph"):
        values = _merged(values, source.find(f"{W}rPr"))
    if own is not None and own.find(f"{W}rStyle") is not None:
        for source in _styles(path, _style_of(own, "rStyle"), "character"):
            values = _merged(values, source.find(f"{W}rPr"))
    values = _merged(values, own)
    shown = {key: value for key, value in values.items() if value not in _OFF}
    return {"color": "auto", "u": "none", "position": "0"} | shown


def _styles(path: Path, name: str, kind: str) -> Iterator[etree._Element]:
    """Yield the document's defaults, then the styles from the first ancestor to ``name``."""
    styles = root(path, "styles")
    if kind == "paragraph":
        defaults = styles.find(f"{W}docDefaults")
        if defaults is not None:
            yield from (level for level in defaults)
    chain = []
    found = {s.get(f"{W}styleId"): s for s in styles.iter(f"{W}style")}
    if not name and kind == "paragraph":
        name = "Normal"
    while name:
        style = found[name]
        chain.append(style)
        base = style.find(f"{W}basedOn")
        name = base.get(f"{W}val") if base is not None else ""
    yield from reversed(chain)


def _style_of(properties: etree._Element | None, tag: str) -> str:
    found = properties.find(f"{W}{tag}") if properties is not None else None
    return found.get(f"{W}val") if found is not None else ""


def _merged(values: dict[str, str], properties: etree._Element | None) -> dict[str, str]:
    merged = dict(values)
    for child in properties if properties is not None else ():
        name = etree.QName(child).localname
        if name == "tabs":
            merged["tabs"] = _tabs(merged.get("tabs", ""), child)
        elif name == "ind" and child.get(f"{W}firstLine") is not None:
            merged["ind.hanging"] = "0"
        if name in _ON_OR_OFF:
            merged[name] = "0" if child.get(f"{W}val") in _OFF else "1"
        elif name in _VALUES and child.get(f"{W}val") is not None:
            merged[name] = child.get(f"{W}val")
        for key in _GROUPS.get(name, ()):
            if child.get(W + key) is not None:
                merged[f"{name}.{key}"] = child.get(W + key)
    return merged


def _tabs(before: str, element: etree._Element) -> str:
    stops = dict(stop.split(":") for stop in before.split() if stop)
    for tab in element:
        position, kind = tab.get(f"{W}pos"), tab.get(f"{W}val")
        if kind == "clear":
            stops.pop(position, None)
        else:
            stops[position] = kind
    return " ".join(f"{at}:{kind}" for at, kind in sorted(stops.items(), key=lambda s: int(s[0])))
