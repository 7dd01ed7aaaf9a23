"""How the file sets off the words that open its paragraphs, and whether its italics can be trusted.

United Nations documents have them in italics; typescripts underline them, some drafts have them
bold, and many not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from drafter.inline import Text, parts_text
from drafter.library.opening import Part, parse_opening
from drafter.read.formats.word.blocks import Para, Piece
from drafter.read.formats.word.labels import lead_of
from drafter.read.found import Chunk, Zone

_FEWEST = 2
_HEAD = 240
_SPACES = " \t\n\u00a0"


def opens(text: str) -> bool:
    """Tell whether ``text`` begins with words that open the paragraphs of resolutions."""
    return any(parse_opening(text[:_HEAD], part) for part in Part)


def as_italics(paragraphs: Sequence[Para]) -> str:
    """Make other emphasis of opening words italics; return what was done, empty for nothing."""
    opened = [found for para in paragraphs if (found := _opening_pieces(para))]
    if len(opened) < _FEWEST or _share(opened, _is_italic) >= 0.5:  # noqa: PLR2004 - the usual case
        return ""
    if _share(opened, _is_underlined) > 0.5:  # noqa: PLR2004
        for para in paragraphs:
            for piece in para.pieces:
                piece.italic = piece.italic or piece.underlined
        return "underlined words read as italics"
    if _share(opened, _is_bold) > 0.5:  # noqa: PLR2004
        for piece in (piece for pieces in opened for piece in pieces if piece.bold):
            piece.italic, piece.bold = True, False
        return "bold opening words read as italics"
    return ""


def can_be_trusted(chunks: Iterable[Chunk]) -> bool:
    """Tell whether the italics say anything: not where most opening words have none."""
    opened = italic = 0
    for chunk in chunks:
        first = chunk.parts[0] if chunk.parts else None
        if (
            chunk.zone is Zone.TEXT
            and isinstance(first, Text)
            and opens(parts_text(chunk.parts[:4]))
        ):
            opened += 1
            italic += first.italic and not chunk.italic
    return opened < _FEWEST or italic * 2 >= opened


def _opening_pieces(para: Para) -> list[Piece]:
    """Return the pieces that a paragraph opens with, all of one look, if known words open it."""
    text = para.text
    lead = len(lead_of(text, labelled=bool(para.label))[0])
    if not opens(text[lead:]):
        return []
    found: list[Piece] = []
    at = 0
    for piece in para.pieces:
        at += len(piece.text) if piece.note is None else 0
        if at <= lead:
            continue
        if found and _look(piece) != _look(found[0]) and piece.text.strip(_SPACES):
            break
        found.append(piece)
    return found


def _look(piece: Piece) -> tuple[bool, bool, bool]:
    return piece.italic, piece.bold, piece.underlined


def _share(opened: list[list[Piece]], has: Callable[[Piece], bool]) -> float:
    return sum(has(pieces[0]) for pieces in opened) / len(opened)


def _is_italic(piece: Piece) -> bool:
    return piece.italic


def _is_bold(piece: Piece) -> bool:
    return piece.bold


def _is_underlined(piece: Piece) -> bool:
    return piece.underlined
