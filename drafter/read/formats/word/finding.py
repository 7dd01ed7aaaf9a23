"""Blocks become what the reader found: chunks in reading order, notes, and what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from drafter.read.files import Settings
from drafter.read.formats.word import typed_notes
from drafter.read.formats.word.arranging import arranged, without_lists, without_stars
from drafter.read.formats.word.blocks import Block, Note, Para, Piece, Table
from drafter.read.formats.word.document import Loaded, Loader
from drafter.read.formats.word.emphasis import as_italics, can_be_trusted
from drafter.read.formats.word.headings import rank
from drafter.read.formats.word.labels import lead_of
from drafter.read.formats.word.masthead import (
    has_symbol,
    is_masthead,
    lines_of,
    masthead_tables,
    symbol_in,
)
from drafter.read.formats.word.notes import notes_of, orphans_of
from drafter.read.formats.word.package import Package
from drafter.read.formats.word.places import Places, margin_of
from drafter.read.formats.word.tables import grid_of, paragraphs_in
from drafter.read.formats.word.words import parts_of
from drafter.read.found import (
    NO_ORIGIN,
    Align,
    Chunk,
    Found,
    Origin,
    Repair,
    Zone,
)

_QUOTED = re.compile(r"quot|block text", re.IGNORECASE)
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
        self.counted: Counter[str] = Counter()
        self.comments: list[str] = []
        self.told: set[str] = set()
        self.places = Places()
        self.marks: frozenset[str] = frozenset()

    def found(self) -> Found:
        """Return all that was found, the masthead first."""
        heads = list(self._heads())
        flat = self._flat()
        self.marks = frozenset(note.mark for note in (*self.loaded.notes, *self.typed))
        chunks = [*self._head_chunks(heads), *self._chunks(flat)]
        notes = tuple(notes_of(self.loaded, self.typed, chunks, self._told))
        counted = (Repair(what, count=count) for what, count in self.counted.items() if count)
        return Found(
            "word",
            tuple(chunks),
            notes,
            repairs=(*self.loaded.repairs, *counted),
            residues=tuple(orphans_of(self.loaded)),
            looks=can_be_trusted(chunks),
        )

    def _flat(self) -> list[Block]:
        top = masthead_tables(self.loaded.text)
        blocks = (block for at, block in enumerate(self.loaded.text) if at not in top)
        flat, stars = without_stars(arranged(blocks))
        flat, listed = without_lists(flat)
        self.typed += [*stars, *listed]
        self.counted["typed notes hung on their marks"] += len(listed)
        free = [block for block in flat if isinstance(block, Para)]
        self.places = Places(margin_of(free), self.loaded.stop)
        if done := as_italics(free):
            self.counted[done] += 1
        return flat

    # --- head ------------------------------------------------------------------------------------------

    def _heads(self) -> Iterator[tuple[Zone, Para]]:
        """Yield the lines of the masthead, in the header of page 1 or in tables at the top.

        A symbol that only a running header has is as good as one in a masthead.
        """
        top = masthead_tables(self.loaded.text)
        tables = [block for at, block in enumerate(self.loaded.text) if at in top]
        first = [blocks for blocks in self.loaded.first_head if is_masthead(blocks)]
        for blocks in (*first, tables):
            yield from lines_of(blocks)
        others = [blocks for blocks in self.loaded.first_head if not is_masthead(blocks)]
        others += self.loaded.other_heads
        for blocks in others:
            self._running(blocks)
        if not first and not has_symbol(self.loaded.text):
            symbol = next((para for each in others if (para := symbol_in(each))), None)
            if symbol is not None:
                yield Zone.HEAD_RIGHT, symbol

    def _running(self, blocks: list[Block]) -> None:
        """Leave out what every page repeats; only asterisk notes are kept."""
        lines = [para for para in paragraphs_in(blocks) if not para.blank]
        notes = (typed_notes.star_note(para, set_apart=True) for para in lines)
        self.typed += [note for note in notes if note is not None]
        self.counted["page headers and footers left out"] += bool(lines)

    def _head_chunks(self, lines: Iterable[tuple[Zone, Para]]) -> Iterator[Chunk]:
        for zone, para in lines:
            for chunk in self._paragraph(para):
                yield msgspec.structs.replace(
                    chunk, zone=zone, indent=None, wrap=None, origin=NO_ORIGIN
                )

    # --- text ------------------------------------------------------------------------------------------

    def _chunks(self, flat: Iterable[Block]) -> Iterator[Chunk]:
        for block in flat:
            if isinstance(block, Table):
                grid = grid_of(block, lambda pieces: parts_of(pieces, self.marks))
                if not grid.rows:
                    continue
                numbers = [para.number for para in paragraphs_in([block])]
                comment = self._told(
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
            Origin(paragraph=para.number, line=para.line),
            label=label,
            heading=rank(para.shape),
            size=_size(words),
            bold=bool(words) and all(piece.bold for piece in words),
            italic=bool(words) and all(piece.italic for piece in words),
            align=_ALIGN.get(para.shape.align),
            indent=self.places.indent(para, lead) if in_place else None,
            wrap=self.places.wrap(para) if in_place else None,
            quoted=bool(_QUOTED.search(para.shape.name)),
            style=para.shape.name,
            comment=self._told(held),
        )

    def _told(self, names: Iterable[str]) -> str:
        """Return the words of comments, each once."""
        found: list[str] = []
        for name in names:
            if name in self.loaded.comments and name not in self.told:
                self.told.add(name)
                found.append(self.loaded.comments[name])
        return "\n".join(found)


def _lead(para: Para) -> tuple[str, str]:
    """Return white space and typed label at the beginning of a paragraph, and its label."""
    lead, typed = lead_of(_leading_text(para.pieces), labelled=bool(para.label))
    return lead, typed or para.label


def _leading_text(pieces: list[Piece]) -> str:
    """Return the words before the first mark."""
    found: list[str] = []
    for piece in pieces:
        if piece.note is not None:
            break
        found.append(piece.text)
    return "".join(found)


def _without(pieces: list[Piece], count: int) -> list[Piece]:
    copies = [replace(piece) for piece in pieces]
    typed_notes.cut(copies, count)
    return copies


def _size(words: list[Piece]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for piece in words:
        sizes[piece.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
