"""Characters become printed lines; a line is stretches of one look, parted by wide gaps."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from drafter.read.formats.pdf.glyphs import Box, Glyph, Sheet
from drafter.read.formats.pdf.marks import with_marks
from drafter.read.formats.pdf.rules import Rule, rules_of

SAME_LINE = 0.12
"""Baselines of one line differ by less than this part of the size."""
_BLANK = 0.5
_BLANK_WITHOUT_BLANKS = 0.16
_FEW_BLANKS = 0.04
_WIDE = 0.62
_LEAST_BLANK = 0.12
_TWICE = 0.25
_NUMBER = re.compile(r"\d{1,3}")
_OVERPRINTED = 0.08
"""A blank is seen if the words beside it are at least this part of the size apart."""


class Span(msgspec.Struct, frozen=True, gc=False):
    """Words of one look with no wide gap between them.

    A blank that follows ends the text; a tab ends it where only a wide gap follows.
    """

    text: str
    x0: float
    x1: float
    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False


class Line(msgspec.Struct, frozen=True):
    """A printed line; ``number`` counts the lines of its page from 1."""

    page: int
    number: int
    y: float
    size: float
    spans: tuple[Span, ...]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.spans[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.spans[-1].x1

    @property
    def text(self) -> str:
        """Its words without marks that stand raised."""
        return "".join(s.text for s in self.spans if not s.raised).replace("\t", " ").strip()

    @property
    def ends_with_blank(self) -> bool:
        """Whether the file has a blank behind the last word."""
        return self.spans[-1].text.endswith(" ")

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return _all(self.spans, "bold")

    @property
    def italic(self) -> bool:
        """Whether all its letters are italic."""
        return _all(self.spans, "italic")

    @property
    def speaks(self) -> bool:
        """Whether it has letters or figures that stand on the line."""
        return any(not span.raised and _speaks(span.text) for span in self.spans)

    def cells(self, gap: float) -> Iterator[Line]:
        """Yield the stretches that gaps of at least ``gap`` points part."""
        start = 0
        for index in range(1, len(self.spans)):
            if self.spans[index].x0 - self.spans[index - 1].x1 >= gap:
                yield self.part(start, index)
                start = index
        yield self.part(start, len(self.spans))

    def part(self, start: int, end: int) -> Line:
        """Return the line with the spans from ``start`` to ``end`` alone."""
        if start == 0 and end == len(self.spans):
            return self
        return msgspec.structs.replace(self, spans=self.spans[start:end])


class Page(msgspec.Struct, frozen=True):
    """The lines of a page from top to bottom, and the rules drawn on it."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    sides: tuple[Box, ...] = ()
    """Vertical lines."""
    unknown: int = 0
    doubled: int = 0
    aside: str = ""
    """What runs another way than the lines."""


def _all(spans: Iterable[Span], look: str) -> bool:
    said = [getattr(span, look) for span in spans if not span.raised and _speaks(span.text)]
    return bool(said) and all(said)


def _speaks(text: str) -> bool:
    return any(each.isalnum() for each in text)


def page_of(sheet: Sheet) -> Page:
    """Return the lines of a page."""
    solid, doubled = _once(sheet.glyphs)
    gap = _gap_of_a_blank(solid)
    rows = [sorted(row, key=lambda glyph: glyph.x0) for row in with_marks(_rows(solid))]
    lines: list[Line] = []
    for row in sorted(rows, key=lambda row: (_baseline(row), row[0].x0)):
        spans = _with_whole_label(tuple(_spans(row, gap)))
        if spans:
            size = _usual(row)
            lines.append(Line(sheet.number, len(lines) + 1, _baseline(row), size, spans))
    return Page(
        sheet.number,
        sheet.width,
        sheet.height,
        tuple(lines),
        tuple(rules_of(sheet.boxes)),
        tuple(box for box in sheet.boxes if box.upright),
        sheet.unknown,
        doubled,
        " ".join(sheet.aside.split()),
    )


