"""Footnotes: numbered in reading order, worded from their sources, *Ibid.* computed.

Since the 75th session a source has one note, at its first mention; before, its number was repeated
(Editorial Manual, footnotes, chap. V).
"""

from __future__ import annotations

import msgspec

from drafter.assemble.citations import note_for
from drafter.assemble.entries import parse_plain
from drafter.assemble.pieces import Locate, MarkPart, Scope, Slot, Work, scope_session
from drafter.assemble.resolve import text_slots
from drafter.assemble.sources import NoteWording, ibid, wording
from drafter.document import Mark, Star
from drafter.draft import NoteText, Words
from drafter.errors import Place
from drafter.inline import NoteKey, Parts
from drafter.library.treaties import treaty_keys
from drafter.reading import closest

NOTED_ONCE_SINCE = 75
_POLICIES = ("once", "number", "new")


class PendingNote(msgspec.Struct):
    """A note with its markup, before it becomes inlines."""

    id: str
    number: int
    key: str
    scope: int
    parts: Parts
    place: Place


class Notes(msgspec.Struct):
    """All notes of a document, in reading order; stars count from those of the masthead."""

    numbered: list[PendingNote] = []
    starred: list[tuple[str, Parts, Place]] = []


def number_notes(work: Work, notes: Notes) -> None:
    """Put marks for note keys in all texts of ``work``, and word the notes."""
    states = [_State() for _ in work.scopes]
    for item in work.items:
        for parts, locate, store in text_slots(item):
            numbering = _Numbering(work, notes, item.scope, states[item.scope])
            marked = (numbering.part(part, locate) for part in parts)
            store(tuple(part for part in marked if part is not None))
    _unused(work)


class _State(msgspec.Struct):
    """What a scope has noted so far."""

    count: int = 0
    first: dict[str, PendingNote] = {}
    stars: dict[str, str] = {}
    previous: NoteWording | None = None


class _Numbering(msgspec.Struct):
    """Numbers the notes of one text."""

    work: Work
    notes: Notes
    scope_index: int
    state: _State

    @property
    def scope(self) -> Scope:
        return self.work.scopes[self.scope_index]

    def part(self, part: Slot, locate: Locate) -> Slot | None:
        if not isinstance(part, NoteKey):
            return part
        note = note_for(self.scope, part.key)
        if note is None:
            self._unknown(part.key, locate(part.offset))
            return None
        place = note.place if note.place.known else locate(0)
        self.scope.used.add(part.key)
        if note.asterisk:
            return self._star(part.key, note, place)
        return self._mark(part.key, note, place)

    def _mark(self, key: str, note: NoteText, place: Place) -> MarkPart | None:
        earlier = self.state.first.get(key)
        if earlier is None:
            return self._new(key, note, place)
        match self._policy():
            case "number":
                return MarkPart(Mark(earlier.number, earlier.id, again=True))
            case "new":
                return self._new(key, note, place)
            case _:
                return None

    def _policy(self) -> str:
        options = self.work.draft.options
        asked = options.repeated_notes.text.strip().lower()
        if asked in _POLICIES:
            return asked
        session = scope_session(self.scope)
        return "number" if session is not None and session < NOTED_ONCE_SINCE else "once"

    def _new(self, key: str, note: NoteText, place: Place) -> MarkPart:
        self.state.count += 1
        count = self.state.count
        name = f"n{count}" if self.scope_index == 0 else f"s{self.scope_index}n{count}"
        parts = self._parts(note)
        pending = PendingNote(name, count, key, self.scope_index, parts, place)
        self.state.first.setdefault(key, pending)
        self.notes.numbered.append(pending)
        return MarkPart(Mark(count, name))

    def _parts(self, note: NoteText) -> Parts:
        session = scope_session(self.scope)
        words = wording(self.work, note, session)
        markup = words.markup
        before = self.state.previous
        if self._contracts() and words.source and before and before.source:
            markup = ibid(words.source, before.source, session) or markup
        self.state.previous = words
        return parse_plain(self.work, Words(markup), note.text.place if note.text else note.place)

    def _contracts(self) -> bool:
        return self.work.draft.options.ibid.text.strip().lower() != "never"

    def _star(self, key: str, note: NoteText, place: Place) -> MarkPart:
        stars = self.state.stars.get(key)
        if stars is None:
            stars = "*" * (len(self.notes.starred) + 1)
            self.state.stars[key] = stars
            words = Words(wording(self.work, note, scope_session(self.scope)).markup)
            self.notes.starred.append((stars, parse_plain(self.work, words, place), place))
        return MarkPart(Star(stars))

    def _unknown(self, key: str, place: Place) -> None:
        near = closest(key, (*self.scope.notes, *treaty_keys()))
        advice = f"did you mean [^{near}]?" if near else f"write `{key}: …` under `notes`"
        self.work.problem(place, f"no note has the key {key!r}", advice)


def _unused(work: Work) -> None:
    for scope in work.scopes:
        for key, note in scope.draft.notes.items():
            if key not in scope.used:
                message = f"the note {key!r} is not used"
                work.problem(note.place, message, f"put [^{key}] in a paragraph, or remove it")
