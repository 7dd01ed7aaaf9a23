"""The draft as its author wrote it: clauses by reference, notes by key, nothing numbered."""

from drafter.draft.model import (
    Adoption,
    Agenda,
    Annex,
    Draft,
    Entry,
    NoteText,
    Options,
    Part,
    Section,
    Sponsors,
    TableEntry,
)
from drafter.draft.reading import draft_from, is_written, read_draft
from drafter.reading import Words

__all__ = [
    "Adoption",
    "Agenda",
    "Annex",
    "Draft",
    "Entry",
    "NoteText",
    "Options",
    "Part",
    "Section",
    "Sponsors",
    "TableEntry",
    "Words",
    "draft_from",
    "is_written",
    "read_draft",
]
