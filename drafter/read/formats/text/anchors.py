"""Marks of notes that have come down to plain digits find their notes again.

A digit is a mark only where a note of that number waits for one, where it comes in sequence, and
where it cannot belong to the text: never a year, a share, a number behind *article* or *resolution*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.formats.text.ledger import Ledger

_DIGITS = re.compile(r"(?<!\d)(?<![\d/.,:–-]\d)(\d{1,3})(?![\d/°%]|[.,:]\d|[–-]\w|\s?%)")
_GLUED = re.compile(r"[a-zà-ÿ)”’\"\]]$")
_POINTED = re.compile(r"[,;.:][”’\")]?( ?)$")
_WORD = re.compile(r"([^\W\d_]+|[)”’\"\]])( ?)$")
_MONTH = re.compile(
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_MEASURE = re.compile(
    r" (?:per ?cent|percent|million|billion|thousand|years?|months?|days?|weeks?|hours?|members?|and \d"
    r"|to \d|or \d|bis|ter|\(|x )"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[Rr]ev|[Cc]orr|[Aa]dd|[Nn]os?|[Vv]ols?|[Pp]aras?|[Ss]ects?|[Cc]hap|[Pp]p?|[Aa]rts?|[A-Z])"
    r"|\d)\. ?$"
)
_LISTED = re.compile(r"(?:,| and| or| to) \d")
_LIST_BEFORE = re.compile(r"(?:^|[^\d/])\d{1,3},? $")
_NAMED = frozenset(
    [
        "article",
        "articles",
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "chapter",
        "chapters",
        "chap",
        "section",
        "sections",
        "sect",
        "resolution",
        "resolutions",
        "decision",
        "decisions",
        "item",
        "items",
        "no",
        "nos",
        "number",
        "vol",
        "vols",
        "volume",
        "rev",
        "add",
        "corr",
        "supplement",
        "annex",
        "annexes",
        "part",
        "parts",
        "table",
        "tables",
        "goal",
        "goals",
        "target",
        "targets",
        "phase",
        "rule",
        "rules",
        "regulation",
        "page",
        "pages",
        "group",
        "category",
        "option",
        "step",
        "pillar",
        "level",
        "session",
        "meeting",
        "meetings",
        "cluster",
        "agenda",
        "principle",
        "commitment",
        "action",
        "line",
        "lines",
        "figure",
        "box",
        "grade",
        "class",
        "type",
        "principles",
        "actions",
        "the",
        "of",
        "and",
        "or",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "between",
        "than",
        "until",
        "a",
        "an",
        "as",
        "is",
        "are",
        "was",
        "were",
        "its",
        "this",
        "that",
        "these",
        "those",
        "over",
        "under",
        "about",
        "some",
        "all",
        "only",
        "every",
        "each",
        "per",
        "least",
        "most",
        "nearly",
        "almost",
        "approximately",
        "mr",
        "ms",
        "mrs",
    ]
)
_STRONG = 4


class Spot(msgspec.Struct, frozen=True):
    """Digits that may be a mark: where they stand and how much speaks for it."""

    at: tuple[int, int, int]
    end: int
    mark: int
    score: int

    @property
    def place(self) -> tuple[int, int]:
        """The paragraph and the place in it, for the order."""
        return self.at[0], self.at[1] * 1_000_000 + self.at[2]


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
                for spot in _spots(part.text, index, at, first=at == 0):
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
        frontier: list[tuple[tuple[int, int], int, tuple[Spot, ...]]] = [((-1, -1), 0, ())]
        for mark in sorted(self.series.numbers):
            if mark in self.sure:
                frontier = _passed(frontier, self.sure[mark])
                continue
            fresh = [self._extended(frontier, spot) for spot in self._reached(mark)]
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
        ][:64]

    def _extended(
        self, frontier: list[tuple[tuple[int, int], int, tuple[Spot, ...]]], spot: Spot
    ) -> tuple[tuple[int, int], int, tuple[Spot, ...]]:
        before = bisect_left(frontier, spot.place, key=lambda each: each[0]) - 1
        _, score, chosen = frontier[max(before, 0)]
        return spot.place, score + spot.score, (*chosen, spot)


Frontier = list[tuple[tuple[int, int], int, tuple[Spot, ...]]]


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


def _spots(text: str, index: int, at: int, *, first: bool) -> list[Spot]:
    found: list[Spot] = []
    for match in _DIGITS.finditer(text):
        if first and not match.start():
            continue
        score = _score(
            text[max(match.start() - 40, 0) : match.start()], text[match.end() : match.end() + 30]
        )
        if score:
            found.append(Spot((index, at, match.start()), match.end(), int(match[1]), score))
    return found


def _score(before: str, after: str) -> int:
    """Tell how much speaks for a mark between two stretches of text, 0 for none."""
    if after.startswith(("_", "(")) or after[:1].isalpha() or _MONTH.match(after):
        return 0
    if _GLUED.search(before):
        return 0 if _MEASURE.match(after) and before[-1:].isalpha() else 5
    if "/" in before.rpartition(" ")[2] or _ABBREVIATION.search(before):
        return 0
    if pointed := _POINTED.search(before):
        if _LISTED.match(after) or (_LIST_BEFORE.search(before) and _LISTED.match(after)):
            return 0
        ends = not after.strip() or after[:1] == " "
        return (4 if pointed[1] else 5) if ends and not _MEASURE.match(after) else 0
    word = _WORD.search(before)
    if not word or word[1].casefold() in _NAMED or _MEASURE.match(after):
        return 0
    return 3 if not after or after[0] in " ,;.:)”" else 0


def _with_marks(parts: Parts, spots: list[Spot]) -> Parts:
    result: list[Part] = []
    for at, part in enumerate(parts):
        here = sorted((spot for spot in spots if spot.at[1] == at), key=lambda spot: spot.at[2])
        if not here or not isinstance(part, Text):
            result.append(part)
            continue
        start = 0
        for spot in here:
            words = part.text[start : spot.at[2]].rstrip(" ")
            result += [Text(words, part.italic, part.bold), NoteKey(str(spot.mark))]
            start = spot.end
        result.append(Text(part.text[start:], part.italic, part.bold))
    return tuple(part for part in result if not isinstance(part, Text) or part.text)
