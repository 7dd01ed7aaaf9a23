"""One text with holes as a regular expression, and what its groups mean.

Each stretch of the author's own words ends at the first place where what follows it fits, and that
place is never given up again; so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest

import msgspec

from drafter.draft import NoteText
from drafter.inline import Cite, NoteKey, Parts, Text, parse
from drafter.library.alternatives import Hole, Unreadable, hole_index
from drafter.library.bodies import find_body
from drafter.library.clauses import Clause
from drafter.library.patterns import (
    NUMBERS,
    Print,
    blank_print,
    cited_names,
    cited_pattern,
    is_number,
    treaty_pattern,
)

_WORD = re.compile(r"\w+")


class Blank(msgspec.Struct, frozen=True):
    """A group that holds what fills a blank; ``quoted`` where the clause quotes a title."""

    hole: Hole
    looks: Print
    quoted: bool = False


class Citation(msgspec.Struct, frozen=True):
    """A group that holds a citation: of fixed sources, or of those that a blank names.

    ``body`` is whose resolutions the blank names, where the clause says it.
    """

    keys: tuple[str, ...]
    hole: Hole | None = None
    body: str = ""


class Note(msgspec.Struct, frozen=True):
    """An empty group where a note stands; ``pattern`` has a group a blank of its key."""

    pattern: str
    holes: tuple[tuple[Hole, Print], ...] = ()


Group = Blank | Citation | Note


class Reader:
    """Reads one text; compiled when it is first needed."""

    def __init__(self, clause: Clause, holes: tuple[Hole, ...], markup: str) -> None:
        self.clause = clause
        self.holes = holes
        self.parts: Parts = parse(markup)[0]
        self.groups: dict[str, Group] = {}
        self._pieces: list[tuple[str, bool]] = []

    @cached_property
    def words(self) -> frozenset[str]:
        """The whole words of the text that stand in every instance of it."""
        return frozenset(word for literal in self._literals() for word in _whole(literal))

    @cached_property
    def head(self) -> str:
        """What every instance begins with."""
        first = self.parts[0] if self.parts else None
        if not isinstance(first, Text):
            return ""
        holes = (at for at, each in enumerate(first.text) if hole_index(each) is not None)
        return first.text[: next(holes, len(first.text))].rstrip(" ")

    @cached_property
    def pattern(self) -> str:
        """What an instance of the text looks like. Raises Unreadable where nobody can tell."""
        for part, following in zip_longest(self.parts, self.parts[1:]):
            self._add(part, follows_note=isinstance(following, NoteKey))
        return "".join(self._joined())

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression that an instance of the text matches in full."""
        return re.compile(self.pattern)

    def _literals(self) -> Iterator[str]:
        """Yield stretches of words; a hole beside a letter leaves its mark on them."""
        for part in self.parts:
            if isinstance(part, Text):
                yield part.text

    def _add(self, part: object, *, follows_note: bool) -> None:
        match part:
            case Text(text):
                self._text(text.rstrip(" ") if follows_note else text)
            case Cite(keys):
                self._cite(keys)
            case NoteKey(key):
                self._note(key)
            case _:
                raise Unreadable("it points at a paragraph of the draft")

    def _text(self, text: str) -> None:
        pieces = re.split("([\ue000-\ue0ff])", text)
        for at, piece in enumerate(pieces):
            index = hole_index(piece) if len(piece) == 1 else None
            if index is None:
                self._pieces.append((re.escape(piece), False))
            else:
                quoted = pieces[at - 1].endswith("“") and pieces[at + 1].startswith("”")
                self._hole(self.holes[index], quoted=quoted)

    def _hole(self, hole: Hole, *, quoted: bool) -> None:
        same = [
            name
            for name, group in self.groups.items()
            if isinstance(group, Blank) and group.hole == hole
        ]
        if same:
            self._pieces.append((f"(?P={same[0]})", False))
            return
        looks = self._looks(hole)
        name = self._named(Blank(hole, looks, quoted))
        self._pieces.append((f"(?P<{name}>{looks.pattern})", looks.free))

    def _looks(self, hole: Hole) -> Print:
        looks = blank_print(self.clause.parameters[hole.name], hole.turn, single=hole.single)
        if looks is None:
            raise Unreadable(f"the blank {hole.name} prints what cannot be told")
        return looks

    def _named(self, group: Group) -> str:
        name = f"g{len(self.groups)}"
        self.groups[name] = group
        return name

    def _cite(self, keys: tuple[str, ...]) -> None:
        hole, prefix = self._hole_of(keys), keys[0][:-1].strip()
        body = find_body(prefix) if hole else None
        if hole:
            pattern = NUMBERS if body else f"{NUMBERS}|{treaty_pattern()}"
        elif all(map(is_number, keys)):
            pattern = NUMBERS
        else:
            pattern = cited_pattern(_names(self.clause.notes.get(keys[0]), keys[0]))
        group = Citation(keys, hole, body.name if body else "")
        self._pieces.append((f"(?P<{self._named(group)}>{pattern})", False))

    def _hole_of(self, keys: tuple[str, ...]) -> Hole | None:
        marks = [index for each in "".join(keys) if (index := hole_index(each)) is not None]
        alone = len(keys) == 1 and (len(keys[0]) == 1 or find_body(keys[0][:-1].strip()))
        if marks and not alone:
            raise Unreadable("a citation mixes words and blanks")
        return self.holes[marks[0]] if marks else None

    def _note(self, key: str) -> None:
        pattern = ""
        found: list[tuple[Hole, Print]] = []
        for piece in key:
            index = hole_index(piece)
            if index is None:
                pattern += re.escape(piece)
                continue
            hole = self.holes[index]
            looks = self._looks(hole)
            pattern += f"({looks.pattern})"
            found.append((hole, looks))
        self._pieces.append((f"(?P<{self._named(Note(pattern, tuple(found)))}>)", False))

    def _joined(self) -> Iterator[str]:
        """Yield the pieces, from each free one to the next as a group that is not tried again."""
        opened = False
        for pattern, free in self._pieces:
            if free:
                yield ")(?>" if opened else "(?>"
                opened = True
            yield pattern
        yield r"\Z)" if opened else r"\Z"


def _names(note: NoteText | None, key: str) -> tuple[str, ...]:
    names = cited_names(key, note.name.text, note.short.text) if note else cited_names(key)
    if not names:
        raise Unreadable(f"there is nothing to cite as {key}")
    return names


def _whole(literal: str) -> Iterator[str]:
    for found in _WORD.finditer(literal):
        beside = literal[found.start() - 1 : found.start()] + literal[found.end() : found.end() + 1]
        if not any(hole_index(each) is not None for each in beside):
            yield found.group()
