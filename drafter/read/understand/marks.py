"""Notes find the marks that they hang on, each text with its own series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.found import FoundNote
from drafter.read.understand.node import Node
from drafter.read.understand.stars import Stars


@dataclass(slots=True, eq=False)
class Series:
    """The notes of one text by the keys that the draft gives them, in the order of their marks."""

    notes: dict[str, FoundNote] = field(default_factory=dict)
    missing: dict[str, Node | None] = field(default_factory=dict)
    repeated: bool = False


class Marks:
    """Hangs the notes of a file on the marks in its texts."""

    def __init__(self, notes: Iterable[FoundNote], stars: Stars) -> None:
        self.notes = list(notes)
        self.stars = stars
        self.used: set[int] = set()

    def hang(self, nodes: Iterable[Node]) -> Series:
        """Give the marks in ``nodes`` the keys of their notes; return the notes."""
        series = Series()
        for node in nodes:
            node.parts = self._keyed(node.parts, node, series)
            node.caption = self._keyed(node.caption, node, series)
            node.remark = self._keyed(node.remark, node, series)
            if node.grid is not None:
                rows = tuple(
                    tuple(self._keyed(cell, node, series) for cell in row) for row in node.grid.rows
                )
                node.grid = msgspec.structs.replace(node.grid, rows=rows)
        return series

    def left(self) -> tuple[FoundNote, ...]:
        """Return the notes that no mark asked for."""
        return tuple(note for index, note in enumerate(self.notes) if index not in self.used)

    def _keyed(self, parts: Parts, node: Node, series: Series) -> Parts:
        return tuple(self._part(part, node, series) for part in parts) if parts else parts

    def _part(self, part: Part, node: Node, series: Series) -> Part:
        if not isinstance(part, NoteKey):
            return part
        if not part.key.strip("*"):
            return self._star(part, series)
        key = f"n{part.key}"
        index = self._find(part.key, node.index, series.notes.get(key))
        if index is None:
            if key not in series.notes:
                series.missing.setdefault(key, node)
            else:
                series.repeated = True
            return NoteKey(key)
        if key in series.notes:
            if series.notes[key] is self.notes[index]:
                series.repeated = True
                return NoteKey(key)
            key = _free(key, series)
        self.used.add(index)
        series.notes[key] = self.notes[index]
        return NoteKey(key)

    def _star(self, part: NoteKey, series: Series) -> Part:
        key = f"star{len(part.key)}"
        if key in series.notes:
            return NoteKey(key)
        note = self.stars.by_mark.get(part.key)
        if note is None or self.stars.take(part.key) is None:
            return Text(part.key)
        series.notes[key] = note
        return NoteKey(key)

    def _find(self, mark: str, index: int, known: FoundNote | None) -> int | None:
        """Return the note of a mark: of several that may be meant, the last before the text.

        Of those at the foot of one page it is the one that this series has, or the next free one.
        """
        fits = [at for at, note in enumerate(self.notes) if note.mark == mark]
        before = [at for at in fits if self.notes[at].after <= index]
        if not before:
            return fits[0] if fits else None
        nearest = self.notes[before[-1]].after
        page = [at for at in before if self.notes[at].after == nearest]
        own = next((at for at in page if self.notes[at] is known), None)
        free = next((at for at in page if at not in self.used), page[-1])
        return free if own is None else own


def _free(key: str, series: Series) -> str:
    return next(
        name for count in range(2, 10_000) if (name := f"{key}-{count}") not in series.notes
    )
