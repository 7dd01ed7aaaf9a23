"""Numbers as a resolution writes them: ordinals in words, roman numerals, paragraph letters."""

from __future__ import annotations

from functools import cache
from itertools import product

_CARDINALS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_ROMAN_DIGITS = (
    ("", "M", "MM", "MMM"),
    ("", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"),
    ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"),
    ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
)
_LARGEST_IN_WORDS = 999
_LARGEST_ROMAN = 3999


def number_words(number: int) -> str:
    """Return a number from 0 to 999 in words: 3 gives ``three``, 105 ``one hundred and five``."""
    _within(number, 0, _LARGEST_IN_WORDS)
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_CARDINALS[hundreds]} hundred"
    return f"{head} and {_below_hundred(rest)}" if rest else head


def ordinal_words(number: int) -> str:
    """Return an ordinal from 1 to 999 in words: 80 gives ``eightieth``, 32 ``thirty-second``."""
    _within(number, 1, _LARGEST_IN_WORDS)
    words = number_words(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:start] + _ordinal_of_word(words[start:])


def parse_ordinal_words(words: str) -> int | None:
    """Return the number of an ordinal in words, in any case; None when it is not one."""
    return _ordinals().get(" ".join(words.lower().split()))


def ordinal_figures(number: int) -> str:
    """Return an ordinal in figures, as meetings have it: 53 gives ``53rd``, 112 ``112th``."""
    teens = number % 100 in range(11, 14)
    return f"{number}{'th' if teens else _SUFFIXES.get(number % 10, 'th')}"


def roman(number: int) -> str:
    """Return a number from 1 to 3999 as a roman numeral: 14 gives ``XIV``."""
    _within(number, 1, _LARGEST_ROMAN)
    return "".join(
        digits[int(figure)] for digits, figure in zip(_ROMAN_DIGITS, f"{number:04}", strict=True)
    )


def lower_roman(number: int) -> str:
    """Return a number from 1 to 3999 as a small roman numeral: 4 gives ``iv``."""
    return roman(number).lower()


def parse_roman(numeral: str) -> int | None:
    """Return the number of a roman numeral in one case; None for ``IIII`` or ``Iv``."""
    if not numeral.isupper() and not numeral.islower():
        return None
    return _roman_numerals().get(numeral.upper())


def letter(number: int) -> str:
    """Return the letter of the nth subparagraph: 1 gives ``a``, 27 ``aa`` and 28 ``bb``.

    United Nations documents double the letter after z instead of counting on (aa, ab, ac).
    """
    if number < 1:
        message = f"{number} has no letter; letters count from 1"
        raise ValueError(message)
    repeats, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (repeats + 1)


def parse_letter(letters: str) -> int | None:
    """Return the number of a letter, ``a`` or ``A`` being 1 and ``bb`` 28; None for ``ab``."""
    if len(set(letters)) != 1 or not ("a" <= letters[0].lower() <= "z"):
        return None
    return 26 * (len(letters) - 1) + ord(letters[0].lower()) - ord("a") + 1


def _within(number: int, low: int, high: int) -> None:
    if not low <= number <= high:
        message = f"{number} cannot be written this way; it must lie between {low} and {high}"
        raise ValueError(message)


def _below_hundred(number: int) -> str:
    if number < len(_CARDINALS):
        return _CARDINALS[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_CARDINALS[ones]}" if ones else _TENS[tens]


def _ordinal_of_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


@cache
def _ordinals() -> dict[str, int]:
    return {ordinal_words(number): number for number in range(1, _LARGEST_IN_WORDS + 1)}


@cache
def _roman_numerals() -> dict[str, int]:
    return {"".join(digits): number for number, digits in enumerate(product(*_ROMAN_DIGITS))}
