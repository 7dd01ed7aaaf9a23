"""What words and paragraphs look like once styles, lists and direct formatting are added up.

ISO/IEC 29500-1, 17.7.2 (the order) and 17.7.3 (switches that turn each other off).
"""

from __future__ import annotations

import msgspec

from drafter.read.formats.word.names import Element, child_value, value, w
from drafter.read.formats.word.numbering import Numbering
from drafter.read.formats.word.properties import Values, paragraph_values, run_values

_USUAL_SIZE = 10.0
_SWITCHES = ("bold", "italic", "hidden", "struck")
_LONGEST = 64
_RAISED_ABOVE = 3
_MOST_STOPS = 64


class Face(msgspec.Struct, frozen=True):
    """The look of words; ``raised`` is 1 for superscript and -1 for subscript."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    struck: bool = False
    underlined: bool = False
    raised: int = 0
    size: float = _USUAL_SIZE
    font: str = ""


class Shape(msgspec.Struct, frozen=True):
    """The place of a paragraph; lengths in twips, ``first`` counted from ``left``.

    ``outline`` is the level of a heading from 0, -1 for text. ``list`` is the automatic list.
    """

    style: str = ""
    name: str = ""
    left: int = 0
    first: int = 0
    align: str = ""
    outline: int = -1
    list: str = ""
    depth: int = 0
    tabs: tuple[tuple[int, str], ...] = ()
    frame: str = ""


class _Style(msgspec.Struct, frozen=True):
    id: str
    name: str
    base: str
    paragraph: Values
    run: Values
    head: bool = False


class Styles:
    """The styles of a file; looks are worked out once for each combination in use."""

    def __init__(self, root: Element | None, numbering: Numbering) -> None:
        self.numbering = numbering
        self._styles: dict[tuple[str, str], _Style] = {}
        self._default = ""
        self._run_defaults: Values = {}
        self._paragraph_defaults: Values = {}
        self._faces: dict[object, Face] = {}
        self._shapes: dict[str, Values] = {}
        self._chains: dict[tuple[str, str], Values] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        defaults = root.find(w("docDefaults"))
        if defaults is not None:
            run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
            self._run_defaults = run_values(run)
            paragraph = defaults.find(f"{w('pPrDefault')}/{w('pPr')}")
            self._paragraph_defaults = paragraph_values(paragraph)
        for element in root.iter(w("style")):
            kind, name = value(element, "type") or "paragraph", value(element, "styleId")
            self._styles[kind, name] = _Style(
                name,
                child_value(element, "name") or name,
                child_value(element, "basedOn"),
                paragraph_values(element.find(w("pPr"))),
                run_values(element.find(w("rPr"))),
                any(value(part, "type") == "firstRow" for part in element.iter(w("tblStylePr"))),
            )
            if kind == "paragraph" and element.get(w("default")) in {"1", "true", "on"}:
                self._default = name

    # --- words -------------------------------------------------------------------------------------

    def face(self, paragraph: str, direct: Values) -> Face:
        """Return the look of a run in a paragraph of the style ``paragraph``."""
        key = (paragraph, *direct.items())
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = self._face(paragraph, direct)
        return found

    def _face(self, paragraph: str, direct: Values) -> Face:
        above = self._chain("paragraph", paragraph)
        own = self._chain("character", direct.get("style", ""))
        values = self._run_defaults | above | own | direct
        for switch in _SWITCHES:
            if switch not in direct:
                usual = bool(self._run_defaults.get(switch))
                values[switch] = usual or bool(above.get(switch)) != bool(own.get(switch))
        size = values.get("size") or _USUAL_SIZE
        raised = values.get("raised", 0)
        base = (self._run_defaults | above).get("size") or _USUAL_SIZE
        if not raised and values.get("position", 0) >= _RAISED_ABOVE and size < base:
            raised = 1
        return Face(
            bold=bool(values["bold"]),
            italic=bool(values["italic"]),
            hidden=bool(values["hidden"]),
            struck=bool(values["struck"]),
            underlined=bool(values.get("underlined")),
            raised=raised,
            size=size,
            font=values.get("font", ""),
        )

    def _chain(self, kind: str, name: str) -> Values:
        """Return the look that a style and those it is based on come to."""
        found = self._chains.get((kind, name))
        if found is None:
            found = {}
            for style in self._bases(kind, name):
                found |= style.run
            self._chains[kind, name] = found
        return found

    def sets_off_first_row(self, name: str) -> bool:
        """Tell whether a table style has a look of its own for the first row."""
        return any(style.head for style in self._bases("table", name))

    def _bases(self, kind: str, name: str) -> list[_Style]:
        """Return the styles from the one that all are based on to the one called ``name``."""
        chain: list[_Style] = []
        seen: set[str] = set()
        while name not in seen and len(chain) < _LONGEST:
            seen.add(name)
            style = self._styles.get((kind, name))
            if style is None:
                break
            chain.insert(0, style)
            name = style.base
        return chain

    # --- paragraphs ----------------------------------------------------------------------------------

    def shape(self, properties: Element | None, *, former: bool = False) -> Shape:
        """Return the place of a paragraph; ``former`` leaves out numbers that a change added."""
        direct = paragraph_values(properties)
        if former and direct.pop("list added", False):
            direct.pop("list", None)
        name = direct.get("style", "")
        if ("paragraph", name) not in self._styles:
            name = self._default
        values = self._merged(dict(self._of_style(name)), direct)
        number = values.get("list", "")
        style = self._styles.get(("paragraph", name))
        return Shape(
            style=name,
            name=style.name if style else "",
            left=values.get("left", 0),
            first=values.get("first", 0),
            align=values.get("align", ""),
            outline=values.get("outline", -1),
            list="" if number == "0" else number,
            depth=values.get("depth", 0),
            tabs=tuple(sorted((pos, kind) for pos, kind in values.get("tabs", {}).items())),
            frame=values.get("frame", ""),
        )

    def _of_style(self, name: str) -> Values:
        found = self._shapes.get(name)
        if found is None:
            found = self._merged({}, self._paragraph_defaults)
            for style in self._bases("paragraph", name):
                own = dict(style.paragraph)
                if "list" in own or "depth" in own:
                    number = str(own.get("list", found.get("list", "")))
                    own["depth"] = self.numbering.depth_of(number, style.id) or own.get("depth", 0)
                found = self._merged(found, own)
            self._shapes[name] = found
        return found

    def _merged(self, below: Values, own: Values) -> Values:
        """Return ``below`` with what stands nearer to the paragraph, a list's indents between."""
        if "list" in own or "depth" in own:
            number, depth = str(own.get("list", below.get("list", ""))), own.get("depth", 0)
            level = self.numbering.level(number, depth)
            if level is not None:
                below = _joined(below, paragraph_values(level.properties))
        return _joined(below, own)


def _joined(below: Values, own: Values) -> Values:
    values = below | own
    if "tabs" in own:
        stops = dict(below.get("tabs", {}))
        for position, kind in own["tabs"]:
            if kind == "clear":
                stops.pop(position, None)
            elif len(stops) < _MOST_STOPS:
                stops[position] = kind
        values["tabs"] = stops
    return values
