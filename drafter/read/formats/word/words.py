"""Pieces become parts: white space is folded, looks are tidied, raised figures are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.library.opening import Part as Half
from drafter.library.opening import parse_opening
from drafter.read.formats.word.blocks import Piece

_FOLDED = re.compile(r"[ \t\r\n]+")
_COMMAS = frozenset({",", ";", ":"})
_ROMAN = (False, False)
_HEAD = 240
_RAISED = str.maketrans("0123456789abcdefghino+-", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱⁿᵒ⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_FIGURES = re.compile(r"[\d+-]+")
_TABLE_MARK = re.compile(r"\s*[a-h](?:\s*,\s*[a-h])*\s*")
STARS = re.compile(r"(?<=[\w”’),;:.])(\*{1,4})(?=[\s,.:;]|$)")
"""Asterisks that mark a note: behind a word or what ends it."""


def parts_of(pieces: Iterable[Piece], marks: frozenset[str] = frozenset()) -> Parts:
    """Return ``pieces`` as parts; ``marks`` are those of notes that the text may type."""
    return _trimmed(_joined(_tidied(_alike(_parts(pieces, marks)))))


def _alike(parts: Iterable[Part]) -> list[Part]:
    """Return parts with neighbours of one look as one, blanks of that look too."""
    found: list[Part] = []
    for look, same in groupby(parts, _look):
        if look is None:
            found += same
        else:
            text = "".join(part.text for part in same if isinstance(part, Text))
            found += [Text(text, *look)] if text else []
    return found


def _look(part: Part) -> tuple[bool, bool] | None:
    return (part.italic, part.bold) if isinstance(part, Text) else None


def _parts(pieces: Iterable[Piece], marks: frozenset[str]) -> Iterator[Part]:
    after_mark = False
    for piece in pieces:
        if piece.note is not None and piece.note.mark:
            yield NoteKey(piece.note.mark)
            after_mark = True
            continue
        if after_mark and piece.raised > 0 and not piece.text.strip(" ,\u00a0"):
            # The raised comma that parts two marks is no word.
            continue
        if "*" in piece.text and marks:
            yield from _stars(piece, marks)
        else:
            shown = _shown(piece)
            plain = shown != piece.text
            yield Text(shown, piece.italic and not plain, piece.bold and not plain)
        after_mark = after_mark and not piece.text.strip()


def _shown(piece: Piece) -> str:
    """Return the words, raised and lowered figures as the characters that Unicode has for them."""
    text = piece.text
    if piece.raised > 0 and (_FIGURES.fullmatch(text.strip()) or _TABLE_MARK.fullmatch(text)):
        return text.translate(_RAISED)
    if piece.raised < 0 and _FIGURES.fullmatch(text.strip()):
        return text.translate(_LOWERED)
    return text


def _stars(piece: Piece, marks: frozenset[str]) -> Iterator[Part]:
    for words in STARS.split(piece.text):
        if words in marks:
            yield NoteKey(words)
        elif words:
            yield Text(words, piece.italic, piece.bold)


def _tidied(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield parts whose edges are roman: blanks and commas there have no look to be seen.

    A comma between words of one look keeps it, and blanks get it back when parts are joined; what
    stands at the end of everything is roman.
    """
    for part, following in zip(parts, _following(parts), strict=True):
        if not isinstance(part, Text) or not (part.italic or part.bold):
            yield part
            continue
        words = part.text.strip()
        start = part.text.index(words)
        end = start + len(words)
        if words[-1:] in _COMMAS and following != (part.italic, part.bold):
            end -= 1
        yield Text(part.text[:start])
        yield Text(part.text[start:end], part.italic, part.bold)
        yield Text(part.text[end:])


def _following(parts: Sequence[Part]) -> list[tuple[bool, bool] | None]:
    """Return the look of the next words for each part; None where there are none."""
    found: list[tuple[bool, bool] | None] = []
    look: tuple[bool, bool] | None = None
    for part in reversed(parts):
        found.append(look)
        if isinstance(part, Text) and part.text.strip():
            look = _look(part)
    return found[::-1]


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Return parts with neighbours of one look joined and white space folded.

    Blanks belong to the words on both sides where these have one look, or else to roman ones.
    """
    found: list[Part] = []
    words: list[str] = []
    look = _ROMAN
    blank: list[str] = []
    for part in parts:
        if isinstance(part, Text) and not part.text.strip(" \t\r\n"):
            blank.append(part.text)
            continue
        own = _look(part)
        apart = bool(blank) and not found and isinstance(part, Text) and _opening_ends(words, part)
        if own != look or own is None or apart:
            if look == _ROMAN:
                words += blank
                blank.clear()
            found += _one(words, look)
            words, look = [], own or _ROMAN
            if blank and look != _ROMAN:
                found.append(Text("".join(blank)))
                blank.clear()
        words += blank
        blank.clear()
        if isinstance(part, Text):
            words.append(part.text)
        else:
            found += _one(words, _ROMAN)
            found.append(part)
            words = []
    if look == _ROMAN:
        words += blank
    return _folded([*found, *_one(words, look)])


def _opening_ends(words: list[str], part: Text) -> bool:
    """Tell whether ``words`` are all that opens a paragraph: italics behind them are another title."""
    opening = "".join(words).strip()
    text = f"{opening} {part.text}"[:_HEAD]
    return any(
        match is not None and match.length == len(opening)
        for match in (parse_opening(text, half) for half in Half)
    )


def _one(words: list[str], look: tuple[bool, bool]) -> list[Part]:
    text = "".join(words)
    return [Text(text, *look)] if text else []


def _folded(parts: list[Part]) -> list[Part]:
    """Return parts with single blanks, also where two parts meet."""
    found: list[Part] = []
    blank = False
    for part in parts:
        if not isinstance(part, Text):
            found.append(part)
            blank = False
            continue
        text = _FOLDED.sub(" ", part.text)
        text = text[1:] if blank and text.startswith(" ") else text
        if text:
            found.append(Text(text, part.italic, part.bold))
            blank = text.endswith(" ")
    return found


def _trimmed(parts: list[Part]) -> Parts:
    while parts and isinstance(parts[0], Text):
        text = parts[0].text.lstrip(" \u00a0")
        if text:
            parts[0] = Text(text, parts[0].italic, parts[0].bold)
            break
        del parts[0]
    while parts and isinstance(parts[-1], Text):
        text = parts[-1].text.rstrip(" \u00a0")
        if text:
            parts[-1] = Text(text, parts[-1].italic, parts[-1].bold)
            break
        del parts[-1]
    return tuple(parts)
