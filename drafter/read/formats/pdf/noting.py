"""The notes at the feet of pages and below tables, with their marks and the text they hang on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

import msgspec

from drafter.inline import Parts
from drafter.read.formats.pdf.feet import STARS
from drafter.read.formats.pdf.hanging import marks_in
from drafter.read.formats.pdf.lines import Line, Span
from drafter.read.formats.pdf.words import Words
from drafter.read.found import Chunk, FoundNote, Origin


@dataclass(frozen=True, slots=True)
class NoteLines:
    """The lines of a note; ``table`` is the place of the table that it stands below."""

    lines: tuple[Line, ...]
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A note with its mark and its words."""

    mark: str
    parts: Parts
    origin: Origin
    page: int
    table: int | None = None


def noted(found: Iterable[NoteLines], words: Words) -> list[Noted]:
    """Return the notes; one that goes on over a page is one, and one that is said again."""
    held: list[tuple[str, list[Line], int | None]] = []
    for note in found:
        mark, rest = _mark(note.lines[0])
        if mark or not held:
            held.append((mark, [*rest, *note.lines[1:]], note.table))
        else:
            held[-1][1].extend(note.lines)
    result: list[Noted] = []
    last: dict[str, Parts] = {}
    for mark, lines, table in held:
        if not lines:
            continue
        parts = words.parts(lines)
        if last.get(mark) == parts and table is None:
            continue
        last[mark] = parts
        first = lines[0]
        result.append(Noted(mark, parts, Origin(first.page, line=first.number), first.page, table))
    return result


def _mark(line: Line) -> tuple[str, list[Line]]:
    """Return the mark in front of a note and the line without it."""
    raised = list(takewhile(lambda span: span.raised, line.spans))
    if raised:
        mark = "".join(span.text for span in raised).strip()
        return mark, _line(line, line.spans[len(raised) :])
    stars = STARS.match(line.text)
    if not stars:
        return "", [line]
    return stars.group(), _line(line, _without(line.spans, len(stars.group())))


def _without(spans: Sequence[Span], count: int) -> Sequence[Span]:
    """Return spans without their first ``count`` characters."""
    first = spans[0]
    if len(first.text.rstrip()) <= count:
        return spans[1:]
    text = first.text[count:].lstrip()
    return (msgspec.structs.replace(first, text=text), *spans[1:])


def _line(line: Line, spans: Sequence[Span]) -> list[Line]:
    solid = tuple(dropwhile(lambda span: not span.text.strip(), spans))
    return [msgspec.structs.replace(line, spans=solid)] if solid else []


def placed(
    notes: Iterable[Noted], chunks: Sequence[Chunk], last_pages: Sequence[int]
) -> tuple[FoundNote, ...]:
    """Return the notes, each with the first chunk that may carry its mark.

    Notes stand in the order of their marks: where a page has two notes of one number, the second
    belongs to a mark behind those of the notes between them.
    """
    marks = [(mark, at) for at, chunk in enumerate(chunks) for mark in marks_in(chunk)]
    result: list[FoundNote] = []
    done = 0
    for note in notes:
        starts = [at for at, last in enumerate(last_pages) if last >= note.page]
        after = starts[0] if starts else 0
        if note.table is not None:
            after = note.table
        else:
            ordered = note.mark.isdigit()
            found = _next(note, marks[done if ordered else 0 :], chunks, after)
            if found is not None:
                count, after = found
                done += count if ordered else 0
        result.append(FoundNote(note.mark, note.parts, note.origin, after))
    return tuple(result)


def _next(
    note: Noted, marks: Sequence[tuple[str, int]], chunks: Sequence[Chunk], first: int
) -> tuple[int, int] | None:
    """Return how many marks come up to the note's own, and the chunk that carries it."""
    for count, (mark, at) in enumerate(marks, start=1):
        if chunks[at].origin.page > note.page:
            return None
        if mark == note.mark and at >= first:
            return count, at
    return None
