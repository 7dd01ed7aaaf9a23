"""A faithful draft becomes a living one: clauses by name, sources by key, references by id.

Nothing is believed: a paragraph is written anew only if it prints the same words, italics, numbers
and notes as before.
"""

from __future__ import annotations

from drafter.draft import Draft
from drafter.library.clauses import Library
from drafter.read.rewrite.clauses import with_clauses
from drafter.read.rewrite.notes import with_sources
from drafter.read.rewrite.references import with_references
from drafter.read.rewrite.texts import with_note_keys, with_resolutions, with_treaties


def cited(draft: Draft) -> Draft:
    """Return ``draft`` with its sources, resolutions, treaties and references as keys."""
    for step in (with_sources, with_treaties, with_note_keys, with_resolutions, with_references):
        draft = step(draft)
    return draft


__all__ = ["Library", "cited", "with_clauses"]
