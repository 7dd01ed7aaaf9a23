"""What the fonts of a PDF tell of their characters: what they say, how wide they are, their look."""

from __future__ import annotations

import re
import unicodedata

import msgspec
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined

UNKNOWN = "\ufffd"

_BARCODE = re.compile(r"bar ?code|code ?(?:39|128)|3 ?of ?9", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|kursiv", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18


class Face(msgspec.Struct):
    """What a font tells of its characters, asked once a code."""

    bold: bool
    italic: bool
    barcode: bool
    codes: dict[int, tuple[str, float]]


def face_of(font: PDFFont) -> Face:
    """Return the look of a font, from its name and its flags (ISO 32000-1, 9.8.2)."""
    name = str(font.fontname or "").partition("+")[2] or str(font.fontname or "")
    flags = font.flags if isinstance(font.flags, int) else 0
    leans = isinstance(font.italic_angle, int | float) and font.italic_angle != 0
    return Face(
        bold=bool(_BOLD.search(name) or flags & _BOLD_FLAG),
        italic=bool(_ITALIC.search(name) or flags & _ITALIC_FLAG or leans),
        barcode=bool(_BARCODE.search(name)),
        codes={},
    )


def character(face: Face, font: PDFFont, code: int) -> tuple[str, float]:
    """Return what a code of a font prints, and how wide it is for a size of 1."""
    try:
        text = _plain(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        text = UNKNOWN
    face.codes[code] = (text, float(font.char_width(code)))
    return face.codes[code]


def _plain(text: str) -> str:
    """Return what a character says: ligatures as letters, bullets of symbol fonts as bullets."""
    if len(text) == 1 and "\ufb00" <= text <= "\ufb06":
        return unicodedata.normalize("NFKC", text)
    if len(text) == 1 and "\ue000" <= text <= "\uf8ff":
        return "•" if text in "\uf0b7\uf0a7\uf0d8" else UNKNOWN
    kept = "".join(each for each in text if each == "\t" or unicodedata.category(each) != "Cc")
    return " " if kept == "\t" else kept
