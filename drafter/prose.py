"""Prose inside YAML: colons, stars and brackets that YAML would take for its own.

"entitled “Transforming our world: the 2030 Agenda”" needs no quotes in a draft. Such characters
are swapped for private ones of the same length before YAML reads the text, and swapped back in
every scalar; places in the file stay exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SWAPPED = ":*@%`[#"
_FIRST, _LAST, _STEP = 0xE000, 0xF800, 0x10
_PRIVATE = re.compile(r"[\ue000-\uf8ff]|\\[uU]")

_INDENT = re.compile(r" *(?:- +)*")
_KEY = re.compile(r"([\w./-]+(?: [a-z]+){0,3}):(?: +|$)")
_COLON = re.compile(r":(?= |$)")
_LEADING = re.compile(r"[*@%`]|\[(?=[\^@#\ue000-\uf8ff])")
_REFERENCE = re.compile(r"(?<=\[)#[^\]\n]*(?=\])")
_CLOSED = ("{", "[", '"', "'", "|", ">", "#", "&", "!")
_DASH = re.compile(r" *- ")


def private_base(text: str) -> int:
    """Return where seven private characters in a row stand that ``text`` does not use itself."""
    if not _PRIVATE.search(text):
        return _FIRST
    lowered = text.lower()
    return next(
        (base for base in range(_FIRST, _LAST, _STEP) if not _uses(lowered, base)),
        _LAST,
    )


def _uses(lowered: str, base: int) -> bool:
    codes = range(base, base + len(_SWAPPED))
    return any(chr(code) in lowered or f"{code:04x}" in lowered for code in codes)


def shield(text: str, keys: frozenset[str], base: int = _FIRST) -> str:
    """Return ``text`` with the characters of prose that YAML would misread swapped.

    ``keys`` are the keys that drafts know: a text never swallows a line that begins with one.
    """
    return "\n".join(_Shield(text.split("\n"), keys, base).lines())


def unshield(text: str, base: int = _FIRST) -> str:
    """Return ``text`` with the swapped characters back in their place."""
    return text.translate(_back(base))


@cache
def _back(base: int) -> dict[int, str]:
    return {base + index: char for index, char in enumerate(_SWAPPED)}


class _Shield:
    """Walks the lines; ``base`` is the column that the lines of an open text stand right of."""

    def __init__(self, rows: list[str], keys: frozenset[str], private: int) -> None:
        self.rows = rows
        self.swaps = {char: chr(private + index) for index, char in enumerate(_SWAPPED)}
        self.keys = keys
        self.base = -1

    def lines(self) -> Iterator[str]:
        for index, row in enumerate(self.rows):
            first = row.lstrip()[:1]
            yield row if first in {"", "#"} else self._line(row, index)

    def _line(self, row: str, index: int) -> str:
        if "[#" in row:
            row = _REFERENCE.sub(lambda found: found.group().replace("#", self.swaps["#"]), row)
        lead = _INDENT.match(row)
        width = lead.end() if lead else 0
        indent = len(row) - len(row.lstrip(" "))
        if indent == width and 0 <= self.base < indent:
            return row if self._key(row[width:]) in self.keys else self._colons(row, len(row))
        return row[:width] + self._begun(row[width:], width, indent, index)

    def _begun(self, rest: str, width: int, indent: int, index: int) -> str:
        """Shield a line that begins a key or an entry."""
        key = self._key(rest)
        entry = width > indent
        # "- Decides: …" is a text: a key of ours is a small word.
        own = " " in key or (entry and key[:1].isupper())
        if key and (not own or key in self.keys):
            value = rest[len(key) + 1 :].lstrip(" ")
            self.base = width if value and not _closed(value) else -1
            return rest[: len(rest) - len(value)] + self._prose(value, len(value))
        if self._list_below(width, index) and rest.rstrip().endswith(":"):
            self.base = -1
            return self._prose(rest, len(rest.rstrip()) - 1)
        self.base = indent if entry and not _closed(rest) else -1
        return self._prose(rest, len(rest))

    def _key(self, rest: str) -> str:
        found = _KEY.match(rest)
        return found[1] if found else ""

    def _list_below(self, width: int, index: int) -> bool:
        """Tell whether a list stands below a line: then its last colon makes it the list's key."""
        for row in self.rows[index + 1 : index + 8]:
            if row.strip() and not row.lstrip().startswith("#"):
                return bool(_DASH.match(row)) and len(row) - len(row.lstrip()) >= width
        return False

    def _prose(self, text: str, stop: int) -> str:
        if not text or _closed(text):
            return text
        if _LEADING.match(text):
            text = self.swaps[text[0]] + text[1:]
        return self._colons(text, stop)

    def _colons(self, text: str, stop: int) -> str:
        """Swap the colons before ``stop`` that YAML would read as the end of a key."""
        if ":" not in text:
            return text
        return "".join(
            self.swaps[":"] if char == ":" and at < stop and _COLON.match(text, at) else char
            for at, char in enumerate(text)
        )


def _closed(text: str) -> bool:
    return text[:1] in _CLOSED and not _LEADING.match(text)
