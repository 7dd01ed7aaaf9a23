"""Running heads that a reader of plain text could not tell from headings.

Their words are the symbol and the title of the document, in any order of their lines.
"""

from __future__ import annotations

from drafter.library.symbols import SYMBOL
from drafter.read.understand.node import Node
from drafter.read.understand.passage import Passage


def drop_running_heads(main: Passage, title: str) -> list[Node]:
    """Take the running heads out of all passages; return them."""
    dropped: list[Node] = []
    wanted = _bare(title)
    for passage in main.all_passages():
        heads = [node for node in passage.nodes if node.heading and SYMBOL.search(node.text)]
        heads = [node for node in heads if _bare(SYMBOL.sub(" ", node.text)) == wanted]
        passage.nodes = [node for node in passage.nodes if node not in heads]
        dropped += heads
    return dropped


def _bare(text: str) -> str:
    return " ".join(text.replace("*", "").casefold().split())
