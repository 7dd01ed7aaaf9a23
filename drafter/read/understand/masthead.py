"""The fields of the masthead become a draft's keys.

A key is written only where the program would not print the same by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from drafter.document import Kind
from drafter.draft import Words
from drafter.library.committees import find_committee
from drafter.library.dates import is_blank, parse_date
from drafter.library.sessions import Session, parse_session
from drafter.library.symbols import Symbol, parse_symbol
from drafter.read.understand.fields import Field
from drafter.read.understand.pen import Pen
from drafter.read.understand.signs import has_star
from drafter.read.understand.stars import Stars

_ADOPTED = {Kind.RESOLUTION, Kind.DECISION}
_NO_COMMITTEE = {*_ADOPTED, Kind.REPORT}


def masthead_keys(fields: list[Field], kind: Kind, stars: Stars, pen: Pen) -> dict[str, Any]:
    """Return the keys that the masthead and the margin tell."""
    keys: dict[str, Any] = {}
    symbol = _symbol(keys, fields, stars, pen)
    _organ(keys, fields, symbol, pen)
    _distribution(keys, fields, kind, pen)
    _session(keys, fields, symbol, pen)
    _committee(keys, fields, kind, symbol, pen)
    _agenda(keys, fields, stars, pen)
    return keys


def _named(fields: Iterable[Field], name: str) -> list[Field]:
    return [field for field in fields if field.name == name]


def _first(fields: Iterable[Field], name: str) -> Field | None:
    return next((field for field in fields if field.name == name), None)


def _words(field: Field, pen: Pen) -> Words:
    return pen.words(field.value.strip(), field.chunk.origin)


def _symbol(keys: dict[str, Any], fields: list[Field], stars: Stars, pen: Pen) -> Symbol | None:
    field = _first(fields, "symbol")
    if field is None:
        return None
    bare = field.value.strip().rstrip("*")
    if bare.startswith("/"):
        large = _first(fields, "large letter")
        bare = f"{large.value if large else 'A'}{bare}"
    keys["symbol"] = pen.words(bare, field.chunk.origin)
    star = has_star(field.chunk)
    if star and (note := stars.take(star)):
        keys["reissued"] = note
    return parse_symbol(bare)


def _organ(keys: dict[str, Any], fields: list[Field], symbol: Symbol | None, pen: Pen) -> None:
    found = _named(fields, "organ")
    organ = " ".join(dict.fromkeys(field.value for field in found))
    if organ and organ != (symbol.organ.value if symbol else "General Assembly"):
        keys["organ"] = pen.words(organ, found[0].chunk.origin)


def _distribution(keys: dict[str, Any], fields: list[Field], kind: Kind, pen: Pen) -> None:
    usual = "General" if kind in _NO_COMMITTEE else "Limited"
    distribution = _first(fields, "distribution")
    if distribution and distribution.value != usual:
        keys["distribution"] = _words(distribution, pen)
    date = _first(fields, "date")
    if date and _is_date(date.value):
        keys["date"] = _words(date, pen)
    original = _first(fields, "original")
    if original is None:
        if kind not in _ADOPTED and distribution:
            keys["original"] = pen.words("none", distribution.chunk.origin)
    elif original.value != "English" or kind in _ADOPTED:
        keys["original"] = _words(original, pen)


def _is_date(text: str) -> bool:
    try:
        return is_blank(text) or parse_date(text) is not None
    except ValueError:
        return False


def _session(keys: dict[str, Any], fields: list[Field], symbol: Symbol | None, pen: Pen) -> None:
    field = _first(fields, "session")
    session = parse_session(field.value.removesuffix(" session")) if field else None
    if field is None or session is None:
        return
    if symbol and not _agree(symbol, session):
        return
    special = f"{session.special.value}-" if session.special else ""
    keys["session"] = pen.words(f"{special}{session.number}", field.chunk.origin)


def _agree(symbol: Symbol, session: Session) -> bool:
    if symbol.session is not None:
        return (symbol.session, symbol.special) == (session.number, session.special)
    return symbol.year is None or symbol.year == session.number


def _committee(
    keys: dict[str, Any], fields: list[Field], kind: Kind, symbol: Symbol | None, pen: Pen
) -> None:
    if kind in _NO_COMMITTEE:
        return
    found = _named(fields, "committee")
    printed = " ".join(field.value for field in found)
    usual = symbol.committee if symbol else ""
    if found and printed != usual:
        known = find_committee(printed)
        keys["committee"] = pen.words(
            (known.ordinal if known else "") or printed, found[0].chunk.origin
        )
    elif not found and usual and _named(fields, "session"):
        keys["committee"] = pen.words("none", fields[0].chunk.origin)


def _agenda(keys: dict[str, Any], fields: list[Field], stars: Stars, pen: Pen) -> None:
    items: list[dict[str, Words]] = []
    for field in _named(fields, "agenda"):
        numbers = re.split(r", (?=\d)| and (?=\d)", field.value)
        found = [{"item": pen.words(number, field.chunk.origin)} for number in numbers]
        if field.early:
            star = field.star or has_star(field.chunk)
            note = stars.take(star) if star else None
            found[0][field.early] = note or pen.words("yes", field.chunk.origin)
        items += found
    if items:
        keys["agenda"] = items
