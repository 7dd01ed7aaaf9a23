"""Entries become pieces: paragraphs with their sub-paragraphs, headings, tables, quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.assemble.expand import Expanded, expand
from drafter.assemble.pieces import HeadPiece, Piece, Seat, TablePiece, Work
from drafter.document import HeadingRole, Role
from drafter.draft import Entry, TableEntry, Words
from drafter.errors import Place
from drafter.inline import Parts, Text, markup, parse
from drafter.library.clauses import FilledItem, Library
from drafter.library.numerals import parse_roman, roman

_NONE = "none"
_SHOWN = 60


class Entries:
    """Adds entries to the work; ``drafts`` takes those that hold the drafts of a report."""

    def __init__(self, work: Work, library: Library, drafts: Callable[[Entry], None]) -> None:
        self.work = work
        self.library = library
        self.drafts = drafts

    def add_all(self, entries: Iterable[Entry], seat: Seat, *, numbered: bool = True) -> None:
        """Add ``entries`` in the series ``seat``."""
        for entry in entries:
            self._add_entry(entry, seat, numbered=numbered)

    def _add_entry(self, entry: Entry, seat: Seat, *, numbered: bool) -> None:
        if not self._one_kind(entry):
            return
        if entry.residue:
            message = f"words that found no place are kept and not printed: {_short(entry.residue)}"
            self.work.notice(entry.residue.place, message, "put them where they belong")
        elif entry.heading:
            self._entry_heading(entry)
        elif entry.table:
            self._table(entry.table)
        elif entry.drafts:
            self.drafts(entry)
        else:
            self._paragraph(entry, seat, numbered=numbered)

    def _one_kind(self, entry: Entry) -> bool:
        other = (
            entry.clause.text
            or entry.heading.text
            or entry.table
            or entry.drafts
            or entry.residue.text
        )
        if entry.text.text.strip() and not other:
            return True
        named = [
            name
            for name, given in (
                ("text", bool(entry.text)),
                ("clause", bool(entry.clause)),
                ("heading", bool(entry.heading)),
                ("table", entry.table is not None),
                ("drafts", bool(entry.drafts)),
                ("residue", bool(entry.residue)),
            )
            if given
        ]
        if len(named) > 1:
            message = f"one entry has {' and '.join(named)}"
            self.work.problem(entry.place, message, "begin a new entry with - for each")
        elif not named and not entry.quote:
            self.work.problem(entry.place, "the paragraph is empty", "write its text, or remove it")
        return len(named) == 1 or bool(entry.quote and not named)

    def _entry_heading(self, entry: Entry) -> None:
        role = HeadingRole.SIDE if entry.level == 1 else HeadingRole.MINOR
        head = self.heading(role, entry.heading)
        head.id = entry.id.text.strip()
        numeral = entry.numeral.text.strip()
        head.label = self._next_numeral() if numeral.lower() == "automatic" else numeral

    def _next_numeral(self) -> str:
        series = self.work.series
        used = [
            number
            for item in self.work.items
            if isinstance(item, HeadPiece) and item.series == series
            if (number := parse_roman(item.label) or 0)
        ]
        return roman(max(used, default=0) + 1)

    def _table(self, entry: TableEntry) -> None:
        self.add(
            TablePiece(
                entry,
                entry.label.text.strip(),
                parse_words(self.work, entry.title),
                [parse_words(self.work, words) for words in entry.columns],
                [[parse_words(self.work, words) for words in row] for row in entry.rows],
                parse_words(self.work, entry.note),
                place=entry.place,
            )
        )

    def _paragraph(self, entry: Entry, seat: Seat, *, numbered: bool) -> None:
        said = expand(self.work, self.library, entry, seat)
        if said is None:
            return
        if entry.text or entry.clause:
            piece = self._piece(entry, said, seat, numbered=numbered)
            piece.leads_in = bool(entry.items or said.items or entry.quote)
            self.add(piece)
            self._filled_items(said.items, piece)
            self._items(entry.items, piece)
            self._then(entry, piece)
        self._quote(entry, seat)

    def _piece(self, entry: Entry, said: Expanded, seat: Seat, *, numbered: bool) -> Piece:
        place = said.place or said.words.place
        return Piece(
            _role(seat, numbered=numbered, label=entry.number.text.strip().lower()),
            parse_words(self.work, said.words, said.place),
            seat,
            managed=bool(said.clause),
            opening=entry.opening or None,
            asked_label=entry.number.text.strip(),
            ending=entry.ending.text.strip(),
            id=entry.id.text.strip(),
            source=entry.source.text.strip(),
            comment=entry.comment.text.strip(),
            clause=said.clause,
            place=place,
            locate=(lambda _offset: place) if said.clause else said.words.place_at,
        )

    def _filled_items(self, items: tuple[FilledItem, ...], parent: Piece) -> None:
        for item in items:
            parts = parse_words(self.work, Words(item.text), parent.place)
            piece = self._item_piece(parts, parent, parent.place)
            piece.leads_in = bool(item.items)
            self.add(piece)
            self._filled_items(item.items, piece)

    def _items(self, items: tuple[Entry, ...], parent: Piece) -> None:
        for entry in items:
            if not entry.text:
                self.work.problem(entry.place, "the sub-paragraph is empty", "write its text")
                continue
            piece = self._item_piece(parse_words(self.work, entry.text), parent, entry.text.place)
            piece.leads_in = bool(entry.items or entry.quote)
            piece.id, piece.source = entry.id.text.strip(), entry.source.text.strip()
            piece.comment = entry.comment.text.strip()
            piece.ending, piece.asked_label = entry.ending.text.strip(), entry.number.text.strip()
            piece.locate = entry.text.place_at
            self.add(piece)
            self._items(entry.items, piece)
            self._then(entry, piece)

    def _item_piece(self, parts: Parts, parent: Piece, place: Place) -> Piece:
        return Piece(
            Role.ITEM,
            parts,
            parent.seat,
            level=parent.level + 1,
            quoted=parent.quoted,
            clause=parent.clause,
            place=place,
        )

    def _then(self, entry: Entry, parent: Piece) -> None:
        if entry.then is None:
            return
        then = entry.then if isinstance(entry.then, Entry) else Entry(text=entry.then)
        piece = Piece(
            Role.RESUMED,
            parse_words(self.work, then.text),
            parent.seat,
            level=parent.level,
            quoted=parent.quoted,
            resumes=True,
            leads_in=bool(then.items),
            id=then.id.text.strip(),
            ending=then.ending.text.strip(),
            place=then.text.place,
            locate=then.text.place_at,
        )
        self.add(piece)
        self._items(then.items, piece)
        self._then(then, piece)

    def _quote(self, entry: Entry, seat: Seat) -> None:
        start = len(self.work.items)
        for quoted in entry.quote:
            self._add_entry(quoted, seat, numbered=False)
        for item in self.work.items[start:]:
            if isinstance(item, Piece | HeadPiece):
                item.quoted = True

    def heading(self, role: HeadingRole, words: Words) -> HeadPiece:
        """Add a heading and return it."""
        piece = HeadPiece(
            role, parse_words(self.work, words), place=words.place, locate=words.place_at
        )
        self.add(piece)
        return piece

    def add(self, piece: Piece | HeadPiece | TablePiece) -> None:
        """Add ``piece`` to the scope and series at hand."""
        piece.scope = self.work.scope
        if not isinstance(piece, TablePiece):
            piece.series = self.work.series
        self.work.items.append(piece)


def _short(words: Words) -> str:
    text = " ".join(words.text.split())
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def parse_words(work: Work, words: Words, place: Place | None = None) -> Parts:
    """Return the parts of ``words``; broken markup is a problem at its own place."""
    parts, errors = parse(words.text)
    for error in errors:
        work.problem(place or words.place_at(error.offset), error.message, error.advice)
    return parts


def parse_plain(work: Work, words: Words, place: Place | None = None) -> Parts:
    """Return the parts of a text that takes italics but no mark, citation or reference."""
    parts = parse_words(work, words, place)
    for part in parts:
        if not isinstance(part, Text):
            where = place or words.place_at(part.offset)
            advice = "write plain words there, with *italics* at most"
            work.problem(where, f"{markup((part,))} cannot stand in this text", advice)
    return tuple(part for part in parts if isinstance(part, Text))


def _role(seat: Seat, *, numbered: bool, label: str) -> Role:
    if seat is Seat.PREAMBLE:
        return Role.PREAMBULAR
    if seat in {Seat.DECISION, Seat.AMENDMENT}:
        return Role.PLAIN
    if label == _NONE or (not numbered and not label):
        return Role.PLAIN
    return Role.OPERATIVE if seat is Seat.OPERATIVE else Role.NUMBERED
