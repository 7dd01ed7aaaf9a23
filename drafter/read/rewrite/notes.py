"""Notes typed as text become the sources that they cite, so that *Ibid.* can follow them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from drafter.assemble import assemble
from drafter.document import Note, Run
from drafter.draft import Draft, NoteText, Words
from drafter.errors import Place, Unusable
from drafter.library.numerals import parse_ordinal_words
from drafter.library.symbols import parse_symbol
from drafter.library.treaties import Treaty, all_treaties

_SERIES = "United Nations, *Treaty Series*"
_VOLUME = re.compile(
    r"(?:United Nations, \*Treaty Series\*|\*?Ibid\.\*?), vols?\. (?P<volume>[\d, and]+), "
    r"Nos?\. (?P<number>[\d, and–-]+)\."
)
_RESOLUTION = re.compile(
    r"(?P<see>See )?(?:General Assembly )?[Rr]esolution (?P<number>[\w/-]+(?: [A-Z])?(?: \([IVXLC]+\))?)"
    r"(?:, (?P<part>[^;]+?))?\."
)
_SYMBOL = re.compile(r"(?P<see>See )?(?P<symbol>[A-Z][\w./-]+\w)(?:, (?P<part>[^;]+?))?\.")
_RECORDS = re.compile(
    r"(?P<see>See )?(?:\*Official Records of the (?P<organ>[\w ]+), (?P<session>[\w -]+?), |(?P<ibid>\*?[Ii]bid\.\*?), \*)"
    r"Supplement No\. (?P<supplement>\w+)\* \((?P<symbol>[^)]+)\)(?:, (?P<part>[^;]+?))?\."
)


def with_sources(draft: Draft) -> Draft:
    """Return ``draft`` with its typed notes as sources, wherever they print the same."""
    wanted = dict(_sources(draft))
    try:
        printed = _texts(assemble(draft).notes)
    except Unusable:
        return draft
    while wanted:
        tried = msgspec.structs.replace(draft, notes={**draft.notes, **wanted})
        wrong = _wrong(tried, printed, wanted)
        if not wrong:
            return tried
        for key in wrong:
            del wanted[key]
    return draft


def _wrong(draft: Draft, printed: dict[str, str], wanted: Iterable[str]) -> set[str]:
    """Return the keys of the new notes that print otherwise, or that change a note after them."""
    try:
        texts = _texts(assemble(draft).notes)
    except Unusable:
        return set(wanted)
    return {key for key in wanted if texts.get(key) != printed.get(key)}


def _texts(notes: Iterable[Note]) -> dict[str, str]:
    return {
        note.key: "".join(
            f"*{part.text}*" if part.italic else part.text
            for part in note.inlines
            if isinstance(part, Run)
        )
        for note in notes
        if not note.scope
    }


def _sources(draft: Draft) -> Iterator[tuple[str, NoteText]]:
    records: NoteText | None = None
    for key, note in draft.notes.items():
        source = None if note.asterisk else _source(note.text.text, note.place, records)
        if source is not None:
            yield key, source
        records = source if source is not None and source.official_records else None


def _source(text: str, place: Place, records: NoteText | None) -> NoteText | None:
    if found := _VOLUME.fullmatch(text):
        treaty = _treaty(found["volume"], found["number"])
        if treaty:
            return NoteText(treaty=Words(treaty.key), place=place)
        volume, number = Words(found["volume"]), Words(found["number"])
        return NoteText(series=Words(_SERIES), volume=volume, number=number, place=place)
    if found := _RECORDS.fullmatch(text):
        return _official_records(found, place, records)
    if found := _RESOLUTION.fullmatch(text):
        return NoteText(
            resolution=Words(found["number"]),
            part=Words(found["part"] or ""),
            see=bool(found["see"]),
            place=place,
        )
    found = _SYMBOL.fullmatch(text)
    if found and parse_symbol(found["symbol"]):
        return NoteText(
            symbol=Words(found["symbol"]),
            part=Words(found["part"] or ""),
            see=bool(found["see"]),
            place=place,
        )
    return None


def _treaty(volume: str, number: str) -> Treaty | None:
    volumes = set(re.findall(r"\d+", volume))
    fits = [
        treaty
        for treaty in all_treaties()
        if treaty.number == number and set(re.findall(r"\d+", " ".join(treaty.volumes))) == volumes
    ]
    return fits[0] if len(fits) == 1 else None


def _official_records(
    found: re.Match[str], place: Place, records: NoteText | None
) -> NoteText | None:
    organ, session = found["organ"], found["session"]
    if found["ibid"]:
        if records is None:
            return None
        organ, session = records.official_records.text, records.session.text
    else:
        words = session.removesuffix(" Session").lower()
        session = str(parse_ordinal_words(words) or session)
    return NoteText(
        official_records=Words(organ),
        session=Words(session),
        supplement=Words(found["supplement"]),
        symbol=Words(found["symbol"]),
        part=Words(found["part"] or ""),
        see=bool(found["see"]),
        place=place,
    )
