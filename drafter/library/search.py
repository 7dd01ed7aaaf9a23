"""Search in the clauses: ranked, forgiving of typing errors, told by the words that matched."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from drafter.library.index import FIELDS, Index, folded, words_of

_WEIGHTS = {"id": 4.0, "summary": 3.0, "text": 2.0, "help": 1.0}
_EXACT, _BEGINS, _STEM, _LIKE = 1.0, 0.8, 0.6, 0.5
_SHORTEST_BEGINNING = 3
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
_SLIPS = ((8, 2), (4, 1))
"""How many wrong letters a word of a length may have; shorter words must be right."""
_LAST = "\U0010ffff"
_SNIPPET = 220
_BEFORE = 60
_WORD = re.compile(r"[^\W_]+")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text; ``matched`` where it is one of the words looked for."""

    text: str
    matched: bool = False


class Hit(msgspec.Struct, frozen=True):
    """A clause that was found: its id, its summary and the words around the match."""

    id: str
    summary: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


class Found(msgspec.Struct, frozen=True):
    """What was found, best first; ``total`` counts the hits that are not shown too."""

    hits: tuple[Hit, ...]
    total: int


def search(index: Index, query: str, limit: int = 10) -> Found:
    """Return the clauses that match ``query``: those with more of its words come first."""
    asked = tuple(dict.fromkeys(words_of(query)))
    matched: set[str] = set()
    scores: dict[int, float] = {}
    covered: dict[int, int] = {}
    for word in asked:
        alike = _alike(word, index)
        matched.update(index.words[number] for number in alike)
        for place, score in _scores(index, alike).items():
            scores[place] = scores.get(place, 0.0) + score
            covered[place] = covered.get(place, 0) + 1
    most = max(covered.values(), default=0)
    kept = [place for place, count in covered.items() if count > most // 2]
    kept.sort(key=lambda place: (-covered[place], -scores[place], place))
    return Found(tuple(_hit(index, place, matched) for place in kept[:limit]), len(kept))


def _alike(word: str, index: Index) -> dict[int, float]:
    """Return the words of the index that are like ``word``, with how much each is worth."""
    alike = dict(_stems(word, index))
    if len(word) >= _SHORTEST_BEGINNING:
        start, stop = bisect_left(index.words, word), bisect_left(index.words, word + _LAST)
        share = {number: len(word) / len(index.words[number]) for number in range(start, stop)}
        alike |= {number: _BEGINS * (1 + part) / 2 for number, part in share.items()}
    if (number := _number(word, index)) >= 0:
        alike[number] = _EXACT
    return alike or dict(_misspelt(word, index))


def _stems(word: str, index: Index) -> Iterator[tuple[int, float]]:
    """Yield the words that ``word`` is longer than by an ending: "report" for "reporting"."""
    for length in range(max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING), len(word)):
        if (number := _number(word[:length], index)) >= 0:
            yield number, _STEM


def _number(word: str, index: Index) -> int:
    number = bisect_left(index.words, word)
    return number if index.words[number : number + 1] == (word,) else -1


def _misspelt(word: str, index: Index) -> Iterator[tuple[int, float]]:
    slips = next((slips for length, slips in _SLIPS if len(word) >= length), 0)
    if not slips:
        return
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    near = extract(word, index.words, scorer=OSA.distance, score_cutoff=slips, limit=20)
    for _, distance, number in near:
        yield number, _LIKE / max(1, distance)


def _scores(index: Index, alike: dict[int, float]) -> dict[int, float]:
    """Return the score of each clause for one word: by field, by likeness, by rarity."""
    best: dict[int, float] = {}
    for number, worth in alike.items():
        for posting in index.postings(number):
            if worth > best.get(posting, 0.0):
                best[posting] = worth
    scores: dict[int, float] = {}
    weights = [_WEIGHTS[field] for field in FIELDS]
    for posting, worth in best.items():
        place, field = divmod(posting, len(FIELDS))
        scores[place] = scores.get(place, 0.0) + weights[field] * worth
    rarity = math.log(1 + len(index.cards) / max(1, len(scores)))
    return {place: score * rarity for place, score in scores.items()}


def _hit(index: Index, place: int, matched: set[str]) -> Hit:
    card = index.card(place)
    in_text = any(piece.matched for piece in _pieces(card.text, matched))
    in_help = any(piece.matched for piece in _pieces(card.help, matched))
    text = card.help if in_help and not in_text else card.text
    return Hit(card.id, _pieces(card.summary, matched), _pieces(_around(text, matched), matched))


def _pieces(text: str, matched: set[str]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for word in _WORD.finditer(text):
        if folded(word[0]) in matched:
            pieces += [Piece(text[at : word.start()]), Piece(word[0], matched=True)]
            at = word.end()
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def _around(text: str, matched: set[str]) -> str:
    """Return the part of a long text that has the first match."""
    if len(text) <= _SNIPPET:
        return text
    hits = (word.start() for word in _WORD.finditer(text) if folded(word[0]) in matched)
    first = next(hits, 0)
    start = text.rfind(" ", 0, first - _BEFORE) + 1 if first > _BEFORE + 20 else 0
    stop = text.rfind(" ", start, start + _SNIPPET) if len(text) > start + _SNIPPET else len(text)
    return f"{'… ' if start else ''}{text[start:stop]}{' …' if stop < len(text) else ''}"
