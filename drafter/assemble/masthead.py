"""The head of page 1: what the symbol, the session and the sponsors say, as printed.

Order and wording of the lines follow the issued documents of the 78th to 80th sessions.
"""

from __future__ import annotations

import re

from drafter.assemble.entries import parse_words
from drafter.assemble.flatten import date_text
from drafter.assemble.links import linked
from drafter.assemble.notes import Notes
from drafter.assemble.pieces import Work
from drafter.document import Front, Inline, Inlines, Kind, Masthead, Run, Star
from drafter.draft import Agenda, Draft, Sponsors, Words
from drafter.inline import Text, parse
from drafter.library.blanks import listed
from drafter.library.states import find_group, find_state, sort_states, state_problem
from drafter.library.symbols import Special, Symbol, parse_symbol, session_line

_ADOPTED = {Kind.RESOLUTION, Kind.DECISION}
_COMMITTEES = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
_FOURTH = ("Special Political and Decolonization Committee", "(Fourth Committee)")
_FOURTH_NAME = " ".join(_FOURTH)
_YES = {"yes", "true"}
_NONE = "none"
_OPEN = re.compile(r"_{2,}|…|\.\.\.|\[")
_SESSION = re.compile(r"(?:(E?S)-)?(\d{1,4})")


def masthead(work: Work, notes: Notes) -> Masthead:
    """Return the masthead; a symbol that is none, or disagrees with the session, is a problem."""
    draft = work.draft
    symbol = _symbol(work)
    agenda_line, stars = _agenda(work, notes)
    return Masthead(
        symbol=draft.symbol.text.strip(),
        organ=draft.organ.text.strip() or (symbol.organ.value if symbol else "General Assembly"),
        distribution=f"Distr.: {_fold(draft.distribution) or _distribution(draft)}",
        date=date_text(work, draft.date) if draft.date else "",
        original=_original(draft),
        session=_session(work, symbol),
        committee=_committee(draft, symbol),
        agenda_line=agenda_line,
        agenda_titles=_agenda_titles(draft),
        agenda_stars=stars,
        job_number=draft.job_number.text.strip(),
    )


def _symbol(work: Work) -> Symbol | None:
    words = work.draft.symbol
    if not words:
        return None
    symbol = parse_symbol(words.text.strip())
    if symbol is None and not _OPEN.search(words.text):
        advice = "write it as A/C.3/81/L.5, or A/C.3/81/L.__ until it is known"
        work.problem(words.place, f"{words.text.strip()!r} is not a document symbol", advice)
    return symbol


def _distribution(draft: Draft) -> str:
    return "General" if draft.kind in {*_ADOPTED, Kind.REPORT} else "Limited"


def _original(draft: Draft) -> str:
    asked = draft.original.text.strip()
    if asked.lower() == _NONE or (not asked and draft.kind in _ADOPTED):
        # Adopted texts carry no language line (A/RES documents).
        return ""
    return f"Original: {asked or 'English'}"


def _session(work: Work, symbol: Symbol | None) -> str:
    words = work.draft.session
    if not words:
        return session_line(symbol.session, symbol.special, symbol.year) if symbol else ""
    text = words.text.strip()
    found = _SESSION.fullmatch(text)
    if not found:
        return text
    special, number = Special(found[1] or ""), int(found[2])
    if symbol and not _agree(symbol, special, number):
        line = session_line(symbol.session, symbol.special, symbol.year)
        message = f"the session is {text}, but the symbol {symbol.text} belongs to the {line[0].lower()}{line[1:]}"
        work.problem(words.place, message, "correct the session or the symbol")
    if number > 1900:  # noqa: PLR2004 - councils meet by year
        return session_line(None, special, number)
    return session_line(number, special, None)


def _agree(symbol: Symbol, special: Special, number: int) -> bool:
    if symbol.session is not None:
        return (symbol.session, symbol.special) == (number, special)
    return symbol.year is None or symbol.year == number


