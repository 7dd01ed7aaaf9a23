"""What belongs to the page and not to the text: running headers, page and job numbers, masthead.

It is known by where it stands and by coming again on other pages, or by its form: a page number, a
job number and a document symbol look the same in every document of the United Nations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from drafter.read.formats.pdf.lines import Line, Page
from drafter.read.formats.pdf.rules import Rule

_TOP, _FOOT = 0.16, 0.88
_RULE_BELOW_HEADER = 0.14
_MASTHEAD_WITHIN = 0.45
_WIDE_RULE = 0.6
_THICK = 0.9
_CELL = 12.0
_GAP = 1.7
_MOST_LINES = 5
_BELOW_HEADER = 12.0

_PAGE_NUMBER = re.compile(
    r"(?:[Pp]age )?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:/|of)\s?\d{1,4})?|/\.\.\.|[ivxl]{1,6}"
)
_JOB = re.compile(
    r"(?:GE\.|V\.)?\d{2}-\d{5}\*{0,3}(?: ?\([A-Z]\))*(?:\s+\d{6})*|\*\w{6,9}\*|\d{6}|\([A-Z]\)"
    r"|[Pp]lease recycle.?|\d{7}[A-Z]?|(?:GE|V)\.\d{2}-\d{4,6}.*",
)
_SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[\w.()\-]+){1,8}\*{0,3}")
_DISTRIBUTION = re.compile(r"Distr\.|Original:|\d{1,2} \w+ \d{4}$|English$")


@dataclass(frozen=True, slots=True)
class Parted:
    """The pages without what belongs to them, the lines of the masthead, and what was left out."""

    pages: tuple[Page, ...]
    masthead: tuple[Line, ...]
    headers: int
    footers: int


def parted(pages: Sequence[Page]) -> Parted:
    """Part the text of ``pages`` from masthead, headers and footers."""
    tops, feet = _repeated(pages, top=True), _repeated(pages, top=False)
    kept: list[Page] = []
    masthead: tuple[Line, ...] = ()
    headers = footers = 0
    for page in pages:
        start = _masthead_end(page) if page.number == 1 else 0
        if start:
            masthead = page.lines[:start]
        else:
            start = _header_end(page, tops)
            headers += start
        end = _footer_start(page, start, feet)
        footers += len(page.lines) - end
        kept.append(_cut(page, start, end))
    return Parted(tuple(kept), masthead, headers, footers)


def _cut(page: Page, start: int, end: int) -> Page:
    """Return the page with the lines from ``start`` to ``end`` and the rules beside them."""
    lines = page.lines[start:end]
    heads = [rule.y for rule in page.rules if _parts_head(page, rule, start)]
    top = max([*heads, _masthead_rule(page) if page.number == 1 else 0.0], default=0.0)
    bottom = page.lines[end].y if end < len(page.lines) else page.height
    rules = tuple(rule for rule in page.rules if top < rule.y < bottom)
    return msgspec.structs.replace(page, lines=lines, rules=rules)


def _parts_head(page: Page, rule: Rule, start: int) -> bool:
    """Tell whether a rule stands above the text, below the last line of what is above it."""
    if not start:
        return False
    above = page.lines[start - 1].y
    wide = rule.width > _WIDE_RULE * page.width
    return rule.y < above or (wide and rule.y < above + _BELOW_HEADER)


def _repeated(pages: Sequence[Page], *, top: bool) -> frozenset[str]:
    """Return the lines at one edge that several pages have, figures aside."""
    found = Counter(
        look for page in pages for look in {_look(line) for line in _edge(page, top=top)}
    )
    least = max(2, min(len(pages) // 4, 6))
    return frozenset(look for look, count in found.items() if count >= least)


def _edge(page: Page, *, top: bool) -> Iterator[Line]:
    """Return the lines close to one edge; what begins with a mark is a note, not a footer."""
    if top:
        return (line for line in page.lines if line.y < _TOP * page.height)
    low = (line for line in page.lines if line.y > _FOOT * page.height)
    return (line for line in low if not line.spans[0].raised)


def _look(line: Line) -> str:
    """Return what a line that comes again looks like: its words, figures aside, and its size."""
    cells = sorted(re.sub(r"\d+", "#", cell.text) for cell in line.cells(_CELL))
    return f"{round(line.size * 2)} {' '.join(cells)}"


def _header_end(page: Page, repeated: frozenset[str]) -> int:
    """Return how many lines at the top are the running header."""
    ruled = _above_rule(page)
    if any(_has_symbol([line]) or _is_header(line, repeated) for line in page.lines[:ruled]):
        return ruled
    count = 0
    for line in page.lines[:_MOST_LINES]:
        if line.y > _TOP * page.height or not _is_header(line, repeated):
            break
        if count and line.y - page.lines[count - 1].y > _GAP * line.size:
            break
        count += 1
    return count


def _above_rule(page: Page) -> int:
    """Return how many lines stand above a rule across the top of the page."""
    heights = [
        rule.y
        for rule in page.rules
        if rule.y < _RULE_BELOW_HEADER * page.height and rule.width > _WIDE_RULE * page.width
    ]
    if not heights:
        return 0
    return sum(line.y <= min(heights) + 1 for line in page.lines)


def _is_header(line: Line, repeated: frozenset[str]) -> bool:
    cells = [cell.text for cell in line.cells(_CELL)]
    known = all(_SYMBOL.fullmatch(text) or _PAGE_NUMBER.fullmatch(text) for text in cells)
    return known or _look(line) in repeated


def _footer_start(page: Page, start: int, repeated: frozenset[str]) -> int:
    """Return the index of the first line of the footer."""
    end = len(page.lines)
    while end > start:
        line = page.lines[end - 1]
        if line.y < _FOOT * page.height or not _is_footer(line, repeated):
            break
        end -= 1
    return end


def _is_footer(line: Line, repeated: frozenset[str]) -> bool:
    if line.spans[0].raised:
        return False
    cells = [cell.text for cell in line.cells(_CELL)]
    known = all(_PAGE_NUMBER.fullmatch(text) or _JOB.fullmatch(text) for text in cells)
    return known or _look(line) in repeated


def _masthead_end(page: Page) -> int:
    """Return how many lines of page 1 are the masthead.

    It ends with a thick rule; without one with the lines at the right: distribution, date, language.
    """
    end = _masthead_rule(page)
    if end:
        return sum(line.y < end for line in page.lines)
    above = [line for line in page.lines if line.y < _MASTHEAD_WITHIN * page.height]
    told = [index for index, line in enumerate(above) if _tells_distribution(line, page)]
    return told[-1] + 1 if told and _has_symbol(above[: told[-1] + 1]) else 0


def _masthead_rule(page: Page) -> float:
    """Return where the thick rule below the masthead stands; 0 where there is none."""
    thick = [
        rule.y
        for rule in page.rules
        if rule.y < _MASTHEAD_WITHIN * page.height
        and rule.width > _WIDE_RULE * page.width
        and rule.thick >= _THICK
    ]
    first = min(thick, default=0.0)
    return first if _has_symbol(line for line in page.lines if line.y < first) else 0.0


def _has_symbol(lines: Iterable[Line]) -> bool:
    texts = [cell.text for line in lines for cell in line.cells(_CELL)]
    return any(_SYMBOL.fullmatch(text) or text.startswith("United Nations") for text in texts)


def _tells_distribution(line: Line, page: Page) -> bool:
    last = list(line.cells(_CELL))[-1]
    return last.x0 > page.width / 2 and bool(_DISTRIBUTION.match(last.text))
