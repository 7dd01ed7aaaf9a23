"""What an amendment quotes, where the file has no layout that sets it further in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.read.understand.node import Node

_PLACE = (
    r"(?:(?:operative|preambular|new|the|sub) ?)*(?:\w+ )?(?:sub)?(?:paragraph|section|title|annex)"
)
_INSTRUCTION = re.compile(
    rf"(?:(?:Replace|Insert|Delete|Add|After|Before|Between|Renumber|Change|Move|Amend|Merge|Reorder"
    rf"|At the (?:end|beginning)|In the|From the) )|In {_PLACE}|(?:Operative |Preambular )?[Pp]aragraph "
    rf"|The (?:\w+ )?(?:operative|preambular) paragraph "
)


def mark_quoted(nodes: Iterable[Node]) -> None:
    """Mark paragraphs as set in that stand between an instruction with a colon and the next one."""
    quoting = False
    for node in nodes:
        if node.heading or _INSTRUCTION.match(node.text):
            quoting = node.text.endswith(":")
        elif quoting:
            node.further_in = True
