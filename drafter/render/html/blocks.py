"""Paragraphs, headings, tables and closing lines."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from drafter.document import Closing, Heading, HeadingRole, Paragraph, Table, plain
from drafter.render.html.elements import element, lines, paragraph_anchor

if TYPE_CHECKING:
    import enum
    from collections.abc import Iterable, Iterator

    from drafter.document import Block, Inlines
    from drafter.render.html.inlines import InlineWriter

_RANKS = {
    HeadingRole.PART: 1,
    HeadingRole.SUBPART: 2,
    HeadingRole.DRAFT: 2,
    HeadingRole.ANNEX: 3,
    HeadingRole.LETTER: 4,
    HeadingRole.TEXT_TITLE: 5,
    HeadingRole.SIDE: 6,
    HeadingRole.MINOR: 7,
}
_LOWEST_HEADING = 6


class BlockWriter:
    """Writes blocks in reading order, remembering which headings the next one stands under."""

    def __init__(self, write: InlineWriter) -> None:
        self._write = write
        self._ranks: list[int] = []

    def all(self, blocks: Iterable[Block]) -> str:
        """Return the HTML of ``blocks``, those quoted together as one quotation."""
        return lines(self._groups(blocks))

    def _groups(self, blocks: Iterable[Block]) -> Iterator[str]:
        for quoted, group in groupby(blocks, key=_quoted):
            written = lines(map(self._block, group))
            yield element("blockquote", written) if quoted else written

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return self._heading(block)
            case Table():
                return self._table(block)
            case Closing():
                written = lines(element("p", escape(line)) for line in block.lines)
                return element("div", written, "closing")
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        label = element("span", escape(paragraph.label), "label")
        words = " ".join(filter(None, (label, self._write(paragraph.inlines))))
        look = f"{_look(paragraph.role)} level-{paragraph.level}{' labelled' if label else ''}"
        return element("p", words, look, paragraph_anchor(paragraph.id))

    def _heading(self, heading: Heading) -> str:
        label = element("span", escape(heading.label), "label")
        words = lines((label, self._write(heading.inlines)))
        anchor = paragraph_anchor(heading.id)
        return element(self._heading_tag(heading), words, _look(heading.role), anchor)

    def _heading_tag(self, heading: Heading) -> str:
        """Return h2 to h6, one step below the heading it stands under, so that none is skipped.

        An annex of the document itself stands beside its parts, one of a draft below its draft.
        """
        of_document = heading.role is HeadingRole.ANNEX and not heading.scope
        rank = 0 if of_document else _RANKS[heading.role]
        self._ranks = [*(above for above in self._ranks if above < rank), rank]
        return f"h{min(len(self._ranks) + 1, _LOWEST_HEADING)}"

    def _table(self, table: Table) -> str:
        name = " ".join(filter(None, (table.label, plain(table.title)))) or "Table"
        label = element("span", escape(table.label), "label")
        caption = element("caption", lines((label, self._write(table.title))))
        head = element("thead", self._row(table, table.columns, "th") if any(table.columns) else "")
        body = element("tbody", lines(self._row(table, row, "td") for row in table.rows))
        note = element("p", self._write(table.note), "table-note")
        # The table may be wider than a phone: its frame scrolls, also from the keyboard.
        frame = f'<div class="table" role="region" aria-label="{escape(name)}" tabindex="0">'
        return lines((frame, element("table", lines((caption, head, body))), "</div>", note))

    def _row(self, table: Table, cells: tuple[Inlines, ...], tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        written = (
            f'<{tag}{scope} class="{align.value}">{self._write(cell)}</{tag}>'
            for cell, align in zip(cells, table.align, strict=True)
        )
        return element("tr", lines(written))


def _quoted(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and block.quoted


def _look(role: enum.Enum) -> str:
    """Return the class that the style sheet has for a role: ``organ-line``, ``text-title``."""
    return role.name.lower().replace("_", "-")
