"""What a page of a PDF prints: characters and straight lines, measured from its top left corner."""

from __future__ import annotations

import msgspec

_FLAT = 3.2
_LONG = 4.0


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A character: where it stands, how large it is and what it looks like; lengths in points."""

    text: str
    x0: float
    x1: float
    y: float
    """Where its baseline is."""
    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False

    @property
    def blank(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()


class Box(msgspec.Struct, frozen=True, gc=False):
    """A painted rectangle or stroke, by its edges."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def flat(self) -> bool:
        """Whether it is a horizontal line."""
        return self.y1 - self.y0 <= _FLAT and self.x1 - self.x0 >= _LONG

    @property
    def upright(self) -> bool:
        """Whether it is a vertical line."""
        return self.x1 - self.x0 <= _FLAT and self.y1 - self.y0 >= _LONG


class Sheet(msgspec.Struct, frozen=True):
    """A page as it is painted; ``unknown`` counts characters that have no meaning in Unicode."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    boxes: tuple[Box, ...]
    unknown: int = 0
    aside: str = ""
    """What runs another way than the rest, in the order in which it is painted."""
