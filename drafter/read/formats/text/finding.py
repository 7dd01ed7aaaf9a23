"""From lines to what was found: chunks, notes, repairs."""

from __future__ import annotations

import re

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text, parts_text
from drafter.library.opening import Part as Seat
from drafter.library.opening import parse_opening
from drafter.read.files import Settings
from drafter.read.formats.text import marks
from drafter.read.formats.text.anchors import Series, hang
from drafter.read.formats.text.flow import Flow, Piece
from drafter.read.formats.text.furniture import without_furniture
from drafter.read.formats.text.grids import with_grids
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.lines import Line, cleaned, lines_of
from drafter.read.formats.text.markup import bare, parse, trimmed
from drafter.read.formats.text.notes import NoteTaker, RawNote
from drafter.read.formats.text.parting import parted
from drafter.read.formats.text.shape import (
    final_mark,
    is_organ_line,
    is_structure,
    like_heading,
    opens,
)
from drafter.read.formats.text.words import Vocabulary, mended
from drafter.read.found import Chunk, Found, FoundNote, Origin
from drafter.read.understand.signs import CLOSING, DATE, DRAFT_HEADING, RAPPORTEUR

_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\s*\|.*\|\s*$|^\[\^[^\]]+\]:|<sup>|\]\([^)\s]*\)|\\[.*_()\[-]", re.MULTILINE
)
_TRUSTED = 0.9
_STAR = re.compile(r"(?<=[\w)\]:,.”])(\*{1,4})(?=[\s:,;.)]|$)")
_HEADING_WORDS = 24


def found_in(text: str, settings: Settings, ledger: Ledger) -> Found:
    """Return what ``text`` holds."""
    text = cleaned(text, ledger)
    markdown = bool(_MARKDOWN.search(text))
    lines = list(lines_of(text, markdown=markdown))
    pages = text.count("\f") + (not text.rstrip("\n ").endswith("\f")) if "\f" in text else 0
    _square(lines)
    taker = NoteTaker(without_furniture(lines, ledger), ledger)
    taker.run()
    vocabulary = Vocabulary(" ".join(line.words for line in lines))
    pieces = _pieces(taker.body, vocabulary, ledger)
    texts = [
        parse(mended(piece.text, vocabulary, ledger, piece.first.number), links=settings.links)
        for piece in pieces
    ]
    notes = [_note(note, vocabulary, ledger, settings) for note in taker.notes]
    numbers = [piece.first.number for piece in pieces]
    notes = _placed(notes, taker.notes, pieces, texts)
    texts = [_starred(parts, notes) for parts in texts]
    fronts = sum(piece.front for piece in pieces)
    texts = hang(texts, numbers, _series(notes, fronts, len(pieces)), ledger)
    looks = _looks(texts)
    chunks = tuple(
        _chunk(piece, parts, pieces[at + 1 :][:1], looks=looks)
        for at, (piece, parts) in enumerate(zip(pieces, texts, strict=True))
    )
    _account(chunks, notes, ledger)
    return Found("text", chunks, tuple(notes), ledger.repairs(), pages=pages, looks=looks)


def _square(lines: list[Line]) -> None:
    """Make ``[1]`` a mark where the notes of the file are marked so."""
    if not marks.squared([line.text for line in lines]):
        return
    for line in lines:
        line.text = marks.from_square(line.text)
        line.words = bare(line.text)


def _pieces(lines: list[Line], vocabulary: Vocabulary, ledger: Ledger) -> list[Piece]:
    flow = Flow(lines, vocabulary, ledger)
    for each in with_grids(lines):
        if isinstance(each, Line):
            flow.add(each)
        else:
            flow.add_grid(*each)
    return list(parted(flow.pieces, ledger))


def _note(note: RawNote, vocabulary: Vocabulary, ledger: Ledger, settings: Settings) -> FoundNote:
    text = mended(note.text, vocabulary, ledger, note.line)
    return FoundNote(note.mark, parse(text, links=settings.links), Origin(line=note.line))


# --- series of notes -----------------------------------------------------------------------------


def _placed(
    notes: list[FoundNote], raw: list[RawNote], pieces: list[Piece], texts: list[Parts]
) -> list[FoundNote]:
    """Tell for each note from which chunk on its mark may stand."""
    placed: list[FoundNote] = []
    seen: set[str] = set()
    after = previous = 0
    for note, source in zip(notes, raw, strict=True):
        if note.mark.isdecimal():
            if note.mark in seen:
                after = _restart(pieces, texts, previous, source.line, note.mark)
                seen.clear()
            seen.add(note.mark)
            previous = source.line
        placed.append(msgspec.structs.replace(note, after=after))
    return placed


