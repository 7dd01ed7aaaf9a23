"""Paragraph numbers and sub-paragraph letters, typed out as UN files have them.

Operative paragraphs count from 1 and run on through headings; a single one has no number; levels
are (a), (i), a., i. (Editorial Manual, paragraphs and subparagraphs).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from drafter.assemble.pieces import Piece, Seat, Work
from drafter.document import Role
from drafter.library.numerals import letter, lower_roman

_LABELS: dict[int, Callable[[int], str]] = {
    1: lambda n: f"({letter(n)})",
    2: lambda n: f"({lower_roman(n)})",
    3: lambda n: f"{letter(n)}.",
    4: lambda n: f"{lower_roman(n)}.",
}
_DEEPEST = max(_LABELS)
_BARE = re.compile(r"\w+")


def number(work: Work) -> None:
    """Label every paragraph of ``work``; sub-paragraphs nested too deep are a problem."""
    pieces = [item for item in work.items if isinstance(item, Piece)]
    _number_paragraphs(work, pieces)
    _letter_items(work, pieces)


def _number_paragraphs(work: Work, pieces: list[Piece]) -> None:
    counts: dict[tuple[int, int, Seat], int] = {}
    single = _single_operatives(work, pieces)
    for piece in pieces:
        if piece.level or piece.resumes or piece.role is Role.ORGAN_LINE:
            continue
        if piece.quoted or piece.role is Role.PLAIN:
            # A quoted paragraph has the number that it has where it comes from.
            piece.label = _given(piece.asked_label)
            continue
        # A report's paragraphs run on through its parts; every other series has its own count.
        series = 0 if piece.seat is Seat.REPORT else piece.series
        key = (piece.scope, series, piece.seat)
        counts[key] = piece.number = _next(piece, counts.get(key, 0))
        if piece.role in {Role.OPERATIVE, Role.NUMBERED} and id(piece) not in single:
            piece.label = _given(piece.asked_label) or f"{piece.number}."


def _next(piece: Piece, count: int) -> int:
    asked = piece.asked_label.rstrip(".")
    return int(asked) if asked.isdigit() else count if _given(asked) else count + 1


def _given(asked: str) -> str:
    if not asked or asked.lower() == "none":
        return ""
    return f"{asked}." if asked[-1].isalnum() else asked


def _single_operatives(work: Work, pieces: Iterable[Piece]) -> set[int]:
    """Return the operative paragraphs that stand alone in their text: those carry no number."""
    if work.draft.options.numbering.text.strip().lower() == "always":
        return set()
    by_series: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.role is Role.OPERATIVE and not piece.quoted:
            by_series.setdefault(piece.series, []).append(piece)
    return {
        id(group[0])
        for group in by_series.values()
        if len(group) == 1 and not _given(group[0].asked_label)
    }


def _letter_items(work: Work, pieces: Iterable[Piece]) -> None:
    counts = [0] * (_DEEPEST + 2)
    for piece in pieces:
        if piece.resumes:
            continue
        if piece.role is not Role.ITEM:
            counts = [0] * (_DEEPEST + 2)
            continue
        if piece.level > _DEEPEST:
            work.problem(piece.place, "sub-paragraphs go four levels deep", "move this one up")
            continue
        counts[piece.level] += 1
        counts[piece.level + 1 :] = [0] * (len(counts) - piece.level - 1)
        piece.number = counts[piece.level]
        piece.label = _item_label(piece)


def _item_label(piece: Piece) -> str:
    asked = piece.asked_label
    if asked.lower() == "none":
        return ""
    if asked:
        return f"({asked})" if _BARE.fullmatch(asked) and piece.level < 3 else asked  # noqa: PLR2004
    return _LABELS[piece.level](piece.number)
