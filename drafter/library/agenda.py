"""Titles of agenda items by session and number."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from drafter.library.registry import registry_rows


class AgendaTitle(msgspec.Struct, frozen=True):
    """The title of an agenda item at a session."""

    session: int
    item: str
    title: str


def agenda_title(item: str, session: int) -> AgendaTitle | None:
    """Return the title of ``item`` at ``session``, or at the last session before that is known.

    Numbers change from session to session: a title of another session is a guess to confirm.
    """
    known = (each for each in _titles() if each.item == _tidied(item) and each.session <= session)
    return max(known, key=lambda each: each.session, default=None)


def _tidied(item: str) -> str:
    """Return a number as mastheads print it: ``75(b)`` and ``75 b`` are ``75 (b)``."""
    return re.sub(r"^(\d+)\s*\(?([a-z]{1,2})\)?$", r"\1 (\2)", item.strip().casefold())


@cache
def _titles() -> tuple[AgendaTitle, ...]:
    return tuple(
        AgendaTitle(int(session), item, title)
        for session, item, title, _ in registry_rows("agenda-titles")
    )
