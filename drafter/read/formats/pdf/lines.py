"""First stage of reading a PDF: characters become lines, note marks on the line they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

_MARKS = re.compile(r"[\d,a-h*]{1,12}")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SAME_BASELINE = 0.7
_SMALL = 7.0
_BARCODE = re.compile(r"barcode|code ?3 ?of ?9|de 3 of 9")
_THICK_RULE = (1.2, 3.0)
_WIDE_RULE = 50.0
_UPPER_PART = 300.0
_RAISED = (0.12, 0.85)
_GAP_OF_A_SPACE = 0.35
_LEAST_BLANK = 0.12
_GAP_OF_A_COLUMN = 15.0


@dataclass(frozen=True, slots=True)
class Char:
    """A character: where it stands, measured from the top left, and what it looks like."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False

    @property
    def blank(self) -> bool:
        """Whether it is a blank."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; blanks at its ends are told by ``ends_with_blank`` alone."""

    page: int
    chars: tuple[Char, ...]
    ends_with_blank: bool = False
    number: int = 0

    @property
    def x0(self) -> float:
        """Where it begins, in points from the left."""
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.chars[-1].x1

    @property
    def size(self) -> float:
        """The size of its largest characters, in points."""
        return max(char.size for char in self.chars)

    @property
    def baseline(self) -> float:
        """Where its words stand, in points from the top."""
        return next(char.baseline for char in self.chars if char.size == self.size)

    @property
    def text(self) -> str:
        """Its words without raised marks."""
        return "".join(char.text for char in spaced(self.chars) if not char.raised)

    @property
    def bold(self) -> bool:
        """Whether most of its words are bold."""
        return _mostly(char.bold for char in self._words)

    @property
    def italic(self) -> bool:
        """Whether most of its words are italic."""
        return _mostly(char.italic for char in self._words)

    @property
    def _words(self) -> list[Char]:
        return [char for char in self.chars if not char.blank and not char.raised]

    def cells(self) -> Iterator[Line]:
        """Yield the stretches of the line that a wide gap parts, as the masthead has them."""
        start = 0
        for index in range(1, len(self.chars)):
            if self.chars[index].x0 - self.chars[index - 1].x1 > _GAP_OF_A_COLUMN:
                yield replace(self, chars=self.chars[start:index])
                start = index
        yield replace(self, chars=self.chars[start:])


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page from top to bottom; ``head_end`` is where the masthead's rule stands."""

    number: int
    lines: tuple[Line, ...]
    head_end: float = 0.0


def read_page(page: Any, number: int) -> Page:
    """Return the lines of a page of pdfplumber."""
    return Page(number, tuple(_lines(page, number)), _head_end(page))


def spaced(chars: Iterable[Char]) -> Iterator[Char]:
    """Yield ``chars`` with a blank where only a gap parts two words."""
    last: Char | None = None
    for char in chars:
        if last and not last.blank and not char.blank and not char.raised and not last.raised:
            gap = char.x0 - last.x1
            if gap > _GAP_OF_A_SPACE * min(char.size, last.size):
                yield replace(char, text=" ", x0=last.x1, x1=char.x0)
        yield char
        last = char


def _lines(page: Any, number: int) -> Iterator[Line]:
    rows = _with_marks(_rows(_chars(page)))
    count = 0
    for row in sorted(rows, key=lambda row: (_baseline(row), row[0].x0)):
        chars = sorted(row, key=lambda char: char.x0)
        solid = [index for index, char in enumerate(chars) if not char.blank]
        if solid:
            count += 1
            inner = tuple(chars[solid[0] : solid[-1] + 1])
            yield Line(number, inner, len(chars) > solid[-1] + 1, count)


def _chars(page: Any) -> Iterator[Char]:
    for raw in page.chars:
        font = raw["fontname"].lower()
        if _BARCODE.search(font) or not raw["upright"] or _is_joiner(raw):
            continue
        yield Char(
            " " if raw["text"].isspace() else raw["text"],
            raw["x0"],
            raw["x1"],
            float(page.height) - raw["matrix"][5],
            raw["size"],
            bold="bold" in font,
            italic="italic" in font or "oblique" in font,
        )


def _is_joiner(raw: Any) -> bool:
    """A blank of hardly any width only holds two characters together."""
    narrow = raw["x1"] - raw["x0"] < _LEAST_BLANK * raw["size"]
    return bool(raw["text"].isspace() and raw["text"] != " " and narrow)


def _rows(chars: Iterable[Char]) -> list[list[Char]]:
    """Group characters that share a baseline."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: char.baseline):
        if rows and char.baseline - rows[-1][-1].baseline <= _SAME_BASELINE:
            rows[-1].append(char)
        else:
            rows.append([char])
    return rows


def _with_marks(rows: list[list[Char]]) -> list[list[Char]]:
    """Put raised figures on the line below whose words they follow, lowered ones on theirs."""
    large = [row for row in rows if not _is_small(row)]
    hosts = list(large)
    for row in rows:
        if not _is_small(row):
            continue
        alone: list[Char] = []
        for char in row:
            host = None if char.blank else next((r for r in hosts if _carries(r, char)), None)
            low = None if char.blank or host else next((r for r in hosts if _sinks(r, char)), None)
            if host is not None:
                host.append(replace(char, raised=True))
            elif low is not None:
                low.append(replace(char, text=char.text.translate(_LOWERED)))
            elif not char.blank:
                alone.append(char)
        if alone:
            large.append(alone)
    return large


def _is_small(row: list[Char]) -> bool:
    text = "".join(char.text for char in row if not char.blank)
    return bool(_MARKS.fullmatch(text)) and all(char.size < _SMALL for char in row)


def _carries(row: list[Char], mark: Char) -> bool:
    solid = [char for char in row if not char.blank and not char.raised]
    if not solid:
        return False
    size = max(char.size for char in solid)
    low, high = (share * size for share in _RAISED)
    rise = _baseline(row) - mark.baseline
    reach = 2 * size
    beside = min(c.x0 for c in solid) - reach < mark.x0 < max(c.x1 for c in solid) + reach
    return low < rise < high and beside


def _sinks(row: list[Char], char: Char) -> bool:
    """Tell whether ``char`` is a lowered figure of the row, as in CO₂."""
    solid = [each for each in row if not each.blank and not each.raised]
    if not solid or not char.text.isdigit():
        return False
    drop = char.baseline - _baseline(row)
    beside = any(0 <= char.x0 - each.x1 < each.size / 2 for each in solid)
    return 0 <= drop < max(each.size for each in solid) / 2 and beside


def _baseline(row: list[Char]) -> float:
    return max(row, key=lambda char: (not char.blank, char.size)).baseline


def _head_end(page: Any) -> float:
    """Return where the thick rule below the masthead stands, drawn as a line or as a bar."""
    thick = (
        rule["bottom"]
        for rule in (*page.rects, *page.lines)
        if rule["width"] >= _WIDE_RULE
        and _THICK_RULE[0] <= max(rule["height"], _stroke(rule)) <= _THICK_RULE[1]
    )
    return max((bottom for bottom in thick if bottom < _UPPER_PART), default=0.0)


def _stroke(rule: Any) -> float:
    return float(rule.get("linewidth") or 0.0) if rule["height"] < _THICK_RULE[0] else 0.0


def _mostly(flags: Iterable[bool]) -> bool:
    found = list(flags)
    return sum(found) * 2 > len(found)
