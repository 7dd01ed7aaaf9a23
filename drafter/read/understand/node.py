"""A paragraph, heading or table on its way from the file to the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.inline import Parts
from drafter.read.found import NO_ORIGIN, Chunk, Grid, Origin, Zone
from drafter.read.understand.pen import plain_text

if TYPE_CHECKING:
    from drafter.read.understand.passage import Passage


@dataclass(slots=True, eq=False)
class Node:
    """What stands below a paragraph hangs on it; ``index`` is the place of its chunk."""

    parts: Parts = ()
    label: str = ""
    index: int = 0
    origin: Origin = NO_ORIGIN
    heading: bool = False
    minor: bool = False
    numeral: str = ""
    further_in: bool = False
    flush: bool = False
    grid: Grid | None = None
    caption: Parts = ()
    remark: Parts = ()
    residue: str = ""
    comment: str = ""
    items: list[Node] = field(default_factory=list)
    then: Node | None = None
    quote: list[Node] = field(default_factory=list)
    drafts: list[Passage] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words alone."""
        return plain_text(self.parts)

    @property
    def paragraph(self) -> bool:
        """Whether it is a paragraph, not a heading, table, residue or the drafts of a report."""
        return not (self.heading or self.grid or self.residue or self.drafts)

    @property
    def numbered(self) -> bool:
        """Whether its label is a figure."""
        return self.label[:1].isdigit()


STEP = 23.75
"""The distance of two tab stops of the United Nations layout in points: 475 twips."""


def margin_of(chunks: Iterable[Chunk]) -> float:
    """Return the left edge of the running text; a file of few or short lines may not know its own.

    The first paragraph stands at the margin, whatever is quoted below it.
    """
    wraps = [
        chunk.wrap
        for chunk in chunks
        if chunk.wrap is not None and chunk.zone is Zone.TEXT and not chunk.bold
    ]
    return min(wraps[0], max(0.0, min(wraps))) if wraps else 0.0


def node_of(index: int, chunk: Chunk, margin: float = 0.0) -> Node:
    """Return the paragraph or table of a chunk of a text whose left edge is ``margin``."""
    wrap = (chunk.wrap or 0.0) - margin
    indent = (chunk.indent or 0.0) - margin
    return Node(
        chunk.parts,
        _label(chunk.label),
        index,
        chunk.origin,
        further_in=chunk.quoted or (wrap > STEP / 2 and indent > wrap - STEP / 2),
        flush=chunk.indent is not None and indent < STEP / 2,
        grid=chunk.grid,
        comment=chunk.comment,
    )


_NEGOTIATED = re.compile(
    r"(?P<part>[PO]P) ?(?P<number>\d+)(?P<rest>(?: ?(?:bis|ter|quater|alt))?)[.:)]?"
)


def _label(label: str) -> str:
    """Return a label as it prints: negotiated texts count ``PP3`` and ``OP7``."""
    found = _NEGOTIATED.fullmatch(label)
    if found is None:
        return label
    return "" if found["part"] == "PP" else f"{found['number']}{found['rest']}."


def all_nodes(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes with all that stands below them, in reading order."""
    for node in nodes:
        yield node
        yield from all_nodes(node.items)
        if node.then is not None:
            yield from all_nodes((node.then,))
        yield from all_nodes(node.quote)
