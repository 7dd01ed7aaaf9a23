"""What fills the blanks of a clause: values checked by type, and the filters of its template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from drafter.errors import Problem
from drafter.library.dates import is_blank, parse_date, un_date
from drafter.library.numerals import number_words, ordinal_figures, ordinal_words, roman
from drafter.library.states import find_state, state_problem
from drafter.library.symbols import parse_symbol
from drafter.reading import Words, closest

Value = str | int | tuple[str, ...]
Given = Words | tuple[Words, ...]
Read = tuple[Value, Problem | None]

_NUMBER = re.compile(r"\d{1,9}")
_OPEN = re.compile(r"_{2,}|…|\.\.\.")


def listed(values: Iterable[object]) -> str:
    """Return ``A, B and C``: no comma before *and* (Editorial Manual, punctuation)."""
    words = [str(value) for value in values]
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _in_words(value: object) -> str:
    return ordinal_words(int(str(value))) if _NUMBER.fullmatch(str(value)) else str(value)


def _count(value: object) -> str:
    # Numbers below ten are spelled out (Editorial Manual, numbers).
    text = str(value)
    return number_words(int(text)) if _NUMBER.fullmatch(text) and int(text) < 10 else text  # noqa: PLR2004


FILTERS: dict[str, Callable[..., str]] = {
    "ordinal": _in_words,
    "figures": lambda value: ordinal_figures(int(str(value))),
    "count": _count,
    "roman": lambda value: roman(int(str(value))),
    "listed": listed,
    "plural": lambda values, one, many: one if len(values) == 1 else many,
    "resolutions": lambda values: f"[@{', '.join(values)}]",
}


def read(kind: str, given: Given, choices: tuple[Words, ...] = ()) -> Read:
    """Return the value of a blank of type ``kind``, and what is wrong with it, if anything."""
    if kind in {"list", "resolutions"}:
        many = given if isinstance(given, tuple) else (given,)
        return tuple(_tidy(words) for words in many if words), None
    if isinstance(given, tuple):
        if len(given) == 1:
            return read(kind, given[0], choices)
        message = f"this blank takes one value, {len(given)} are given"
        return "", Problem(given[0].place, message, "keep one of them")
    if kind == "choice":
        return _choice(given, choices)
    return _READERS[kind](given)


def _tidy(words: Words) -> str:
    return " ".join(words.text.split())


def _text(words: Words) -> Read:
    return _tidy(words), None


def _number(words: Words) -> Read:
    text = _tidy(words)
    if _OPEN.search(text):
        return text, None
    if not _NUMBER.fullmatch(text):
        return "", Problem(words.place, f"{text!r} is not a number", "write figures: 82")
    return int(text), None


def _date(words: Words) -> Read:
    text = _tidy(words)
    if is_blank(text):
        return text, None
    try:
        date = parse_date(text)
    except ValueError as error:
        return "", Problem(words.place, str(error), "correct the date")
    if date is None:
        return "", Problem(words.place, f"{text!r} is not a date", "write: 18 December 2025")
    return un_date(date), None


def _symbol(words: Words) -> Read:
    text = _tidy(words)
    if parse_symbol(text) is None and not _OPEN.search(text):
        advice = "write a symbol such as A/80/302"
        return "", Problem(words.place, f"{text!r} is not a document symbol", advice)
    return text, None


def _state(words: Words) -> Read:
    state = find_state(_tidy(words))
    if state:
        return state.running_form, None
    near = state_problem(_tidy(words))
    advice = f"did you mean {near}?" if near else "`drafter states` lists them"
    return "", Problem(words.place, f"{_tidy(words)!r} is not a State", advice)


def _choice(words: Words, choices: tuple[Words, ...]) -> Read:
    values = [choice.text for choice in choices]
    if _tidy(words) in values:
        return _tidy(words), None
    near = closest(_tidy(words), values)
    advice = f"did you mean {near!r}?" if near else "write one of: " + ", ".join(values)
    return "", Problem(words.place, f"{_tidy(words)!r} is not a choice here", advice)


_READERS: dict[str, Callable[[Words], Read]] = {
    "text": _text,
    "session": _number,
    "number": _number,
    "date": _date,
    "symbol": _symbol,
    "state": _state,
}
