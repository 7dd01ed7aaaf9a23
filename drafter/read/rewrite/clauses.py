"""Paragraphs that are instances of a standard clause become that clause with its blanks filled."""

from __future__ import annotations

import msgspec

from drafter.assemble import assemble
from drafter.draft import Draft, Entry, Words
from drafter.errors import Place, Unusable
from drafter.library.clauses import Library
from drafter.library.match import Match, Matcher
from drafter.library.patterns import words_of
from drafter.library.printed import placed
from drafter.read.rewrite.engine import accepted, entries_of


def with_clauses(draft: Draft, library: Library | None = None) -> Draft:
    """Return ``draft`` with its standard clauses by name, wherever they print the same."""
    shelf = library or Library()
    try:
        document = assemble(draft, shelf)
    except Unusable:
        return draft
    matcher = Matcher(shelf)
    found: dict[Place, Match] = {}
    for each in placed(document):
        match = matcher.match_printed(each.printed, each.part)
        if match and match.exact:
            found[each.paragraph.place] = match
    wanted = {
        entry.place: _claused(entry, found[entry.place])
        for entry, _ in entries_of(draft)
        if entry.place in found
        and not (entry.opening or entry.number or entry.ending or entry.then)
    }
    return accepted(draft, wanted, shelf)


def _claused(entry: Entry, match: Match) -> Entry:
    return msgspec.structs.replace(
        entry,
        text=Words(""),
        clause=Words(match.clause, at=entry.place),
        variant=Words(match.variant),
        with_={name: words_of(value) for name, value in match.values.items()},
        items=entry.items[match.items :],
    )
