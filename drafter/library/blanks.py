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
_LAST_SESSION = 999
_FIGURES_FROM = 100
_OPEN = re.compile(r"_{2,}|…|\.\.\.")


def listed(values: Iterable[object]) -> str:
    """Return ``A, B and C``: no comma before *and* (Editorial Manual, punctuation)."""
    words = [str(value) for value in values]
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _turned(turn: Callable[[int], str], value: object) -> str:
    # A blank that is still open stays as it is.
    text = str(value)
    return turn(int(text)) if _NUMBER.fullmatch(text) else text


def _in_words(value: object) -> str:
    # From the hundredth on, ordinals stand in figures (house style, session-ordinal-words).
    return _turned(lambda n: ordinal_words(n) if n < _FIGURES_FROM else ordinal_figures(n), value)


def _in_figures(value: object) -> str:
    return _turned(ordinal_figures, value)


def _in_roman(value: object) -> str:
    return _turned(roman, value)


def _count(value: object) -> str:
    # Numbers below ten are spelled out (Editorial Manual, numbers).
    text = str(value)
    return number_words(int(text)) if _NUMBER.fullmatch(text) and int(text) < 10 else text  # noqa: PLR2004


FILTERS: dict[str, Callable[..., str]] = {
    "ordinal": _in_words,
    "figures": _in_figures,
    "count": _count,
    "roman": _in_roman,
    "listed": listed,
    "plural": lambda values, one, many: one if len(values) == 1 else many,
    "resolutions": lambda values, body="": f"[@{f'{body} '.lstrip()}{', '.join(values)}]",
}


def read(kind: str, given: Given, choices: tuple[Words, ...] = ()) -> Read:
    """Return the value of a blank of type ``kind``, and what is wrong with it, if anything."""
    if kind in {"list", "resolutions"}:
        many = given if isinstance(given, tuple) else (given,)
        split = _split if kind == "resolutions" else (lambda text: [text])
        return tuple(part for words in many for part in split(_tidy(words)) if part), None
    if isinstance(given, tuple):
        if len(given) == 1:
            return read(kind, given[0], choices)
        message = f"this blank takes one value, {len(given)} are given"
        return "", Problem(given[0].place, message, "keep one of them")
    if kind == "choice":
        return _choice(given, choices)
    return _READERS[kind](given)


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


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


def _session(words: Words) -> Read:
    value, problem = _number(words)
    if isinstance(value, int) and not problem and not 0 < value <= _LAST_SESSION:
        return "", Problem(words.place, f"there is no session {value}", "write figures: 82")
    return value, problem


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
        return state.in_sentence, None
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
    "name": _text,
    "session": _session,
    "number": _number,
    "date": _date,
    "symbol": _symbol,
    "state": _state,
}
