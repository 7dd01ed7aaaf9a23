"""From paragraphs to chunks: their looks, and which of them are headings."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.inline import NoteKey, Parts, Text, parts_text
from drafter.library.opening import Part, parse_opening
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.markup import trimmed
from drafter.read.formats.text.piece import Piece
from drafter.read.formats.text.shape import (
    final_mark,
    is_organ_line,
    is_structure,
    like_heading,
    opens,
)
from drafter.read.found import Chunk, FoundNote, Origin
from drafter.read.understand.signs import CLOSING, DATE, RAPPORTEUR

_TRUSTED = 0.9
_HEADING_WORDS = 24
_OPENING = 200
_ROMAN = frozenset("IVX")


def has_looks(texts: Iterable[Parts], ledger: Ledger) -> bool:
    """Tell whether missing italics mean something: nearly all openings must have theirs."""
    opened = [parts for parts in texts if parts and opens(parts_text(parts)[:_OPENING])]
    italic = sum(isinstance(parts[0], Text) and parts[0].italic for parts in opened)
    trusted = bool(opened) and italic >= _TRUSTED * len(opened)
    if italic and not trusted:
        ledger.add("opening words without their italics", count=len(opened) - italic)
    return trusted


def chunks_of(pieces: list[Piece], texts: list[Parts], *, looks: bool) -> tuple[Chunk, ...]:
    """Return the paragraphs as chunks. Without trusted looks, openings lose their italics."""
    if not looks:
        texts = [_without_opening(parts) for parts in texts]
    last = len(pieces) - 1
    return tuple(
        _chunk(piece, parts, last=at == last)
        for at, (piece, parts) in enumerate(zip(pieces, texts, strict=True))
    )


def _chunk(piece: Piece, parts: Parts, *, last: bool) -> Chunk:
    words = [part for part in parts if isinstance(part, Text) and part.text.strip()]
    return Chunk(
        parts,
        Origin(line=piece.first.number),
        label=piece.label,
        heading=piece.heading or _rank(piece, last=last),
        bold=bool(words) and all(part.bold for part in words),
        italic=bool(words) and all(part.italic for part in words),
        quoted=piece.quoted,
        grid=piece.grid,
    )


def _without_opening(parts: Parts) -> Parts:
    """Return a paragraph without the italics of its opening: in this file they mean nothing."""
    first = parts[0] if parts else None
    if not isinstance(first, Text) or not first.italic:
        return parts
    text = parts_text(parts)[:_OPENING]
    if not is_organ_line(text) and not any(parse_opening(text, part) for part in Part):
        return parts
    return trimmed((Text(first.text, bold=first.bold), *parts[1:]))


def _rank(piece: Piece, *, last: bool) -> int:
    """Return 1 or 2 for a line that stands by itself as headings do in text without markup."""
    words = piece.words
    if piece.front or piece.grid or piece.kind not in {"", "capital"} or not words:
        return 0
    if piece.kind == "capital":
        numeral = piece.label.rstrip(".")
        return 1 if numeral in _ROMAN or len(numeral) > 1 else 2
    if CLOSING.fullmatch(words) or DATE.fullmatch(words) or RAPPORTEUR.match(words):
        return 0
    if last or is_organ_line(words) or opens(words) or final_mark(words):
        return 0
    short = like_heading(words) and len(words.split()) <= _HEADING_WORDS
    return 1 if short or is_structure(words) else 0


def account(chunks: Iterable[Chunk], notes: Iterable[FoundNote], ledger: Ledger) -> None:
    """Take down the notes that no mark asks for, and the marks that no note answers."""
    asked = {part.key for chunk in chunks for part in _all(chunk) if isinstance(part, NoteKey)}
    known = {note.mark for note in notes}
    for note in notes:
        if note.mark not in asked:
            ledger.add(f"note {note.mark} has no mark in the text", note.origin.line)
    for mark in sorted(asked - known):
        ledger.add(f"the mark {mark} has no note")


def _all(chunk: Chunk) -> Parts:
    cells = [part for row in chunk.grid.rows for cell in row for part in cell] if chunk.grid else []
    return (*chunk.parts, *cells)
