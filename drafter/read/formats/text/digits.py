"""Digits that may be the mark of a note: how much speaks for each."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

_DIGITS = re.compile(r"(?<!\d)(\d{1,3})(?![\d/°%]|[.,:]\d|[–-]\w|\s?%)")
_GLUED = re.compile(r"[a-zà-ÿ)”’\"\]]$")
_POINTED = re.compile(r"[,;.:][”’\")]?( ?)$")
_WORD = re.compile(r"([^\W\d_]+|[)”’\"\]])( ?)$")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = re.compile(rf" (?:{_MONTHS})\b")
_BEHIND_YEAR = re.compile(
    rf"(?:(?P<month>(?:{_MONTHS}) |\b(?:19|20)\d\d–)|(?:of|in|until) )(?:19|20)\d\d(?P<mark>\d{{1,2}})(?![,.]?\d)"
)
_MEASURE = re.compile(
    r" (?:per ?cent|percent|million|billion|thousand|years?|months?|days?|weeks?|hours?|degrees?"
    r"|dollars?|euros?|metres?|kilometres?|tons?|tonnes?|times|and \d{1,3}(?![\d/])|to \d{1,3}(?![\d/])"
    r"|or \d{1,3}(?![\d/])|bis|ter|\(|x )"
)
_COUNTED = re.compile(
    r" (?:have|has|had|are|were|remain|of|other|more|new|States|countries|posts?|members?)\b"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[Rr]ev|[Cc]orr|[Aa]dd|[Nn]os?|[Vv]ols?|[Pp]aras?|[Ss]ects?|[Cc]hap|[Pp]p?|[Aa]rts?|[A-Z])"
    r"|\b\d{1,3})\. ?$"
)
_NUMBERED = re.compile(r"(?:[\dIVX]/\d{1,3}|[IVX]\.\d{1,3}|\b(?:19|20)\d\d) $")
_COUNT_BEFORE = re.compile(r"\b\d{2,3} $")
_LOWER = re.compile(r" [a-z]{3}")
_SENTENCE = re.compile(r"[a-z]{3}[”’)\"]?\.$")
_LISTED = re.compile(r"(?:,| and| or| to) \d{1,3}(?![\d/])")
_NOUNS = """
article articles paragraph paragraphs para paras chapter chapters chap section sections sect item items
no nos number vol vols volume rev add corr supplement annex annexes part parts table tables goal target
targets phase rule rules regulation page pages group category option step pillar subprogramme
subprogrammes component components line lines figure box grade class type
"""
_SMALL = """
the of and or to in on at by for from with between than until a an as is are was were its this that
these those over under about some all only every each per least most nearly almost approximately mr ms
mrs dr
"""
_NAMED = frozenset((_NOUNS + _SMALL).split())
_DOUBTFUL = """
agenda goals resolution resolutions decision decisions session sessions meeting meetings level cluster
commitment commitments principle principles action actions
"""
_LESS_SURE = frozenset(_DOUBTFUL.split())
_SURE, _LIKELY, _WEAK = 5, 4, 2
_NEAR = 40


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


def spots_in(text: str, index: int, at: int) -> list[Spot]:
    """Return the digits in ``text``, part ``at`` of paragraph ``index``, that may be marks."""
    found = [
        Spot(
            (index, at, match.start("mark")), match.end(), int(match["mark"]), _score_of_year(match)
        )
        for match in _BEHIND_YEAR.finditer(text)
    ]
    for match in _DIGITS.finditer(text):
        before = text[max(match.start() - _NEAR, 0) : match.start()]
        score = _score(before, text[match.end() : match.end() + _NEAR])
        if score and (at or match.start()):
            found.append(Spot((index, at, match.start()), match.end(), int(match[1]), score))
    return found


def _score_of_year(match: re.Match[str]) -> int:
    return _SURE if match["month"] else _WEAK


def _score(before: str, after: str) -> int:
    """Tell how much speaks for a mark between two stretches of text, 0 for none."""
    return next(score for rule in _RULES if (score := rule(before, after)) is not None)


def _part_of_word(_: str, after: str) -> int | None:
    goes_on = after.startswith(("_", "(")) or after[:1].isalpha() or _MONTH.match(after)
    return 0 if goes_on else None


def _glued(before: str, after: str) -> int | None:
    """``Convention3 and``: nothing parts the digits from the word."""
    if not _GLUED.search(before):
        return None
    word = _WORD.search(before)
    if word and word[1].casefold() in _NAMED:
        return 1
    return 0 if _MEASURE.match(after) and before[-1:].isalpha() else _SURE


def _abbreviated(before: str, _: str) -> int | None:
    """Digits in a symbol, behind ``vol.`` or another number belong to the text."""
    return 0 if "/" in before.rpartition(" ")[2] or _ABBREVIATION.search(before) else None


def _numbered(before: str, after: str) -> int | None:
    """``of 21 October 2022 3 and``: a mark may follow a year or the number of a resolution."""
    if not _NUMBERED.search(before):
        return None
    return _WEAK if not after or after[0] in " ,;.:" else 0


def _pointed(before: str, after: str) -> int | None:
    """``reviews, 8 and``, ``Convention,3``: digits behind a mark of punctuation."""
    pointed = _POINTED.search(before)
    if not pointed:
        return None
    listed = _LISTED.match(after) or _MEASURE.match(after)
    inside = before.endswith(".") and not _SENTENCE.search(before)
    if listed or inside or (after and after[0] != " "):
        return 0
    if _COUNTED.match(after):
        return _WEAK
    return _LIKELY if pointed[1] else _SURE


def _behind_word(before: str, after: str) -> int:
    """``the Convention 2 and``: what stands behind small words and names of parts is no mark."""
    word = _WORD.search(before)
    if not word:
        return 1 if _COUNT_BEFORE.search(before) and _LOWER.match(after) else 0
    if word[1].casefold() in _NAMED or _MEASURE.match(after):
        return 0
    score = 1 if word[1].casefold() in _LESS_SURE else 3
    return score if not after or after[0] in " ,;.:)”" else 0


_RULES: tuple[Callable[[str, str], int | None], ...] = (
    _part_of_word,
    _glued,
    _abbreviated,
    _numbered,
    _pointed,
    _behind_word,
)