def _committee(draft: Draft, symbol: Symbol | None) -> tuple[str, ...]:
    asked = _fold(draft.committee)
    if asked.lower() == _NONE or draft.kind in {*_ADOPTED, Kind.REPORT}:
        return ()
    name = committee_name(asked) if asked else symbol.committee if symbol else ""
    return _FOURTH if name == _FOURTH_NAME else (name,) if name else ()


def committee_name(asked: str) -> str:
    """Return the full name of a Main Committee from ``Third``, ``third committee`` or ``3``."""
    short = asked.removesuffix("Committee").removesuffix("committee").strip()
    if short.isdigit() and 1 <= int(short) <= len(_COMMITTEES):
        short = _COMMITTEES[int(short) - 1]
    name = short.capitalize()
    if name == "Fourth" or "Decolonization" in asked:
        return _FOURTH_NAME
    return f"{name} Committee" if name in _COMMITTEES else asked


def _agenda(work: Work, notes: Notes) -> tuple[str, str]:
    items = [item for item in work.draft.agenda if item.item]
    if not items:
        return "", ""
    numbers = listed(_fold(item.item) for item in items)
    several = len(items) > 1 or re.search(r"\d\D+ and \d|\d, \d", numbers)
    noun = "items" if several else "item"
    for name in ("provisional", "preliminary"):
        words = getattr(items[0], name)
        if words and words.text.strip().lower() != "no":
            return _early_agenda(notes, items[0], name, f"{noun.capitalize()} {numbers}")
    return f"Agenda {noun} {numbers}", ""


def _agenda_titles(draft: Draft) -> tuple[str, ...]:
    # A report has the title of its item as its own title, below the masthead.
    if draft.kind is Kind.REPORT and not draft.title:
        return ()
    return tuple(_fold(item.title) for item in draft.agenda if item.title)


def _early_agenda(notes: Notes, item: Agenda, name: str, line: str) -> tuple[str, str]:
    words: Words = getattr(item, name)
    line = f"{line} of the {name} {'agenda' if name == 'provisional' else 'list'}"
    symbol = words.text.strip()
    if symbol.lower() in _YES:
        return line, ""
    stars = "*" * (len(notes.starred) + 1)
    notes.starred.append(
        (stars, (Text(symbol if symbol.endswith(".") else f"{symbol}."),), words.place)
    )
    return line, stars


def front(work: Work, notes: Notes) -> Front:
    """Return what stands between the masthead and the text."""
    draft = work.draft
    title = _title(work)
    if draft.kind is Kind.REPORT:
        return _report_front(work, title)
    if draft.kind in _ADOPTED:
        return _adopted_front(work, title)
    return Front(submitter=_submitter(work, notes), title=title)


def _title(work: Work) -> Inlines:
    words = work.draft.title
    if not words and work.draft.kind is not Kind.REPORT:
        work.problem(work.draft.place, "the draft has no title", "add `title: …`")
    parts = parse_words(work, words)
    return tuple(Run(part.text, part.italic) for part in parts if isinstance(part, Text))


def _report_front(work: Work, title: Inlines) -> Front:
    draft = work.draft
    symbol = parse_symbol(draft.symbol.text.strip())
    name = committee_name(_fold(draft.committee)) or (symbol.committee if symbol else "")
    subtitle = f"Report of the {name}" if name else ""
    if not title and draft.agenda:
        title = (Run(_fold(draft.agenda[0].title)),)
    rapporteur: Inlines = ()
    if draft.rapporteur:
        rapporteur = (Run("Rapporteur:", italic=True), Run(f" {_fold(draft.rapporteur)}"))
    return Front(title=title, subtitle=subtitle, rapporteur=rapporteur)


