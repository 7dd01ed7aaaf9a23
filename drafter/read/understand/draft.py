"""From what a reader found to the draft that prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from drafter.document import Kind
from drafter.draft import Adoption, Agenda, Draft, NoteText, Options, Sponsors, Words
from drafter.library.symbols import parse_symbol
from drafter.read.found import NO_ORIGIN, Chunk, Found, Origin, Zone
from drafter.read.understand.account import Account, Remark, Said, Weight
from drafter.read.understand.amending import mark_quoted
from drafter.read.understand.body import BodyReader
from drafter.read.understand.counting import Loose, counted
from drafter.read.understand.entries import Writer
from drafter.read.understand.front import Front, read_front
from drafter.read.understand.italics import with_titles
from drafter.read.understand.kinds import kind_of, text_start
from drafter.read.understand.marks import Marks, Series
from drafter.read.understand.node import Node, all_nodes
from drafter.read.understand.passage import Closing, Passage, Seat
from drafter.read.understand.pen import Pen, plain_text, with_plain_blanks
from drafter.read.understand.running import drop_running_heads
from drafter.read.understand.stars import Stars
from drafter.read.understand.texts import Texts
from drafter.read.understand.tree import nest

_ADOPTED = {Kind.RESOLUTION, Kind.DECISION}
_SHOWN = 60


class Understood(msgspec.Struct, frozen=True):
    """The draft, what was understood of the file, and the paragraphs as they stood in it."""

    draft: Draft
    account: Account
    said: tuple[Said, ...] = ()
    looks: bool = True


def understand(found: Found, name: str) -> Understood:
    """Return the draft that prints what was ``found`` in the file ``name``."""
    return _Understanding(found, name).result()


class _Understanding:
    """One file under way."""

    def __init__(self, found: Found, name: str) -> None:
        self.found = _with_plain_blanks(found)
        self.name = name
        self.pen = Pen(name)
        self.remarks: list[Remark] = []
        notes = self.found.notes
        self.stars = Stars((note for note in notes if "*" in note.mark), self.pen)
        self.marks = Marks((note for note in notes if "*" not in note.mark), self.stars)
        self.series: dict[int, Series] = {}
        self.loose_notes = 0

    def result(self) -> Understood:
        front, body = self._parted()
        front.kind = kind_of(front, body)
        reader = BodyReader(body, looks=self.found.looks, report=front.kind is Kind.REPORT)
        main = reader.read()
        self._drop_heads(front, main)
        laid_out = any(chunk.wrap is not None for _, chunk in body)
        if front.kind is Kind.AMENDMENT and not laid_out:
            mark_quoted(main.nodes)
        for passage in main.all_passages():
            passage.nodes = nest(passage.nodes)
        self._hang(main)
        self._leftovers(front, main)
        keys = self._head(front, reader.closing, main) | self._text(front, main)
        draft = Draft(kind=front.kind, file=self.name, **keys)
        missing = sum(len(series.missing) for series in self.series.values())
        account = counted(self.found, draft, self.remarks, Loose(self.loose_notes, missing))
        return Understood(draft, account, tuple(self._said(main)), self.found.looks)

    def _drop_heads(self, front: Front, main: Passage) -> None:
        title: Words = front.keys.get("title", Words(""))
        for node in drop_running_heads(main, title.text):
            self._remark(Weight.REPAIR, "running head left out", node.origin)

    def _said(self, main: Passage) -> Iterator[Said]:
        for passage in main.all_passages():
            for node in all_nodes(passage.nodes):
                if node.paragraph:
                    yield Said(self.pen.place(node.origin), node.label, node.parts)

    def _parted(self) -> tuple[Front, list[tuple[int, Chunk]]]:
        chunks = list(enumerate(self.found.chunks))
        text = [(index, chunk) for index, chunk in chunks if chunk.zone is Zone.TEXT]
        start = text_start([chunk for _, chunk in text])
        head = [chunk for _, chunk in chunks if chunk.zone is not Zone.TEXT]
        front = read_front([*head, *(chunk for _, chunk in text[:start])], self.stars, self.pen)
        return front, text[start:]

    # --- keys ------------------------------------------------------------------------------------

    def _head(self, front: Front, closing: Closing, main: Passage) -> dict[str, Any]:
        keys = dict(front.keys)
        keys["agenda"] = tuple(Agenda(**item) for item in keys.get("agenda", ()))
        if "sponsors" in keys:
            keys["sponsors"] = Sponsors(**keys["sponsors"])
        adoption = dict(keys.get("adoption", {}))
        if front.kind in _ADOPTED and closing.meeting:
            adoption["meeting"] = Words(closing.meeting)
            if closing.date:
                adoption.setdefault("date", Words(closing.date))
        if adoption:
            keys["adoption"] = Adoption(**adoption)
        if front.kind is not Kind.REPORT and not keys.get("title"):
            keys["title"] = Words("…", at=self.pen.place(main.origin))
            self._remark(Weight.DOUBT, "the document has no title", main.origin)
        return keys

    def _text(self, front: Front, main: Passage) -> dict[str, Any]:
        texts = Texts(Writer(self.pen), self._notes_of, looks=self.found.looks)
        keys = texts.keys(front.kind, main, _organ(front))
        notes, repeated = self._notes_of(main)
        keys["notes"] = notes
        if repeated:
            keys["options"] = Options(repeated_notes=Words("number"))
        return keys

    # --- notes -----------------------------------------------------------------------------------

    def _hang(self, main: Passage) -> None:
        for passage in main.all_passages():
            if passage is main or passage.seat is Seat.DRAFT:
                self.series[id(passage)] = self.marks.hang(_own_nodes(passage))

    def _notes_of(self, passage: Passage) -> tuple[dict[str, NoteText], bool]:
        series = self.series[id(passage)]
        notes: dict[str, NoteText] = {}
        for key, note in series.notes.items():
            place = self.pen.place(note.origin)
            parts = note.parts if self.found.looks else with_titles(note.parts)
            words = self.pen.marked(parts, note.origin)
            notes[key] = NoteText(text=words, asterisk="*" in note.mark, place=place)
        for key, node in series.missing.items():
            origin = node.origin if node else NO_ORIGIN
            place = self.pen.place(origin)
            notes[key] = NoteText(text=Words("…", at=place), place=place)
            self._remark(Weight.DOUBT, f"the file has no text for note {key[1:]}", origin)
        return notes, series.repeated

    # --- what found no place ---------------------------------------------------------------------

    def _leftovers(self, front: Front, main: Passage) -> None:
        """Keep what found no place at the end of the text."""
        last = list(main.all_passages())[-1]
        for chunk in front.left:
            self._keep(last, plain_text(chunk.parts), "a line of page 1", chunk.origin)
        loose = (*self.marks.left(), *self.stars.left())
        self.loose_notes = len(loose)
        for note in loose:
            text = f"{note.mark} {plain_text(note.parts)}"
            self._keep(last, text, "a note without anchor", note.origin)
        for residue in self.found.residues:
            self._keep(last, residue.text, residue.why, residue.origin)

    def _keep(self, passage: Passage, text: str, why: str, origin: Origin) -> None:
        if text.strip():
            passage.nodes.append(Node(residue=text, origin=origin, comment=why))
            self._remark(Weight.LOST, f"{why}: {text[:_SHOWN]}", origin)

    def _remark(self, weight: Weight, text: str, origin: Origin) -> None:
        self.remarks.append(Remark(weight, text, self.pen.place(origin)))


def _organ(front: Front) -> str:
    """Return the organ whose line the program prints: as written, or as the symbol tells."""
    organ, symbol = (front.keys.get(key, Words("")).text for key in ("organ", "symbol"))
    parsed = parse_symbol(symbol)
    return organ or (parsed.organ.value if parsed else "")


def _own_nodes(passage: Passage) -> Iterator[Node]:
    """Yield what shares one series of note numbers: the text with its annexes."""
    yield from passage.all_nodes()
    for annex in passage.annexes:
        yield from annex.all_nodes()


def _with_plain_blanks(found: Found) -> Found:
    return msgspec.structs.replace(
        found,
        chunks=tuple(map(_plain_chunk, found.chunks)),
        notes=tuple(
            msgspec.structs.replace(note, parts=with_plain_blanks(note.parts))
            for note in found.notes
        ),
    )


def _plain_chunk(chunk: Chunk) -> Chunk:
    parts = with_plain_blanks(chunk.parts)
    if chunk.grid is None:
        return msgspec.structs.replace(chunk, parts=parts)
    rows = tuple(tuple(map(with_plain_blanks, row)) for row in chunk.grid.rows)
    grid = msgspec.structs.replace(chunk.grid, rows=rows)
    return msgspec.structs.replace(chunk, parts=parts, grid=grid)
