"""What stands inside a paragraph: runs and whatever wraps them become pieces.

Wrappers may be nested to any depth; they are walked with a stack of our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from drafter.read.formats.word.blocks import Note, Piece
from drafter.read.formats.word.changes import Tracked
from drafter.read.formats.word.fields import Field, Fields
from drafter.read.formats.word.names import (
    CHART,
    DIAGRAM,
    DRAWING,
    MC,
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
SDT = w("sdt")

_TEXTS = {w("t"), f"{M}t"}
_BREAKS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("ptab"): "\t"}
_PICTURES = {f"{DRAWING}blip", f"{VML}imagedata", f"{CHART}chart", f"{DIAGRAM}relIds"}
_REFERENCES = {w("footnoteReference"), w("endnoteReference")}
_COMMENTS = {w("commentRangeStart"), w("commentReference")}
_RUN, _RUN_LOOK = w("r"), w("rPr")
_LINK, _SIMPLE = w("hyperlink"), w("fldSimple")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_BLANKS = str.maketrans("\t\r\n", "   ")
_SPACES = str.maketrans(dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a", " "))

Closing: TypeAlias = Callable[[], None]


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
        self._paragraph = ""
        self._face = Face()
        self._pieces: list[Piece] = []
        self._custom: Note | None = None
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

    def read(self, paragraph: Element, style: str) -> list[Piece]:
        """Return the pieces of ``paragraph``; text boxes and comments in it are put aside."""
        self._paragraph = style
        self._pieces = []
        self.boxes, self.comments = [], []
        stack: list[tuple[Iterator[Element], Closing | None]] = [(iter(paragraph), None)]
        while stack:
            child = next(stack[-1][0], None)
            if child is None:
                closing = stack.pop()[1]
                if closing is not None:
                    closing()
            elif opened := self._take(child):
                stack.append(opened)
        if self._custom is not None:
            self._custom.mark, self._custom = "*", None
        return self._pieces

    def _take(self, element: Element) -> tuple[Iterator[Element], Closing | None] | None:
        """Take one element; return what is inside where it only wraps other elements."""
        take = self._takes.get(element.tag)
        if take is not None:
            take(element)
            return None
        if element.tag != _RUN:
            return self._inside(element)
        look = self.tracked.properties(element.find(_RUN_LOOK))
        self._face = self.reading.styles.face(self._paragraph, run_values(look))
        return iter(element), None

    def _inside(self, element: Element) -> tuple[Iterator[Element], Closing | None]:
        """Return what a wrapper holds, and what is to be done at its end."""
        match element.tag:
            case name if name == ALTERNATIVES:
                return iter(alternative(element)), None
            case name if name == SDT:
                return iter(self.controlled(element)), None
            case name if name == _LINK:
                start = len(self._pieces)
                address = self._address(element)
                return iter(element), lambda: self._link(start, address)
            case name if name == _SIMPLE:
                field = Field([value(element, "instr")])
                field.show(self._pieces)
                return iter(element), lambda: self._end_field(field)
            case _:
                return iter(element), None

    def controlled(self, element: Element) -> list[Element]:
        """Return what a content control holds: not the hint of one that nobody filled in."""
        properties = element.find(w("sdtPr"))
        if properties is not None and properties.find(w("showingPlcHdr")) is not None:
            self.leave_out("empty content controls left out")
            return []
        return list(element.iterchildren(w("sdtContent")))

    def _comment(self, element: Element) -> None:
        self.comments.append(value(element, "id"))

    def _picture(self, element: Element) -> None:
        del element
        self.leave_out("pictures and charts left out")

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
            if self._custom is not None and text and not bare:
                self._mark_before()
            text = bare.translate(_SPACES).replace("\u202f", "\u00a0")
        self._add(text)

    def _break(self, element: Element) -> None:
        kind = value(element, "type")
        self._add(_BREAKS[element.tag] if kind in {"", "textWrapping"} else " ")

    def _symbol(self, element: Element) -> None:
        self._add(character(value(element, "char"), value(element, "font")))

    def _add(self, text: str) -> None:
        face = self._face
        if not text or self.fields.hides:
            return
        if face.hidden:
            self.leave_out("hidden words left out")
            return
        if self.fields.contents:
            self.leave_out("table of contents left out")
            return
        if self._custom is not None and text.strip():
            text = self._mark_after(text)
        if not text or self._repeats_mark(text):
            return
        self._pieces.append(
            Piece(
                text,
                face.italic,
                face.bold,
                face.raised,
                face.size,
                face.underlined,
                face.struck,
            )
        )

    # --- marks of notes ------------------------------------------------------------------------------

    def _reference(self, element: Element) -> None:
        note = self.reading.notes.reference(element, self.section, self.place)
        self._pieces.append(Piece(note.mark, raised=1, note=note))
        self._custom = None if note.mark else note

    def _mark_after(self, text: str) -> str:
        """Give a note the mark that is typed behind its reference; return the words after it."""
        note, self._custom = self._custom, None
        mark = text.split(maxsplit=1)[0]
        if note is not None:
            note.mark = mark
        return text[text.index(mark) + len(mark) :]

    def _repeats_mark(self, text: str) -> bool:
        """Tell whether ``text`` is the star of the note right before it, as LibreOffice repeats it."""
        note = self._pieces[-1].note if self._pieces else None
        return note is not None and note.mark.startswith("*") and text.strip() == note.mark

    def _mark_before(self) -> None:
        """Give a note the mark that is typed before its reference, which shows nothing itself."""
        note, self._custom = self._custom, None
        at = len(self._pieces) - 2
        if note is not None and at >= 0 and (mark := self._pieces[at].text.strip()):
            note.mark = mark
            del self._pieces[at]

    # --- fields and links ----------------------------------------------------------------------------

    def _code(self, element: Element) -> None:
        self.fields.code(element.text or "")

    def _field_sign(self, element: Element) -> None:
        ended = self.fields.take(element, self._pieces)
        if ended is not None and ended.shows:
            self._end_field(ended)

    def _end_field(self, field: Field) -> None:
        if field.pieces is not self._pieces:
            return
        shown = self._pieces[field.start :]
        if field.kind == "NOTEREF":
            raised = "\\f" in field.words or any(piece.raised > 0 for piece in shown)
            note = self.reading.notes.at_bookmark(field.argument)
            if note is not None and raised:
                words = "".join(piece.text for piece in shown)
                self._pieces[field.start :] = [Piece(words, raised=1, note=note)]
        elif field.kind == "HYPERLINK":
            self._link(field.start, field.argument)

    def _address(self, element: Element) -> str:
        found = self.links.get(element.get(f"{R}id") or "")
        return found.target if found and found.external else ""

    def _link(self, start: int, address: str) -> None:
        """Put the address behind the words of a link, where it is asked for and says more."""
        shown = self._pieces[start:]
        words = "".join(piece.text for piece in shown).strip()
        if (
            not self.reading.keep_links
            or not shown
            or not address
            or _bare(address) == _bare(words)
        ):
            return
        last = shown[-1]
        self._pieces.append(Piece(f" <{address}>", last.italic, last.bold, size=last.size))


def _ignore(element: Element) -> None:
    del element


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/") if "://" in address else address.rstrip("/")


def alternative(element: Element) -> list[Element]:
    """Return the one way of saying something that is read, of several that say the same."""
    choices = [child for child in element if child.tag in {f"{MC}Choice", f"{MC}Fallback"}]
    saying = (each for each in choices if next(each.iter(w("t"), w("sym")), None) is not None)
    found = next(saying, choices[0] if choices else None)
    return [] if found is None else [found]
