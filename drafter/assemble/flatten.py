"""First pass: the parts of a draft in reading order, each scope and series with its own count."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drafter.assemble.entries import Entries, parse_words
from drafter.assemble.pieces import HeadPiece, Piece, Scope, Seat, Work
from drafter.document import Closing, HeadingRole, Kind, Role
from drafter.draft import Annex, Draft, Entry, Section, Words
from drafter.draft import Part as PartText
from drafter.inline import Text
from drafter.library.clauses import Library
from drafter.library.dates import parse_date, un_date
from drafter.library.numerals import letter, ordinal_figures, roman
from drafter.library.symbols import parse_symbol

_ORGAN = "General Assembly"
_NONE = "none"
_PROSE_KINDS = {Kind.DRAFT_DECISION, Kind.DECISION, Kind.AMENDMENT}


class Flattener:
    """Walks one draft; drafts inside a report are walked with a scope of their own."""

    def __init__(self, work: Work, library: Library) -> None:
        self.work = work
        self.entries = Entries(work, library, self._drafts)
        self.subparts = 0
        self.parts = 0

    def draft(self, draft: Draft, label: str = "", carrier: int = -1) -> None:
        """Add all pieces of ``draft`` in a new scope."""
        self.work.scope = len(self.work.scopes)
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
        self.entries.add_all(preamble, Seat.PREAMBLE)
        self.entries.add_all(operative, Seat.OPERATIVE)

    def _organ_line(self, draft: Draft, *, comma: bool) -> None:
        words = draft.organ_line
        if words.text.strip().lower() == _NONE:
            return
        parts = (
            parse_words(self.work, words)
            if words
            else (Text(f"The {organ_of(draft)}", italic=True),)
        )
        if not words and comma:
            # The comma after the organ is roman (official texts of the 78th to 80th sessions).
            parts = (*parts, Text(","))
        self.entries.add(Piece(Role.ORGAN_LINE, parts, place=words.place, locate=words.place_at))

    def _composite(self, parts: tuple[PartText, ...]) -> None:
        draft = self.work.scopes[self.work.scope].draft
        for index, part in enumerate(parts):
            letter = part.letter.text.strip() or chr(ord("A") + index)
            self.entries.add(HeadPiece(HeadingRole.LETTER, (Text(letter),), place=part.place))
            if part.title:
                self.entries.heading(HeadingRole.TEXT_TITLE, part.title)
            self._resolution(draft, part.preamble, part.operative)

    def _prose(self, draft: Draft) -> None:
        self._next_series()
        seat = Seat.AMENDMENT if draft.kind is Kind.AMENDMENT else Seat.DECISION
        if draft.preamble:
            self._organ_line(draft, comma=True)
            self.entries.add_all(draft.preamble, Seat.PREAMBLE)
        self.entries.add_all((*draft.operative, *draft.paragraphs), seat)

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
        self.work.items.append(Closing(tuple(filter(None, (meeting, date))), self.work.scope))

    def _annexes(self, annexes: tuple[Annex, ...]) -> None:
        for index, annex in enumerate(annexes, start=1):
            self._next_series()
            label = f"Annex {roman(index)}" if len(annexes) > 1 else "Annex"
            head = self.entries.heading(HeadingRole.ANNEX, annex.title)
            head.label, head.id = label, annex.id.text.strip()
            self.entries.add_all(annex.paragraphs, Seat.ANNEX, numbered=annex.numbered)

    def _sections(self, sections: tuple[Section, ...]) -> None:
        for section in sections:
            self.parts += 1
            self.subparts = 0
            head = self.entries.heading(HeadingRole.PART, section.heading)
            head.label = _numeral(section, f"{roman(self.parts)}.")
            head.id = section.id.text.strip()
            self.entries.add_all(section.paragraphs, Seat.REPORT)
            for subsection in section.sections:
                self._subsection(subsection)

    def _subsection(self, section: Section) -> None:
        head = self.entries.heading(HeadingRole.SUBPART, section.heading)
        head.label = _numeral(section, f"{letter(self.subparts + 1).upper()}.")
        head.id = section.id.text.strip()
        self.subparts += 1
        self.entries.add_all(section.paragraphs, Seat.REPORT)
        for deeper in section.sections:
            minor = self.entries.heading(HeadingRole.MINOR, deeper.heading)
            minor.label, minor.id = _numeral(deeper, ""), deeper.id.text.strip()
            self.entries.add_all(deeper.paragraphs, Seat.REPORT)

    def _drafts(self, entry: Entry) -> None:
        outer, carrier = self.work.scope, self._carrier()
        for draft in entry.drafts:
            alike = [other for other in self._all_drafts() if other.kind is draft.kind]
            number = next((i for i, other in enumerate(alike, 1) if other is draft), 1)
            name = draft.kind.value.capitalize()
            label = f"{name} {roman(number)}" if len(alike) > 1 else name
            self.work.scope = len(self.work.scopes)
            head = HeadPiece(HeadingRole.DRAFT, (Text(label),), place=draft.place)
            head.id = draft.id.text.strip()
            self.entries.add(head)
            self.entries.heading(HeadingRole.TEXT_TITLE, draft.title)
            self.draft(self._inherit(draft), label[0].lower() + label[1:], carrier)
        self.work.scope = outer

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

    def _next_series(self) -> None:
        self.work.series += 1


def date_text(work: Work, words: Words) -> str:
    """Return a date as the UN prints it; a blank one stays as written."""
    text = " ".join(words.text.split())
    try:
        date = parse_date(text)
    except ValueError as error:
        work.problem(words.place, str(error), "correct the date")
        return text
    return un_date(date) if date else text


def _numeral(section: Section, usual: str) -> str:
    asked = section.numeral.text.strip()
    return "" if asked.lower() == _NONE else asked or usual


def organ_of(draft: Draft) -> str:
    """Return the organ that speaks: as written, as the symbol tells, or the General Assembly."""
    symbol = parse_symbol(draft.symbol.text.strip())
    return draft.organ.text.strip() or (symbol.organ.value if symbol else "") or _ORGAN


def _all_sections(sections: tuple[Section, ...]) -> Iterable[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)
