"""Marks of notes that have come down to plain digits find their notes again.

A digit is a mark only where a note of that number waits for one, where it comes in sequence, and
where it cannot belong to the text: never a year, a share, a number behind *article* or *resolution*.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.formats.text.digits import Spot, spots_in
from drafter.read.formats.text.ledger import Ledger

_STRONG = 4
_TRIED = 64

State: TypeAlias = tuple[tuple[int, int], int, tuple[Spot, ...]]
"""How far a choice of spots has come, how much speaks for it, and the spots."""
Frontier: TypeAlias = list[State]


class Series(msgspec.Struct, frozen=True):
    """Notes that are numbered on: their numbers, and the paragraphs that may carry the marks."""

    numbers: dict[int, int]
    start: int
    end: int


def hang(
    texts: list[Parts], lines: list[int], series: Iterable[Series], ledger: Ledger
) -> list[Parts]:
    """Return ``texts`` with plain digits turned into marks where notes of ``series`` need them.

    ``lines`` are the first lines of the texts.
    """
    found: list[Spot] = []
    for each in series:
        found += _Search(texts, lines, each).found()
    for index, spots in _by_text(found).items():
        texts[index] = _with_marks(texts[index], spots)
    _told(found, lines, texts, ledger)
    return texts


def _by_text(spots: Iterable[Spot]) -> dict[int, list[Spot]]:
    result: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        result[spot.at[0]].append(spot)
    return result


def _told(found: list[Spot], lines: list[int], texts: list[Parts], ledger: Ledger) -> None:
    sure = sum(isinstance(part, NoteKey) for parts in texts for part in parts) - len(found)
    if sure < len(found):
        for spot in found[:1]:
            ledger.add("note marks in plain digits hung", lines[spot.at[0]], len(found))
        return
    for spot in found:
        ledger.add(f"damaged note mark {spot.mark} hung", lines[spot.at[0]])


class _Search:
    """The search for the marks of one series."""

    def __init__(self, texts: list[Parts], lines: list[int], series: Series) -> None:
        self.series = series
        self.lines = lines
        self.sure: dict[int, tuple[int, int]] = {}
        self.spots: dict[int, list[Spot]] = defaultdict(list)
        self.plain = True
        for index in range(series.start, min(series.end, len(texts))):
            self._look(index, texts[index])

    def _look(self, index: int, parts: Parts) -> None:
        for at, part in enumerate(parts):
            if isinstance(part, NoteKey) and part.key.isdecimal():
                self.plain = False
                self.sure.setdefault(int(part.key), (index, at * 1_000_000))
            elif isinstance(part, Text):
                for spot in spots_in(part.text, index, at):
                    if spot.mark in self.series.numbers:
                        self.spots[spot.mark].append(spot)

    def found(self) -> list[Spot]:
        """Return the digits that are marks: first those that notes wait for, then repeated ones."""
        firsts = self._firsts()
        places = dict(self.sure) | {spot.mark: spot.place for spot in firsts}
        least = 3 if self.plain else _STRONG
        again = [
            spot
            for mark, place in places.items()
            for spot in self.spots[mark]
            if spot.score >= least and spot.place > place
        ]
        return [*firsts, *again]

    def _firsts(self) -> list[Spot]:
        """Choose for waiting notes spots in rising order, those for which most speaks."""
        frontier: Frontier = [((-1, -1), 0, ())]
        for mark in sorted(self.series.numbers):
            if mark in self.sure:
                frontier = _passed(frontier, self.sure[mark])
                continue
            fresh = [_extended(frontier, spot) for spot in self._reached(mark)]
            frontier = _merged(frontier, fresh)
        return list(frontier[-1][2])

    def _reached(self, mark: int) -> list[Spot]:
        line = self.series.numbers[mark]
        later = [place for other, place in self.sure.items() if other > mark]
        bound = min(later, default=(1_000_000_000, 0))
        return [
            spot
            for spot in self.spots[mark]
            if self.lines[spot.at[0]] <= line and spot.place < bound
        ][:_TRIED]


def _extended(frontier: Frontier, spot: Spot) -> State:
    before = bisect_left(frontier, spot.place, key=lambda each: each[0]) - 1
    _, score, chosen = frontier[max(before, 0)]
    return spot.place, score + spot.score, (*chosen, spot)


def _passed(frontier: Frontier, place: tuple[int, int]) -> Frontier:
    """What comes after a sure mark stands behind it."""
    best = max(frontier, key=lambda each: (each[0] <= place, each[1]))
    rest = [each for each in frontier if each[0] > place and each[1] > best[1]]
    return [(max(place, best[0]), best[1], best[2]), *rest]


def _merged(frontier: Frontier, fresh: Frontier) -> Frontier:
    """Keep what is further on only where more speaks for it."""
    kept: Frontier = []
    for each in sorted((*frontier, *fresh), key=lambda each: (each[0], -each[1])):
        if not kept or each[1] > kept[-1][1]:
            kept.append(each)
    return kept


def _with_marks(parts: Parts, spots: list[Spot]) -> Parts:
    here: dict[int, list[Spot]] = defaultdict(list)
    for spot in sorted(spots, key=lambda spot: spot.at):
        here[spot.at[1]].append(spot)
    result: list[Part] = []
    for at, part in enumerate(parts):
        if isinstance(part, Text) and at in here:
            result += _split(part, here[at])
        else:
            result.append(part)
    return tuple(part for part in result if not isinstance(part, Text) or part.text)


def _split(part: Text, spots: list[Spot]) -> Iterator[Part]:
    start = 0
    for spot in spots:
        words = part.text[start : spot.at[2]].rstrip(" ")
        yield Text(words, part.italic, part.bold)
        yield NoteKey(str(spot.mark))
        start = spot.end
    yield Text(part.text[start:], part.italic, part.bold)
