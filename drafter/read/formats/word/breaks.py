"""Paragraphs that somebody typed as lines of one: Shift and Enter instead of Enter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from drafter.library.symbols import SYMBOL
from drafter.read.formats.word.blocks import Para, Piece
from drafter.read.formats.word.emphasis import opens
from drafter.read.formats.word.labels import typed_label

_SPACES = " \t\u00a0"
_ENDS = re.compile(r"[;:.,][”’\")\]]*\s*$|(?:;|,) and\s*$")
_FIELD = re.compile(
    r"(?:Agenda )?[Ii]tems? \d|Distr(?:\.|ibution)?\s*:|Original\s*:|United Nations$"
    r"|General Assembly$|[A-Z][a-z-]+ session$|[A-Z][\w ]+ Committee$"
)

_NUMERAL = re.compile(
    r"(?:[IVXLC]{1,6}|[A-Z]|(?:Annex|Appendix|Draft resolution|Draft decision)(?: [IVXLC]{1,6})?)\.?"
)
"""What stands on a line of its own above a title."""


def paragraphs_of(para: Para) -> Iterator[Para]:
    """Yield the paragraphs that ``para`` holds, usually itself.

    A line is one of its own below an empty line, or where the line above ends as paragraphs do and
    it begins as they do; so are the lines of a masthead.
    """
    if not any("\n" in piece.text for piece in para.pieces):
        yield para
        return
    found: list[list[Piece]] = []
    above = ""
    for line, empty in _lines(para.pieces):
        text = "".join(piece.text for piece in line if piece.note is None).strip(_SPACES)
        if not found or empty or _parts(above, text):
            found.append(line)
        else:
            found[-1] += [_like(line[0], " "), *line]
        above = text
    yield from _parted(para, found)


def lines_of(para: Para) -> Iterator[Para]:
    """Yield each line of ``para`` as a paragraph, as the lines of a masthead are."""
    yield from _parted(para, [line for line, _ in _lines(para.pieces)])


def _parted(para: Para, found: list[list[Piece]]) -> Iterator[Para]:
    """Yield ``para`` in parts; the first has its label, its indent and its comments."""
    shape = msgspec.structs.replace(para.shape, first=0)
    for number, pieces in enumerate(found, 1):
        line = number if len(found) > 1 else 0
        if number == 1:
            yield Para(pieces, para.shape, para.number, para.label, para.comments, line)
        else:
            yield Para(pieces, shape, para.number, line=line)


def _lines(pieces: list[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """Yield the lines that are not empty, and whether an empty one stands above."""
    line: list[Piece] = []
    empty = False
    for piece in (*pieces, Piece("\n")):
        words = piece.text.split("\n") if piece.note is None else []
        if len(words) < 2:  # noqa: PLR2004 - no line ends in it
            line.append(piece)
            continue
        for each in words[:-1]:
            line.append(_like(piece, each))
            if any(part.note is not None or part.text.strip(_SPACES) for part in line):
                yield line, empty
                empty = False
            else:
                empty = True
            line = []
        line.append(_like(piece, words[-1]))


def _parts(above: str, text: str) -> bool:
    if _FIELD.match(text) or _FIELD.match(above) or SYMBOL.fullmatch(text):
        return True
    if _NUMERAL.fullmatch(above):
        return True
    return bool(_ENDS.search(above)) and bool(typed_label(text) or opens(text))


def _like(piece: Piece, text: str) -> Piece:
    return replace(piece, text=text, note=None)
