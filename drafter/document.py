"""The document as it would be issued: every word present, every paragraph labelled, every note numbered.

Renderers, rules and comparison see only these values; nothing here can be unresolved.
"""

from __future__ import annotations

import enum
from typing import TypeAlias

import msgspec

from drafter.errors import NOWHERE, Notice, Place


class Kind(enum.Enum):
    """What the document is (Editorial Manual, resolutions and decisions)."""

    DRAFT_RESOLUTION = "draft resolution"
    DRAFT_DECISION = "draft decision"
    AMENDMENT = "amendment"
    RESOLUTION = "resolution"
    DECISION = "decision"
    REPORT = "committee report"

    @classmethod
    def _missing_(cls, value: object) -> Kind | None:
        """Accept the other names that people use; a revision is told by the symbol."""
        words = str(value).removeprefix("revised ").removeprefix("adopted ")
        return cls.REPORT if words == "report" else _BY_VALUE.get(words)


_BY_VALUE = {kind.value: kind for kind in Kind}


class Role(enum.Enum):
    """The part a paragraph plays on the page."""

    ORGAN_LINE = "organ line"
    PREAMBULAR = "preambular paragraph"
    OPERATIVE = "operative paragraph"
    ITEM = "sub-paragraph"
    RESUMED = "text resumed after a list"
    PLAIN = "paragraph"
    NUMBERED = "numbered paragraph"


class HeadingRole(enum.Enum):
    """The rank of a heading; the layout gives each its style."""

    PART = "part of a report"
    SUBPART = "subpart of a report"
    DRAFT = "draft in a report"
    TEXT_TITLE = "title of a draft in a report or of a part of a composite resolution"
    LETTER = "letter of a part of a composite resolution"
    ANNEX = "annex"
    SIDE = "heading between paragraphs"
    MINOR = "minor heading"


class Run(msgspec.Struct, frozen=True):
    """A stretch of text with one look.

    ``link`` is an address for a symbol or resolution, ``target`` the id of the paragraph that a
    cross-reference points at, ``blank`` marks a placeholder for what is not known yet.
    """

    text: str
    italic: bool = False
    bold: bool = False
    link: str = ""
    target: str = ""
    blank: bool = False


class Mark(msgspec.Struct, frozen=True):
    """The indicator of a numbered footnote; ``again`` where an earlier number is repeated.

    ``note`` is the id of the :class:`Note`, unique in the document.
    """

    number: int
    note: str
    again: bool = False


class Star(msgspec.Struct, frozen=True):
    """The indicator of an asterisk note: one star, two stars and so on."""

    stars: str


Inline: TypeAlias = Run | Mark | Star
Inlines: TypeAlias = tuple[Inline, ...]


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph with its label typed out (``1.``, ``(a)``), as UN files have it.

    ``level`` is 0 for a paragraph, 1 for (a), 2 for (i), 3 for a., 4 for i.; text resumed after a
    list has the level of the paragraph that it continues. ``opening`` counts the characters of
    italic opening words. ``quoted`` marks a block quoted in an amendment, set further in.
    ``scope`` numbers the text that the paragraph belongs to (see :class:`Document`).
    """

    role: Role
    inlines: Inlines
    label: str = ""
    number: int = 0
    level: int = 0
    opening: int = 0
    quoted: bool = False
    scope: int = 0
    id: str = ""
    source: str = ""
    comment: str = ""
    clause: str = ""
    place: Place = NOWHERE


class Heading(msgspec.Struct, frozen=True):
    """A heading: ``label`` is the numeral or letter (``I.``, ``A.``, ``Annex II``), if any.

    A :attr:`HeadingRole.SIDE` heading with a label prints the label on a line of its own above the
    title. An annex heading prints its label and, below it, its title, which may be empty.
    """

    role: HeadingRole
    inlines: Inlines
    label: str = ""
    quoted: bool = False
    scope: int = 0
    id: str = ""
    place: Place = NOWHERE


class Align(enum.Enum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Table(msgspec.Struct, frozen=True):
    """A simple table: a header row (may be empty), rows of cells, one alignment a column."""

    columns: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[Align, ...]
    title: Inlines = ()
    label: str = ""
    note: Inlines = ()
    scope: int = 0
    place: Place = NOWHERE


class Closing(msgspec.Struct, frozen=True):
    """The right-aligned italic lines after an adopted text: ``52nd plenary meeting``, date."""

    lines: tuple[str, ...]
    scope: int = 0


Block: TypeAlias = Paragraph | Heading | Table | Closing


class Note(msgspec.Struct, frozen=True):
    """A numbered footnote; numbers restart at 1 in each scope."""

    id: str
    number: int
    inlines: Inlines
    scope: int = 0
    key: str = ""
    place: Place = NOWHERE


class AsteriskNote(msgspec.Struct, frozen=True):
    """A note of the masthead, the submitter line or an amendment's text, at the foot of page 1."""

    stars: str
    inlines: Inlines
    place: Place = NOWHERE


class Masthead(msgspec.Struct, frozen=True):
    """The head of page 1, every line as printed; an empty string is a line that is not there.

    ``committee`` has two lines for the Fourth Committee. ``agenda_stars`` follows the agenda line.
    """

    symbol: str
    organ: str
    distribution: str
    date: str
    original: str
    session: str
    committee: tuple[str, ...]
    agenda_line: str
    agenda_titles: tuple[str, ...]
    agenda_stars: str = ""
    job_number: str = ""


class Front(msgspec.Struct, frozen=True):
    """What stands between the masthead and the text.

    ``submitter`` is the bold line of sponsors or of the submitting officer; ``adopted`` and
    ``provenance`` are the heading and the bracketed line of an adopted text; ``number`` stands
    before the title of an adopted text (``80/104.``); ``title`` may be empty; ``subtitle`` is the
    second line of a report (``Report of the Third Committee``); ``rapporteur`` is its officer.
    """

    submitter: Inlines = ()
    adopted: str = ""
    provenance: Inlines = ()
    number: str = ""
    title: Inlines = ()
    subtitle: str = ""
    rapporteur: Inlines = ()


class Document(msgspec.Struct, frozen=True):
    """A finished document.

    A *scope* is a text with its own paragraph and note numbers: 0 is the document itself (for a
    report, its body); each draft in a report has its own, counted from 1 in reading order.
    """

    kind: Kind
    masthead: Masthead
    front: Front
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    asterisk_notes: tuple[AsteriskNote, ...]
    notices: tuple[Notice, ...] = ()
    language: str = "en-GB"
    author: str = ""
    emblem: str = ""
    draft_mark: bool = False
    file: str = ""


def plain(inlines: Inlines) -> str:
    """Return the words of ``inlines`` without note marks and stars."""
    return "".join(part.text for part in inlines if isinstance(part, Run))
