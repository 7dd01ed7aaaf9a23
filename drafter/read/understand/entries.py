"""Paragraphs become the entries of a draft.

What the program adds by itself (numbers, italics of opening words) is left out where it would come
out as printed, and written where it would not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from drafter.assemble.punctuate import final_mark
from drafter.draft import Entry, TableEntry, Words
from drafter.inline import NoteKey, Parts, Text, parts_text
from drafter.library.opening import Part, parse_opening
from drafter.read.found import Align, Grid
from drafter.read.understand.node import Node
from drafter.read.understand.pen import Pen, joined, roman, without_bold
from drafter.read.understand.tree import usual_label


class Series(msgspec.Struct, frozen=True):
    """How the program treats a list of paragraphs.

    ``parts`` are those whose opening words it sets in italics by itself; ``counted`` says that it
    numbers the paragraphs, ``single`` that one alone has no number, ``looks`` that the file's
    italics can be trusted.
    """

    parts: tuple[Part, ...] = ()
    counted: bool = False
    single: bool = False
    looks: bool = True


class Writer:
    """Writes entries with ``pen``."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen

    def entries(self, nodes: Iterable[Node], series: Series) -> tuple[Entry, ...]:
        """Return ``nodes`` as entries of one series."""
        held = list(nodes)
        paragraphs = sum(node.paragraph for node in held)
        count = 0
        result: list[Entry] = []
        for node in held:
            label = ""
            if series.counted and node.paragraph:
                usual = "" if series.single and paragraphs == 1 else f"{count + 1}."
                label = "" if node.label == usual else node.label or "none"
                count = _counted(node.label, count)
            elif node.paragraph:
                label = node.label
            result.append(self.entry(node, series, label))
        return tuple(result)

    def entry(self, node: Node, series: Series, label: str, depth: int = 1) -> Entry:
        """Return one node with what stands below it; ``depth`` is that of its items."""
        if node.residue:
            return self._made(node, residue=self.pen.words(node.residue, node.origin))
        if node.grid is not None:
            return self._made(node, table=self._table(node, node.grid))
        if node.heading:
            return self._heading(node)
        return self._paragraph(node, series, label, depth)

    def _made(self, node: Node, **keys: Any) -> Entry:
        comment = self.pen.words(node.comment, node.origin)
        return Entry(**keys, comment=comment, place=self.pen.place(node.origin))

    def _heading(self, node: Node) -> Entry:
        return self._made(
            node,
            heading=self.pen.marked(node.parts, node.origin),
            numeral=self.pen.words(node.numeral, node.origin),
            level=2 if node.minor else 1,
        )

    def _paragraph(self, node: Node, series: Series, label: str, depth: int) -> Entry:
        written, opening = _opening(joined(node.parts), series)
        if not series.looks and series.parts and not node.numbered:
            opening = _foreign_opening(node.text, series.parts)
        ending = "" if final_mark(written) or not written else "none"
        words = self.pen.words
        quoted = Series(tuple(Part), looks=series.looks)
        return self._made(
            node,
            text=self.pen.marked(written, node.origin),
            opening=self.pen.words(opening, node.origin),
            number=words(label, node.origin),
            ending=words(ending, node.origin),
            items=tuple(self._items(node.items, depth, series)),
            quote=self.entries(node.quote, quoted),
            then=self._then(node, series, depth),
        )

    def _then(self, node: Node, series: Series, depth: int) -> Words | Entry | None:
        if node.then is None:
            return None
        entry = self.entry(node.then, Series(looks=series.looks), "", depth)
        return entry.text if _only_text(entry) else entry

    def _items(self, items: list[Node], depth: int, series: Series) -> Iterator[Entry]:
        for count, item in enumerate(items, start=1):
            usual = usual_label(depth, count)
            bare = item.label.strip("().")
            label = "" if bare == usual else item.label or "none"
            yield self.entry(item, Series(looks=series.looks), label, depth + 1)

    def _table(self, node: Node, grid: Grid) -> TableEntry:
        cells = [[self._cell(cell, node) for cell in row] for row in grid.rows]
        heads = cells[: grid.heads] if grid.heads == 1 else []
        if heads:
            # The heads of columns are set in italics by the layout, not by the author.
            heads = [[self.pen.marked(roman(cell), node.origin) for cell in grid.rows[0]]]
        rows = cells[len(heads) :]
        return TableEntry(
            label=self.pen.words(node.label, node.origin),
            title=self.pen.marked(without_bold(node.caption), node.origin),
            columns=tuple(heads[0]) if heads else (),
            rows=tuple(tuple(row) for row in rows),
            align=tuple(self.pen.words(_aligned(align), node.origin) for align in grid.align),
            note=self.pen.marked(node.remark, node.origin),
            place=self.pen.place(node.origin),
        )

    def _cell(self, cell: Parts, node: Node) -> Words:
        return self.pen.marked(without_bold(cell), node.origin)


def _counted(label: str, count: int) -> int:
    """Return the number that the program counts on from after a paragraph with ``label``."""
    bare = label.rstrip(".")
    return int(bare) if bare.isdigit() else count


def _aligned(align: Align) -> str:
    return align.value if align in {Align.RIGHT, Align.CENTRE} else "left"


def _only_text(entry: Entry) -> bool:
    return entry == Entry(text=entry.text, place=entry.place)


def _opening(parts: Parts, series: Series) -> tuple[Parts, str]:
    """Return the text without the italics that the program sets, and what to tell it if need be."""
    first = parts[0] if parts else None
    if not series.parts or not isinstance(first, Text) or not series.looks:
        return parts, ""
    italic = first.text.rstrip() if first.italic else ""
    bare = joined((Text(first.text, bold=first.bold), *parts[1:]))
    usual = _usual_opening(parts_text(_before_note(bare)), series.parts)
    if italic == usual:
        return bare, ""
    if italic and ("*" in italic or "[" in italic):
        return parts, ""
    return bare, italic or "none"


def _usual_opening(text: str, parts: tuple[Part, ...]) -> str:
    found = (parse_opening(text, part) for part in parts)
    return next((text[: match.length] for match in found if match), "")


def _foreign_opening(text: str, parts: tuple[Part, ...]) -> str:
    """Return opening words that a plain text has here and the program would not look for.

    A resolution in sections has preambular paragraphs behind its first operative ones.
    """
    return "" if _usual_opening(text, parts) else _usual_opening(text, tuple(Part))


def _before_note(parts: Parts) -> Parts:
    end = next((i for i, part in enumerate(parts) if isinstance(part, NoteKey)), len(parts))
    return parts[:end]
