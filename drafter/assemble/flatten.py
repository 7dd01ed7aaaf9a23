"""First pass: the draft's nested entries become pieces in reading order, clauses filled."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drafter.assemble.pieces import HeadPiece, Piece, Scope, Seat, TablePiece, Work
from drafter.document import Closing, HeadingRole, Kind, Role
from drafter.draft import Annex, Draft, Entry, NoteText, Section, TableEntry, Words
from drafter.draft import Part as PartText
from drafter.errors import Place, Unusable
from drafter.inline import Parts, Text, parse
from drafter.library.clauses import Filled, FilledItem, Library, fill
from drafter.library.dates import parse_date, un_date
from drafter.library.numerals import ordinal_figures, parse_roman, roman

_ORGAN = "General Assembly"
_NONE = "none"
_PROSE_KINDS = {Kind.DRAFT_DECISION, Kind.DECISION, Kind.AMENDMENT}


class Flattener:
    """Walks one draft; drafts inside a report are walked with a scope of their own."""

    def __init__(self, work: Work, library: Library) -> None:
        self.work = work
        self.library = library
        self.scope = 0
        self.subparts = 0
        self.parts = 0

    def draft(self, draft: Draft, label: str = "", carrier: int = -1) -> None:
        """Add all pieces of ``draft`` in a new scope."""
        self.scope = len(self.work.scopes)
        self.work.scopes.append(Scope(draft, dict(draft.notes), label, carrier))
        if draft.kind is Kind.REPORT:
            self._sections(draft.sections)
        elif draft.kind in _PROSE_KINDS:
            self._prose(draft)
        elif draft.parts:
            self._composite(draft.parts)
        else:
            self._resolution(draft, draft.preamble, draft.operative)
        if draft.adoption and draft.kind in {Kind.RESOLUTION, Kind.DECISION}:
            self._closing(draft)
        self._annexes(draft.annexes)

    def _resolution(
        self, draft: Draft, preamble: tuple[Entry, ...], operative: tuple[Entry, ...]
    ) -> None:
        self._next_series()
        self._organ_line(draft, comma=bool(preamble))
        self._entries(preamble, Seat.PREAMBLE)
        self._entries(operative, Seat.OPERATIVE)

    def _organ_line(self, draft: Draft, *, comma: bool) -> None:
        words = draft.organ_line
        if words.text.strip().lower() == _NONE:
            return
        parts = self.parse(words) if words else (Text(f"The {_organ(draft)}", italic=True),)
        if not words and comma:
            # The comma after the organ is roman (official texts of the 78th to 80th sessions).
            parts = (*parts, Text(","))
        self._add(Piece(Role.ORGAN_LINE, parts, place=words.place, locate=words.place_at))

    def _composite(self, parts: tuple[PartText, ...]) -> None:
        draft = self.work.scopes[self.scope].draft
        for index, part in enumerate(parts):
            letter = part.letter.text.strip() or chr(ord("A") + index)
            self._add(HeadPiece(HeadingRole.LETTER, (Text(letter),), place=part.place))
            if part.title:
                self._heading(HeadingRole.TEXT_TITLE, part.title)
            self._resolution(draft, part.preamble, part.operative)

    def _prose(self, draft: Draft) -> None:
        self._next_series()
        seat = Seat.AMENDMENT if draft.kind is Kind.AMENDMENT else Seat.DECISION
        if draft.preamble:
            self._organ_line(draft, comma=True)
            self._entries(draft.preamble, Seat.PREAMBLE)
        self._entries((*draft.operative, *draft.paragraphs), seat)

    def _closing(self, draft: Draft) -> None:
        adoption = draft.adoption
        if adoption is None or not adoption.meeting:
            return
        meeting = adoption.meeting.text.strip()
        number, _, rest = meeting.partition(" ")
        if number.isdigit():
            meeting = " ".join(
                filter(None, (ordinal_figures(int(number)), rest, "plenary meeting"))
            )
        date = date_text(self.work, adoption.date)
        self.work.items.append(Closing(tuple(filter(None, (meeting, date))), self.scope))

    def _annexes(self, annexes: tuple[Annex, ...]) -> None:
        for index, annex in enumerate(annexes, start=1):
            self._next_series()
            label = f"Annex {roman(index)}" if len(annexes) > 1 else "Annex"
            head = self._heading(HeadingRole.ANNEX, annex.title)
            head.label, head.id = label, annex.id.text.strip()
            self._entries(annex.paragraphs, Seat.ANNEX, numbered=annex.numbered)

    def _sections(self, sections: tuple[Section, ...]) -> None:
        for section in sections:
            self.parts += 1
            self.subparts = 0
            head = self._heading(HeadingRole.PART, section.heading)
            head.label, head.id = f"{roman(self.parts)}.", section.id.text.strip()
            self._entries(section.paragraphs, Seat.REPORT)
            for subsection in section.sections:
                self._subsection(subsection)

    def _subsection(self, section: Section) -> None:
        head = self._heading(HeadingRole.SUBPART, section.heading)
        head.label = f"{chr(ord('A') + self.subparts)}."
        head.id = section.id.text.strip()
        self.subparts += 1
        self._entries(section.paragraphs, Seat.REPORT)
        for deeper in section.sections:
            minor = self._heading(HeadingRole.MINOR, deeper.heading)
            minor.id = deeper.id.text.strip()
            self._entries(deeper.paragraphs, Seat.REPORT)

    def _entries(self, entries: Iterable[Entry], seat: Seat, *, numbered: bool = True) -> None:
        for entry in entries:
            self._entry(entry, seat, numbered=numbered)

    def _entry(self, entry: Entry, seat: Seat, *, numbered: bool) -> None:
        if not self._one_kind(entry):
            return
        if entry.heading:
            self._entry_heading(entry)
        elif entry.table:
            self._table(entry.table)
        elif entry.drafts:
            self._drafts(entry)
        else:
            self._paragraph(entry, seat, numbered=numbered)

    def _one_kind(self, entry: Entry) -> bool:
        other = entry.clause.text or entry.heading.text or entry.table or entry.drafts
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
        head = self._heading(role, entry.heading)
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

    def _heading(self, role: HeadingRole, words: Words) -> HeadPiece:
        piece = HeadPiece(role, self.parse(words), place=words.place, locate=words.place_at)
        self._add(piece)
        return piece

    def _table(self, entry: TableEntry) -> None:
        self._add(
            TablePiece(
                entry,
                entry.label.text.strip(),
                self.parse(entry.title),
                [self.parse(words) for words in entry.columns],
                [[self.parse(words) for words in row] for row in entry.rows],
                self.parse(entry.note),
                place=entry.place,
            )
        )

    def _drafts(self, entry: Entry) -> None:
        outer, carrier = self.scope, self._carrier()
        for draft in entry.drafts:
            alike = [other for other in self._all_drafts() if other.kind is draft.kind]
            number = next((i for i, other in enumerate(alike, 1) if other is draft), 1)
            name = draft.kind.value.capitalize()
            label = f"{name} {roman(number)}" if len(alike) > 1 else name
            self.scope = len(self.work.scopes)
            head = HeadPiece(HeadingRole.DRAFT, (Text(label),), place=draft.place)
            head.id = draft.id.text.strip()
            self._add(head)
            self._heading(HeadingRole.TEXT_TITLE, draft.title)
            self.draft(self._inherit(draft), label[0].lower() + label[1:], carrier)
        self.scope = outer

    def _inherit(self, draft: Draft) -> Draft:
        outer = self.work.draft
        return msgspec.structs.replace(
            draft, session=draft.session or outer.session, symbol=draft.symbol or outer.symbol
        )

    def _carrier(self) -> int:
        """Return the index of the paragraph that introduces the drafts; it leads in to them."""
        for index, item in reversed(list(enumerate(self.work.items))):
            if isinstance(item, Piece) and item.seat is Seat.REPORT and item.level == 0:
                item.leads_in = True
                return index
        return -1

    def _all_drafts(self) -> tuple[Draft, ...]:
        return tuple(
            draft
            for section in _all_sections(self.work.draft.sections)
            for entry in section.paragraphs
            for draft in entry.drafts
        )

    def _paragraph(self, entry: Entry, seat: Seat, *, numbered: bool) -> None:
        filled = self._fill(entry)
        if filled is None:
            return
        if entry.text or entry.clause:
            piece = self._piece(entry, filled, seat, numbered=numbered)
            piece.leads_in = bool(entry.items or filled.items or entry.quote)
            self._add(piece)
            self._filled_items(filled.items, piece)
            self._items(entry.items, piece)
            self._then(entry, piece)
        self._quote(entry, seat)

    def _fill(self, entry: Entry) -> Filled | None:
        if not entry.clause:
            if entry.with_:
                advice = "name the clause, or remove `with`"
                self.work.problem(entry.place, "`with` stands without a clause", advice)
            return Filled(entry.text.text, ())
        try:
            clause = self.library.clause(entry.clause.text.strip(), entry.clause.place)
            filled = fill(clause, entry.with_, entry.clause.place)
        except Unusable as error:
            self.work.problems.extend(error.problems)
            return None
        self._clause_notes(clause.notes)
        return filled

    def _clause_notes(self, notes: dict[str, NoteText]) -> None:
        known = self.work.scopes[self.scope].notes
        for key, note in notes.items():
            known.setdefault(key, note)

    def _piece(self, entry: Entry, filled: Filled, seat: Seat, *, numbered: bool) -> Piece:
        clause = entry.clause.text.strip()
        words = Words(self._clause_text(entry, filled, seat)) if clause else entry.text
        place = entry.clause.place if clause else words.place
        parts = self.parse(words, place if clause else None)
        return Piece(
            _role(seat, numbered=numbered, label=entry.number.text.strip().lower()),
            parts,
            seat,
            managed=bool(clause),
            opening=entry.opening or None,
            asked_label=entry.number.text.strip(),
            ending=entry.ending.text.strip(),
            id=entry.id.text.strip(),
            source=entry.source.text.strip(),
            comment=entry.comment.text.strip(),
            clause=clause,
            place=place,
            locate=(lambda _offset: place) if clause else words.place_at,
        )

    def _clause_text(self, entry: Entry, filled: Filled, seat: Seat) -> str:
        clause = self.library.clause(entry.clause.text.strip(), entry.clause.place)
        openings = clause.opening
        part = "preambular" if seat is Seat.PREAMBLE else "operative"
        opening = openings.preambular if part == "preambular" else openings.operative
        if not opening and (openings.preambular or openings.operative):
            other = "operative" if part == "preambular" else "preambular"
            message = f"the clause {clause.id} has no {part} form"
            self.work.problem(entry.clause.place, message, f"use it in the {other} part")
        return f"{opening.text.strip()} {filled.text.strip()}".strip()

    def _filled_items(self, items: tuple[FilledItem, ...], parent: Piece) -> None:
        for item in items:
            parts = self.parse(Words(item.text), parent.place)
            piece = self._item_piece(parts, parent, parent.place)
            piece.leads_in = bool(item.items)
            self._add(piece)
            self._filled_items(item.items, piece)

    def _items(self, items: tuple[Entry, ...], parent: Piece) -> None:
        for entry in items:
            if not entry.text:
                self.work.problem(entry.place, "the sub-paragraph is empty", "write its text")
                continue
            piece = self._item_piece(self.parse(entry.text), parent, entry.text.place)
            piece.leads_in = bool(entry.items or entry.quote)
            piece.id, piece.source = entry.id.text.strip(), entry.source.text.strip()
            piece.comment = entry.comment.text.strip()
            piece.ending, piece.asked_label = entry.ending.text.strip(), entry.number.text.strip()
            piece.locate = entry.text.place_at
            self._add(piece)
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
            self.parse(then.text),
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
        self._add(piece)
        self._items(then.items, piece)
        self._then(then, piece)

    def _quote(self, entry: Entry, seat: Seat) -> None:
        start = len(self.work.items)
        for quoted in entry.quote:
            self._entry(quoted, seat, numbered=False)
        for item in self.work.items[start:]:
            if isinstance(item, Piece | HeadPiece):
                item.quoted = True

    def _add(self, piece: Piece | HeadPiece | TablePiece) -> None:
        piece.scope = self.scope
        if not isinstance(piece, TablePiece):
            piece.series = self.work.series
        self.work.items.append(piece)

    def _next_series(self) -> None:
        self.work.series += 1

    def parse(self, words: Words, place: Place | None = None) -> Parts:
        """Return the parts of ``words``; broken markup is a problem of the draft."""
        return parse_words(self.work, words, place)


def parse_words(work: Work, words: Words, place: Place | None = None) -> Parts:
    """Return the parts of ``words``; broken markup is a problem at its own place."""
    parts, errors = parse(words.text)
    for error in errors:
        work.problem(place or words.place_at(error.offset), error.message, error.advice)
    return parts


def date_text(work: Work, words: Words) -> str:
    """Return a date as the UN prints it; a blank one stays as written."""
    text = " ".join(words.text.split())
    try:
        date = parse_date(text)
    except ValueError as error:
        work.problem(words.place, str(error), "correct the date")
        return text
    return un_date(date) if date else text


def _organ(draft: Draft) -> str:
    return draft.organ.text.strip() or _ORGAN


def _role(seat: Seat, *, numbered: bool, label: str) -> Role:
    if seat is Seat.PREAMBLE:
        return Role.PREAMBULAR
    if seat in {Seat.DECISION, Seat.AMENDMENT}:
        return Role.PLAIN
    if label == _NONE or (not numbered and not label):
        return Role.PLAIN
    return Role.OPERATIVE if seat is Seat.OPERATIVE else Role.NUMBERED


def _all_sections(sections: tuple[Section, ...]) -> Iterable[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)
