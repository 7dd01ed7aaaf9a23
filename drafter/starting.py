"""The commented draft that a new document starts from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.library.committees import find_committee
from drafter.library.sessions import parse_session
from drafter.library.states import sort_states
from drafter.pasting import scalar
from drafter.resources import data_text

_NOW = "80"


def starting_draft(answers: Mapping[str, str], sponsors: tuple[str, ...]) -> str:
    """Return the YAML text of a new draft.

    ``answers`` has kind, session, committee, item, agenda_title and title.
    """
    template = data_text(f"templates/new/{answers['kind'].replace(' ', '-')}.yaml")
    values = {name: scalar(value) for name, value in answers.items()}
    session = _figures(answers["session"])
    values["symbol"] = scalar(_symbol(answers["kind"], session, answers["committee"]))
    values["report"] = scalar(f"A/{session}/__")
    values["last"] = _last(session)
    values["sponsors"] = "".join(f"\n  - {scalar(name)}" for name in sort_states(sponsors))
    return re.sub(r"<<(\w+)>>", lambda match: values[match[1]], template)


def proposed_clauses(draft: str) -> tuple[str, ...]:
    """Return the ids of the clauses that the text of a new draft proposes."""
    return tuple(re.findall(r"^ *- clause: (\S+)", draft, re.MULTILINE))


def _symbol(kind: str, session: str, committee: str) -> str:
    if kind == "committee report":
        return f"A/{session}/__"
    found = find_committee(committee)
    return f"{found.prefix if found else 'A'}/{session}/L.__"


def _figures(session: str) -> str:
    """Return a session as symbols have it: ``81``, ``S-32``."""
    found = parse_session(session)
    if found is None:
        return session.strip()
    return f"{found.special.value}-{found.number}".lstrip("-")


def _last(session: str) -> str:
    """Return the session whose resolutions a draft recalls: the one before, or a special one."""
    if session.isdigit():
        return str(int(session) - 1)
    return session if "-" in session else _NOW
