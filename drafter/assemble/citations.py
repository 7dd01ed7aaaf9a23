"""Citations by key: ``[@70/1]`` and ``[@uncac]`` become words, with a note where one is due.

A resolution is cited with its date the first time and by number alone afterwards; a treaty by its
full name with its note, then by its short name (Editorial Manual, resolutions; footnotes).
"""

from __future__ import annotations

import re

import msgspec

from drafter.assemble.entries import parse_plain
from drafter.assemble.pieces import Scope, Work
from drafter.draft import NoteText, Words
from drafter.errors import Place
from drafter.inline import Cite, NoteKey, Parts, Text
from drafter.library.dates import is_blank, parse_date, un_date
from drafter.library.resolutions import resolution_date, resolution_list
from drafter.library.symbols import parse_symbol
from drafter.library.treaties import find_treaty, treaty_keys
from drafter.reading import closest

_GENERAL = r"(?:\d{2,3}|E?S-\d{1,2})/(?:\d{1,3}|_+|…|\.\.\.)"
_OLD = r"\d{1,4}(?: [A-Z])? \((?:[IVXLC]+|E?S-[IVX]+)\)"
_COUNCIL = r"\d{1,4} \((?:19|20)\d\d\)|(?:19|20)\d\d/\d{1,3}"
_NUMBER = re.compile(rf"(?:{_GENERAL}|{_OLD}|{_COUNCIL})(?: [A-Z])?")
_DATED = re.compile(rf"({_NUMBER.pattern})(?: of (.+))?")
_SOURCE_KEY = re.compile(rf"(?:[Rr]esolution )?({_NUMBER.pattern})(?:, (.+))?")
_SYMBOL_KEY = re.compile(r"([A-Z]+/\S+?)(?:, (.+))?")


def note_for(scope: Scope, key: str) -> NoteText | None:
    """Return the note that ``key`` names: the draft's own, a treaty's, or one the key spells out.

    ``70/174, annex`` and ``A/71/114, sect. II`` are keys that say what their note cites.
    """
    if key in scope.notes:
        return scope.notes[key]
    if find_treaty(key):
        return NoteText(treaty=Words(key))
    if found := _SOURCE_KEY.fullmatch(key):
        organ = Words(_body(found[1]))
        return NoteText(resolution=Words(found[1]), organ=organ, part=Words(found[2] or ""))
    if (found := _SYMBOL_KEY.fullmatch(key)) and parse_symbol(found[1]):
        return NoteText(symbol=Words(found[1]), part=Words(found[2] or ""))
    return None


class Citations(msgspec.Struct):
    """The citations of one scope; ``seen`` holds what was cited before."""

    work: Work
    scope: Scope
    seen: set[str] = msgspec.field(default_factory=set)

    def words(self, cite: Cite, place: Place) -> Parts:
        """Return the words of ``cite``, which stands at ``place``, and its note."""
        numbers = [key for key in cite.keys if _DATED.fullmatch(key)]
        if len(numbers) == len(cite.keys):
            return (Text(self._resolutions(numbers, place)),)
        if len(cite.keys) > 1:
            message = f"[@{', '.join(cite.keys)}] mixes resolutions and other sources"
            self.work.problem(place, message, "cite each other source on its own")
            return ()
        return self._named(cite.keys[0], place)

    def _named(self, key: str, place: Place) -> Parts:
        first = key not in self.seen
        self.seen.add(key)
        note, treaty = self.scope.notes.get(key), find_treaty(key)
        name = note.name.text if note and note.name else treaty.name if treaty else ""
        if not name:
            self.work.problem(place, f"there is nothing to cite as {key!r}", self._near(key))
            return ()
        short = note.short.text if note and note.short else treaty.short if treaty else ""
        words = parse_plain(self.work, Words(name if first or not short else short), place)
        return (*words, NoteKey(key)) if first else words

    def _near(self, key: str) -> str:
        if parse_symbol(key):
            return f"write the words and [^{key}] for the note"
        near = closest(key, (*self.scope.notes, *treaty_keys()))
        return f"did you mean {near}?" if near else "give it a `name` under `notes`"

    def _resolutions(self, keys: list[str], place: Place) -> str:
        given = dict(map(_split, keys))
        fresh = [number for number in given if number not in self.seen]
        self.seen.update(fresh)
        dates = {number: self._date(number, given[number], place) for number in fresh}
        return resolution_list(given, dates)

    def _date(self, number: str, given: str, place: Place) -> str:
        if given:
            return self._given_date(given, place)
        found = resolution_date(number, _body(number))
        if found:
            return un_date(found)
        message = f"the date of resolution {number} is not in the registry"
        self.work.notice(place, message, f"write it: [@{number} of 18 December 2025]")
        return ""

    def _given_date(self, given: str, place: Place) -> str:
        try:
            date = parse_date(given)
        except ValueError as error:
            self.work.problem(place, str(error), "correct the date")
            return given
        if date is None and not is_blank(given):
            self.work.problem(place, f"{given!r} is not a date", "write: 18 December 2025")
        return un_date(date) if date else given


def _split(key: str) -> tuple[str, str]:
    found = _DATED.fullmatch(key)
    return (found[1], found[2] or "") if found else (key, "")


def _body(number: str) -> str:
    if re.fullmatch(r"\d{1,4} \((?:19|20)\d\d\)", number):
        return "Security Council"
    if re.match(r"(?:19|20)\d\d/", number):
        return "Economic and Social Council"
    return "General Assembly"
