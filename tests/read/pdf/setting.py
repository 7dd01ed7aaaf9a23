"""Sets made-up pages in type, as a PDF paints them."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.read.formats.pdf.glyphs import Box, Glyph, Sheet

LEFT, FIRST, RIGHT = 123.4, 147.1, 488.4
WIDTH, HEIGHT = 612.0, 792.0
_ADVANCE = 0.46
_TAB = 23.75
_NUDGE = 3.3


def sheet(
    *lines: tuple[str, float, float] | tuple[str, float, float, float],
    number: int = 1,
    rules: tuple[tuple[float, float, float], ...] = (),
) -> Sheet:
    """Return a page with lines as (text, baseline, left edge, size = 10) and rules as (x0, x1, y)."""
    glyphs = tuple(glyph for line in lines for glyph in _set(*line))
    boxes = tuple(Box(x0, x1, y, y + 0.5) for x0, x1, y in rules)
    return Sheet(number, WIDTH, HEIGHT, glyphs, boxes)


def _set(text: str, y: float, x: float, size: float = 10.0) -> Iterator[Glyph]:
    """Yield the glyphs of a line.

    ``_words_`` are italic, ``*words*`` bold, ``^1`` stands raised and ``~2`` lowered; ``>`` goes on
    at the next tab stop, ``|`` 60 points further.
    """
    italic = bold = False
    shift = 0.0
    for letter in text:
        if letter == "_":
            italic = not italic
        elif letter == "*":
            bold = not bold
        elif letter in "^~":
            shift = {"^": -_NUDGE, "~": _NUDGE / 2}[letter]
        elif letter in ">|":
            x += 60 if letter == "|" else _TAB - (x - LEFT) % _TAB
        else:
            shift = shift if letter.isalnum() or letter == "," else 0.0
            set_size = size * 0.65 if shift else size
            width = set_size * _ADVANCE
            yield Glyph(letter, x, x + width, y + shift, set_size, bold, italic)
            x += width
