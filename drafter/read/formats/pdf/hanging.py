"""Raised figures become note marks where a note of that mark exists, and stay figures elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.found import Chunk

_BETWEEN = re.compile(r"[\s,;]+")
_TOKEN = re.compile(r"\d+|\*+|[^\d*]+")
_STARS = re.compile(r"(?<=[\w”’),;.:\]])(\*{1,4})(?=[\s,.:;)]|$)")
_ALONE = re.compile(r"(\*{1,4})(?=[\s,.:;)]|$)")
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_MEASURE = re.compile(r"(?:\d|\b(?:[kcmd]?m|in|ft|yd|sec|s))$")


def with_known_marks(chunk: Chunk, marks: Collection[str]) -> Chunk:
    """Return ``chunk`` with marks for the notes of the file; ``marks`` are those that exist."""
    if chunk.grid is None:
        found = tuple(_parts(chunk.parts, marks))
        return chunk if found == chunk.parts else msgspec.structs.replace(chunk, parts=found)
    rows = tuple(tuple(tuple(_parts(cell, marks)) for cell in row) for row in chunk.grid.rows)
    return msgspec.structs.replace(chunk, grid=msgspec.structs.replace(chunk.grid, rows=rows))


def marks_in(chunk: Chunk) -> Iterator[str]:
    """Yield the marks that the chunk carries."""
    cells = [cell for row in chunk.grid.rows for cell in row] if chunk.grid else [chunk.parts]
    return (part.key for cell in cells for part in cell if isinstance(part, NoteKey))


def _parts(parts: Parts, marks: Collection[str]) -> Iterator[Part]:
    before = ""
    held: Text | None = None
    for part in parts:
        for each in _resolved(part, before, marks):
            # Words that were raised join the words beside them again.
            if isinstance(each, Text) and held and _alike(held, each):
                held = msgspec.structs.replace(held, text=held.text + each.text)
                continue
            if held:
                yield held
            held = each if isinstance(each, Text) else None
            if held is None:
                yield each
        before = part.text if isinstance(part, Text) else before
    if held:
        yield held


def _alike(one: Text, other: Text) -> bool:
    return (one.italic, one.bold) == (other.italic, other.bold)


def _resolved(part: Part, before: str, marks: Collection[str]) -> Iterator[Part]:
    if isinstance(part, NoteKey):
        yield from _raised(part.key, before, marks)
    elif isinstance(part, Text) and "*" in part.text:
        yield from _stars(part, before, marks)
    else:
        yield part


def _stars(part: Text, before: str, marks: Collection[str]) -> Iterator[Part]:
    """Yield a text parted at the asterisks behind its words, those that begin it included."""
    alone = _ALONE.match(part.text) if before and not before.endswith(" ") else None
    pieces = _STARS.split(part.text[alone.end() :] if alone else part.text)
    for piece in [alone.group(), *pieces] if alone else pieces:
        if piece in marks:
            yield NoteKey(piece)
        elif piece:
            yield msgspec.structs.replace(part, text=piece)


def _raised(text: str, before: str, marks: Collection[str]) -> Iterator[Part]:
    for token in (each for piece in _BETWEEN.split(text) for each in _TOKEN.findall(piece)):
        if token in marks:
            yield NoteKey(token)
        elif len(token) > 1 and all(each in marks for each in token):
            yield from map(NoteKey, token)
        elif token.isdigit() and marks and not _MEASURE.search(before):
            # The note is missing: that is for the reader of the draft to see.
            yield NoteKey(token)
        else:
            yield Text(token.translate(_RAISED))
