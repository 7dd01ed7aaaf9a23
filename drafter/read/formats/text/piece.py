"""A paragraph under way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.shape import is_proper
from drafter.read.found import Grid

_KEPT = 600
ITEMS = frozenset({"letter", "roman", "small", "number", "bullet"})


@dataclass(slots=True, eq=False)
class Piece:
    """A paragraph with its lines from ``first`` to ``last``, its label and that label's kind.

    ``texts`` are its words with markup, to be put together. ``words`` are those without: of a long
    paragraph only how it begins and how it ends. ``front`` says that it stands above the text;
    ``widest`` is the length of its longest line.
    """

    first: Line
    last: Line
    texts: list[str]
    words: str
    label: str = ""
    kind: str = ""
    heading: int = 0
    quoted: bool = False
    front: bool = False
    grid: Grid | None = None
    count: int = 1
    widest: int = 0

    @property
    def text(self) -> str:
        """The words with markup and marks."""
        return "".join(self.texts)

    @property
    def number(self) -> int:
        """The number in front of a numbered paragraph, 0 for others."""
        found = re.match(r"\d+", self.label) if self.kind == "digits" else None
        return int(found.group()) if found else 0

    @property
    def is_paragraph(self) -> bool:
        """Whether it surely is a paragraph and no heading or line of the masthead."""
        if self.kind == "capital" or self.heading:
            return False
        return bool(self.label) or is_proper(self.words)

    def extend(self, line: Line) -> None:
        """Take the words of a further line; its text is put together elsewhere."""
        words = f"{self.words} {line.words}".strip()
        self.words = words if len(words) < 4 * _KEPT else words[:_KEPT] + words[-_KEPT:]
        self.last = line
        self.count += 1
        self.widest = max(self.widest, len(line.words))
