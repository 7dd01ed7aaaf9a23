"""Clauses by reference become text: opening words by part, blanks filled, notes brought along."""

from __future__ import annotations

import msgspec

from drafter.assemble.pieces import Seat, Work, scope_session
from drafter.draft import Entry, Words
from drafter.errors import Place, Problem, Unusable
from drafter.library.clauses import Clause, FilledItem, Library, fill
from drafter.library.numerals import ordinal_words
from drafter.reading import closest


class Expanded(msgspec.Struct, frozen=True):
    """The words of an entry, and the sub-paragraphs that its clause brings.

    ``place`` is that of the clause's name where the words are not the author's own.
    """

    words: Words
    items: tuple[FilledItem, ...] = ()
    clause: str = ""
    place: Place | None = None


def expand(work: Work, library: Library, entry: Entry, seat: Seat) -> Expanded | None:
    """Return what ``entry`` says; None where its clause cannot be used, which is a problem."""
    name, place = entry.clause.text.strip(), entry.clause.place
    if not name:
        if entry.with_:
            advice = "name the clause, or remove `with`"
            work.problem(entry.place, "`with` stands without a clause", advice)
        return Expanded(entry.text)
    try:
        clause = _worded(library.clause(name, place), entry)
        filled = fill(clause, entry.with_, place)
    except Unusable as error:
        work.problems.extend(error.problems)
        return None
    _notice_sessions(work, clause, place)
    for key, note in clause.notes.items():
        work.scopes[work.scope].notes.setdefault(key, note)
    text = f"{_opening(work, clause, seat, place)} {filled.text.strip()}".strip()
    return Expanded(Words(text), filled.items, name, place)


def _worded(clause: Clause, entry: Entry) -> Clause:
    name = entry.variant.text.strip()
    try:
        return clause.worded(name)
    except KeyError:
        known = ", ".join(clause.variants) or "none"
        near = closest(name, clause.variants)
        advice = f"did you mean {near}?" if near else f"its variants are {known}"
        message = f"the clause {clause.id} has no variant {name!r}"
        raise Unusable(Problem(entry.variant.place, message, advice)) from None


def _notice_sessions(work: Work, clause: Clause, place: Place) -> None:
    session = scope_session(work.scopes[work.scope])
    if session is None or clause.since <= session <= (clause.until or session):
        return
    span = f"since the {ordinal_words(clause.since)} session" if session < clause.since else ""
    span = span or f"until the {ordinal_words(clause.until)} session"
    message = f"the clause {clause.id} is the practice {span}"
    work.notice(place, message, clause.help.text.strip() or "take another wording")


def _opening(work: Work, clause: Clause, seat: Seat, place: Place) -> str:
    forms = {
        "preambular": clause.opening.preambular.text.strip(),
        "operative": clause.opening.operative.text.strip(),
    }
    part = "preambular" if seat is Seat.PREAMBLE else "operative"
    other = "operative" if part == "preambular" else "preambular"
    if forms[other] and not forms[part]:
        message = f"the clause {clause.id} has no {part} form"
        work.problem(place, message, f"use it in the {other} part")
    return forms[part]
