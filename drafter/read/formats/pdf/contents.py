"""Lists of contents: entries that rows of dots lead to their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from drafter.read.formats.pdf.lines import Line, Span

_LEADERS = re.compile(r"\s*(?:[.·]\s?){5,}\s*|\s*…{2,}\s*")
_PAGE = re.compile(r"[\divxl]{1,6}")
_BETWEEN = 3
_CLOSE = 1.35
_FAR = 4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: the lines of its words, and the cell with its page."""

    lines: tuple[Line, ...]
    page: Line | None


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of contents, or its part on one page."""

    entries: tuple[Entry, ...]
    first: Line


def contents_in(lines: Sequence[Line]) -> Iterator[tuple[int, int, Contents]]:
    """Yield the lists of contents among ``lines`` with where they begin and end."""
    led = [index for index, line in enumerate(lines) if has_leaders(line)]
    start = 0
    while start < len(led):
        end = start
        while end + 1 < len(led) and _goes_on(lines, led[end], led[end + 1]):
            end += 1
        first = led[start] - _lines_above(lines[: led[start]], lines[led[start]])
        yield first, led[end] + 1, Contents(_entries(lines[first : led[end] + 1]), lines[first])
        start = end + 1


def has_leaders(line: Line) -> bool:
    """Tell whether a row of dots stands in the line."""
    return bool(_LEADERS.search(line.text))


def _goes_on(lines: Sequence[Line], one: int, other: int) -> bool:
    gaps = (lines[at + 1].y - lines[at].y for at in range(one, other))
    return other - one <= _BETWEEN and all(gap < _FAR * lines[one].size for gap in gaps)


def _lines_above(lines: Sequence[Line], line: Line) -> int:
    """Return how many lines right above the first row of dots begin its entry."""
    count = 0
    for above in reversed(lines):
        if line.y - above.y > _CLOSE * line.size or above.x0 > line.x1 / 2:
            break
        line = above
        count += 1
    return count


def _entries(lines: Sequence[Line]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    held: list[Line] = []
    for line in lines:
        if not has_leaders(line):
            held.append(line)
            continue
        words, page = _parted(line)
        entries.append(Entry((*held, words), page))
        held = []
    return tuple(entries)


def _parted(line: Line) -> tuple[Line, Line | None]:
    """Return the words in front of the dots and the page behind them."""
    words: list[Span] = []
    page: list[Span] = []
    for span in line.spans:
        before, dots, behind = _cut(span.text)
        if page or (dots and behind) or _is_page(span, line):
            page.append(msgspec.structs.replace(span, text=behind if dots else span.text))
        if before and not (page and not dots):
            words.append(msgspec.structs.replace(span, text=before))
    bare = msgspec.structs.replace(line, spans=tuple(words) or line.spans)
    return bare, msgspec.structs.replace(line, spans=tuple(page)) if page else None


def _cut(text: str) -> tuple[str, str, str]:
    found = _LEADERS.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()], found.group(), text[found.end() :]


def _is_page(span: Span, line: Line) -> bool:
    return span is line.spans[-1] and bool(_PAGE.fullmatch(span.text.strip()))
