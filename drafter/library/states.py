"""The names of States and groups of States: their forms, their order, what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from unicodedata import normalize

import msgspec

from drafter.library.registry import registry_records, registry_rows, several


class Status(StrEnum):
    """Whether a State is a Member of the United Nations or observes its work."""

    MEMBER = "member"
    OBSERVER = "observer"


class Former(msgspec.Struct, frozen=True):
    """An earlier list form; ``since`` is the first session that printed the next one."""

    name: str
    since: int


class State(msgspec.Struct, frozen=True):
    """A State by its names; ``variants`` are other names people write for it.

    ``adjective`` is empty where usage differs. ``translations`` has list forms by the code of
    their language.
    """

    list_form: str
    running_form: str
    article: str = ""
    status: Status = Status.MEMBER
    also_listed: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    note: str = ""
    former: tuple[Former, ...] = ()
    adjective: str = ""
    translations: tuple[tuple[str, str], ...] = ()

    def list_form_at(self, session: int) -> str:
        """Return the list form that documents of a session print."""
        earlier = (former for former in self.former if session < former.since)
        return min(earlier, key=lambda former: former.since, default=Former(self.list_form, 0)).name

    @property
    def in_sentence(self) -> str:
        """The running form with its article, as a sentence has it: ``the Sudan``."""
        return f"{self.article} {self.running_form}".strip()


class Group(msgspec.Struct, frozen=True):
    """A group of States, and the note by which one State sponsors a draft on its behalf.

    ``former_note`` is the wording before ``since``.
    """

    key: str
    name: str
    note: str
    aliases: tuple[str, ...] = ()
    former_note: str = ""
    since: str = ""
    evidence: str = ""


_LIKENESS = 0.8
"""How near a misspelt name must come: "Brasil" just reaches Brazil."""


def find_state(name: str) -> State | None:
    """Return the State of a name: list form, running form or variant, with or without article.

    Capitals, accents, hyphens and apostrophes do not matter.
    """
    return _states_by_name().get(_folded(name))


def sort_states(names: Iterable[str], *, palestine_last: bool = True) -> tuple[str, ...]:
    """Return sponsors in English alphabetical order of the list form, spelled as they were given.

    On documents of the eightieth session the State of Palestine mostly stands after the Member
    States; some drafts keep it under S, for which ``palestine_last`` is False.
    """
    return tuple(sorted(names, key=lambda name: _sort_key(name, palestine_last=palestine_last)))


def state_problem(name: str) -> str | None:
    """Return None for a list form, or the list form to write instead; "" when none comes near."""
    state = find_state(name)
    if state is not None:
        listed = (state.list_form, *state.also_listed)
        return None if _plain(name) in map(_plain, listed) else state.list_form
    # difflib is slow to load, and most drafts have no unknown State.
    from difflib import get_close_matches

    near = get_close_matches(_folded(name), list(_states_by_name()), n=1, cutoff=_LIKENESS)
    return _states_by_name()[near[0]].list_form if near else ""


def find_group(name: str) -> Group | None:
    """Return the group of a key, name or alias such as ``G77``, capitals aside."""
    return _groups_by_name().get(_folded(name))


@cache
def all_states() -> tuple[State, ...]:
    """Return the Member States in alphabetical order, then the observer States."""
    return tuple(map(_state, registry_records("states")))


@cache
def all_groups() -> tuple[Group, ...]:
    """Return the groups of States in the order of their keys."""
    return tuple(
        Group(key, name, note, several(aliases), former, since, evidence)
        for key, name, aliases, note, former, since, evidence in registry_rows("groups")
    )


def _state(record: dict[str, str]) -> State:
    cell = record.pop
    return State(
        list_form=cell("list_form"),
        running_form=cell("running_form"),
        article=cell("article"),
        status=Status(cell("status")),
        also_listed=several(cell("also_listed")),
        variants=several(cell("variants")),
        note=cell("note"),
        former=tuple(map(_former, several(cell("former")))),
        adjective=cell("adjective"),
        # What is left is a column for each language.
        translations=tuple((code, name) for code, name in record.items() if name),
    )


def _former(cell: str) -> Former:
    session, _, name = cell.partition(": ")
    return Former(name, int(session))


def _folded(name: str) -> str:
    """Return a name for comparison: no capitals, accents, punctuation or leading article."""
    letters = re.sub(r"[-‐‑–/]", " ", normalize("NFKD", name).casefold().replace("&", " and "))
    return " ".join(re.sub(r"[^a-z0-9\s]", "", letters).split()).removeprefix("the ")


def _plain(name: str) -> str:
    """Return a name with the apostrophe of print; whether it is typed so is another matter."""
    return name.strip().replace("'", "’")


def _sort_key(name: str, *, palestine_last: bool) -> tuple[bool, str, str]:
    state = find_state(name)
    last = palestine_last and state is not None and state.status is Status.OBSERVER
    return last, _folded(state.list_form if state else name), name


@cache
def _states_by_name() -> dict[str, State]:
    names: dict[str, State] = {}
    for state in all_states():
        earlier = (former.name for former in state.former)
        for name in (*state.variants, *earlier, *state.also_listed, state.running_form):
            names.setdefault(_folded(name), state)
    # A list form outranks the variant of another State: "Congo", "Guinea", "Niger".
    return names | {_folded(state.list_form): state for state in all_states()}


@cache
def _groups_by_name() -> dict[str, Group]:
    return {
        _folded(name): group
        for group in all_groups()
        for name in (group.key, group.name, *group.aliases)
    }