def _adopted_front(work: Work, title: Inlines) -> Front:
    draft, adoption = work.draft, work.draft.adoption
    organ = draft.organ.text.strip() or "General Assembly"
    noun = "Decision" if draft.kind is Kind.DECISION else "Resolution"
    heading = f"{noun} adopted by the {organ}"
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
    number = re.sub(r"^A/(?:RES|DEC)/", "", draft.symbol.text.strip())
    return f"{number}." if number else ""


def _provenance(work: Work) -> Inlines:
    """Return the bracketed line below the date of adoption, its words in italics.

    Since the 75th session it names the paragraph of the report.
    """
    adoption = work.draft.adoption
    if adoption is None:
        return ()
    without = _fold(adoption.without_reference)
    if without:
        bracket = "" if without.lower() in _YES else f" ({without})"
        return _bracketed(f"without reference to a Main Committee{bracket}")
    if not adoption.report:
        return ()
    committee = committee_name(_fold(adoption.committee))
    if not committee:
        place = adoption.report.place
        work.problem(place, "the report is not said to be whose", "add `committee: Third`")
    paragraph = f", para. {_fold(adoption.paragraph)}" if adoption.paragraph else ""
    return _bracketed(f"on the report of the {committee} ({_fold(adoption.report)}{paragraph})")


def _bracketed(text: str) -> Inlines:
    return (Run("["), *linked((Run(text, italic=True),)), Run("]"))


def _submitter(work: Work, notes: Notes) -> Inlines:
    draft = work.draft
    label = _label(draft)
    if draft.submitter_line:
        return linked(_runs(_fold(draft.submitter_line)))
    if draft.submitted_by:
        text = f"{label[0].upper()}{label[1:]} submitted by {_fold(draft.submitted_by)}"
        return linked((*_runs(text), *_stars(work, notes)))
    if draft.sponsors is None or not draft.sponsors.states:
        return linked((Run(f"{label[0].upper()}{label[1:]}"),))
    names = _sponsor_names(work, draft.sponsors)
    return linked((Run(f"{listed(names)}:"), *_stars(work, notes), Run(f" {label}")))


def _runs(text: str) -> tuple[Inline, ...]:
    parts, _errors = parse(text)
    return tuple(Run(part.text, part.italic) for part in parts if isinstance(part, Text))


def _label(draft: Draft) -> str:
    symbol = parse_symbol(draft.symbol.text.strip())
    revised = "revised " if symbol and symbol.revision else ""
    if draft.kind is Kind.AMENDMENT:
        return f"{revised}amendment to {_amended(_fold(draft.amends))}"
    return f"{revised}{draft.kind.value}"


def _amended(what: str) -> str:
    symbol = parse_symbol(what)
    if symbol is None:
        return what or "the draft resolution"
    return f"{'revised ' if symbol.revision else ''}draft resolution {what}"


def _sponsor_names(work: Work, sponsors: Sponsors) -> tuple[str, ...]:
    names = tuple(_fold(words) for words in sponsors.states)
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
    elif not _OPEN.search(name):
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


def _stars(work: Work, notes: Notes) -> tuple[Inline, ...]:
    """Return the star of the submitter line, and put its note at the foot of page 1."""
    sponsors = work.draft.sponsors
    text = _sponsor_note(sponsors) if sponsors else ""
    if not text or sponsors is None:
        return ()
    stars = "*" * (len(notes.starred) + 1)
    parts, errors = parse(text)
    for error in errors:
        work.problem(sponsors.note.place_at(error.offset), error.message, error.advice)
    notes.starred.append((stars, parts, sponsors.place))
    return (Star(stars),)


def _sponsor_note(sponsors: Sponsors) -> str:
    if sponsors.note:
        return _fold(sponsors.note)
    name = _fold(sponsors.on_behalf_of)
    if not name:
        return ""
    group = find_group(name)
    return group.note if group else f"On behalf of {name.removesuffix('.')}."


def _fold(words: Words) -> str:
    return " ".join(words.text.split())
