"""Whose resolution a key cites: ``70/1``, ``HRC 60/5``, ``A/HRC/RES/60/5``, ``S/RES/1325``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from drafter.library.registry import registry_rows, several
from drafter.library.resolutions import GENERAL_ASSEMBLY, tidied, yeared
from drafter.reading import closest

SECURITY_COUNCIL = "Security Council"

_PARTS = r"(?: [A-Z]{1,2}(?: (?:and|to) [A-Z]{1,2})?)?"
_SESSIONS = r"(?:\d{2,3}|E?S-\d{1,2})/(?:\d{1,3}|_+|…|\.\.\.)"
_OLD = rf"\d{{1,4}}{_PARTS} \((?:[IVXLC]+|E?S-[IVX]+)\)"
_COUNCILS = r"\d{1,4} \((?:19|20)\d\d\)|(?:19|20)\d\d/\d{1,3}"
NUMBER = rf"(?:{_SESSIONS}|{_OLD}|{_COUNCILS}){_PARTS}"
"""The number of a resolution that says by its form whose it is."""

_ANY_NUMBER = rf"(?:{NUMBER}|\d{{1,3}}/\d{{1,3}}|\d{{1,4}})"
_KEY = re.compile(rf"(?:(?P<body>[A-Za-z][\w/-]*) )?(?P<number>{_ANY_NUMBER})(?: of (?P<date>.+))?")
_SAYS_ITSELF = re.compile(NUMBER)
_NO_BODIES = {"resolution", "resolutions", "decision", "decisions", "para", "paragraph"}


class Body(msgspec.Struct, frozen=True):
    """A body that adopts resolutions; ``symbol`` is how the symbols of these begin."""

    key: str
    name: str
    symbol: str = ""
    aliases: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """The resolution that a key names; ``body`` is the printed name, ``date`` what was given.

    ``prefix`` is what stood before the number; empty where the number alone says whose it is.
    """

    body: str
    number: str
    date: str = ""
    prefix: str = ""

    @property
    def known(self) -> bool:
        """Tell whether drafter knows the body."""
        return bool(self.body)


def named_resolution(key: str, after: str = "") -> Named | None:
    """Return the resolution that ``key`` names; None for a key of another kind.

    ``after`` is the prefix of the key before it in a list, which holds for a bare number too. The
    body is empty where the prefix is not known.
    """
    text = _spelled(tidied(key))
    found = _KEY.fullmatch(text)
    if found is None or (found["body"] or "").casefold() in _NO_BODIES:
        return None
    prefix, number = found["body"] or after, found["number"]
    if not prefix:
        bare = _SAYS_ITSELF.fullmatch(number)
        return Named(usual_body(number), number, found["date"] or "") if bare else None
    body = find_body(prefix)
    name = body.name if body else ""
    if name == SECURITY_COUNCIL:
        number = yeared(number, name)
    elif number.isdigit():
        return None
    return Named(name, number, found["date"] or "", prefix)


def named_list(keys: Iterable[str]) -> Iterator[Named | None]:
    """Yield the resolution of each key of one citation; a prefix holds until the next."""
    prefix = ""
    for key in keys:
        named = named_resolution(key, prefix)
        prefix = named.prefix if named else ""
        yield named


def find_body(prefix: str) -> Body | None:
    """Return the body of a prefix, capitals aside."""
    return _by_key().get(prefix.casefold())


def symbols_of(name: str) -> str:
    """Return how the symbols of a body's resolutions begin; empty where it has none of its own."""
    return next((body.symbol for body in all_bodies() if body.name == name), "")


def key_of(number: str, name: str) -> str:
    """Return the shortest key of a resolution of the body ``name``."""
    body = next((body for body in all_bodies() if body.name == name), None)
    plain = named_resolution(number)
    return number if body is None or (plain and plain.body == name) else f"{body.key} {number}"


def near_body(prefix: str) -> str:
    """Return the prefix that was probably meant; empty where none is near."""
    return closest(prefix.upper(), [body.key for body in all_bodies()]) or ""


def usual_body(number: str) -> str:
    """Return the body whose numbers look like ``number``."""
    if re.fullmatch(r"\d{1,4} \((?:19|20)\d\d\)", number):
        return SECURITY_COUNCIL
    if re.match(r"(?:19|20)\d\d/", number):
        return "Economic and Social Council"
    return GENERAL_ASSEMBLY


@cache
def all_bodies() -> tuple[Body, ...]:
    """Return every body of the registry."""
    return tuple(
        Body(key, name, symbol, several(aliases))
        for key, aliases, name, symbol in registry_rows("bodies")
    )


@cache
def _by_key() -> dict[str, Body]:
    return {key.casefold(): body for body in all_bodies() for key in (*body.aliases, body.key)}


def _spelled(key: str) -> str:
    """Return a symbol as prefix and number: ``A/HRC/RES/60/5`` is ``HRC 60/5``."""
    for body in all_bodies():
        if body.symbol and key.startswith(body.symbol):
            return f"{body.key} {key.removeprefix(body.symbol)}"
    return key
