"""A text with paragraphs of its own: the document, a part, an annex, a section, a draft."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.inline import Parts
from drafter.read.found import NO_ORIGIN, Origin
from drafter.read.understand.node import Node, all_nodes
from drafter.read.understand.pen import spaced, without_bold


class Seat(enum.Enum):
    """What a passage is."""

    MAIN = "main"
    PART = "part of a composite text"
    ANNEX = "annex"
    SECTION = "part of a report"
    DRAFT = "draft in a report"


@dataclass(slots=True, eq=False)
class Passage:
    """A passage under way; ``depth`` is that of a section, ``noun`` what a draft is."""

    seat: Seat
    numeral: str = ""
    noun: str = ""
    depth: int = 0
    index: int = 0
    origin: Origin = NO_ORIGIN
    titles: list[Parts] = field(default_factory=list)
    organ_line: Parts | None = None
    nodes: list[Node] = field(default_factory=list)
    annexes: list[Passage] = field(default_factory=list)
    parts: list[Passage] = field(default_factory=list)
    sections: list[Passage] = field(default_factory=list)

    @property
    def title(self) -> Parts:
        """The title in one line."""
        return without_bold(spaced(tuple(self.titles)))

    def all_nodes(self) -> Iterator[Node]:
        """Yield every paragraph, heading and table, those of drafts and annexes apart."""
        yield from all_nodes(self.nodes)
        for below in (*self.parts, *self.sections):
            yield from below.all_nodes()

    def all_passages(self) -> Iterator[Passage]:
        """Yield the passage and all that hangs on it, in reading order."""
        yield self
        for node in self.nodes:
            for draft in node.drafts:
                yield from draft.all_passages()
        for below in (*self.parts, *self.sections, *self.annexes):
            yield from below.all_passages()


@dataclass(slots=True)
class Closing:
    """The lines below an adopted text."""

    meeting: str = ""
    date: str = ""
