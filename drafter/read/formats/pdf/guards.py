"""Keeps pdfminer from work without end: fonts with billions of codes, pages of endless content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

if TYPE_CHECKING:
    from drafter.read.formats.pdf.device import Device

_MOST_CODES = 70_000
_RANGE = re.compile(rb"<([0-9a-fA-F]{1,16})>\s*<([0-9a-fA-F]{1,16})>")
_RANGES = re.compile(rb"begin(?:bf|cid|notdef)range(.*?)(?:end(?:bf|cid|notdef)range|$)", re.DOTALL)


class EndlessPage(Exception):  # noqa: N818 - it is the page that is endless
    """A page that paints more than any page does."""


class EndlessFontError(ValueError):
    """A font that says it has more characters than there are."""


class Fonts(PDFResourceManager):
    """Makes fonts, those that can be made."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return the font of a description. Raises EndlessFontError."""
        for name in ("W", "W2"):
            widths = resolve1(spec.get(name))
            if isinstance(widths, list) and any(_is_far(resolve1(each)) for each in widths):
                raise EndlessFontError
        for name in ("ToUnicode", "Encoding"):
            codes = resolve1(spec.get(name))
            if isinstance(codes, PDFStream) and _codes(codes.get_data()) > _MOST_CODES:
                raise EndlessFontError
        return super().get_font(objid, spec)


def _is_far(code: object) -> bool:
    return isinstance(code, int | float) and not abs(code) < _MOST_CODES


def _codes(data: bytes) -> int:
    """Return how many codes the ranges of a table of codes have."""
    return sum(_count(found[1]) for found in _RANGES.finditer(data))


def _count(ranges: bytes) -> int:
    pairs: Iterable[tuple[bytes, bytes]] = _RANGE.findall(ranges)
    return sum(max(int(last, 16) - int(first, 16) + 1, 0) for first, last in pairs)


class Interpreter(PDFPageInterpreter):
    """Runs the content of pages, that of forms again for each time that they are painted."""

    def execute(self, streams: Sequence[object]) -> None:
        """Run ``streams``. Raises EndlessPage."""
        found = [resolve1(each) for each in streams]
        size = sum(len(each.get_data()) for each in found if isinstance(each, PDFStream))
        cast("Device", self.device).spend(size)
        super().execute(streams)
