"""Words that a line end or a bad scan has parted or run together, put right where that is sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from drafter.library.numerals import parse_ordinal_words
from drafter.read.formats.text.ledger import Ledger
from drafter.resources import data_path

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_SPLIT = re.compile(r"(?<![\w-])([^\W\d_]+) ([a-zà-ÿ]{1,12})(?![\w-])")
_SPACED_HYPHEN = re.compile(r"(?<![\w-])([^\W\d_]{2,})(?: -|- | - )([^\W\d_]{2,})(?![\w-])")
_RUN_TOGETHER = re.compile(r"(?<![\w-])([^\W\d_]{9,30})(?![\w-])")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SHORT_WORDS = frozenset(
    [
        "a",
        "i",
        "am",
        "an",
        "as",
        "at",
        "be",
        "by",
        "do",
        "go",
        "he",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "no",
        "of",
        "on",
        "or",
        "so",
        "to",
        "up",
        "us",
        "we",
        "al",
        "de",
        "la",
        "le",
        "el",
        "ex",
        "re",
        "co",
        "un",
        "vs",
        "id",
        "ad",
        "en",
        "du",
        "da",
        "di",
        "mm",
        "km",
    ]
)
_PREFIX_LIST = """
anti co counter cross e ex extra high inter intra long low macro micro mid multi neo non off on over
post pre pro pseudo re self semi short socio sub supra trans ultra under up vice well
"""
_PREFIXES = frozenset(_PREFIX_LIST.split())
_SOME = 2
_STEM = 3
_MOST_CHARACTERS = 4_000_000


class Vocabulary:
    """The words of a text and those of the standard formulas: what is one is known."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._own = Counter(word.casefold() for line in _first(lines) for word in _words(line))

    def knows(self, word: str) -> bool:
        """Tell whether ``word`` stands in the formulas, or more than once in the text."""
        word = word.casefold().replace("\u2011", "-").replace("\u2010", "-")
        return word in _standard_words() or self._own[word] >= _SOME

    def is_standard(self, word: str) -> bool:
        """Tell whether ``word`` stands in the formulas."""
        return word.casefold() in _standard_words()

    def hyphenated(self, one: str, other: str) -> str:
        """Return the word that a line end has parted after a hyphen."""
        solid, compound = one + other, f"{one}-{other}"
        if not other[:1].islower() or self.knows(compound) or _is_number(compound):
            return compound
        strange = not self.is_standard(one) and not self.is_standard(other)
        broken = strange and one.casefold() not in _PREFIXES
        return solid if self.knows(solid) or broken else compound


def mended(text: str, vocabulary: Vocabulary, ledger: Ledger, line: int) -> str:
    """Return ``text`` with parted words joined and lost hyphens restored, where that is sure."""
    for pattern, repaired in _REPAIRS:
        text, found = _replaced(pattern, partial(repaired, vocabulary=vocabulary), text)
        for before, after in found:
            ledger.add(f"“{before}” read as “{after}”", line)
    return text


def _replaced(
    pattern: re.Pattern[str], repaired: Callable[[re.Match[str]], str], text: str
) -> tuple[str, list[tuple[str, str]]]:
    """Return ``text`` with repairs and what was repaired; what was not is tried again from inside."""
    pieces: list[str] = []
    found: list[tuple[str, str]] = []
    at = start = 0
    while match := pattern.search(text, at):
        new = repaired(match)
        if new:
            found.append((match.group(), new))
            pieces += [text[start : match.start()], new]
            at = start = match.end()
        else:
            at = match.end(1)
    return "".join([*pieces, text[start:]]), found


def _joined(match: re.Match[str], vocabulary: Vocabulary) -> str:
    """Join ``Justi ce``: neither half is a word, or one is no word at all, and the whole is one."""
    one, other = match[1], match[2]
    whole = one + other
    if one in {"a", "A", "I"} or not vocabulary.knows(whole):
        return ""
    broken = _is_fragment(one) or _is_fragment(other)
    torn = len(one) > _STEM and not vocabulary.knows(one)
    known = vocabulary.is_standard(one) or vocabulary.is_standard(other)
    return whole if broken or torn or not known else ""


def _is_fragment(word: str) -> bool:
    lower = word.casefold()
    if len(lower) <= _SOME:
        return lower not in _SHORT_WORDS
    return not any(vowel in lower for vowel in "aeiouyàáâäãåèéêëìíîïòóôöùúûü")


def _closed(match: re.Match[str], vocabulary: Vocabulary) -> str:
    """Close ``eighty -first``."""
    compound = f"{match[1]}-{match[2]}"
    return compound if (_is_number(compound) or vocabulary.knows(compound)) else ""


def _parted(match: re.Match[str], vocabulary: Vocabulary) -> str:
    """Give ``capacitybuilding`` its hyphen back."""
    word = match.group()
    if vocabulary.knows(word):
        return ""
    for at in range(3, len(word) - 2):
        compound = f"{word[:at]}-{word[at:]}"
        if _is_number(compound) or vocabulary.knows(compound):
            return compound
    return ""


def _is_number(compound: str) -> bool:
    lower = compound.casefold()
    if not lower.startswith(_TENS):
        return False
    return parse_ordinal_words(lower) is not None


@cache
def _standard_words() -> frozenset[str]:
    """Return the words of the clauses and registries that come with the program."""
    folder = data_path("boilerplate")
    words: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".yaml", ".tsv", ".txt", ".csv"}:
            found = _WORD.findall(path.read_text(encoding="utf-8"))
            words.update(word.casefold() for word in found)
    return frozenset(words)


def _words(text: str) -> Iterator[str]:
    return (match.group() for match in _WORD.finditer(text))


def _first(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as long as they are no more than a document can have."""
    room = _MOST_CHARACTERS
    for line in lines:
        if room <= 0:
            return
        yield line[:room]
        room -= len(line)


_REPAIRS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (_SPLIT, _joined),
    (_SPACED_HYPHEN, _closed),
    (_RUN_TOGETHER, _parted),
)
