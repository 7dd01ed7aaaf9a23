"""Resolutions: the day each was adopted, and how several are named in one breath."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

import msgspec

from drafter.library.dates import BLANK, parse_date, un_date
from drafter.resources import data_text

GENERAL_ASSEMBLY = "General Assembly"


class Adoption(msgspec.Struct, frozen=True):
    """The day a resolution was adopted; ``certain`` when read from the resolution itself.

    A date that is not certain is the one most texts give that cite the resolution.
    """

    date: dt.date
    certain: bool = False


SortKey = tuple[int, int, int, str]

_NUMBER = (
    r"(?P<old>\d+)(?: (?P<old_part>[A-Z][A-Z ]*))? \((?P<bracket>[^)]+)\)"
    r"|(?:(?P<special>E?S)-)?(?P<session>\d+)/(?P<number>\d+)(?: (?P<part>[A-Z].*))?"
)
_SEVERAL = re.compile(r"(.+\d) ([A-Z]) (?:and|to) ([A-Z])")
_OLD, _REGULAR, _SPECIAL, _EMERGENCY, _BLANK = range(5)
_SERIES = {None: _REGULAR, "S": _SPECIAL, "ES": _EMERGENCY}


def resolution_date(
    number: str, body: str = GENERAL_ASSEMBLY, kind: str = "resolution"
) -> dt.date | None:
    """Return the day a resolution (or a body's ``decision``) was adopted; None when unknown."""
    adoption = find_adoption(number, body, kind)
    return adoption.date if adoption else None


def find_adoption(
    number: str, body: str = GENERAL_ASSEMBLY, kind: str = "resolution"
) -> Adoption | None:
    """Return when a resolution was adopted and how sure that is; None when it is not known.

    ``number`` is the number alone: ``70/1``, ``217 A (III)``, or ``1373 (2001)`` of its body.
    """
    number = tidied(number)
    if several := _SEVERAL.fullmatch(number):
        whole, first, last = several.groups()
        found = {find_adoption(f"{whole} {part}", body, kind) for part in (first, last)} - {None}
        return found.pop() if len(found) == 1 else None
    if body == GENERAL_ASSEMBLY and kind == "resolution":
        date, source = _cells_after("ga-resolutions", f"{number},")[:2]
    else:
        date, source = _cells_after("other-resolutions", f"{body},{kind},{number},")[0], ""
    day = parse_date(date)
    return Adoption(day, source == "masthead") if day else None


def yeared(number: str, body: str) -> str:
    """Return a bare number with the year that the registry gives: ``1325`` is ``1325 (2000)``.

    A number that is not known, or has its year already, is returned as it is.
    """
    known = re.search(rf"\n{body},resolution,({re.escape(number)} \(\d{{4}}\)),", _others())
    return known[1] if number.isdigit() and known else number


def resolution_list(numbers: Iterable[str], dates: Mapping[str, dt.date | str | None]) -> str:
    """Name several resolutions of one body: "69/193 and 69/196 of 18 December 2014 and 70/178".

    Numbers ascend, neighbours of one day share its date, and one without a date stands bare; a
    date may be words, such as ``__ December 2026``. When a bare number comes before the last,
    dated one, a comma keeps that date from being read back: "69/196, and 73/130 of …".
    """
    ordered = sorted(dict.fromkeys(numbers), key=resolution_sort_key)
    groups = [(date, list(same)) for date, same in groupby(ordered, lambda n: _words(dates.get(n)))]
    named = [f"{_and(same)} of {date}" if date else _and(same) for date, same in groups]
    if len(groups) > 1 and groups[-1][0] and not groups[-2][0]:
        return f"{', '.join(named[:-1])}, and {named[-1]}"
    return _and(named)


def resolution_sort_key(number: str) -> SortKey:
    """Return where a number stands in a list: old series, sessions, special ones, then blanks.

    The old series, such as ``217 A (III)`` and ``2252 (ES-V)``, runs on through the sessions.
    """
    match = re.fullmatch(_NUMBER, tidied(number))
    if match is None or re.search(BLANK, number):
        session = re.match(r"\d+", number)
        return _BLANK, int(session[0]) if session else 0, 0, number
    if match["old"]:
        return _OLD, 0, int(match["old"]), match["old_part"] or ""
    series = _SERIES[match["special"]]
    return series, int(match["session"]), int(match["number"]), match["part"] or ""


def tidied(number: str) -> str:
    """Return a number spaced as in print: ``67/234B`` and ``1373(2001)`` get their spaces."""
    return re.sub(r"(?<=\d)(?=[A-Z]\b)|(?<=[\dA-Z])(?=\()", " ", " ".join(number.split()))


def _cells_after(registry: str, key: str) -> list[str]:
    """Return the cells that follow a key at the beginning of a line, found without parsing.

    Reading four thousand rows would take longer than everything else a short draft needs.
    """
    text = _registry(registry)
    found = text.find(f"\n{key}")
    if found < 0:
        return ["", ""]
    start = found + 1 + len(key)
    return text[start : text.find("\n", start)].split(",")


def _others() -> str:
    return _registry("other-resolutions")


@cache
def _registry(name: str) -> str:
    return data_text(f"boilerplate/registries/{name}.csv")


def _words(date: dt.date | str | None) -> str:
    return un_date(date) if isinstance(date, dt.date) else date or ""


def _and(items: list[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
