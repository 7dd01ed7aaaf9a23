"""Parts the notes at the foot of a page from its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.read.formats.pdf.lines import Line, Page
from drafter.read.formats.pdf.measures import Measures

UNDERSCORES = re.compile(r"_{6,}")
STARS = re.compile(r"(\*{1,4})(?=\s|\w|“|$)")
_SMALLER = 0.93
_SHORT_RULE = (30.0, 200.0)
_FROM_LEFT = 60.0


def without_notes(page: Page, measures: Measures) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the text and those of the notes below it."""
    start = _notes_start(page, measures)
    notes = page.lines[start:]
    return page.lines[:start], tuple(line for line in notes if not _is_rule(line))


def _notes_start(page: Page, measures: Measures) -> int:
    lines = page.lines
    first = len(lines)
    while first and (_is_small(lines[first - 1], measures) or _is_rule(lines[first - 1])):
        first -= 1
    for index in range(first, len(lines)):
        if _is_rule(lines[index]) and index + 1 < len(lines):
            return index
        if opens_note(lines[index]) or _below_rule(page, index, measures):
            return index
    return len(lines)


def _is_small(line: Line, measures: Measures) -> bool:
    return line.size <= _SMALLER * measures.size


def _is_rule(line: Line) -> bool:
    return bool(UNDERSCORES.fullmatch(line.text))


def opens_note(line: Line) -> bool:
    """Tell whether a line begins with the mark of a note."""
    first = line.spans[0]
    return first.raised or bool(STARS.match(line.text))


def _below_rule(page: Page, index: int, measures: Measures) -> bool:
    """Tell whether a short rule at the left, the rule of notes, stands right above a line."""
    line = page.lines[index]
    above = page.lines[index - 1].y if index else 0.0
    return any(
        above - 1 <= rule.y < line.y
        and _SHORT_RULE[0] < rule.width < _SHORT_RULE[1]
        and rule.x0 < measures.left + _FROM_LEFT
        for rule in page.rules
    )


def by_notes(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each note; lines in front of the first mark go on with a note before."""
    found: list[list[Line]] = []
    for line in lines:
        if opens_note(line) or not found:
            found.append([line])
        else:
            found[-1].append(line)
    return found
