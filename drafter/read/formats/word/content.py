"""What stands inside a paragraph: runs and whatever wraps them become pieces.

Wrappers may be nested to any depth; they are walked with a stack of our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from drafter.read.formats.word.blocks import Piece
from drafter.read.formats.word.changes import Tracked
from drafter.read.formats.word.fields import Field, Fields
from drafter.read.formats.word.line import Line
from drafter.read.formats.word.names import (
    CHART,
    DIAGRAM,
    DRAWING,
    PRESERVE,
    VML,
    Element,
    M,
    R,
    value,
    w,
)
from drafter.read.formats.word.package import Relation
from drafter.read.formats.word.properties import run_values
from drafter.read.formats.word.registry import Notes
from drafter.read.formats.word.styles import Face, Styles
from drafter.read.formats.word.symbols import character, in_font, private
from drafter.read.formats.word.wrappers import (
    ALTERNATIVES,
    BOX,
    CONTROL,
    OPAQUE,
    alternative,
    controlled,
    is_hint,
)

_TEXTS = {w("t"), f"{M}t"}
_BREAKS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("ptab"): "\t"}
_PICTURES = {f"{DRAWING}blip", f"{VML}imagedata", f"{CHART}chart", f"{DIAGRAM}relIds"}
_REFERENCES = {w("footnoteReference"), w("endnoteReference")}
_COMMENTS = {w("commentRangeStart"), w("commentReference")}
_RUN, _RUN_LOOK = w("r"), w("rPr")
_LINK, _SIMPLE = w("hyperlink"), w("fldSimple")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_BLANKS = str.maketrans("\t\r\n", "   ")
_WIDE = "\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
_SPACES = str.maketrans(f"{_WIDE}\u202f", " " * len(_WIDE) + "\u00a0")

Inside: TypeAlias = tuple[Iterator[Element], Callable[[], None] | None]
"""What a wrapper holds, and what is done at its end."""
_DEEPEST = 32


class Reading(msgspec.Struct, frozen=True):
    """What holds for all parts of a file: looks, changes, notes, whether addresses are kept."""

    styles: Styles
    tracked: Tracked
    notes: Notes
    keep_links: bool


class Content:
    """Reads the insides of paragraphs of one part of the file, in reading order."""

    def __init__(self, root: Element, reading: Reading, links: Mapping[str, Relation]) -> None:
        self.reading = reading
        self.tracked = reading.tracked
        self.links = links
        self.fields = Fields(root, reading.tracked)
        self.left_out: dict[str, int] = {}
        self.section = 0
        self.place = 0
        self.boxes: list[Element] = []
        self.comments: list[str] = []
        self._style = ""
        self._face = Face()
        self._line = self._new_line()
        self._takes = self._table()

    def _table(self) -> dict[str, Callable[[Element], None]]:
        """Return what is done with the elements that a paragraph consists of."""
        found: dict[str, Callable[[Element], None]] = dict.fromkeys(_TEXTS, self._text)
        found |= dict.fromkeys(_BREAKS, self._break) | dict.fromkeys(_PICTURES, self._picture)
        found |= dict.fromkeys(_REFERENCES, self._reference)
        found |= dict.fromkeys(_COMMENTS, self._comment)
        found |= dict.fromkeys(OPAQUE | self.tracked.gone | {w("softHyphen")}, _ignore)
        found[w("noBreakHyphen")] = lambda _: self._add("\u2011")
        found[w("delText")] = self._text if self.tracked.rejects else _ignore
        found[w("sym")] = self._symbol
        found[w("fldChar")] = self._field_sign
        found[w("instrText")] = self._code
        found[BOX] = lambda box: self.boxes.append(box)  # noqa: PLW0108 - the list is made anew
        return found

    def _new_line(self) -> Line:
        return Line(self.reading.notes, keep_links=self.reading.keep_links)

    def read(self, paragraph: Element, style: str) -> list[Piece]:
        """Return the pieces of ``paragraph``; text boxes and comments in it are put aside."""
        self._style = style
        self._face = self.reading.styles.face(style, {})
        self._line = self._new_line()
        self.boxes, self.comments = [], []
        stack: list[Inside] = [(iter(paragraph), None)]
        while stack:
            child = next(stack[-1][0], None)
            if child is None:
                closing = stack.pop()[1]
                if closing is not None:
                    closing()
            elif opened := self._take(child):
                stack.append(opened)
        return self._line.finished()

    def _take(self, element: Element) -> Inside | None:
        """Take one element; return what is inside where it only wraps other elements."""
        take = self._takes.get(element.tag)
        if take is not None:
            take(element)
            return None
        if element.tag != _RUN:
            return self._inside(element)
        look = self.tracked.properties(element.find(_RUN_LOOK))
        self._face = self.reading.styles.face(self._style, run_values(look))
        return iter(element), None

    def _inside(self, element: Element) -> Inside:
        """Return what a wrapper holds, and what is to be done at its end."""
        line = self._line
        match element.tag:
            case name if name == ALTERNATIVES:
                return iter(alternative(element)), None
            case name if name == CONTROL:
                return iter(self.controlled(element)), None
            case name if name == _LINK:
                start, address = len(line.pieces), self._address(element)
                return iter(element), lambda: line.link(start, address)
            case name if name == _SIMPLE:
                field = Field([value(element, "instr")])
                field.show(line.pieces)
                return iter(element), lambda: line.end_field(field)
            case _:
                return iter(element), None

    def controlled(self, element: Element) -> list[Element]:
        """Return what a content control holds: not the hint of one that nobody filled in."""
        if not is_hint(element):
            return controlled(element)
        self.leave_out("empty content controls left out")
        return []

    def leave_out(self, what: str) -> None:
        """Count something that is not read."""
        self.left_out[what] = self.left_out.get(what, 0) + 1

    # --- words -------------------------------------------------------------------------------------

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if element.get(PRESERVE) != "preserve":
            text = text.strip(" \t\r\n")
        if not text.isprintable():
            text = text.translate(_BLANKS)
        if self._face.font or private(text):
            text = in_font(text, self._face.font)
        if not text.isascii():
            bare = text.translate(_UNSEEN)
            if text and not bare:
                self._line.unseen()
            text = bare.translate(_SPACES)
        self._add(text)

    def _break(self, element: Element) -> None:
        kind = value(element, "type")
        self._add(_BREAKS[element.tag] if kind in {"", "textWrapping"} else " ")

    def _symbol(self, element: Element) -> None:
        self._add(character(value(element, "char"), value(element, "font")))

    def _add(self, text: str) -> None:
        if text and self._is_seen():
            self._line.add(text, self._face)

    def _is_seen(self) -> bool:
        """Tell whether words at this place are shown and wanted; count them if not."""
        if self.fields.hides:
            return False
        if self._face.hidden:
            self.leave_out("hidden words left out")
        elif self.fields.contents:
            self.leave_out("table of contents left out")
        else:
            return True
        return False

    # --- other elements ------------------------------------------------------------------------------

    def _reference(self, element: Element) -> None:
        if self._is_seen():
            self._line.refer(self.reading.notes.reference(element, self.section, self.place))

    def _comment(self, element: Element) -> None:
        self.comments.append(value(element, "id"))

    def _picture(self, element: Element) -> None:
        del element
        self.leave_out("pictures and charts left out")

    def _code(self, element: Element) -> None:
        self.fields.code(element.text or "")

    def _field_sign(self, element: Element) -> None:
        ended = self.fields.take(element, self._line.pieces)
        if ended is not None and ended.shows and len(self.fields.open) < _DEEPEST:
            self._line.end_field(ended)

    def _address(self, element: Element) -> str:
        found = self.links.get(element.get(f"{R}id") or "")
        return found.target if found and found.external else ""


def _ignore(element: Element) -> None:
    del element
