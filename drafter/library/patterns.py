"""What fills a blank, read the other way: from printed words back to the value that was given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import msgspec

from drafter.inline import Text, markup, parse, parts_text
from drafter.library.bodies import named_list, named_resolution, usual_body
from drafter.library.clauses import Parameter, Type
from drafter.library.dates import MONTHS
from drafter.library.numerals import number_words, parse_ordinal_words, parse_roman
from drafter.library.resolutions import resolution_date, resolution_list
from drafter.library.states import all_states
from drafter.library.symbols import parse_symbol
from drafter.library.treaties import find_treaty, treaty_keys
from drafter.reading import Words

Value = str | tuple[str, ...]

_FREE = r"\S.{0,800}?"
_OPEN = r"_{2,}|…|\.\.\."
_SYMBOL = r"[A-Z]+(?:/(?:[\w.\-]*\w|…))+(?: \((?:Part|Vol)[^)]{1,20}\))?"
_DAY = rf"(?:\d{{1,2}}|_+|…|\.{{3}})(?: of)? (?:(?:{'|'.join(MONTHS)}|_+|…|\.{{3}}) )?\d{{4}}"
_ORDINAL = r"(?:[a-z]+ hundred(?:th)?(?: and )?)?[a-z]*(?:-[a-z]+)?"
_IN_FIGURES = r"\d{1,9}(?:st|nd|rd|th)"
_PARTS = r" [A-Z]{1,2}(?: (?:and|to) [A-Z]{1,2})?"
_PART = rf"(?:{_PARTS}\b(?! \())?"
_NUMBER = (
    rf"(?:\d{{1,4}}(?:{_PARTS})? \((?:[IVXLC]+|E?S-[IVX]+|(?:19|20)\d\d)\)"
    rf"|(?:E?S-)?\d{{1,4}}/(?:\d{{1,4}}{_PART}|_+|…|\.{{3}}))"
)
_ONE = rf"{_NUMBER}(?: of {_DAY})?"
NUMBERS = rf"{_ONE}(?:(?:, and |, | and ){_ONE})*"
_READ = re.compile(rf"({_NUMBER})(?: of ({_DAY}))?(, and |, | and |$)")
_FIGURES = 10
_MOST_SHARING = 12


class Print(msgspec.Struct, frozen=True):
    """How a blank looks in print: a pattern, and the value that given words stand for.

    ``free`` marks words of the author's own, ``default`` those that stand there by themselves;
    ``name`` marks words that name something outside the text and are nobody's wording here.
    """

    pattern: str
    value: Callable[[str], Value | None]
    free: bool = False
    default: str = ""
    name: bool = False


def blank_print(parameter: Parameter, turn: str, *, single: bool = False) -> Print | None:
    """Return how the blank looks behind the filter ``turn``; None where that is not known.

    ``single``: where it is a list, it holds one value.
    """
    if turn:
        return _ONE_LISTED if turn == "listed" and single else _TURNED.get(turn)
    match parameter.type:
        case Type.TEXT | Type.NAME:
            return _free(parameter)
        case Type.CHOICE:
            return Print(_any_of(words.text for words in parameter.choices), _as_it_is)
        case Type.LIST | Type.RESOLUTIONS:
            return None
        case _:
            return _PLAIN[parameter.type]()


def _free(parameter: Parameter) -> Print:
    default = parameter.default.text.strip()
    name = parameter.type is Type.NAME
    if not default or markup((Text(default),)) != default:
        return Print(_FREE, _as_text, free=True, name=name)
    # What usually stands there is tried first, so that the rest is not part of it.
    return Print(f"{re.escape(default)}|{_FREE}", _as_text, free=True, default=default, name=name)


def _as_it_is(words: str) -> Value | None:
    return words


def _as_text(words: str) -> Value | None:
    return markup((Text(words),)) if words.strip() == words else None


def _as_list(words: str) -> Value | None:
    head, joined, last = words.rpartition(" and ")
    if not joined or head.endswith(","):
        return (_escaped(words),)
    return tuple(_escaped(each) for each in (*head.split(", "), last))


def _escaped(words: str) -> str:
    return markup((Text(words),))


def _as_count(words: str) -> Value | None:
    return _counts().get(words, words)


@cache
def _counts() -> Mapping[str, str]:
    return {number_words(number): str(number) for number in range(_FIGURES)}


def _as_ordinal(words: str) -> Value | None:
    if words[:1].isdigit():
        return _as_figures(words)
    number = parse_ordinal_words(words)
    return str(number) if number else words if re.fullmatch(_OPEN, words) else None


def _as_figures(words: str) -> Value | None:
    return words[:-2] if words[0].isdigit() else words


def _as_roman(words: str) -> Value | None:
    number = parse_roman(words)
    return str(number) if number else words if re.fullmatch(_OPEN, words) else None


_TURNED = {
    "ordinal": Print(rf"{_IN_FIGURES}|{_ORDINAL}|{_OPEN}", _as_ordinal),
    "figures": Print(rf"{_IN_FIGURES}|{_OPEN}", _as_figures),
    "roman": Print(rf"[IVXLCDM]+|{_OPEN}", _as_roman),
    "count": Print(rf"\d{{1,9}}|{'|'.join(map(number_words, range(_FIGURES)))}|{_OPEN}", _as_count),
    "listed": Print(_FREE, _as_list, free=True),
}
_ONE_LISTED = Print(_FREE, lambda words: (_escaped(words),), free=True)


@cache
def _state_print() -> Print:
    names = (name for state in all_states() for name in (state.in_sentence, state.running_form))
    return Print(_any_of(names), _as_state)


def _as_state(words: str) -> Value | None:
    return words.removeprefix("the ")


_PLAIN: dict[Type, Callable[[], Print]] = {
    Type.SESSION: lambda: Print(rf"\d{{1,3}}|{_OPEN}", _as_it_is),
    Type.NUMBER: lambda: Print(rf"\d{{1,9}}|{_OPEN}", _as_it_is),
    Type.DATE: lambda: Print(_DAY, _as_it_is),
    Type.SYMBOL: lambda: Print(_SYMBOL, _as_it_is),
    Type.STATE: _state_print,
}


def _any_of(values: Iterable[str]) -> str:
    # The longest first: "and States" must not end the search for "and States parties".
    return "|".join(re.escape(value) for value in sorted(values, key=lambda value: -len(value)))


# --- citations ----------------------------------------------------------------------------------


def cited_names(key: str, own: str = "", own_short: str = "") -> tuple[str, ...]:
    """Return what the citation of the source ``key`` may print: its full name, its short one."""
    treaty = find_treaty(key)
    name, short = (
        own or (treaty.name if treaty else ""),
        own_short or (treaty.short if treaty else ""),
    )
    return tuple(dict.fromkeys(parts_text(parse(each)[0]) for each in (name, short) if each))


@cache
def treaties_by_name() -> Mapping[str, str]:
    """Return the keys of treaties by everything that a citation of them may print."""
    return {name: key for key in reversed(treaty_keys()) for name in cited_names(key)}


@cache
def treaty_pattern() -> str:
    """Return the pattern of every name of a treaty."""
    return _any_of(treaties_by_name())


def cited_pattern(names: Iterable[str]) -> str:
    """Return the pattern of the names of one source."""
    return _any_of(names)


def is_number(key: str) -> bool:
    """Tell whether a citation key is the number of a resolution, with its date or without."""
    named = named_resolution(key)
    return bool(named and named.known)


def read_numbers(words: str, body: str = "") -> tuple[str, ...] | None:
    """Return the resolutions of ``body`` that ``words`` name, as a delegate would cite them.

    Where no body is given the number says whose it is. A date stands with its number where the registry does not give the same one. None where the
    list would be printed otherwise.
    """
    dates = _dates(words)
    return tuple(_cited(number, date, body) for number, date in dates.items()) if dates else None


def prints_numbers(keys: Iterable[str], words: str) -> bool:
    """Tell whether a citation of ``keys`` may print ``words``, some cited earlier or not."""
    named = [each for each in named_list(keys) if each]
    full = {each.number: each.date or _known_date(each.number, each.body) for each in named}
    return any(
        found.keys() == full.keys() and resolution_list(found, _allowed(found, full)) == words
        for found in _readings(words)
    )


def _allowed(found: Mapping[str, str], full: Mapping[str, str]) -> dict[str, str]:
    """Return the dates in ``found`` that are in ``full`` too; a number cited earlier has none."""
    return {number: date if date == full[number] else "" for number, date in found.items()}


def _dates(words: str) -> dict[str, str] | None:
    found = (dates for dates in _readings(words) if resolution_list(dates, dates) == words)
    return next(found, None)


def _readings(words: str) -> Iterator[dict[str, str]]:
    """Yield the numbers in ``words`` and their dates, in every way that they can be shared."""
    listed = _READ.findall(words)
    for reach in (len(listed), *range(_MOST_SHARING, -1, -1)):
        yield _dated(listed, reach)


def _dated(listed: Iterable[tuple[str, str, str]], reach: int) -> dict[str, str]:
    """Return numbers and dates; in "a, b and c of …" at most ``reach`` more share the date of c."""
    dates: dict[str, str] = {}
    waiting: list[str] = []
    before = ""
    for number, date, joint in listed:
        dates[number] = date
        if date and reach and before == " and ":
            dates |= dict.fromkeys(waiting[-reach:], date)
        # "a and b," ends a group as a date does, unless that "and" came after a date.
        joined = bool(waiting) and before == " and " and joint == ", "
        waiting = [] if date or joint == ", and " or joined else [*waiting, number]
        before = joint
    return dates


def _cited(number: str, date: str, body: str) -> str:
    return f"{number} of {date}" if date and date != _known_date(number, body) else number


def _known_date(number: str, body: str = "") -> str:
    from drafter.library.dates import un_date

    found = resolution_date(number, body or usual_body(number))
    return un_date(found) if found else ""


# --- notes --------------------------------------------------------------------------------------

_RESOLUTION_NOTE = re.compile(rf"Resolution ({_NUMBER}(?:, .+)?)")
_SYMBOL_NOTE = re.compile(rf"{_SYMBOL}(?:, .+)?")
_IN_NOTE = re.compile(_SYMBOL)


def note_keys(key: str, words: str) -> Iterable[str]:
    """Yield the keys that would print the note ``words``, which the draft calls ``key``."""
    said = words.removesuffix(".")
    if found := _RESOLUTION_NOTE.fullmatch(said):
        yield found[1]
    if _SYMBOL_NOTE.fullmatch(said):
        yield said
    if key:
        yield key


def symbol_in(words: str) -> str:
    """Return the first symbol that a note names; empty where it names none."""
    found = (symbol.group() for symbol in _IN_NOTE.finditer(words))
    return next((symbol for symbol in found if parse_symbol(symbol)), "")


def words_of(value: Value) -> Words | tuple[Words, ...]:
    """Return a value as the filling of a clause takes it."""
    return Words(value) if isinstance(value, str) else tuple(map(Words, value))
