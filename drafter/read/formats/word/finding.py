"""Blocks become what the reader found: chunks in reading order, notes, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from drafter.inline import Part, Parts, Text, parts_text
from drafter.read.files import Settings
from drafter.read.formats.word import typed_notes
from drafter.read.formats.word.blocks import Block, Note, Para, Piece, Table
from drafter.read.formats.word.document import Loaded, Loader
from drafter.read.formats.word.headings import rank
from drafter.read.formats.word.labels import typed_label
from drafter.read.formats.word.masthead import is_masthead, lines_of, masthead_tables
from drafter.read.formats.word.package import Package
from drafter.read.formats.word.places import Places, margin_of
from drafter.read.formats.word.tables import grid_of, is_layout, laid_out, paragraphs_in
from drafter.read.formats.word.words import parts_of
from drafter.read.found import (
    NO_ORIGIN,
    Align,
    Chunk,
    Found,
    FoundNote,
    Origin,
    Repair,
    Residue,
    Zone,
)

_SPACES = " \t\n\u00a0"
_ALIGN = {
    "left": Align.LEFT,
    "right": Align.RIGHT,
    "centre": Align.CENTRE,
    "justified": Align.JUSTIFIED,
    "": Align.LEFT,
}


def found_in(package: Package, settings: Settings) -> Found:
    """Return what the Word file holds."""
    return _Finder(Loader(package, settings).load()).found()


class _Finder:
    """Turns blocks into chunks; ``typed`` are the notes that Word knows nothing of."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.typed: list[Note] = []
        self.repairs = list(loaded.repairs)
        self.residues: list[Residue] = []
        self.counted: Counter[str] = Counter()
        self.comments: list[str] = []
        self.told: set[str] = set()
        self.places = Places()
        self.marks: frozenset[str] = frozenset()

    def found(self) -> Found:
        heads = list(self._first_head())
        top = masthead_tables(self.loaded.text)
        tables = [block for at, block in enumerate(self.loaded.text) if at in top]
        heads += lines_of(tables)
        blocks = [block for at, block in enumerate(self.loaded.text) if at not in top]
        flat = list(self._arranged(blocks))
        self._stars(flat)
        flat = self._lists(flat)
        free = [block for block in flat if isinstance(block, Para)]
        self.places = Places(margin_of(free), self.loaded.stop)
        self.marks = frozenset(note.mark for note in (*self.loaded.notes, *self.typed))
        chunks = [*self._head_chunks(heads), *self._chunks(flat)]
        notes = tuple(self._notes(chunks))
        self._orphans()
        counted = (Repair(what, count=count) for what, count in self.counted.items() if count)
        return Found(
            "word",
            tuple(chunks),
            notes,
            repairs=(*self.repairs, *counted),
            residues=tuple(self.residues),
        )

    # --- head ------------------------------------------------------------------------------------------

    def _first_head(self) -> Iterator[tuple[Zone, Para]]:
        """Yield the lines of the masthead in the header of page 1; leave out what is no masthead."""
        for blocks in self.loaded.first_head:
            if is_masthead(blocks):
                yield from lines_of(blocks)
            else:
                self._running(blocks)
        for blocks in self.loaded.other_heads:
            self._running(blocks)

    def _running(self, blocks: list[Block]) -> None:
        lines = [para for para in paragraphs_in(blocks) if not para.blank]
        for para in lines:
            if note := typed_notes.star_note(para, set_apart=True):
                note.parts = parts_of(para.pieces)
                self.typed.append(note)
        self.counted["page headers and footers left out"] += bool(lines)

    def _head_chunks(self, lines: Iterable[tuple[Zone, Para]]) -> Iterator[Chunk]:
        for zone, para in lines:
            for chunk in self._paragraph(para):
                yield msgspec.structs.replace(
                    chunk, zone=zone, indent=None, wrap=None, origin=NO_ORIGIN
                )

    # --- text ------------------------------------------------------------------------------------------

    def _arranged(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield paragraphs and real tables; tables that only place paragraphs are dissolved."""
        stack = [iter(blocks)]
        while stack:
            block = next(stack[-1], None)
            if block is None:
                stack.pop()
            elif isinstance(block, Para):
                yield block
            elif is_layout(block):
                stack.append(iter(list(laid_out(block))))
            else:
                yield block

    def _stars(self, flat: list[Block]) -> None:
        """Take the asterisk notes from the text: in a frame, below a rule, or in small type."""
        after_rule = False
        kept: list[Block] = []
        for block in flat:
            if not isinstance(block, Para):
                kept.append(block)
                continue
            if typed_notes.is_rule(block):
                after_rule = True
                kept.append(block)
                continue
            note = typed_notes.star_note(block, set_apart=after_rule or bool(block.shape.frame))
            if note is None:
                kept.append(block)
                after_rule = after_rule and block.blank
                continue
            note.parts = parts_of(block.pieces)
            self.typed.append(note)
        flat[:] = kept

    def _lists(self, flat: list[Block]) -> list[Block]:
        """Take lists of typed notes from the text, and hang their notes on the raised figures."""
        paragraphs = [block for block in flat if isinstance(block, Para)]
        raised = typed_notes.raised_marks(paragraphs)
        taken = typed_notes.typed_list(paragraphs, raised) if raised else {}
        notes: dict[str, Note] = {}
        for at, mark in taken.items():
            para = paragraphs[at]
            notes[mark] = Note("typed", "", mark, place=para.number)
        for at, para in enumerate(paragraphs):
            if at not in taken:
                typed_notes.hang(para, notes)
        for at, mark in taken.items():
            para = paragraphs[at]
            typed_notes.cut(para.pieces, para.text.index(mark) + len(mark))
            notes[mark].parts = parts_of(para.pieces)
            self.typed.append(notes[mark])
        gone = {id(paragraphs[at]) for at in taken}
        return [block for block in flat if id(block) not in gone]

    def _chunks(self, flat: Iterable[Block]) -> Iterator[Chunk]:
        for block in flat:
            if isinstance(block, Table):
                grid = grid_of(block, lambda pieces: parts_of(pieces, self.marks))
                if not grid.rows:
                    continue
                numbers = [para.number for para in paragraphs_in([block])]
                comment = self._comment(
                    name for para in paragraphs_in([block]) for name in para.comments
                )
                yield Chunk(origin=Origin(paragraph=min(numbers)), grid=grid, comment=comment)
            elif typed_notes.is_rule(block):
                self.counted["rules of underscores left out"] += 1
            else:
                yield from self._paragraph(block)

    def _paragraph(self, para: Para) -> Iterator[Chunk]:
        self.comments += para.comments
        if para.blank:
            return
        lead, label = _lead(para)
        pieces = _without(para.pieces, len(lead))
        parts = parts_of(pieces, self.marks)
        words = [piece for piece in pieces if piece.note is None and piece.text.strip()]
        in_place = para.shape.align not in {"centre", "right"}
        lead = f"{para.label}\t{lead}" if para.label else lead
        held, self.comments = self.comments, []
        self.counted["struck-out words kept"] += any(piece.struck for piece in words)
        yield Chunk(
            parts,
            Origin(paragraph=para.number),
            label=label,
            heading=rank(para.shape),
            size=_size(words),
            bold=bool(words) and all(piece.bold for piece in words),
            italic=bool(words) and all(piece.italic for piece in words),
            align=_ALIGN.get(para.shape.align),
            indent=self.places.indent(para, lead) if in_place else None,
            wrap=self.places.wrap(para) if in_place else None,
            quoted="quot" in para.shape.name.casefold(),
            style=para.shape.name,
            comment=self._comment(held),
        )

    def _comment(self, names: Iterable[str]) -> str:
        found: list[str] = []
        for name in names:
            if name in self.loaded.comments and name not in self.told:
                self.told.add(name)
                found.append(self.loaded.comments[name])
        return "\n".join(found)

    # --- notes -------------------------------------------------------------------------------------------

    def _notes(self, chunks: list[Chunk]) -> Iterator[FoundNote]:
        """Yield the notes, each with the chunk that its first mark stands in."""
        at_number: dict[int, int] = {}
        for at, chunk in enumerate(chunks):
            at_number.setdefault(chunk.origin.paragraph, at)
        numbers = sorted(at_number)
        for at, note in enumerate(self.loaded.notes):
            if not note.mark:
                continue
            paras = list(paragraphs_in(self.loaded.stories.get(at, [])))
            names = [name for para in paras for name in para.comments]
            yield FoundNote(
                note.mark,
                _note_parts(paras, note.mark),
                Origin(paragraph=note.place),
                _before(note.place, numbers, at_number),
                self._comment(names),
            )
        for note in self.typed:
            yield FoundNote(note.mark, note.parts, Origin(paragraph=note.place))

    def _orphans(self) -> None:
        for blocks in self.loaded.orphans:
            paras = list(paragraphs_in(blocks))
            text = parts_text(_note_parts(paras, ""))
            if text.strip():
                self.residues.append(Residue(text, "a note that no mark in the text asks for"))


def _before(place: int, numbers: list[int], at_number: dict[int, int]) -> int:
    """Return the chunk of a paragraph, or the last one before it."""
    from bisect import bisect_right

    found = bisect_right(numbers, place)
    return at_number[numbers[found - 1]] if found else 0


def _note_parts(paras: list[Para], mark: str) -> Parts:
    """Return the words of a note in one line, without a mark that is typed in front."""
    found: list[Part] = []
    for para in paras:
        if not found and _begins_with(para, mark):
            typed_notes.cut(para.pieces, para.text.index(mark) + len(mark))
        parts = parts_of(para.pieces)
        found += [Text(" "), *parts] if found and parts else parts
    return tuple(found)


def _begins_with(para: Para, mark: str) -> bool:
    """Tell whether a mark is typed in front: a figure is one only where it is raised."""
    first = next((piece for piece in para.pieces if piece.text.strip()), None)
    if first is None or not mark or not first.text.strip(_SPACES).startswith(mark):
        return False
    return first.raised > 0 or not mark.isdigit()


def _lead(para: Para) -> tuple[str, str]:
    """Return white space and typed label at the beginning of a paragraph, and its label."""
    text = _leading_text(para.pieces)
    bare = text.lstrip(_SPACES)
    start = len(text) - len(bare)
    typed = "" if para.label else typed_label(bare)
    rest = bare[len(typed) :]
    blank = len(rest) - len(rest.lstrip(_SPACES))
    return text[: start + len(typed) + blank], typed or para.label


def _leading_text(pieces: list[Piece]) -> str:
    """Return the words before the first mark."""
    found: list[str] = []
    for piece in pieces:
        if piece.note is not None:
            break
        found.append(piece.text)
    return "".join(found)


def _without(pieces: list[Piece], count: int) -> list[Piece]:
    copies = [
        Piece(
            piece.text,
            piece.italic,
            piece.bold,
            piece.raised,
            piece.size,
            piece.underlined,
            piece.struck,
            piece.note,
        )
        for piece in pieces
    ]
    typed_notes.cut(copies, count)
    return copies


def _size(words: list[Piece]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for piece in words:
        sizes[piece.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
