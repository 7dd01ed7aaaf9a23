"""Citations by key and cross-references by id become words, in reading order.

A resolution is cited with its date the first time and by number alone afterwards; a treaty by its
full name with its note, then by its short name (Editorial Manual, resolutions; footnotes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from drafter.assemble.pieces import (
    HeadPiece,
    Item,
    Locate,
    Piece,
    RefText,
    Scope,
    Seat,
    Slot,
    Slots,
    TablePiece,
    Work,
)
from drafter.assemble.punctuate import marks_after_punctuation
from drafter.document import HeadingRole
from drafter.draft import NoteText, Words
from drafter.errors import Place
from drafter.inline import Cite, NoteKey, Parts, Target, Text, parse
from drafter.library.blanks import listed
from drafter.library.dates import is_blank, parse_date, un_date
from drafter.library.numerals import ordinal_words
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


def resolve(work: Work) -> None:
    """Replace every citation and reference in ``work`` by its words and notes."""
    targets = _targets(work)
    order = {id(item): index for index, item in enumerate(work.items)}
    mentioned: list[set[str]] = [set() for _ in work.scopes]
    for index, item in enumerate(work.items):
        for parts, locate, store in text_slots(item):
            resolver = _Resolver(work, index, item, locate, targets, order, mentioned)
            store(marks_after_punctuation(resolver.parts(parts)))


def text_slots(item: Item) -> Iterator[tuple[Slots, Locate, Callable[[Slots], None]]]:
    """Yield every text of ``item`` in reading order, with a way to put a new one in its place."""
    if isinstance(item, Piece | HeadPiece):
        yield item.parts, item.locate, lambda parts: setattr(item, "parts", parts)
    elif isinstance(item, TablePiece):
        yield item.title, item.locate, lambda parts: setattr(item, "title", parts)
        for row in (item.columns, *item.rows):
            for index, cell in enumerate(row):
                yield cell, item.locate, _cell_store(row, index)
        yield item.note, item.locate, lambda parts: setattr(item, "note", parts)


def _cell_store(row: list[Slots], index: int) -> Callable[[Slots], None]:
    def store(parts: Slots) -> None:
        row[index] = parts

    return store


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


def _targets(work: Work) -> dict[str, int]:
    targets: dict[str, int] = {}
    for index, item in enumerate(work.items):
        name = item.id if isinstance(item, Piece | HeadPiece) else ""
        if not name:
            continue
        if name in targets:
            _twice(work, name, work.items[targets[name]], item)
        targets.setdefault(name, index)
    return targets


def _twice(work: Work, name: str, first: Item, second: Item) -> None:
    if isinstance(first, Piece | HeadPiece) and isinstance(second, Piece | HeadPiece):
        message = f"the id {name!r} stands twice, first in line {first.place.line}"
        work.problem(second.place, message, "give each paragraph its own id")


class _Resolver(msgspec.Struct):
    """Resolves the texts of one item."""

    work: Work
    index: int
    item: Item
    locate: Locate
    targets: dict[str, int]
    order: dict[int, int]
    mentioned: list[set[str]]

    def parts(self, parts: Slots) -> Slots:
        result: list[Slot] = []
        for part in parts:
            match part:
                case Cite():
                    result.extend(self._cite(part))
                case Target():
                    result.extend(self._reference(part))
                case _:
                    result.append(part)
        return tuple(result)

    @property
    def _seen(self) -> set[str]:
        return self.mentioned[self.item.scope]

    def _cite(self, cite: Cite) -> Parts:
        place = self.locate(cite.offset)
        numbers = [key for key in cite.keys if _DATED.fullmatch(key)]
        if len(numbers) == len(cite.keys):
            return (Text(self._resolutions(numbers, place)),)
        if len(cite.keys) > 1:
            message = f"[@{', '.join(cite.keys)}] mixes resolutions and other sources"
            self.work.problem(place, message, "cite each other source on its own")
            return ()
        return self._named(cite.keys[0], place)

    def _named(self, key: str, place: Place) -> Parts:
        scope = self.work.scopes[self.item.scope]
        first = key not in self._seen
        self._seen.add(key)
        note, treaty = scope.notes.get(key), find_treaty(key)
        name = note.name.text if note and note.name else treaty.name if treaty else ""
        if not name:
            self.work.problem(place, f"there is nothing to cite as {key!r}", self._near(key))
            return ()
        short = note.short.text if note and note.short else treaty.short if treaty else ""
        words, _errors = parse(name if first or not short else short)
        return (*words, NoteKey(key)) if first else words

    def _near(self, key: str) -> str:
        scope = self.work.scopes[self.item.scope]
        if parse_symbol(key):
            return f"write the words and [^{key}] for the note"
        near = closest(key, (*scope.notes, *treaty_keys()))
        return f"did you mean {near}?" if near else "give it a `name` under `notes`"

    def _resolutions(self, keys: list[str], place: Place) -> str:
        given = dict(map(_split, keys))
        fresh = [number for number in given if number not in self._seen]
        self._seen.update(fresh)
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

    def _reference(self, target: Target) -> Parts:
        place = self.locate(target.offset)
        found = [self._target(name, place) for name in target.ids]
        items = [item for item in found if item is not None]
        if len(items) != len(found) or not items:
            return ()
        if len(items) == 1:
            return (RefText(self._words(items[0], place), target=target.ids[0]),)
        return self._several(items, target, place)

    def _target(self, name: str, place: Place) -> Piece | HeadPiece | None:
        if name in self.targets:
            item = self.work.items[self.targets[name]]
            return item if isinstance(item, Piece | HeadPiece) else None
        near = closest(name, self.targets)
        known = ", ".join(sorted(self.targets)) or "none yet: write `id: name` in a paragraph"
        advice = f"did you mean #{near}?" if near else f"the ids are {known}"
        self.work.problem(place, f"no paragraph has the id {name!r}", advice)
        return None

    def _where(self, item: Piece | HeadPiece) -> str:
        return "above" if self.order[id(item)] <= self.index else "below"

    def _words(self, item: Piece | HeadPiece, place: Place) -> str:
        if isinstance(item, HeadPiece):
            return self._heading_words(item, place)
        if item.seat is Seat.PREAMBLE and item.level == 0:
            return f"the {ordinal_words(item.number)} preambular paragraph {self._where(item)}"
        label = self._label(item, place)
        inside = "" if item.scope == self.item.scope else self._of_scope(item)
        return f"paragraph {label} {inside or self._where(item)}"

    def _of_scope(self, item: Piece) -> str:
        scope = self.work.scopes[item.scope]
        return f"of {scope.label} {self._where(item)}" if scope.label else ""

    def _several(self, items: list[Piece | HeadPiece], target: Target, place: Place) -> Parts:
        labels = [self._label(item, place) for item in items if isinstance(item, Piece)]
        where = {self._where(item) for item in items}
        if len(labels) != len(items) or len(where) > 1:
            words = [self._words(item, place) for item in items]
            return (RefText(listed(words), target=target.ids[0]),)
        text = f"{_paragraphs(labels)} {where.pop()}"
        return (RefText(text, target=target.ids[0]),)

    def _label(self, item: Piece, place: Place) -> str:
        """Return ``2 (a)``: the number of the paragraph, then the letters down to the item."""
        labels = [item.label.rstrip(".")]
        level = item.level
        index = self.order[id(item)]
        while level > 0 and index > 0:
            index -= 1
            above = self.work.items[index]
            if isinstance(above, Piece) and not above.resumes and above.level < level:
                labels.insert(0, above.label.rstrip("."))
                level = above.level
        label = " ".join(filter(None, labels))
        if not label:
            message = "a reference points at a paragraph without a number"
            self.work.problem(place, message, "refer to a numbered paragraph, or use words")
        return label

    def _heading_words(self, item: HeadPiece, place: Place) -> str:
        if item.role is HeadingRole.ANNEX:
            return self._annex_words(item)
        if item.role is HeadingRole.DRAFT:
            return self._draft_words(item)
        if item.label:
            return f"section {item.label.rstrip('.')} {self._where(item)}"
        message = "a reference points at a heading without a numeral"
        self.work.problem(place, message, "give the heading a numeral, or use words")
        return ""

    def _annex_words(self, item: HeadPiece) -> str:
        numeral = item.label.removeprefix("Annex").strip()
        kind = self.work.scopes[item.scope].draft.kind.value.removeprefix("draft ")
        owner = "report" if kind == "committee report" else kind
        return f"{f'annex {numeral}' if numeral else 'the annex'} to the present {owner}"

    def _draft_words(self, item: HeadPiece) -> str:
        """Return ``para. 24, draft resolution III``, as committee reports refer to their drafts."""
        scope = self.work.scopes[item.scope]
        carrier = self.work.items[scope.carrier] if scope.carrier >= 0 else None
        number = carrier.label.rstrip(".") if isinstance(carrier, Piece) else ""
        has_numeral = len(scope.label.split()) > 2  # noqa: PLR2004 - "draft resolution III"
        return f"para. {number}, {scope.label}" if has_numeral else f"para. {number}"


def _paragraphs(labels: list[str]) -> str:
    """Return ``paragraph 2 (a) and (b)`` or ``paragraphs 2 (a) and 3``: a number stands once."""
    groups: dict[str, list[str]] = {}
    for label in labels:
        number, _, letters = label.partition(" ")
        groups.setdefault(number, []).append(letters)
    whole = any("" in letters and len(letters) > 1 for letters in groups.values())
    words = labels if whole else [f"{n} {listed(letters)}".strip() for n, letters in groups.items()]
    return f"paragraph{'s' if len(words) > 1 else ''} {listed(words)}"


def _split(key: str) -> tuple[str, str]:
    found = _DATED.fullmatch(key)
    return (found[1], found[2] or "") if found else (key, "")


def _body(number: str) -> str:
    if re.fullmatch(r"\d{1,4} \((?:19|20)\d\d\)", number):
        return "Security Council"
    if re.match(r"(?:19|20)\d\d/", number):
        return "Economic and Social Council"
    return "General Assembly"
