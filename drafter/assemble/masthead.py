"""The head of page 1: what the symbol, the session and the sponsors say, as printed.

Order and wording of the lines follow the issued documents of the 78th to 80th sessions.
"""

from __future__ import annotations

import re

from drafter.assemble.entries import parse_plain
from drafter.assemble.flatten import date_text
from drafter.assemble.notes import Notes
from drafter.assemble.pieces import Work
from drafter.document import Kind, Masthead
from drafter.draft import Agenda, Draft, Words
from drafter.inline import Text
from drafter.library.blanks import listed
from drafter.library.committees import find_committee
from drafter.library.sessions import parse_session
from drafter.library.symbols import Special, Symbol, parse_symbol, session_line

ADOPTED = {Kind.RESOLUTION, Kind.DECISION}
_YES = {"yes", "true"}
_NONE = "none"
OPEN = re.compile(r"_{2,}|…|\.\.\.|\[")


def masthead(work: Work, notes: Notes) -> Masthead:
    """Return the masthead; a symbol that is none, or disagrees with the session, is a problem."""
    draft = work.draft
    symbol = _symbol(work)
    reissue = _reissue(work, notes)
    agenda_line, stars = _agenda(work, notes)
    return Masthead(
        symbol=draft.symbol.text.strip() + reissue,
        organ=draft.organ.text.strip() or (symbol.organ.value if symbol else "General Assembly"),
        distribution=f"Distr.: {fold(draft.distribution) or _distribution(draft)}",
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
    if symbol is None and not OPEN.search(words.text):
        advice = "write it as A/C.3/81/L.5, or A/C.3/81/L.__ until it is known"
        work.problem(words.place, f"{words.text.strip()!r} is not a document symbol", advice)
    return symbol


def _reissue(work: Work, notes: Notes) -> str:
    """Return the star of a reissued document, and put its note at the foot of page 1."""
    words = work.draft.reissued
    if not words:
        return ""
    notes.starred.append(("*", parse_plain(work, words), words.place))
    return "" if work.draft.symbol.text.strip().endswith("*") else "*"


def _distribution(draft: Draft) -> str:
    return "General" if draft.kind in {*ADOPTED, Kind.REPORT} else "Limited"


def _original(draft: Draft) -> str:
    asked = draft.original.text.strip()
    if asked.lower() == _NONE or (not asked and draft.kind in ADOPTED):
        # Adopted texts carry no language line (A/RES documents).
        return ""
    return f"Original: {asked or 'English'}"


def _session(work: Work, symbol: Symbol | None) -> str:
    words = work.draft.session
    if not words:
        return session_line(symbol.session, symbol.special, symbol.year) if symbol else ""
    text = words.text.strip()
    session = parse_session(text)
    if session is None:
        if OPEN.search(text):
            return f"{text.removesuffix('session').strip()} session"
        work.problem(words.place, f"{text!r} is not a session", "write 81, S-32 or a year")
        return text
    special, number = session.special, session.number
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
    asked = fold(draft.committee)
    if asked.lower() == _NONE or draft.kind in {*ADOPTED, Kind.REPORT}:
        return ()
    name = asked or (symbol.committee if symbol else "")
    found = find_committee(name)
    return found.lines if found else (name,) if name else ()


def committee_name(asked: str) -> str:
    """Return the full name of a Main Committee from ``Third``, ``third committee`` or ``3``."""
    found = find_committee(asked)
    return found.name if found else asked


def _agenda(work: Work, notes: Notes) -> tuple[str, str]:
    items = [item for item in work.draft.agenda if item.item]
    if not items:
        return "", ""
    numbers = listed(fold(item.item) for item in items)
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
    return tuple(fold(item.title) for item in draft.agenda if item.title)


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


def fold(words: Words) -> str:
    """Return a text with its white space folded."""
    return " ".join(words.text.split())
