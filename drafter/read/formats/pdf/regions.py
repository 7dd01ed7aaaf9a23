"""Between lines and paragraphs: what is masthead, text, note, and what belongs to the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.read.formats.pdf.lines import Line, Page

HEAD = 70.0
"""Running headers stand above this line; page 1 has its masthead instead."""
FOOT = 742.0
"""Page numbers, job numbers and bar codes stand below this line."""
STARS = re.compile(r"(\*{1,4})(?=\s|\w|$)")

_NOTE_SIZE = 9.0
_NOTE_RULE = re.compile(r"_{6,}")
_EDGE_TOP, _EDGE_FOOT = 100.0, 715.0
_FEWEST = 3


@dataclass(slots=True)
class Regions:
    """A document by its regions; notes are the lines at the foot of all pages."""

    masthead: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    furniture: int = 0


def regions(pages: Sequence[Page]) -> Regions:
    """Part masthead, text and notes; headers and footers are left out and counted."""
    found = Regions()
    repeated = _repeated(pages)
    for page in pages:
        top = page.head_end if page.number == 1 and page.head_end else HEAD
        if page.number == 1:
            found.masthead += [line for line in page.lines if line.baseline < top]
        lines = [
            line
            for line in page.lines
            if top < line.baseline < FOOT and (line.chars[0].raised or _look(line) not in repeated)
        ]
        outside = len(page.lines) - len(lines)
        found.furniture += outside - (len(found.masthead) if page.number == 1 else 0)
        start = _notes_start(lines)
        found.body += lines[:start]
        found.notes += [line for line in lines[start:] if not _NOTE_RULE.match(line.text)]
    return found


def _repeated(pages: Iterable[Page]) -> frozenset[tuple[int, str]]:
    """Return the looks of lines at the edges of most pages, figures aside: running titles."""
    edges = Counter(
        _look(line)
        for page in pages
        if page.number > 1
        for line in page.lines
        if (line.baseline < _EDGE_TOP or line.baseline > _EDGE_FOOT)
        # Notes that say no more than “Ibid.” recur too.
        and not line.chars[0].raised
    )
    count = sum(page.number > 1 for page in pages)
    least = max(_FEWEST, count // 3)
    return frozenset(look for look, times in edges.items() if times >= least)


def _look(line: Line) -> tuple[int, str]:
    return round(line.baseline), re.sub(r"\d+", "#", line.text)


def _notes_start(lines: list[Line]) -> int:
    """Return where the notes begin: at their rule of underscores, or where it is only drawn."""
    for index, line in enumerate(lines):
        if _NOTE_RULE.match(line.text):
            return index
        begins = line.chars[0].raised or STARS.match(line.text)
        if begins and all(below.size < _NOTE_SIZE for below in lines[index:]):
            return index
    return len(lines)
