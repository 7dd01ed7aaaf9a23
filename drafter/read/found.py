"""What a reader finds in a file, before anybody has asked what it means.

A reader tells what it saw: paragraphs in reading order with their words, italics, note marks,
labels and, where the file has a layout, where they stand and how they look. It decides nothing
about preambles, sponsors or levels; that is :mod:`drafter.read.understand`'s work, and it is the
same for every format.
"""

from __future__ import annotations

import enum

import msgspec

from drafter.inline import Parts


class Origin(msgspec.Struct, frozen=True):
    """Where something stands in the file: page (PDF), paragraph (Word) or line (text), from 1.

    A PDF also tells the line on its page. 0 is unknown.
    """

    page: int = 0
    paragraph: int = 0
    line: int = 0


NO_ORIGIN = Origin()


class Zone(enum.Enum):
    """Where on the page a chunk stands, as far as the layout tells."""

    TEXT = "text"
    """Anywhere in the running text; a format without layout has nothing else."""
    HEAD_LEFT = "masthead, left"
    """United Nations, the organ: left part of the masthead on page 1."""
    HEAD_RIGHT = "masthead, right"
    """Symbol, distribution, date, original language."""


class Align(enum.Enum):
    """How the lines of a paragraph stand; None where the format does not say."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"
    JUSTIFIED = "justified"


class Grid(msgspec.Struct, frozen=True):
    """A table: its rows from top to bottom, each cell's words; the first ``heads`` rows are heads."""

    rows: tuple[tuple[Parts, ...], ...]
    heads: int = 1
    align: tuple[Align, ...] = ()


class Chunk(msgspec.Struct, frozen=True):
    """A paragraph, a heading, a line of the masthead or a table, as the file has it.

    ``parts`` are the words with the looks that the file gives them: Text (italic, bold) and
    NoteKey, whose key is the mark as printed (``12``, ``*``). White space is folded, soft hyphens
    and line-end hyphens are undone, non-breaking spaces between words are kept.

    ``label`` is the number or letter in front (``1.``, ``(a)``, ``I.``, ``1 bis.``), typed or made
    by Word's numbering; it no longer stands in ``parts``.

    ``heading`` is the rank of a heading, 1 to 6, where the file itself declares one (a Word heading
    style, a ``#`` in Markdown); 0 where it does not: looks (``bold``, ``italic``, ``size``) may
    still tell. ``bold`` and ``italic`` say that all words are so. ``size`` is in points.

    ``indent`` is where the first words after the label begin, ``wrap`` where the following lines
    begin, both in points to the right of the margin of the running text (UN text: first line of a
    paragraph 23.75, wrapped lines 0). None where the format does not tell.

    ``quoted`` says that the block is set in as a quotation by the file's own means (``>`` in
    Markdown, a quotation style). ``comment`` holds remarks of colleagues on the paragraph.
    """

    parts: Parts = ()
    origin: Origin = NO_ORIGIN
    label: str = ""
    zone: Zone = Zone.TEXT
    heading: int = 0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    align: Align | None = None
    indent: float | None = None
    wrap: float | None = None
    quoted: bool = False
    grid: Grid | None = None
    style: str = ""
    comment: str = ""


class FoundNote(msgspec.Struct, frozen=True):
    """A note with the mark it is printed with (``12``, ``*``); ``parts`` without that mark.

    ``after`` is the index of the first chunk that may carry its mark: where several texts of one
    file number their notes from 1, a mark belongs to the nearest note of that number.
    """

    mark: str
    parts: Parts
    origin: Origin = NO_ORIGIN
    after: int = 0
    comment: str = ""


class Repair(msgspec.Struct, frozen=True):
    """Damage that the reader repaired, or something it left out on purpose, in a few words."""

    what: str
    origin: Origin = NO_ORIGIN
    count: int = 1


class Residue(msgspec.Struct, frozen=True):
    """Words that could not be placed; they are kept in the draft as they are."""

    text: str
    why: str
    origin: Origin = NO_ORIGIN


class Found(msgspec.Struct, frozen=True):
    """All that a reader found in a file.

    ``looks`` says whether italics and bold can be trusted (plain text has none). ``restarts`` says
    that note numbers begin anew in some chunks (several drafts in one file).
    """

    format: str
    chunks: tuple[Chunk, ...]
    notes: tuple[FoundNote, ...] = ()
    repairs: tuple[Repair, ...] = ()
    residues: tuple[Residue, ...] = ()
    pages: int = 0
    looks: bool = True
    title: str = ""
