"""Pages become what the reader found: chunks in reading order, notes, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.formats.pdf.blocks import Block, aligned_right, blocks, label_of, without_label
from drafter.read.formats.pdf.lines import Line, Page
from drafter.read.formats.pdf.regions import regions
from drafter.read.formats.pdf.tables import grid_of, stretches
from drafter.read.formats.pdf.words import NoteLines, notes_in, parts, vocabulary
from drafter.read.found import (
    Align,
    Chunk,
    Found,
    FoundNote,
    Grid,
    Origin,
    Repair,
    Zone,
)

_MARGIN = 123.4
_LEAST_MARGIN = 100.0
_RIGHT_COLUMN = 380.0
_CENTRE, _OFF_CENTRE = 306.0, 4.0
_RAISED = str.maketrans("0123456789abcdefgh", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ")
_STARS = re.compile(r"(?<=[\w”)’,;.])(\*{1,4})(?=[\s,.:;]|$)")
_NUMERAL = re.compile(r"(?:(?:Part|Section|Chapter|Item) )?(?:[IVXLC]+|[A-Z]|\d{1,3})")


def found_in(pages: Sequence[Page]) -> Found:
    """Return what ``pages`` hold."""
    region = regions(pages)
    finder = _Finder(vocabulary([*region.body, *region.notes]), _margin(region.body))
    chunks = [*finder.masthead(region.masthead), *finder.text(region.body)]
    notes = tuple(finder.notes(notes_in(region.notes), chunks))
    marks = {note.mark for note in notes}
    removed = Repair("page headers and footers left out", count=region.furniture)
    return Found(
        "pdf",
        tuple(_known_marks(chunk, marks) for chunk in chunks),
        notes,
        repairs=(removed,) if region.furniture else (),
        pages=len(pages),
    )


def _margin(lines: Iterable[Line]) -> float:
    """Return where the lines of the text begin; lines further left belong to the head."""
    return min((line.x0 for line in lines if line.x0 > _LEAST_MARGIN), default=_MARGIN)


class _Finder:
    """Turns lines into chunks; ``words`` are those that no line end has cut."""

    def __init__(self, words: frozenset[str], margin: float) -> None:
        self.words = words
        self.margin = margin

    def parts(self, block: Block) -> Parts:
        return parts(block, self.words)

    def masthead(self, lines: Iterable[Line]) -> Iterator[Chunk]:
        for line in lines:
            for cell in line.cells():
                zone = Zone.HEAD_RIGHT if cell.x0 > _RIGHT_COLUMN else Zone.HEAD_LEFT
                yield Chunk(
                    self.parts(Block((cell,))),
                    _origin(cell),
                    zone=zone,
                    size=cell.size,
                    bold=cell.bold,
                )

    def text(self, lines: Sequence[Line]) -> Iterator[Chunk]:
        table: Chunk | None = None
        for stretch in stretches(lines):
            if stretch.table:
                grid = grid_of(stretch.lines, self.parts)
                chunk = Chunk(origin=_origin(stretch.lines[0]), grid=grid)
                if table is not None and _goes_on(table, chunk):
                    table = _joined(table, chunk)
                    continue
                if table is not None:
                    yield table
                table = chunk
                continue
            found = list(blocks(stretch.lines))
            if table is not None:
                yield table
                table = None
            yield from map(self._chunk, found)
        if table is not None:
            yield table

    def _chunk(self, block: Block) -> Chunk:
        label, bare = _labelled(block)
        first = bare.first
        return Chunk(
            self.parts(bare if not block.bold else _upright(bare)),
            _origin(block.first),
            label=label,
            size=block.first.size,
            bold=block.bold,
            italic=all(line.italic for line in block.lines),
            align=_align(block),
            indent=first.x0 - self.margin,
            wrap=block.wrap - self.margin if len(block.lines) > 1 else None,
        )

    def notes(self, found: Iterable[NoteLines], chunks: Sequence[Chunk]) -> Iterator[FoundNote]:
        seen: set[tuple[str, Parts]] = set()
        for note in found:
            words = self.parts(Block(note.lines))
            if (note.mark, words) in seen:
                continue
            seen.add((note.mark, words))
            page = note.lines[0].page
            before = [at for at, chunk in enumerate(chunks) if chunk.origin.page < page]
            yield FoundNote(note.mark, words, _origin(note.lines[0]), before[-1] if before else 0)


def _labelled(block: Block) -> tuple[str, Block]:
    """Return the label of a paragraph, or the numeral above a heading, and the rest."""
    numeral = block.first.text
    if block.heading and len(block.lines) > 1 and _NUMERAL.fullmatch(numeral):
        return numeral, Block(block.lines[1:])
    return label_of(block), without_label(block)


def _upright(block: Block) -> Block:
    """A bold heading is bold by what it is."""
    return Block(
        tuple(
            replace(line, chars=tuple(replace(char, bold=False) for char in line.chars))
            for line in block.lines
        )
    )


def _origin(line: Line) -> Origin:
    return Origin(line.page, line=line.number)


def _align(block: Block) -> Align:
    if aligned_right(block.first):
        return Align.RIGHT
    middles = [(line.x0 + line.x1) / 2 for line in block.lines]
    centred = all(abs(middle - _CENTRE) < _OFF_CENTRE for middle in middles)
    return Align.CENTRE if centred and block.first.x0 > _MARGIN + 1 else Align.JUSTIFIED


def _goes_on(table: Chunk, chunk: Chunk) -> bool:
    one, other = table.grid, chunk.grid
    return bool(one and other and len(one.rows[0]) == len(other.rows[0]))


def _joined(table: Chunk, chunk: Chunk) -> Chunk:
    """Return a table with its part on the next page, whose heads are not said again."""
    one, other = table.grid, chunk.grid
    if one is None or other is None:
        return table
    again = other.heads and one.rows[: one.heads] == other.rows[: other.heads]
    rows = other.rows[other.heads :] if again else other.rows
    return msgspec.structs.replace(table, grid=msgspec.structs.replace(one, rows=one.rows + rows))


# --- marks ------------------------------------------------------------------------------------------


def _known_marks(chunk: Chunk, marks: set[str]) -> Chunk:
    """Return the chunk with marks for notes; a raised figure that is none stays a raised figure."""
    found = tuple(_marks(chunk.parts, marks))
    if chunk.grid is None:
        return chunk if found == chunk.parts else msgspec.structs.replace(chunk, parts=found)
    rows = tuple(tuple(tuple(_marks(cell, marks)) for cell in row) for row in chunk.grid.rows)
    grid: Grid = msgspec.structs.replace(chunk.grid, rows=rows)
    return msgspec.structs.replace(chunk, grid=grid)


def _marks(found: Parts, marks: set[str]) -> Iterator[Part]:
    for part in found:
        if isinstance(part, NoteKey):
            for mark in re.findall(r"\d+|[a-z*]+", part.key):
                known = mark in marks
                yield NoteKey(mark) if known else Text(mark.translate(_RAISED))
        elif isinstance(part, Text) and "*" in part.text:
            yield from _stars(part, marks)
        else:
            yield part


def _stars(part: Text, marks: set[str]) -> Iterator[Part]:
    for piece in _STARS.split(part.text):
        if piece in marks:
            yield NoteKey(piece)
        elif piece:
            yield Text(piece, part.italic, part.bold)
