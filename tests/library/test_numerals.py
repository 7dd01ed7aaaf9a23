"""Numbers in words, roman numerals and letters: examples, refusals and round trips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.numerals import (
    letter,
    lower_roman,
    number_words,
    ordinal_figures,
    ordinal_words,
    parse_letter,
    parse_ordinal_words,
    parse_roman,
    roman,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (5, "fifth"),
        (8, "eighth"),
        (9, "ninth"),
        (12, "twelfth"),
        (13, "thirteenth"),
        (20, "twentieth"),
        (32, "thirty-second"),
        (80, "eightieth"),
        (81, "eighty-first"),
        (99, "ninety-ninth"),
        (100, "one hundredth"),
        (105, "one hundred and fifth"),
        (121, "one hundred and twenty-first"),
        (999, "nine hundred and ninety-ninth"),
    ],
)
def test_ordinal_words(number: int, words: str) -> None:
    assert ordinal_words(number) == words
    assert parse_ordinal_words(words.capitalize()) == number


@pytest.mark.parametrize("words", ["", "eighty", "eightyth", "eighty first", "80th", "zeroth"])
def test_not_ordinal_words(words: str) -> None:
    assert parse_ordinal_words(words) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (3, "three"),
        (11, "eleven"),
        (40, "forty"),
        (99, "ninety-nine"),
        (172, "one hundred and seventy-two"),
        (500, "five hundred"),
    ],
)
def test_number_words(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (53, "53rd"),
        (73, "73rd"),
        (100, "100th"),
        (111, "111th"),
        (122, "122nd"),
    ],
)
def test_ordinal_figures(number: int, figures: str) -> None:
    assert ordinal_figures(number) == figures


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (1994, "MCMXCIV")],
)
def test_roman(number: int, numeral: str) -> None:
    assert roman(number) == numeral
    assert lower_roman(number) == numeral.lower()


@pytest.mark.parametrize("numeral", ["", "IIII", "VX", "IC", "Iv", "A", "14", "MMMM"])
def test_not_roman(numeral: str) -> None:
    assert parse_roman(numeral) is None


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")]
)
def test_letter(number: int, letters: str) -> None:
    assert letter(number) == letters
    assert parse_letter(letters) == number


@pytest.mark.parametrize("letters", ["", "ab", "1", "é", "a1", "aA"])
def test_not_letter(letters: str) -> None:
    assert parse_letter(letters) is None


@pytest.mark.parametrize(
    ("write", "number"),
    [(ordinal_words, 0), (ordinal_words, 1000), (number_words, -1), (roman, 0), (letter, 0)],
)
def test_out_of_reach(write: object, number: int) -> None:
    assert callable(write)
    with pytest.raises(ValueError, match=str(number)):
        write(number)


@given(st.integers(1, 999))
def test_ordinals_come_back(number: int) -> None:
    assert parse_ordinal_words(ordinal_words(number)) == number


@given(st.integers(1, 3999))
def test_roman_comes_back(number: int) -> None:
    assert parse_roman(roman(number)) == number == parse_roman(lower_roman(number))


@given(st.integers(1, 500))
def test_letters_come_back(number: int) -> None:
    assert parse_letter(letter(number)) == number == parse_letter(letter(number).upper())


@given(st.text(max_size=12))
def test_parsers_never_fail(text: str) -> None:
    for parse in (parse_ordinal_words, parse_roman, parse_letter):
        assert parse(text) is None or isinstance(parse(text), int)
