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

_NEXT = re.compile(
    r"(?P<mark>[;.])(?P<note>\ue000[^\ue001]+\ue001)*[ \t\u00a0]+(?=(?P<number>\d{1,3})\.[ \t\u00a0])"
)
_COMMA = re.compile(r",(?:\ue000[^\ue001]+\ue001)*[ \t\u00a0]+(?=[*_]{0,3}[A-Z])")
_ITEM = re.compile(r"[:;](?: and| or)?[ \t\u00a0]+(?=\((?P<letter>[a-z])\)[ \t\u00a0]+[*_]?[A-Z])")
_ORGAN = re.compile(r"[*_]{0,3}The [A-Z][A-Za-z ]{5,60},[*_]{0,3}[ \t\u00a0]+(?=[*_]{0,3}[A-Z])")
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
    if piece.front or piece.heading:
        return _organ_first(piece)
    return [last for first in _organ_first(piece) for last in _by_number(first)]


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
    text = piece.text
    places: list[int] = []
    number = piece.number
    letter = ord(piece.label[1]) - 96 if piece.kind == "letter" else 0
    for match in sorted((*_NEXT.finditer(text), *_ITEM.finditer(text)), key=re.Match.start):
        rest = text[match.end() : match.end() + 300]
        if match.re is _NEXT and int(match["number"]) == number + 1 and _opens_next(rest):
            number, letter = number + 1, 0
            places.append(match.end())
        elif match.re is _ITEM and ord(match["letter"]) - 96 == letter + 1:
            letter += 1
            places.append(match.end())
    if not places and not piece.label:
        places = _preambular(text)
    ends = [*places, len(text)]
    return [text[start:end].strip() for start, end in zip([0, *places], ends, strict=True)]


def _opens_next(rest: str) -> bool:
    words = bare(rest)
    label = label_of(words)
    return label is not None and opens(words[label.end :], Part.OPERATIVE)


def _preambular(text: str) -> list[int]:
    """Return where further preambular paragraphs begin: a comma, then an opening in capitals."""
    if not opens(bare(text[:300]), Part.PREAMBULAR):
        return []
    return [
        match.end()
        for match in _COMMA.finditer(text)
        if _balanced(text[max(match.start() - 2000, 0) : match.start()])
        and opens(bare(text[match.end() : match.end() + 200]), Part.PREAMBULAR)
    ]


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