def _once(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], int]:
    """Return the glyphs without those printed twice, a little aside, to look bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if kept and _is_double(kept[-1], glyph):
            continue
        if not _is_joiner(glyph):
            kept.append(glyph)
    joiners = sum(map(_is_joiner, glyphs))
    return kept, len(glyphs) - joiners - len(kept)


def _is_double(one: Glyph, other: Glyph) -> bool:
    near = abs(other.x0 - one.x0) < _TWICE * (one.x1 - one.x0) and abs(other.y - one.y) < 1
    return near and one.text == other.text and not one.blank


def _is_joiner(glyph: Glyph) -> bool:
    """Tell whether a blank has hardly any width: it only holds two characters together."""
    return glyph.blank and glyph.text != " " and glyph.x1 - glyph.x0 < _LEAST_BLANK * glyph.size


def _gap_of_a_blank(glyphs: Sequence[Glyph]) -> float:
    """Return how wide, as a part of the size, a gap is that stands for a blank.

    Most files have a character for each blank; some have gaps alone.
    """
    blanks = sum(glyph.blank for glyph in glyphs)
    return _BLANK_WITHOUT_BLANKS if blanks < _FEW_BLANKS * len(glyphs) else _BLANK


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Group the glyphs that share a baseline."""
    rows: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if last and glyph.y - last.y <= SAME_LINE * min(glyph.size, last.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
        last = glyph
    return rows


def _spans(row: Sequence[Glyph], gap: float) -> Iterator[Span]:
    """Yield the stretches of a row; blanks at its ends only tell that they are there."""
    held: list[Glyph] = []
    blank = ""
    for glyph in row:
        if glyph.blank:
            blank = " " if not held or glyph.text not in "\u00a0\u202f" else blank or glyph.text
            continue
        if held:
            last = held[-1]
            distance = glyph.x0 - last.x1
            size = max(glyph.size, last.size)
            if distance < _OVERPRINTED * size:
                blank = ""
            # In a file that has its blanks, a gap without one is that of a column.
            wide = distance > (_WIDE if blank or gap < _BLANK else _BLANK) * size
            if not (blank or wide or glyph.raised) and distance > gap * size:
                blank = " "
            if wide or not _alike(last, glyph):
                yield _span(held, blank or ("\t" if wide else ""))
                held = []
            elif blank:
                held.append(msgspec.structs.replace(last, text=blank, x0=last.x1))
        blank = ""
        held.append(glyph)
    if held:
        yield _span(held, blank and " ")


def _with_whole_label(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the spans with the full stop behind a number in the number's own look.

    It is part of the label even where it is set in the italics of the opening words.
    """
    first, second = spans[:2] if len(spans) > 1 else (None, None)
    if first is None or second is None or first.raised or not second.text.startswith("."):
        return spans
    if not _NUMBER.fullmatch(first.text) or first.italic == second.italic:
        return spans
    replace = msgspec.structs.replace
    bare = second.text[1:].lstrip()
    if not bare:
        whole = replace(first, text=first.text + second.text, x1=second.x1)
        return (whole, *spans[2:])
    share = (len(second.text) - len(bare)) / len(second.text)
    start = second.x0 + share * (second.x1 - second.x0)
    whole = replace(first, text=f"{first.text}. ", x1=start)
    return (whole, replace(second, text=bare, x0=start), *spans[2:])


def _alike(one: Glyph, other: Glyph) -> bool:
    looks = one.bold == other.bold and one.italic == other.italic and one.raised == other.raised
    return looks and abs(one.size - other.size) < 1


def _span(glyphs: Sequence[Glyph], blank: str) -> Span:
    first, last = glyphs[0], glyphs[-1]
    text = "".join(glyph.text for glyph in glyphs) + blank
    return Span(text, first.x0, last.x1, first.size, first.bold, first.italic, first.raised)


def _usual(row: Sequence[Glyph]) -> float:
    """Return the size that most of a row has."""
    sizes = Counter(glyph.size for glyph in row if not glyph.raised and not glyph.blank)
    return sizes.most_common(1)[0][0] if sizes else row[0].size


def _baseline(row: Sequence[Glyph]) -> float:
    return statistics.median_low(
        [glyph.y for glyph in row if not glyph.raised and not glyph.blank] or [row[0].y]
    )
