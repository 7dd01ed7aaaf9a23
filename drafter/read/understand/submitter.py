"""The bold line of page 1: the sponsors, or the officer who submits the draft."""

from __future__ import annotations

import re

from drafter.document import Kind
from drafter.draft import Words
from drafter.library.blanks import listed
from drafter.library.states import all_groups, find_state
from drafter.library.symbols import parse_symbol
from drafter.read.understand.signs import LABEL_LINE, SUBMITTED

_LABEL_ALONE = re.compile(r"(?:Revised )?(?:Draft (?:resolution|decision)|Amendments? to .*)")
_LIKE_STATES = 0.6


def is_submitter(text: str) -> bool:
    """Tell whether ``text`` is the whole line: sponsors with what they submit, or an officer."""
    bare = _bare(text)
    states, colon, label = bare.rpartition(": ")
    if colon and LABEL_LINE.fullmatch(label):
        return bool(states)
    if ":" in bare and LABEL_LINE.search(bare.rpartition(":")[2].strip()):
        return True
    return bool(SUBMITTED.fullmatch(bare) or _LABEL_ALONE.fullmatch(bare))


def is_states(text: str) -> bool:
    """Tell whether ``text`` is mostly names of States, as a list of sponsors is."""
    names = re.split(r", | and ", _bare(text).rstrip(":"))
    known = sum(find_state(name) is not None for name in names)
    return len(names) > 0 and known / len(names) >= _LIKE_STATES


def submitter_keys(text: str, kind: Kind, symbol: str, note: Words | None) -> dict[str, object]:
    """Return the keys with which the program prints the line ``text``, word for word."""
    bare = _bare(text)
    submitted = SUBMITTED.fullmatch(bare)
    usual = _usual_label(kind, symbol)
    states, _, label = bare.rpartition(": ")
    if submitted and submitted["label"].lower() in {usual, "amendment"}:
        keys: dict[str, object] = {"submitted_by": submitted["who"]}
    elif states and (names := state_names(states)) and _label_fits(label, kind, usual):
        keys = {"sponsors": {"states": tuple(names)}}
        if kind is Kind.AMENDMENT:
            keys["amends"] = _amended(label)
    elif bare.lower() == usual:
        keys = {}
    else:
        keys = {"submitter_line": bare}
    return keys if note is None else _with_note(keys, note)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("*", "")).replace(" :", ":").strip()


def _usual_label(kind: Kind, symbol: str) -> str:
    parsed = parse_symbol(symbol)
    return f"{'revised ' if parsed and parsed.revision else ''}{kind.value}"


def _label_fits(label: str, kind: Kind, usual: str) -> bool:
    if kind is Kind.AMENDMENT:
        return label.startswith(f"{usual} to ")
    return label == usual


def _amended(label: str) -> str:
    """Return what is amended as briefly as the program needs it: the symbol, where that will do."""
    what = label.partition(" to ")[2]
    found = re.fullmatch(r"(?P<revised>revised )?draft resolution (?P<symbol>\S+)", what)
    parsed = parse_symbol(found["symbol"]) if found else None
    if found and parsed and bool(parsed.revision) == bool(found["revised"]):
        return found["symbol"]
    return what


def _with_note(keys: dict[str, object], note: Words) -> dict[str, object]:
    sponsors = keys.get("sponsors")
    if not isinstance(sponsors, dict):
        return {**keys, "submitter_note": note}
    group = next((each for each in all_groups() if each.note == note.text), None)
    told: dict[str, object] = {"on_behalf_of": group.name} if group else {"note": note}
    return {**keys, "sponsors": {**sponsors, **told}}


def state_names(text: str) -> list[str]:
    """Return the States of a list; none where it would not be printed again as it stands."""
    names = text.split(", ")
    last = names.pop()
    for match in re.finditer(" and ", last):
        one, other = last[: match.start()], last[match.end() :]
        if find_state(one) and find_state(other):
            names += [one, other]
            break
    else:
        names.append(last)
    return names if listed(names) == text else []
