"""What the groups of an expression hold: the values of the blanks, the notes, the author's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from drafter.inline import NoteKey, Parts, Text, markup
from drafter.library.clauses import Type
from drafter.library.expressions import Blank, Citation, Note, Reader
from drafter.library.forms import Form
from drafter.library.patterns import (
    Value,
    is_number,
    note_keys,
    read_numbers,
    symbol_in,
    treaties_by_name,
)
from drafter.library.printed import NoteMark
from drafter.library.seen import Seen, before_marks

UNKNOWN_NOTE = "A/__"
"""What stands for a source whose note is not at hand: a blank, to be filled by the author."""

_GOES_ON = re.compile(
    r"[;:]|, (?:and|as|at|by|for|held|in|noting|on|recalling|submitted|taking|that|to|where|which"
    r"|while|who|with)\b"
)
"""What no name has: where a sentence goes on behind it."""


class Fit(msgspec.Struct, frozen=True):
    """A text that a reader matched."""

    seen: Seen
    reader: Reader
    found: re.Match[str]

    def spans(self) -> Iterator[tuple[tuple[int, int], bool]]:
        """Yield where words stand that are not the clause's, and whether they are the author's."""
        for name, group in self.reader.groups.items():
            words = self.found[name]
            if isinstance(group, Blank) and group.looks.free:
                if words != group.looks.default:
                    names = group.quoted or (group.looks.name and not _GOES_ON.search(words))
                    yield self.found.span(name), not names
            elif isinstance(group, Blank) or (isinstance(group, Citation) and _is_typed(group)):
                yield self.found.span(name), False

    def cited(self) -> list[str]:
        """Return the words of the citations in their order."""
        groups = self.reader.groups.items()
        return [self.found[name] for name, group in groups if isinstance(group, Citation)]


class Values:
    """The values that the groups of an attempt hold; each may be read in several places."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.values: dict[str, Value] = dict(form.taken)
        self.exact = True

    def take(self, fit: Fit) -> bool:
        """Take what one text holds; False where it is no value of the blank."""
        notes = [mark.offset for mark in fit.seen.marks]
        used: list[int] = []
        for name, group in fit.reader.groups.items():
            match group:
                case Blank():
                    taken = self._blank(fit, name, group, used)
                case Citation():
                    used += [offset for offset in notes if offset == fit.found.end(name)]
                    taken = self._citation(fit.found[name], group)
                case Note():
                    taken = self._note(fit, name, group, used)
            if not taken:
                return False
        self.exact = self.exact and sorted(used) == sorted(notes)
        return True

    def _blank(self, fit: Fit, name: str, group: Blank, used: list[int]) -> bool:
        start, end = fit.found.span(name)
        value = group.looks.value(fit.found[name])
        if isinstance(value, str) and group.looks.free:
            own = _note_places(fit)
            inside = [m for m in fit.seen.marks if start < m.offset <= end and m.offset not in own]
            used += [mark.offset for mark in inside]
            value = _with_marks(fit.found[name], start, inside) if inside else value
        return value is not None and self._put(group.hole.name, value)

    def _put(self, name: str, value: Value) -> bool:
        return self.values.setdefault(name, value) == value

    def _citation(self, words: str, group: Citation) -> bool:
        if group.hole is None:
            return True
        name = group.hole.name
        if words in treaties_by_name():
            return self._put(name, treaties_by_name()[words])
        numbers = read_numbers(words, group.body)
        if not numbers:
            return False
        several = self.form.clause.parameters[name].type in {Type.LIST, Type.RESOLUTIONS}
        return self._put(name, numbers if several else numbers[0])

    def _note(self, fit: Fit, name: str, group: Note, used: list[int]) -> bool:
        place = before_marks(fit.seen.text, fit.found.start(name))
        mark = next((mark for mark in fit.seen.marks if mark.offset == place), None)
        if mark:
            used.append(place)
        for key in note_keys(mark.key, mark.text) if mark else ():
            if read := re.fullmatch(group.pattern, key):
                values = zip(group.holes, read.groups(), strict=True)
                return all(self._put(hole.name, words) for (hole, _), words in values)
        self.exact = False
        guess = (symbol_in(mark.text) if mark else "") or UNKNOWN_NOTE
        for hole, _ in group.holes:
            self.values.setdefault(hole.name, guess)
        return True


def _note_places(fit: Fit) -> set[int]:
    return {
        before_marks(fit.seen.text, fit.found.start(name))
        for name, group in fit.reader.groups.items()
        if isinstance(group, Note)
    }


def _with_marks(words: str, start: int, marks: Iterable[NoteMark]) -> str:
    parts: list[Text | NoteKey] = []
    at = 0
    for mark in marks:
        offset = mark.offset - start
        parts += [Text(words[at:offset]), *([NoteKey(mark.key)] if mark.key else [])]
        at = offset
    found: Parts = (*parts, Text(words[at:]))
    return markup(tuple(part for part in found if not isinstance(part, Text) or part.text))


def _is_typed(group: Citation) -> bool:
    return group.hole is not None or is_number(group.keys[0])
