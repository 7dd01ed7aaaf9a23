"""The commented draft that a new document starts from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.library.states import sort_states
from drafter.resources import data_text

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_PLAIN = re.compile(r"[\w(][^:#\[\]{}&*!|>%@`\"',]*")


def starting_draft(answers: Mapping[str, str], sponsors: tuple[str, ...]) -> str:
    """Return the YAML text of a new draft.

    ``answers`` has kind, session, committee, item, agenda_title and title.
    """
    template = data_text(f"templates/new/{answers['kind'].replace(' ', '-')}.yaml")
    values = {name: _scalar(value) for name, value in answers.items()}
    values["symbol"] = _scalar(_symbol(answers["kind"], answers["session"], answers["committee"]))
    values["sponsors"] = "".join(f"\n  - {_scalar(name)}" for name in sort_states(sponsors))
    return re.sub(r"<<(\w+)>>", lambda match: values[match[1]], template)


def _symbol(kind: str, session: str, committee: str) -> str:
    if kind == "committee report":
        return f"A/{session}/__"
    number = _NUMBERS.get(committee.lower().removesuffix(" committee").strip())
    return f"A/C.{number}/{session}/L.__" if number else f"A/{session}/L.__"


def _scalar(text: str) -> str:
    """Return ``text`` as YAML, in quotes only where it needs them."""
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
