"""Pages become what the reader found: chunks in reading order, notes, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from drafter.read.formats.pdf.blocks import Block, Flow
from drafter.read.formats.pdf.contents import Contents
from drafter.read.formats.pdf.feet import by_notes, without_notes
from drafter.read.formats.pdf.furniture import Parted, parted
from drafter.read.formats.pdf.grids import grid_of
from drafter.read.formats.pdf.hanging import with_known_marks
from drafter.read.formats.pdf.lines import Line, Page
from drafter.read.formats.pdf.measures import Measures, measures_of
from drafter.read.formats.pdf.noting import NoteLines, noted, placed
from drafter.read.formats.pdf.tables import Table, with_tables
from drafter.read.formats.pdf.words import Words, words_of
from drafter.read.found import Align, Chunk, Found, Grid, Origin, Repair, Residue, Zone

_CELL = 12.0
_OFF_CENTRE = 5.0
_INDENTED = 12.0
_CLOSE = 1.5


def found_in(pages: Sequence[Page]) -> Found:
    """Return what ``pages`` hold."""
    parts = parted(pages)
    measures = measures_of(parts.pages)
    lines = (line for page in parts.pages for line in page.lines)
    words = words_of(lines, blanks=measures.blanks)
    finder = _Finder(words, measures, pages[0].width)
    finder.masthead(parts.masthead)
    finder.text(parts.pages)
    notes = noted(finder.notes, words)
    marks = frozenset(note.mark for note in notes)
    chunks = tuple(with_known_marks(chunk, marks) for chunk in finder.chunks)
    return Found(
        "pdf",
        chunks,
        placed(notes, chunks, finder.last_pages),
        repairs=tuple(_repairs(parts, pages)),
        residues=tuple(_asides(pages)),
        pages=len(pages),
    )


def _asides(pages: Iterable[Page]) -> Iterator[Residue]:
    """Yield what stands upright or upside down on a page whose text does not."""
    for page in pages:
        if page.aside:
            yield Residue(page.aside, "words that run another way", Origin(page.number))


def _repairs(parts: Parted, pages: Iterable[Page]) -> Iterator[Repair]:
    counts = {
        "running headers left out": parts.headers,
        "page numbers and job numbers left out": parts.footers,
        "characters printed twice to look bold are one": sum(page.doubled for page in pages),
        "characters that the file does not name, written �": sum(page.unknown for page in pages),
    }
    return (Repair(what, count=count) for what, count in counts.items() if count)


@dataclass(slots=True)
class _Finder:
    """Gathers chunks and notes; ``last_pages`` tells for each chunk on which page it ends."""

    words: Words
    measures: Measures
    width: float
    chunks: list[Chunk] = field(default_factory=list)
    last_pages: list[int] = field(default_factory=list)
    notes: list[NoteLines] = field(default_factory=list)

    def masthead(self, lines: Iterable[Line]) -> None:
        """Take the cells of the masthead."""
        for line in lines:
            for cell in line.cells(_CELL):
                right = (cell.x0 + cell.x1) / 2 > self.width * 0.57
                chunk = Chunk(
                    self.words.parts([cell]),
                    _origin(cell),
                    zone=Zone.HEAD_RIGHT if right else Zone.HEAD_LEFT,
                    size=cell.size,
                    bold=cell.bold,
                    italic=cell.italic,
                )
                self._add(chunk, cell.page)

    def text(self, pages: Iterable[Page]) -> None:
        """Take the text of all pages; a paragraph may run over to the next page."""
        held: list[Line] = []
        for page in pages:
            body, feet = without_notes(page, self.measures)
            for item in with_tables(body, page.rules):
                if isinstance(item, Line) and not self._table_note(item, held):
                    held.append(item)
                elif isinstance(item, Table):
                    self._flush(held)
                    self._table(item)
                elif isinstance(item, Contents):
                    self._flush(held)
                    self._contents(item)
            self.notes += [NoteLines(tuple(lines)) for lines in by_notes(feet)]
        self._flush(held)

    def _flush(self, lines: list[Line]) -> None:
        for block in Flow(self.measures, self.width).blocks(lines):
            self._add(self._chunk(block), block.lines[-1].page)
        lines.clear()

    def _add(self, chunk: Chunk, page: int) -> None:
        self.chunks.append(chunk)
        self.last_pages.append(page)

    def _chunk(self, block: Block) -> Chunk:
        first = block.first
        left = self.measures.left
        return Chunk(
            self.words.parts(block.lines),
            _origin(first),
            label=block.label,
            size=first.size,
            bold=not block.roman_label and all(line.bold for line in block.lines if line.speaks),
            italic=all(line.italic for line in block.lines if line.speaks),
            align=self._align(block),
            indent=round(first.x0 - left, 2),
            wrap=None if block.wrap is None else round(block.wrap - left, 2),
        )

    def _align(self, block: Block) -> Align:
        flow = Flow(self.measures, self.width)
        if not block.label and all(map(flow.is_right, block.lines)):
            return Align.RIGHT
        middle = (self.measures.left + self.measures.right) / 2
        page = self.width / 2
        centred = all(
            min(abs((line.x0 + line.x1) / 2 - each) for each in (middle, page)) < _OFF_CENTRE
            and line.x0 - self.measures.left > _INDENTED
            for line in block.lines
        )
        return Align.CENTRE if centred and not block.label else Align.JUSTIFIED

    # --- tables ------------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        grid = grid_of(table, self.words.parts)
        self._grid(grid, table.lines[0], table.lines[-1])

    def _contents(self, contents: Contents) -> None:
        parts = self.words.parts
        rows = tuple(
            (parts(entry.lines), parts([entry.page]) if entry.page else ())
            for entry in contents.entries
        )
        grid = Grid(rows, 0, (Align.LEFT, Align.RIGHT))
        self._grid(grid, contents.first, contents.entries[-1].lines[-1])

    def _grid(self, grid: Grid, first: Line, last: Line) -> None:
        """Take a table; one that goes on from the page before is one with it."""
        if self.chunks and first.page != self.last_pages[-1]:
            joined = _joined(self.chunks[-1].grid, grid)
            if joined is not None:
                self.chunks[-1] = msgspec.structs.replace(self.chunks[-1], grid=joined)
                self.last_pages[-1] = last.page
                return
        self._add(Chunk(origin=_origin(first), size=last.size, grid=grid), last.page)

    def _table_note(self, line: Line, held: Sequence[Line]) -> bool:
        """Take a line right below a table that begins with a mark, or goes on from such a line."""
        if held or not self.chunks or self.chunks[-1].grid is None:
            return False
        if line.spans[0].raised:
            self.notes.append(NoteLines((line,), len(self.chunks) - 1))
            return True
        last = self.notes[-1] if self.notes else None
        if last is None or last.table != len(self.chunks) - 1:
            return False
        above = last.lines[-1]
        if line.page != above.page or line.y - above.y > _CLOSE * above.size:
            return False
        self.notes[-1] = NoteLines((*last.lines, line), last.table)
        return True


def _origin(line: Line) -> Origin:
    return Origin(line.page, line=line.number)


def _joined(one: Grid | None, other: Grid) -> Grid | None:
    """Return a table with its part on the next page, whose heads are not said again."""
    if one is None or not one.rows or not other.rows or len(one.rows[0]) != len(other.rows[0]):
        return None
    again = one.heads == other.heads and one.rows[: one.heads] == other.rows[: other.heads]
    if other.heads and not again:
        return None
    return msgspec.structs.replace(one, rows=one.rows + other.rows[other.heads :])
