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
    """A field under way; ``start`` is the piece where what it shows begins.

    ``words`` are those of its code: the kind of the field in capitals, then its arguments.
    """

    code: list[str] = field(default_factory=list)
    shows: bool = False
    words: list[str] = field(default_factory=list)
    pieces: object = None
    start: int = 0

    def show(self, pieces: Sequence[object]) -> None:
        """Begin to show: the code is complete, what follows are words of the text."""
        self.shows, self.pieces, self.start = True, pieces, len(pieces)
        self.words = [quoted or bare for quoted, bare in _QUOTED.findall("".join(self.code))]

    @property
    def kind(self) -> str:
        """What the field is: ``NOTEREF``."""
        return self.words[0].upper() if self.words else ""

    @property
    def argument(self) -> str:
        """The first word after the kind."""
        word = self.words[1] if len(self.words) > 1 else ""
        return "" if word.startswith("\\") else word


class Fields:
    """The fields that are open at one place of a story."""

    def __init__(self, root: Element, tracked: Tracked) -> None:
        self.open: list[Field] = []
        self._loose = _unmatched(root, tracked)
        self._in_code = 0
        self._in_contents = 0

    def take(self, element: Element, pieces: Sequence[object]) -> Field | None:
        """Take a ``w:fldChar``; return the field that ends with it."""
        if element in self._loose:
            return None
        match value(element, "fldCharType"):
            case "begin":
                self.open.append(Field())
                self._in_code += 1
            case "separate" if self.open and not self.open[-1].shows:
                now = self.open[-1]
                now.show(pieces)
                self._in_code -= 1
                self._in_contents += now.kind in _CONTENTS
            case "end" if self.open:
                return self._ended(self.open.pop())
            case _:
                pass
        return None

    def _ended(self, last: Field) -> Field:
        self._in_code -= not last.shows
        self._in_contents -= last.shows and last.kind in _CONTENTS
        return last

    def code(self, text: str) -> None:
        """Take words of the code of the innermost field."""
        if self.open and not self.open[-1].shows:
            self.open[-1].code.append(text)

    @property
    def hides(self) -> bool:
        """Whether words here are an argument of a field around the innermost one."""
        return self._in_code > (bool(self.open) and not self.open[-1].shows)

    @property
    def contents(self) -> bool:
        """Whether words here belong to a table of contents, which Word makes from the headings."""
        return self._in_contents > 0


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
