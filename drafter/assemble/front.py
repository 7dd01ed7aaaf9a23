"""What stands between the masthead and the text: sponsors, title, how the text was adopted.

Order and wording of the lines follow the issued documents of the 78th to 80th sessions.
"""

from __future__ import annotations

import re

from drafter.assemble.entries import parse_plain
from drafter.assemble.flatten import date_text, organ_of
from drafter.assemble.links import linked
from drafter.assemble.masthead import ADOPTED, OPEN, committee_name, fold
from drafter.assemble.notes import Notes
from drafter.assemble.pieces import Work
from drafter.document import Front, Inline, Inlines, Kind, Run, Star
from drafter.draft import Draft, Sponsors, Words
from drafter.inline import Text
from drafter.library.blanks import listed
from drafter.library.states import find_group, find_state, sort_states, state_problem
from drafter.library.symbols import parse_symbol

_YES = {"yes", "true"}


def front(work: Work, notes: Notes) -> Front:
    """Return what stands between the masthead and the text."""
    draft = work.draft
    title = _title(work)
    if draft.kind is Kind.REPORT:
        return _report_front(work, title)
    if draft.kind in ADOPTED:
        return _adopted_front(work, title)
    return Front(submitter=_submitter(work, notes), title=title)


def _title(work: Work) -> Inlines:
    words = work.draft.title
    if not words and work.draft.kind is not Kind.REPORT:
        work.problem(work.draft.place, "the draft has no title", "add `title: …`")
    return _runs(work, words)


def _report_front(work: Work, title: Inlines) -> Front:
    draft = work.draft
    symbol = parse_symbol(draft.symbol.text.strip())
    name = committee_name(fold(draft.committee)) or (symbol.committee if symbol else "")
    subtitle = f"Report of the {name}" if name else ""
    if not title and draft.agenda:
        title = (Run(fold(draft.agenda[0].title)),)
    rapporteur: Inlines = ()
    if draft.rapporteur:
        rapporteur = (Run("Rapporteur:", italic=True), Run(f" {fold(draft.rapporteur)}"))
    return Front(title=title, subtitle=subtitle, rapporteur=rapporteur)


def _adopted_front(work: Work, title: Inlines) -> Front:
    draft, adoption = work.draft, work.draft.adoption
    noun = "Decision" if draft.kind is Kind.DECISION else "Resolution"
    heading = f"{noun} adopted by the {organ_of(draft)}"
    if adoption is None:
        return Front(adopted=heading, number=_number(draft), title=title)
    date = date_text(work, adoption.date)
    return Front(
        adopted=f"{heading} on {date}" if date else heading,
        provenance=_provenance(work),
        number=_number(draft),
        title=title,
    )


def _number(draft: Draft) -> str:
    number = re.sub(r"^[A-Z]+/(?:HRC/)?(?:RES|DEC)/", "", draft.symbol.text.strip()).rstrip("*")
    return f"{number}." if number else ""


def _provenance(work: Work) -> Inlines:
    """Return the bracketed line below the date of adoption, its words in italics.

    Since the 75th session it names the paragraph of the report.
    """
    adoption = work.draft.adoption
    if adoption is None:
        return ()
    without = fold(adoption.without_reference)
    if without:
        bracket = "" if without.lower() in _YES else f" ({without})"
        return _bracketed(f"without reference to a Main Committee{bracket}")
    if not adoption.report:
        return ()
    committee = committee_name(fold(adoption.committee))
    if not committee:
        place = adoption.report.place
        work.problem(place, "the report is not said to be whose", "add `committee: Third`")
    paragraph = f", para. {fold(adoption.paragraph)}" if adoption.paragraph else ""
    return _bracketed(f"on the report of the {committee} ({fold(adoption.report)}{paragraph})")


def _bracketed(text: str) -> Inlines:
    return (Run("["), *linked((Run(text, italic=True),)), Run("]"))


def _submitter(work: Work, notes: Notes) -> Inlines:
    draft = work.draft
    label = _label(draft)
    if draft.submitter_line:
        return linked((*_runs(work, draft.submitter_line), *_stars(work, notes, _note(draft))))
    if draft.submitted_by:
        text = f"{label[0].upper()}{label[1:]} submitted by {fold(draft.submitted_by)}"
        return linked((*_runs(work, Words(text)), *_stars(work, notes, _note(draft))))
    if draft.sponsors is None or not draft.sponsors.states:
        return linked((Run(f"{label[0].upper()}{label[1:]}"),))
    names = _sponsor_names(work, draft.sponsors)
    sponsors = _stars(work, notes, _sponsor_note(draft.sponsors))
    proposal = _stars(work, notes, draft.submitter_note)
    return linked((Run(f"{listed(names)}:"), *sponsors, Run(f" {label}"), *proposal))


def _runs(work: Work, words: Words) -> tuple[Inline, ...]:
    parts = parse_plain(work, words)
    return tuple(Run(part.text, part.italic) for part in parts if isinstance(part, Text))


def _label(draft: Draft) -> str:
    symbol = parse_symbol(draft.symbol.text.strip())
    revised = "revised " if symbol and symbol.revision else ""
    if draft.kind is Kind.AMENDMENT:
        return f"{revised}amendment to {_amended(fold(draft.amends))}"
    return f"{revised}{draft.kind.value}"


def _amended(what: str) -> str:
    symbol = parse_symbol(what)
    if symbol is None:
        return what or "the draft resolution"
    return f"{'revised ' if symbol.revision else ''}draft resolution {what}"


def _sponsor_names(work: Work, sponsors: Sponsors) -> tuple[str, ...]:
    names = tuple(fold(words) for words in sponsors.states)
    for words, name in zip(sponsors.states, names, strict=True):
        _notice_name(work, words, name)
    _notice_order(work, sponsors, names)
    return names


def _notice_name(work: Work, words: Words, name: str) -> None:
    state = find_state(name)
    if state and name in {state.list_form, *state.also_listed}:
        return
    if state:
        message = f"{name!r} is not the form used in lists"
        work.notice(words.place, message, f"write {state.list_form}")
    elif not OPEN.search(name):
        near = state_problem(name)
        advice = f"did you mean {near}?" if near else "use the United Nations list form"
        work.notice(words.place, f"{name!r} is not a State", advice)


def _notice_order(work: Work, sponsors: Sponsors, names: tuple[str, ...]) -> None:
    by_rule = sort_states(names)
    if names in {by_rule, sort_states(names, palestine_last=False)}:
        return
    for words, name, right in zip(sponsors.states, names, by_rule, strict=True):
        if name != right:
            message = f"{name} stands out of alphabetical order"
            work.notice(words.place, message, f"{right} comes here")
            return


def _note(draft: Draft) -> Words:
    return draft.submitter_note or _sponsor_note(draft.sponsors)


def _stars(work: Work, notes: Notes, words: Words) -> tuple[Inline, ...]:
    """Return the star of a note to the submitter line, and put the note at the foot of page 1."""
    if not words:
        return ()
    stars = "*" * (len(notes.starred) + 1)
    notes.starred.append((stars, parse_plain(work, words), words.place))
    return (Star(stars),)


def _sponsor_note(sponsors: Sponsors | None) -> Words:
    if sponsors is None or sponsors.note or not sponsors.on_behalf_of:
        return sponsors.note if sponsors else Words("")
    name = fold(sponsors.on_behalf_of).removesuffix(".")
    group = find_group(name)
    return Words(group.note if group else f"On behalf of {name}.", sponsors.on_behalf_of.scalar)
