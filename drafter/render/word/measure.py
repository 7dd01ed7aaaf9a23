"""How wide words print, in points, from the widths of Times New Roman's characters."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.resources import data_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_EM = 2048
_DEFAULT = "n"
BREAKING = ("-", "\N{EN DASH}", "\N{EM DASH}")
_AFTER_DASH = re.compile(f"(?<=[{''.join(BREAKING)}])(?=\\w)")


class Face(msgspec.Struct, frozen=True):
    """A size and cut of the typeface; ``scale`` in per cent and ``spacing`` in points a character.

    Running text of UN documents is 10 points, scaled to 103 per cent and spaced by 0.2 points.
    """

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    scale: int = 103
    spacing: float = 0.2


def width(text: str, face: Face) -> float:
    """Return the width of ``text`` in points, without kerning."""
    table = _widths()[_cut(face)]
    units = sum(table.get(character, table[_DEFAULT]) for character in text)
    return units * face.size * face.scale / (_EM * 100) + face.spacing * len(text)


class Word(msgspec.Struct, frozen=True):
    """A word that does not break, its width and the width of the space after it, in points.

    ``notes`` are the ids of the footnotes marked in it.
    """

    width: float
    space: float
    notes: tuple[str, ...] = ()


def fill(words: Iterable[Word], first: float, rest: float) -> tuple[tuple[Word, ...], ...]:
    """Return ``words`` set in lines, each line as full as it gets.

    ``first`` is the measure of the first line and ``rest`` that of the others, in points.
    """
    lines: list[list[Word]] = [[]]
    room = first
    for word in words:
        if lines[-1] and word.width > room:
            lines.append([])
            room = rest
        lines[-1].append(word)
        room -= word.width + word.space
    return tuple(tuple(line) for line in lines)


def pieces(text: str, face: Face) -> Iterator[Word]:
    """Yield the pieces that a line may end with: words, and their parts up to a hyphen or dash."""
    space = width(" ", face)
    for word in text.split(" "):
        *heads, tail = _AFTER_DASH.split(word)
        yield from (Word(width(head, face), 0.0) for head in heads)
        if tail:
            yield Word(width(tail, face), space)


def _cut(face: Face) -> str:
    if face.bold:
        return "bold-italic" if face.italic else "bold"
    return "italic" if face.italic else "regular"


@cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    text = data_text("templates/word/widths.json")
    cuts = msgspec.json.decode(text, type=dict[str, dict[str, str]])
    return {cut: _by_character(groups) for cut, groups in cuts.items()}


def _by_character(groups: Mapping[str, str]) -> dict[str, int]:
    return {character: int(units) for units, chars in groups.items() for character in chars}
