"""Paragraphs that stand in one line are parted where the grammar leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.library.opening import Part
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.markup import bare
from drafter.read.formats.text.piece import Piece
from drafter.read.formats.text.shape import (
    is_draft_heading,
    is_organ_line,
    label_of,
    opens,
)

_PLACE = re.compile(
    r"(?P<mark>[,;.:])[”’\"]?(?:\ue000[^\ue001]+\ue001)*(?: and| or)?[ \t\u00a0]+"
    r"(?=(?P<number>\d{1,3})\.[ \t\u00a0]"
    r"|\((?P<letter>[a-z])\)[ \t\u00a0]+[*_]{0,3}[A-Z]"
    r"|[*_]{0,3}[A-Z][a-z]+)"
)
"""Where a paragraph may begin: a mark, then a number, a letter with a capital, or a capital."""
_ORGAN = re.compile(r"[*_]{0,3}The [A-Z][A-Za-z ]{5,60},[*_]{0,3}[ \t\u00a0]+(?=[*_]{0,3}[A-Z])")
_AHEAD, _BEHIND = 200, 2000
_BEFORE_A = ord("a") - 1
_TWO_BOLD = re.compile(r"(\*\*[^*]+\*\*)\s+(\*\*[^*]+\*\*)")


def parted(pieces: list[Piece], ledger: Ledger) -> Iterator[Piece]:
    """Yield the pieces, those that hold several paragraphs as several."""
    for piece in pieces:
        found = [piece] if piece.grid else _several(piece)
        if len(found) > 1:
            ledger.add("paragraphs in one line parted", piece.first.number, len(found) - 1)
        yield from found


def _several(piece: Piece) -> list[Piece]:
    if both := _TWO_BOLD.fullmatch(piece.text.strip()):
        if is_draft_heading(bare(both[1])):
            return [_like(piece, both[1]), _like(piece, both[2])]
        return [piece]
    return [
        last
        for first in _organ_first(piece)
        for last in ([first] if first.front or first.heading else _by_number(first))
    ]


def _organ_first(piece: Piece) -> list[Piece]:
    found = _ORGAN.match(piece.text)
    if (
        not found
        or not is_organ_line(bare(found.group()))
        or not opens(bare(piece.text[found.end() :]))
    ):
        return [piece]
    rest = _like(piece, piece.text[found.end() :])
    rest.front = False
    return [_like(piece, found.group().rstrip()), rest]


def _by_number(piece: Piece) -> list[Piece]:
    texts = _cut(piece)
    if len(texts) == 1:
        return [piece]
    first = _like(piece, texts[0])
    first.label, first.kind = piece.label, piece.kind
    return [first, *(_labelled(piece, text) for text in texts[1:])]


def _cut(piece: Piece) -> list[str]:
    """Return the texts of the paragraphs that stand in one."""
    text = piece.text
    places: list[int] = []
    preamble = not piece.label and opens(piece.words[:_AHEAD], Part.PREAMBULAR)
    number, letter = piece.number, ord(piece.label[1]) - _BEFORE_A if piece.kind == "letter" else 0
    for match in _PLACE.finditer(text):
        rest = text[match.end() : match.end() + _AHEAD]
        if match["number"] and int(match["number"]) == number + 1 and _opens_next(rest):
            number, letter, preamble = number + 1, 0, False
        elif match["letter"] and ord(match["letter"]) - _BEFORE_A == letter + 1:
            letter += 1
        elif not (preamble and match["mark"] == "," and _is_new(text, match, rest)):
            continue
        places.append(match.end())
    ends = [*places, len(text)]
    return [text[start:end].strip() for start, end in zip([0, *places], ends, strict=True)]


def _opens_next(rest: str) -> bool:
    words = bare(rest)
    label = label_of(words)
    return label is not None and opens(words[label.end :], Part.OPERATIVE)


def _is_new(text: str, match: re.Match[str], rest: str) -> bool:
    """Tell whether a preambular paragraph begins behind a comma: not inside of a title."""
    return _balanced(text[max(match.start() - _BEHIND, 0) : match.start()]) and opens(
        bare(rest), Part.PREAMBULAR
    )


def _balanced(text: str) -> bool:
    return text.count("“") <= text.count("”") and text.count("(") <= text.count(")")


def _labelled(piece: Piece, text: str) -> Piece:
    new = _like(piece, text)
    label = label_of(new.words)
    if label and text.startswith(label.text):
        new.label, new.kind = label.text, label.kind
        rest = text[len(label.text) :].lstrip(" \t\u00a0")
        new.texts, new.words = [rest], bare(rest)
    return new


def _like(piece: Piece, text: str) -> Piece:
    return Piece(
        piece.first,
        piece.last,
        [text],
        bare(text),
        heading=piece.heading,
        quoted=piece.quoted,
        front=piece.front,
    )
