"""Sessions as people write them: ``81``, ``81st``, ``eighty-first session``, ``S-32``, ``ES-11``."""

from __future__ import annotations

import re

import msgspec

from drafter.library.numerals import parse_ordinal_words
from drafter.library.symbols import Special

_FIGURES = re.compile(r"(?:(E?S)-)?(\d{1,4})(?:st|nd|rd|th)?(?: session)?", re.IGNORECASE)
_WORDS = re.compile(r"(?:the )?([a-z -]+?)(?: (emergency special|special))?(?: session)?")
_SPECIAL = {"": "", "special": "S", "emergency special": "ES"}


class Session(msgspec.Struct, frozen=True):
    """A session, or the year of one where the organ counts in years."""

    number: int
    special: Special = Special.REGULAR


def parse_session(text: str) -> Session | None:
    """Return the session that ``text`` names, or None."""
    words = " ".join(text.split())
    if found := _FIGURES.fullmatch(words):
        return Session(int(found[2]), Special((found[1] or "").upper()))
    if found := _WORDS.fullmatch(words.lower()):
        number = parse_ordinal_words(found[1])
        return Session(number, Special(_SPECIAL[found[2] or ""])) if number else None
    return None
