"""The lines of the masthead and the margin, recognised by their words.

A scanned or pasted text may have several of them in one line: ``Distr.: Limited 8 October 2021``.
"""

from __future__ import annotations

import re

import msgspec

from drafter.library.committees import all_committees
from drafter.library.symbols import SYMBOL, Organ
from drafter.read.found import Chunk, Zone
from drafter.read.understand.pen import plain_text
from drafter.read.understand.signs import DATE

_ITEM = r"\d{1,3}(?: \([a-z]{1,4}\))?"
_ITEMS = rf"{_ITEM}(?:(?:, | and |,? to )(?:{_ITEM}|\([a-z]{{1,4}}\)))*"
_ORGANS = "|".join(re.escape(organ.value) for organ in Organ if organ.value)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("united nations", re.compile(r"(?P<value>United Nations|UNITED NATIONS)")),
    ("symbol", re.compile(rf"(?P<value>{SYMBOL.pattern})")),
    # The first letter of a symbol is large: copied from a page, it may stand apart from the rest.
    ("large letter", re.compile(r"(?P<value>[AES])(?= United Nations|$)")),
    ("symbol", re.compile(r"(?P<value>/(?:RES|DEC|C\.\d|\d+|HRC)/[\w./-]*\d)")),
    ("distribution", re.compile(r"Distr(?:\.|ibution)?\s?:\s*(?P<value>[A-Z]\w+)")),
    ("original", re.compile(r"Original\s?:\s*(?P<value>[A-Z]\w+(?:(?:/|, | and )[A-Z]\w+)*)")),
    ("language", re.compile(r"(?P<value>English)(?= Original|$)")),
    ("date", re.compile(rf"(?P<value>{DATE.pattern})")),
    (
        "session",
        re.compile(
            r"(?P<value>(?:[A-Z][a-z]+(?:-[a-z]+)?(?: emergency)?(?: special)?|\d{4}) session)"
        ),
    ),
    ("resumed", re.compile(r"(?P<value>(?:\(?[Rr]esumed(?: session)?\)?|First part|Main part))")),
    ("organ", re.compile(rf"(?P<value>{_ORGANS})")),
    (
        "agenda",
        re.compile(
            rf"(?:Agenda items? |Items? )(?P<value>{_ITEMS})"
            r"(?: of the (?P<early>provisional|preliminary) (?:agenda|list))?(?P<star>\*{1,3})?"
        ),
    ),
)
_LEADS_ON = {"session", "resumed", "committee", "agenda"}
"""After these a line may go on with something that is no field, such as the title of the item."""


class Field(msgspec.Struct, frozen=True):
    """A line of the head: its name, its value, and what else the pattern told."""

    name: str
    value: str
    chunk: Chunk
    early: str = ""
    star: str = ""


def fields_of(chunk: Chunk) -> tuple[tuple[Field, ...], str]:
    """Return the fields that the chunk consists of, and the words after them.

    Words that merely begin like a field are left alone: then all words are returned.
    """
    text = plain_text(chunk.parts)
    found: list[Field] = []
    rest = text
    while rest:
        field = _next(rest, chunk)
        if field is None:
            break
        found.append(field[0])
        rest = rest[field[1] :].strip(" \t\u00a0")
    if not found or (rest and found[-1].name not in _LEADS_ON and chunk.zone is Zone.TEXT):
        return (), text
    return tuple(found), rest


def _next(text: str, chunk: Chunk) -> tuple[Field, int] | None:
    if committee := _committee(text):
        return Field("committee", committee, chunk), len(committee)
    for name, pattern in _PATTERNS:
        match = pattern.match(text)
        if match and (match.end() == len(text) or not text[match.end()].isalnum()):
            groups = match.groupdict()
            early, star = groups.get("early") or "", groups.get("star") or ""
            return Field(name, match["value"], chunk, early, star), match.end()
    return None


def _committee(text: str) -> str:
    """Return the name of a committee that stands at the beginning of ``text``."""
    folded = text.casefold()
    names = {committee.name for committee in all_committees()}
    names |= {line for committee in all_committees() for line in committee.lines}
    fits = [name for name in names if folded.startswith(name.casefold())]
    longest = max(fits, key=len, default="")
    rest = text[len(longest) :].strip()
    return text[: len(longest)] if longest and (not rest or _starts_field(rest)) else ""


def _starts_field(rest: str) -> bool:
    return any(pattern.match(rest) for _, pattern in _PATTERNS)
