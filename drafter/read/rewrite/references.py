"""References to paragraphs by their number become references that follow the paragraph."""

from __future__ import annotations

import re

import msgspec

from drafter.draft import Draft, Entry
from drafter.read.rewrite.engine import accepted, entries_of
from drafter.reading import Words

_REFERENCE = re.compile(r"paragraphs? (?P<numbers>\d+(?:(?:, | and )\d+)*) (?:above|below)")


def with_references(draft: Draft) -> Draft:
    """Return ``draft`` with ``paragraph 4 above`` as ``[#op4]``, and the id at paragraph 4."""
    if draft.sections or draft.parts:
        # Numbers stand several times there: the words alone do not tell which one is meant.
        return draft
    operative = _numbered(draft)
    asked = {
        number
        for entry, _ in entries_of(draft)
        for found in _REFERENCE.finditer(entry.text.text)
        for number in _numbers(found)
        if number in operative
    }
    named = {
        operative[number].place: msgspec.structs.replace(operative[number], id=Words(f"op{number}"))
        for number in asked
        if not operative[number].id
    }
    with_ids = accepted(draft, named)
    known = {
        int(e.id.text[2:]) for e, _ in entries_of(with_ids) if re.fullmatch(r"op\d+", e.id.text)
    }
    wanted = {
        entry.place: changed
        for entry, _ in entries_of(with_ids)
        if (changed := _referring(entry, known)) is not entry
    }
    return accepted(with_ids, wanted) if wanted else draft


def _numbered(draft: Draft) -> dict[int, Entry]:
    """Return the operative paragraphs by the number that they print with."""
    numbered: dict[int, Entry] = {}
    count = 0
    for entry in draft.operative:
        if entry.heading or entry.table or entry.residue or entry.number.text == "none":
            continue
        asked = entry.number.text.rstrip(".")
        count = int(asked) if asked.isdigit() else count + (not asked)
        numbered[count] = entry
    return numbered


def _numbers(found: re.Match[str]) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", found["numbers"])]


def _referring(entry: Entry, known: set[int]) -> Entry:
    def refer(found: re.Match[str]) -> str:
        numbers = _numbers(found)
        if not known.issuperset(numbers):
            return found.group()
        return "[" + ", ".join(f"#op{number}" for number in numbers) + "]"

    text = _REFERENCE.sub(refer, entry.text.text)
    if text == entry.text.text:
        return entry
    return msgspec.structs.replace(entry, text=Words(text, at=entry.text.place))
