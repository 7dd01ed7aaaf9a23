"""What passes through the assembler: pieces of text on their way from draft to document."""

from __future__ import annotations

import enum
from collections.abc import Callable

import msgspec

from drafter.document import Closing, HeadingRole, Mark, Role, Star
from drafter.draft import Draft, NoteText, TableEntry, Words
from drafter.errors import NOWHERE, Notice, Place, Problem
from drafter.inline import Part, Text
from drafter.library.sessions import parse_session
from drafter.library.symbols import parse_symbol

Locate = Callable[[int], Place]


class MarkPart(msgspec.Struct, frozen=True):
    """A numbered mark or a star, once the key of its note is resolved."""

    mark: Mark | Star


class RefText(Text, frozen=True):
    """Words that point at a paragraph."""

    target: str = ""


Slot = Part | MarkPart
Slots = tuple[Slot, ...]


def nowhere(_offset: int) -> Place:
    """Locate text that stands in no file."""
    return NOWHERE


class Seat(enum.Enum):
    """The series that a paragraph is counted and punctuated in."""

    NONE = "none"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    REPORT = "report"
    ANNEX = "annex"
    DECISION = "decision"
    AMENDMENT = "amendment"


class Piece(msgspec.Struct):
    """A paragraph under construction; the passes fill in label, marks and notes.

    ``series`` tells apart the texts that are numbered on their own (part A, an annex).
    ``managed`` is set where the program puts the sequence word (clauses).
    """

    role: Role
    parts: Slots
    seat: Seat = Seat.NONE
    series: int = 0
    scope: int = 0
    level: int = 0
    label: str = ""
    number: int = 0
    quoted: bool = False
    managed: bool = False
    leads_in: bool = False
    resumes: bool = False
    opening: Words | None = None
    italic: int = 0
    asked_label: str = ""
    ending: str = ""
    id: str = ""
    source: str = ""
    comment: str = ""
    clause: str = ""
    place: Place = NOWHERE
    locate: Locate = nowhere


class HeadPiece(msgspec.Struct):
    """A heading under construction."""

    role: HeadingRole
    parts: Slots
    label: str = ""
    series: int = 0
    scope: int = 0
    quoted: bool = False
    id: str = ""
    place: Place = NOWHERE
    locate: Locate = nowhere


class TablePiece(msgspec.Struct):
    """A table under construction: its texts are resolved cell by cell."""

    entry: TableEntry
    label: str
    title: Slots
    columns: list[Slots]
    rows: list[list[Slots]]
    note: Slots
    scope: int = 0
    place: Place = NOWHERE
    locate: Locate = nowhere


Item = Piece | HeadPiece | TablePiece | Closing


class Scope(msgspec.Struct):
    """A text with its own notes: the document, or a draft inside a report.

    ``carrier`` is the index of the paragraph that recommends the draft, -1 if there is none.
    """

    draft: Draft
    notes: dict[str, NoteText]
    label: str = ""
    carrier: int = -1
    used: set[str] = msgspec.field(default_factory=set)


class Work(msgspec.Struct):
    """The assembler's bench: pieces, scopes, and the problems and notices found so far.

    ``series`` and ``scope`` are those of the text at hand.
    """

    draft: Draft
    items: list[Item] = []
    scopes: list[Scope] = []
    problems: list[Problem] = []
    notices: list[Notice] = []
    series: int = 0
    scope: int = 0

    def problem(self, place: Place, message: str, advice: str) -> None:
        """Note a reason why the draft cannot be assembled."""
        self.problems.append(Problem(place, message, advice))

    def notice(self, place: Place, message: str, advice: str) -> None:
        """Note something that stays as written but is unlike the rule."""
        self.notices.append(Notice(place, message, advice))


def scope_session(scope: Scope) -> int | None:
    """Return the session whose practice the notes follow: the draft's, or its symbol's."""
    session = parse_session(scope.draft.session.text)
    if session and not session.special:
        return session.number
    symbol = parse_symbol(scope.draft.symbol.text.strip())
    return symbol.session if symbol and not symbol.special else None
