"""The asterisk notes of a document: each hangs on a line of page 1 or on the text."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.draft import Words
from drafter.read.found import FoundNote
from drafter.read.understand.pen import Pen


class Stars:
    """The asterisk notes by their mark, and which of them were used."""

    def __init__(self, notes: Iterable[FoundNote], pen: Pen) -> None:
        self.pen = pen
        self.by_mark: dict[str, FoundNote] = {}
        self.used: set[str] = set()
        for note in notes:
            self.by_mark.setdefault(note.mark, note)

    def take(self, mark: str) -> Words | None:
        """Return the note of ``mark`` once; None where there is none or it was taken."""
        note = self.by_mark.get(mark)
        if note is None or mark in self.used:
            return None
        self.used.add(mark)
        return self.pen.marked(note.parts, note.origin)

    def left(self) -> tuple[FoundNote, ...]:
        """Return the notes that no line has taken."""
        return tuple(note for mark, note in self.by_mark.items() if mark not in self.used)
