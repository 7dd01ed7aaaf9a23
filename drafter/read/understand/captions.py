"""What belongs to a table: number and title above it, remarks in small print below it."""

from __future__ import annotations

from drafter.inline import Parts, Text
from drafter.read.found import Chunk
from drafter.read.understand.node import Node
from drafter.read.understand.pen import spaced
from drafter.read.understand.signs import TABLE_LABEL, TABLE_NUMBER

_SMALL = 9.5


def captioned(table: Node, nodes: list[Node]) -> Node:
    """Return ``table`` with its number and title, taken from the end of ``nodes``."""
    above: list[Node] = []
    while nodes and _captions(nodes[-1]) and len(above) < 2:  # noqa: PLR2004 - number and title
        above.insert(0, nodes.pop())
    found = TABLE_LABEL.fullmatch(above[0].text) if above else None
    if found is None:
        nodes += above
        return table
    table.label = found["label"]
    inline: Parts = (Text(found["title"]),) if found["title"] else ()
    table.caption = above[1].parts if len(above) > 1 else inline
    return table


def _captions(node: Node) -> bool:
    """Tell whether a node may be part of a table's caption: its number need not look like one."""
    return node.heading or (node.paragraph and bool(TABLE_NUMBER.fullmatch(node.text)))


def below_table(nodes: list[Node], chunk: Chunk) -> bool:
    """Add small print right below a table to it; tell whether the chunk is that."""
    last = nodes[-1] if nodes else None
    small = 0 < chunk.size < _SMALL and not chunk.label
    if last is None or last.grid is None or not small:
        return False
    last.remark = spaced((last.remark, chunk.parts))
    return True
