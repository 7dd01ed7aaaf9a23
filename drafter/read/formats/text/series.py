"""Which paragraphs the marks of a note may stand in: several texts of a file count from 1 each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.formats.text.anchors import Series
from drafter.read.formats.text.markup import trimmed
from drafter.read.formats.text.piece import Piece
from drafter.read.formats.text.shape import is_draft_heading, is_organ_line
from drafter.read.found import FoundNote

_STAR = re.compile(r"(?<=[\w)\]:,.”])(\*{1,4})(?=[\s:,;.)]|$)")
_STARRED = re.compile(r"(\*{1,4})\s+(?=\S)")


class Placing:
    """Tells for the notes of a file from which paragraph on their marks may stand."""

    def __init__(self, pieces: list[Piece], texts: list[Parts]) -> None:
        self.pieces = pieces
        self.texts = texts
        self.firsts = [piece.first.number for piece in pieces]

    def placed(self, notes: list[FoundNote]) -> list[FoundNote]:
        """Return ``notes`` with their ``after``: a number that comes again begins a new series."""
        placed: list[FoundNote] = []
        seen: set[str] = set()
        after = previous = 0
        for note in notes:
            if note.mark.isdecimal():
                if note.mark in seen:
                    after = self._restart(after, previous, note)
                    seen.clear()
                seen.add(note.mark)
                previous = note.origin.line
            placed.append(msgspec.structs.replace(note, after=after))
        return placed

    def _restart(self, after: int, previous: int, note: FoundNote) -> int:
        """Return where the text begins that ``note`` is the first note of.

        It begins between the last note before and this one, or, where all notes stand at the end,
        somewhere behind the beginning of the text before.
        """
        start = bisect_right(self.firsts, previous)
        end = bisect_left(self.firsts, note.origin.line)
        if start >= end:
            start, end = after + 1, len(self.pieces)
            return self._begins(start, next(iter(self._heads(start, end)), end))
        key = NoteKey(note.mark)
        first = next((at for at in range(start, end) if key in self.texts[at]), end - 1)
        heads = self._heads(start, first + 1)
        return self._begins(start, heads[-1] if heads else first)

    def _heads(self, start: int, end: int) -> list[int]:
        return [at for at in range(start, end) if is_draft_heading(self.pieces[at].words)]

    def _begins(self, start: int, near: int) -> int:
        """Return the last beginning of a text up to ``near``, or ``start``."""
        near = min(near, len(self.pieces) - 1)
        starts = (at for at in range(near, start - 1, -1) if _begins_text(self.pieces[at]))
        return next(starts, start)


def _begins_text(piece: Piece) -> bool:
    return bool(piece.heading or is_draft_heading(piece.words) or is_organ_line(piece.words))


def series_of(notes: list[FoundNote], fronts: int, count: int) -> list[Series]:
    """Return the series of numbered notes; the ``fronts`` first paragraphs carry no numbers."""
    starts = sorted({note.after for note in notes})
    numbers: dict[int, dict[int, int]] = {start: {} for start in starts}
    for note in notes:
        if note.mark.isdecimal():
            numbers[note.after].setdefault(int(note.mark), note.origin.line)
    ends = [*starts[1:], count]
    return [
        Series(numbers[start], max(start, fronts), end)
        for start, end in zip(starts, ends if starts else [], strict=True)
    ]


# --- asterisks -------------------------------------------------------------------------------------


def with_own_stars(
    notes: list[FoundNote], texts: list[Parts]
) -> tuple[list[FoundNote], list[Parts]]:
    """Give notes back the asterisks that a program has counted among the numbers."""
    stars = {note.mark: found[1] for note in notes if (found := _star_of(note))}
    if not stars:
        return notes, texts
    kept = [_renamed(note) if _star_of(note) else note for note in notes]
    return kept, [tuple(_keyed(part, stars) for part in parts) for parts in texts]


def _star_of(note: FoundNote) -> re.Match[str] | None:
    first = note.parts[0] if note.parts else None
    return _STARRED.match(first.text) if isinstance(first, Text) else None


def _renamed(note: FoundNote) -> FoundNote:
    first, found = note.parts[0], _star_of(note)
    if found is None or not isinstance(first, Text):
        return note
    rest = Text(first.text[found.end() :], first.italic, first.bold)
    return msgspec.structs.replace(note, mark=found[1], parts=trimmed((rest, *note.parts[1:])))


def _keyed(part: Part, names: dict[str, str]) -> Part:
    return NoteKey(names.get(part.key, part.key)) if isinstance(part, NoteKey) else part


def starred(parts: Parts, marks: frozenset[str]) -> Parts:
    """Return ``parts`` with the asterisks in ``marks``, those of notes in the file, as marks."""
    if not marks:
        return parts
    return trimmed(tuple(piece for part in parts for piece in _with_stars(part, marks)))


def _with_stars(part: Part, marks: frozenset[str]) -> list[Part]:
    if not isinstance(part, Text) or "*" not in part.text:
        return [part]
    return [
        NoteKey(piece) if at % 2 and piece in marks else Text(piece, part.italic, part.bold)
        for at, piece in enumerate(_STAR.split(part.text))
    ]
