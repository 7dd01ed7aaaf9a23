"""Notes and the marks they are printed with.

ISO/IEC 29500-1, 17.11: notes count in the order of their marks, each section or all together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from drafter.read.formats.word.blocks import Note
from drafter.read.formats.word.names import Element, child_value, value, w, whole
from drafter.read.formats.word.numbering import formatted

FOOTNOTE, ENDNOTE = "footnote", "endnote"
_KINDS = {w("footnoteReference"): FOOTNOTE, w("endnoteReference"): ENDNOTE}
_USUAL = {FOOTNOTE: "decimal", ENDNOTE: "lowerRoman"}
_MARKED = (w("bookmarkStart"), w("bookmarkEnd"), *_KINDS)
_NO_TEXT = {"separator", "continuationSeparator", "continuationNotice"}


class Counting(msgspec.Struct, frozen=True):
    """How the notes of a section count."""

    format: str
    start: int = 1
    restarts: bool = False


class Notes:
    """The notes of a file; marks are given out in reading order."""

    def __init__(self, sections: list[Mapping[str, Counting]]) -> None:
        self.all: list[Note] = []
        self.sections = sections
        self._known: dict[tuple[str, str], Note] = {}
        self._count: dict[str, int] = {}
        self._section: dict[str, int] = {}
        self._bookmarks: dict[str, tuple[str, str]] = {}

    def know_bookmarks(self, root: Element) -> None:
        """Learn which bookmark stands around which mark: fields refer to it by that."""
        unplaced: dict[str, str] = {}
        for element in root.iter(*_MARKED):
            if element.tag == _MARKED[0]:
                unplaced[value(element, "id")] = value(element, "name")
            elif element.tag == _MARKED[1]:
                unplaced.pop(value(element, "id"), None)
            elif unplaced:
                target = _KINDS[element.tag], value(element, "id")
                self._bookmarks |= dict.fromkeys(unplaced.values(), target)
                unplaced.clear()

    def reference(self, element: Element, section: int, place: int) -> Note:
        """Return the note that a mark in the text asks for, with its mark."""
        kind, name = _KINDS[element.tag], value(element, "id")
        note = self._known.get((kind, name))
        if note is None or note.mark:
            note = Note(kind, name)
            self._known.setdefault((kind, name), note)
        self.all.append(note)
        note.place = place
        if element.get(w("customMarkFollows")) not in {"1", "true", "on"}:
            note.mark = self._next(kind, section)
        return note

    def at_bookmark(self, name: str) -> Note | None:
        """Return the note whose mark stands in a bookmark; its own mark may be given out later."""
        target = self._bookmarks.get(name)
        return self._known.setdefault(target, Note(*target)) if target else None

    def referred(self, root: Element) -> set[tuple[str, str]]:
        """Return the notes that the text has a mark for, be it deleted or hidden."""
        return {(_KINDS[each.tag], value(each, "id")) for each in root.iter(*_KINDS)}

    def tell_apart(self) -> None:
        """Give endnotes marks of their own where footnotes have the same."""
        taken = {note.mark for note in self.all if note.kind == FOOTNOTE}
        clash = any(note.kind == ENDNOTE and note.mark in taken for note in self.all)
        for note in self.all if clash else ():
            if note.kind == ENDNOTE:
                note.mark = f"e{note.mark}"

    def _next(self, kind: str, section: int) -> str:
        counting = self.sections[section] if section < len(self.sections) else {}
        how = counting.get(kind) or Counting(_USUAL[kind])
        before = self._section.get(kind)
        if before is None or (how.restarts and before != section):
            self._count[kind] = how.start - 1
        self._section[kind] = section
        self._count[kind] += 1
        return formatted(self._count[kind], how.format)


def sections_of(root: Element, settings: Element | None) -> list[Mapping[str, Counting]]:
    """Return how notes count in each section of the text, in order."""
    found: list[Mapping[str, Counting]] = []
    for section in root.iter(w("sectPr")):
        above = section.getparent()
        if above is not None and above.tag != w("sectPrChange"):
            found.append({kind: _counting(kind, section, settings) for kind in (FOOTNOTE, ENDNOTE)})
    return found or [{kind: _counting(kind, None, settings) for kind in (FOOTNOTE, ENDNOTE)}]


def _counting(kind: str, section: Element | None, settings: Element | None) -> Counting:
    name = w(f"{kind}Pr")
    places = [each.find(name) for each in (section, settings) if each is not None]
    said = {
        what: next((text for place in places if (text := child_value(place, what))), "")
        for what in ("numFmt", "numStart", "numRestart")
    }
    return Counting(
        said["numFmt"] or _USUAL[kind],
        min(max(whole(said["numStart"], 1), 1), 9999),
        said["numRestart"] == "eachSect",
    )


def note_elements(root: Element | None, kind: str) -> Iterator[tuple[str, Element]]:
    """Yield the notes of a part with their ids, separators left out."""
    for element in root.iter(w(kind)) if root is not None else ():
        if value(element, "type") not in _NO_TEXT:
            yield value(element, "id"), element
