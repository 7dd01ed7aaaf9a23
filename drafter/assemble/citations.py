"""Citations by key: ``[@70/1]`` and ``[@uncac]`` become words, with a note where one is due.

A resolution is cited with its date the first time and by number alone afterwards; a treaty by its
full name with its note, then by its short name (Editorial Manual, resolutions; footnotes).
"""

from __future__ import annotations

import re

import msgspec

from drafter.assemble.entries import parse_plain
from drafter.assemble.links import cited_numbers
from drafter.assemble.pieces import Scope, Work
from drafter.draft import NoteText, Words
from drafter.errors import Place
from drafter.inline import Cite, NoteKey, Parts, Text
from drafter.library.bodies import Named, all_bodies, named_list, named_resolution, near_body
from drafter.library.dates import is_blank, parse_date, un_date
from drafter.library.resolutions import GENERAL_ASSEMBLY, resolution_date, resolution_list
from drafter.library.symbols import parse_symbol
from drafter.library.treaties import find_treaty, treaty_keys
from drafter.reading import closest

_SOURCE_KEY = re.compile(r"(?:[Rr]esolution )?(?P<number>[^,]+)(?:, (?P<part>.+))?")
_SYMBOL_KEY = re.compile(r"([A-Z]+/\S+?)(?:, (.+))?")


def note_for(scope: Scope, key: str) -> NoteText | None:
    """Return the note that ``key`` names: the draft's own, a treaty's, or one the key spells out.

    ``70/174, annex`` and ``A/71/114, sect. II`` are keys that say what their note cites.
    """
    if key in scope.notes:
        return scope.notes[key]
    if find_treaty(key):
        return NoteText(treaty=Words(key))
    if (found := _SYMBOL_KEY.fullmatch(key)) and parse_symbol(found[1]):
        return NoteText(symbol=Words(found[1]), part=Words(found[2] or ""))
    return _resolution_note(key)


def _resolution_note(key: str) -> NoteText | None:
    found = _SOURCE_KEY.fullmatch(key)
    named = named_resolution(found["number"]) if found else None
    if not found or not named or not named.known or named.date:
        return None
    part = Words(found["part"] or "")
    return NoteText(resolution=Words(named.number), organ=Words(named.body), part=part)


class Citations(msgspec.Struct):
    """The citations of one scope; ``seen`` holds what was cited before."""

    work: Work
    scope: Scope
    seen: set[str] = msgspec.field(default_factory=set)

    def words(self, cite: Cite, place: Place) -> Parts:
        """Return the words of ``cite``, which stands at ``place``, and its note."""
        named = tuple(named_list(cite.keys))
        if all(named):
            return (Text(self._resolutions([each for each in named if each], place)),)
        if len(cite.keys) > 1:
            message = f"[@{', '.join(cite.keys)}] mixes resolutions and other sources"
            self.work.problem(place, message, "cite each other source on its own")
            return ()
        return self._named(cite.keys[0], place)

    def mentioned(self, text: str) -> None:
        """Note the resolutions that the author typed: a later citation needs no date."""
        if "esolution" in text:
            self.seen.update(f"{organ} {number}" for number, organ, _ in cited_numbers(text))

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

    def _resolutions(self, keys: list[Named], place: Place) -> str:
        if not self._one_body(keys, place):
            return ""
        given = {named.number: named for named in keys}
        fresh = [named for named in given.values() if _mark(named) not in self.seen]
        self.seen.update(map(_mark, fresh))
        dates = {named.number: self._date(named, place) for named in fresh}
        return resolution_list(given, dates)

    def _one_body(self, keys: list[Named], place: Place) -> bool:
        for named in keys:
            if not named.known:
                near = near_body(named.prefix)
                known = ", ".join(body.key for body in all_bodies())
                advice = f"did you mean {near}?" if near else f"write one of {known}, or the words"
                message = f"no body has the key {named.prefix!r}"
                self.work.problem(place, message, advice)
                return False
        bodies = list(dict.fromkeys(named.body for named in keys))
        if len(bodies) > 1:
            message = f"one citation names resolutions of the {' and the '.join(bodies)}"
            self.work.problem(place, message, "cite those of each body on their own")
        return len(bodies) == 1

    def _date(self, named: Named, place: Place) -> str:
        if named.date:
            return self._given_date(named.date, place)
        if named.number.isdigit():
            message = f"the year of {named.body} resolution {named.number} is not in the registry"
            advice = f"write it: [@{named.prefix} {named.number} (2025) of 18 December 2025]"
            self.work.notice(place, message, advice)
            return ""
        found = resolution_date(named.number, named.body)
        if found:
            return un_date(found)
        owner = "" if named.body == GENERAL_ASSEMBLY else f"{named.body} "
        message = f"the date of {owner}resolution {named.number} is not in the registry"
        key = f"{named.prefix} {named.number}".strip()
        self.work.notice(place, message, f"write it: [@{key} of 18 December 2025]")
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


def _mark(named: Named) -> str:
    return f"{named.body} {named.number}"
