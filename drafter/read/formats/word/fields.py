"""Fields: what Word shows is kept, the code never (ISO/IEC 29500-1, 17.16)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.read.formats.word.changes import Tracked
from drafter.read.formats.word.names import Element, value, w

_CHARACTER = w("fldChar")
_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
_CONTENTS = {"TOC", "INDEX", "TOA"}


@dataclass(slots=True, eq=False)
class Field:
    """A field under way; ``start`` is the piece where what it shows begins."""

    code: list[str] = field(default_factory=list)
    shows: bool = False
    pieces: object = None
    start: int = 0

    @property
    def words(self) -> list[str]:
        """The code as words: the kind of the field, then its arguments."""
        found = _QUOTED.findall("".join(self.code))
        return [quoted or bare for quoted, bare in found]

    @property
    def kind(self) -> str:
        """What the field is, in capitals: ``NOTEREF``."""
        words = self.words
        return words[0].upper() if words else ""

    @property
    def argument(self) -> str:
        """The first word after the kind."""
        words = self.words
        return words[1] if len(words) > 1 and not words[1].startswith("\\") else ""

    def has(self, switch: str) -> bool:
        """Tell whether the code has ``switch``, written with its backslash."""
        return switch in self.words


class Fields:
    """The fields that are open at one place of a story."""

    def __init__(self, root: Element, tracked: Tracked) -> None:
        self.open: list[Field] = []
        self._loose = _unmatched(root, tracked)

    def take(self, element: Element, pieces: Sequence[object]) -> Field | None:
        """Take a ``w:fldChar``; return the field that ends with it."""
        if element in self._loose:
            return None
        match value(element, "fldCharType"):
            case "begin":
                self.open.append(Field())
            case "separate" if self.open:
                now = self.open[-1]
                now.shows, now.pieces, now.start = True, pieces, len(pieces)
            case "end" if self.open:
                return self.open.pop()
            case _:
                pass
        return None

    def code(self, text: str) -> None:
        """Take words of the code of the innermost field."""
        if self.open and not self.open[-1].shows:
            self.open[-1].code.append(text)

    @property
    def hides(self) -> bool:
        """Whether words here are an argument of a field around the innermost one."""
        return any(not each.shows for each in self.open[:-1])

    @property
    def contents(self) -> bool:
        """Whether words here belong to a table of contents, which Word makes from the headings."""
        return any(each.shows and each.kind in _CONTENTS for each in self.open)


def _unmatched(root: Element, tracked: Tracked) -> frozenset[Element]:
    """Return the signs of fields that begin and never end, or end without beginning.

    They are left alone: words after them must not be taken for code.
    """
    opened: list[list[Element]] = []
    loose: set[Element] = set()
    for element in root.iter(_CHARACTER):
        if next(element.iterancestors(*tracked.gone), None) is not None:
            loose.add(element)
            continue
        kind = value(element, "fldCharType")
        if kind == "begin":
            opened.append([element])
        elif not opened:
            loose.add(element)
        elif kind == "separate":
            opened[-1].append(element)
        else:
            opened.pop()
    for signs in opened:
        loose.update(signs)
    return frozenset(loose)
