"""Facts that the author typed, held against the registries: dates of resolutions, treaty volumes.

What was typed stays; a notice proposes the registry's value. Dates read from a resolution itself
are certain, dates that most texts give are only likely (house style, resolution-date-mismatch). A
date stands at the first mention (Editorial Manual, resolutions): 98 in 100 first mentions of
resolutions of the General Assembly have it in texts of the sessions 78 to 80.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.assemble.links import cited_numbers
from drafter.assemble.notes import Notes
from drafter.assemble.pieces import Piece, Seat, Work
from drafter.errors import Place
from drafter.inline import Text
from drafter.library.bodies import key_of
from drafter.library.dates import MONTHS, un_date
from drafter.library.resolutions import Adoption, find_adoption
from drafter.library.treaties import all_treaties

_DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
_DATE = re.compile(rf" of ({_DAY})")
_NEXT = r"(?:, and |,? and |, )(?:E?S-)?\d[\w/]*(?: [A-Z])?(?: \([^)]*\))?"
_DATED = re.compile(
    rf"(?: (?:and|to) [A-Z])?(?:, section [\w ]+,)?(?:{_NEXT})*,? (?:of|on) (?:{_DAY}|_|…)"
)
_SERIES = re.compile(r"Treaty Series, vols?\. (?P<volumes>[\d, and]+?), Nos?\. (?P<number>[\d–-]+)")
_VOLUME = re.compile(r"\d+")
_TEXT = {Seat.PREAMBLE, Seat.OPERATIVE}


def check_facts(work: Work, notes: Notes) -> None:
    """Notice dates and volumes in ``work`` that the registries give otherwise."""
    mentioned: set[tuple[int, str, str]] = set()
    seat = Seat.NONE
    for item in work.items:
        if isinstance(item, Piece):
            seat = item.seat if item.seat is not Seat.NONE else seat
            text = "".join(part.text for part in item.parts if isinstance(part, Text))
            found = list(_dates(text))
            if seat in _TEXT and not item.quoted:
                found += _undated(text, item.scope, mentioned)
            for message, advice in found:
                work.notice(item.place, message, advice)
    for note in notes.numbered:
        text = "".join(part.text for part in note.parts if isinstance(part, Text))
        _volumes(work, text, note.place)


def _undated(
    text: str, scope: int, mentioned: set[tuple[int, str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield first mentions of resolutions whose date is known and missing."""
    if "/" not in text and "(" not in text:
        return
    for number, organ, start in cited_numbers(text):
        if (scope, organ, number) in mentioned:
            continue
        mentioned.add((scope, organ, number))
        known = find_adoption(number, organ)
        if known and not _DATED.match(text, start + len(number)):
            message = f"resolution {number} is first mentioned without its date"
            yield message, f"{_adopted(known)}: write [@{key_of(number, organ)}]"


def _adopted(known: Adoption) -> str:
    sure = "it was adopted on" if known.certain else "it is dated by most texts"
    return f"{sure} {un_date(known.date)}"


def _dates(text: str) -> Iterator[tuple[str, str]]:
    if " of " not in text or not _DATE.search(text):
        return
    for number, organ, start in cited_numbers(text):
        written = _DATE.match(text, start + len(number))
        known = find_adoption(number, organ) if written else None
        if written is None or known is None or un_date(known.date) == written[1]:
            continue
        yield f"resolution {number} is dated {written[1]}", _adopted(known)


def _volumes(work: Work, text: str, place: Place) -> None:
    found = _SERIES.search(text)
    if found is None:
        return
    written = tuple(_VOLUME.findall(found["volumes"]))
    known = [treaty for treaty in all_treaties() if treaty.number == found["number"]]
    if not known or any(set(written) <= set(treaty.volumes) for treaty in known):
        return
    best = min(known, key=lambda treaty: len(treaty.volumes))
    message = f"No. {found['number']} does not stand in volume {' or '.join(written)}"
    work.notice(place, message, f"{best.name}: {best.place_in_series}")