def _restart(pieces: list[Piece], texts: list[Parts], previous: int, line: int, mark: str) -> int:
    """Return where a text begins whose notes are numbered anew."""
    window = [
        at
        for at, piece in enumerate(pieces)
        if previous < piece.last.number and piece.first.number < line
    ]
    window = [at for at in window if pieces[at].first.number > previous] or window
    if not window:
        return len(pieces)
    first = next((at for at in window if NoteKey(mark) in texts[at]), window[-1])
    starts = [at for at in window if at <= first and _begins_text(pieces[at])]
    heads = [at for at in starts if DRAFT_HEADING.fullmatch(pieces[at].words)]
    return heads[-1] if heads else starts[-1] if starts else window[0]


def _begins_text(piece: Piece) -> bool:
    return bool(piece.heading or DRAFT_HEADING.fullmatch(piece.words) or is_organ_line(piece.words))


def _series(notes: list[FoundNote], fronts: int, count: int) -> list[Series]:
    starts = sorted({note.after for note in notes})
    result: list[Series] = []
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        numbers = {
            int(note.mark): note.origin.line
            for note in notes
            if note.after == start and note.mark.isdecimal()
        }
        result.append(Series(numbers, max(start, fronts), end))
    return result


def _starred(parts: Parts, notes: list[FoundNote]) -> Parts:
    """Make asterisks marks where a note of theirs stands in the file."""
    known = {note.mark for note in notes if note.mark.startswith("*")}
    if not known:
        return parts
    result: list[Part] = []
    for part in parts:
        if not isinstance(part, Text) or "*" not in part.text:
            result.append(part)
            continue
        for index, piece in enumerate(_STAR.split(part.text)):
            if index % 2 and piece in known:
                result.append(NoteKey(piece))
            else:
                result.append(Text(piece, part.italic, part.bold))
    return trimmed(tuple(result))


# --- chunks ------------------------------------------------------------------------------------------


def _looks(texts: list[Parts]) -> bool:
    """Tell whether missing italics mean something: nearly all openings must have theirs."""
    opened = [parts for parts in texts if parts and opens(parts_text(parts)[:200])]
    italic = sum(isinstance(parts[0], Text) and parts[0].italic for parts in opened)
    return bool(opened) and italic >= _TRUSTED * len(opened)


def _chunk(piece: Piece, parts: Parts, following: list[Piece], *, looks: bool) -> Chunk:
    words = [part for part in parts if isinstance(part, Text) and part.text.strip()]
    return Chunk(
        parts if looks else _without_opening(parts),
        Origin(line=piece.first.number),
        label=piece.label,
        heading=piece.heading or _rank(piece, following),
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
    text = parts_text(parts)
    found = [match for seat in Seat if (match := parse_opening(text[:200], seat))]
    if not found and not is_organ_line(text):
        return parts
    return trimmed((Text(first.text, bold=first.bold), *parts[1:]))


def _rank(piece: Piece, following: list[Piece]) -> int:
    """Return 1 or 2 for a line that stands by itself as headings do in text without markup."""
    words = piece.words
    if piece.front or piece.grid or piece.kind not in {"", "capital"} or not words:
        return 0
    if CLOSING.fullmatch(words) or DATE.fullmatch(words) or RAPPORTEUR.match(words):
        return 0
    if piece.kind == "capital":
        return 1 if piece.label.strip(".") in {"I", "V", "X"} or len(piece.label) > 2 else 2  # noqa: PLR2004
    if is_organ_line(words) or opens(words) or not following:
        return 0
    if is_structure(words):
        return 1
    alone = like_heading(words) and len(words.split()) <= _HEADING_WORDS
    return 1 if alone and not final_mark(words) else 0


def _account(chunks: tuple[Chunk, ...], notes: list[FoundNote], ledger: Ledger) -> None:
    """Tell the notes that no mark asks for, and the marks that no note answers."""
    asked = {
        part.key for chunk in chunks for part in _all_parts(chunk) if isinstance(part, NoteKey)
    }
    known = {note.mark for note in notes}
    for note in notes:
        if note.mark not in asked:
            ledger.add(f"note {note.mark} has no mark in the text", note.origin.line)
    for mark in sorted(asked - known):
        ledger.add(f"the mark {mark} has no note")


def _all_parts(chunk: Chunk) -> Parts:
    cells = [part for row in chunk.grid.rows for cell in row for part in cell] if chunk.grid else []
    return (*chunk.parts, *cells)
