"""Facts that the author typed, held against the registries: dates of resolutions, treaty volumes.

What was typed stays; a notice proposes the registry's value. Dates read from a resolution itself
are certain, dates that most texts give are only likely (house style, resolution-date-mismatch).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.assemble.links import cited_numbers
from drafter.assemble.notes import Notes
from drafter.assemble.pieces import Piece, Work
from drafter.errors import Place
from drafter.inline import Text
from drafter.library.dates import MONTHS, un_date
from drafter.library.resolutions import find_adoption
from drafter.library.treaties import all_treaties

_DATE = re.compile(rf" of (\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}})")
_SERIES = re.compile(r"Treaty Series, vols?\. (?P<volumes>[\d, and]+?), Nos?\. (?P<number>[\d–-]+)")
_VOLUME = re.compile(r"\d+")


def check_facts(work: Work, notes: Notes) -> None:
    """Notice dates and volumes in ``work`` that the registries give otherwise."""
    for item in work.items:
        if isinstance(item, Piece):
            text = "".join(part.text for part in item.parts if isinstance(part, Text))
            for message, advice in _dates(text):
                work.notice(item.place, message, advice)
    for note in notes.numbered:
        text = "".join(part.text for part in note.parts if isinstance(part, Text))
        _volumes(work, text, note.place)


def _dates(text: str) -> Iterator[tuple[str, str]]:
    if " of " not in text or not _DATE.search(text):
        return
    for number, organ, start in cited_numbers(text):
        written = _DATE.match(text, start + len(number))
        known = find_adoption(number, organ) if written else None
        if written is None or known is None or un_date(known.date) == written[1]:
            continue
        sure = "was adopted on" if known.certain else "is dated by most texts"
        message = f"resolution {number} is dated {written[1]}"
        yield message, f"it {sure} {un_date(known.date)}"


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
