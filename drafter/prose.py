"""Prose inside YAML: colons, stars and brackets that YAML would take for its own.

"entitled “Transforming our world: the 2030 Agenda”" needs no quotes in a draft. Such characters
are swapped for private ones of the same length before YAML reads the text, and swapped back in
every scalar; places in the file stay exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SWAPS = {
    ":": "\ue000",
    "*": "\ue001",
    "@": "\ue002",
    "%": "\ue003",
    "`": "\ue004",
    "[": "\ue005",
    "#": "\ue006",
}
_BACK = {ord(private): char for char, private in _SWAPS.items()}

_INDENT = re.compile(r" *(?:- +)*")
_KEY = re.compile(r"([\w./-]+(?: [a-z]+){0,3}):(?: +|$)")
_COLON = re.compile(r":(?= |$)")
_LEADING = re.compile(r"[*@%`]|\[(?=[\^@#\ue006])")
_REFERENCE = re.compile(r"(?<=\[)#[^\]\n]*(?=\])")
_CLOSED = ("{", "[", '"', "'", "|", ">", "#", "&", "!")
_DASH = re.compile(r" *- ")


def shield(text: str, keys: frozenset[str]) -> str:
    """Return ``text`` with the characters of prose that YAML would misread swapped.

    ``keys`` are the keys that drafts know: a text never swallows a line that begins with one.
    """
    return "\n".join(_Shield(text.split("\n"), keys).lines())


def unshield(text: str) -> str:
    """Return ``text`` with the swapped characters back in their place."""
    return text.translate(_BACK)


class _Shield:
    """Walks the lines; ``base`` is the column that the lines of an open text stand right of."""

    def __init__(self, rows: list[str], keys: frozenset[str]) -> None:
        self.rows = rows
        self.keys = keys
        self.base = -1

    def lines(self) -> Iterator[str]:
        for index, row in enumerate(self.rows):
            first = row.lstrip()[:1]
            yield row if first in {"", "#"} else self._line(row, index)

    def _line(self, row: str, index: int) -> str:
        if "[#" in row:
            row = _REFERENCE.sub(lambda found: found.group().replace("#", _SWAPS["#"]), row)
        lead = _INDENT.match(row)
        width = lead.end() if lead else 0
        indent = len(row) - len(row.lstrip(" "))
        if indent == width and 0 <= self.base < indent:
            return row if self._key(row[width:]) in self.keys else _colons(row, len(row))
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
            return rest[: len(rest) - len(value)] + _prose(value, len(value))
        if self._list_below(width, index) and rest.rstrip().endswith(":"):
            self.base = -1
            return _prose(rest, len(rest.rstrip()) - 1)
        self.base = indent if entry and not _closed(rest) else -1
        return _prose(rest, len(rest))

    def _key(self, rest: str) -> str:
        found = _KEY.match(rest)
        return found[1] if found else ""

    def _list_below(self, width: int, index: int) -> bool:
        """Tell whether a list stands below a line: then its last colon makes it the list's key."""
        for row in self.rows[index + 1 : index + 8]:
            if row.strip() and not row.lstrip().startswith("#"):
                return bool(_DASH.match(row)) and len(row) - len(row.lstrip()) >= width
        return False


def _closed(text: str) -> bool:
    return text[:1] in _CLOSED and not _LEADING.match(text)


def _prose(text: str, stop: int) -> str:
    if not text or _closed(text):
        return text
    if _LEADING.match(text):
        text = _SWAPS[text[0]] + text[1:]
    return _colons(text, stop)


def _colons(text: str, stop: int) -> str:
    """Swap the colons before ``stop`` that YAML would read as the end of a key."""
    if ":" not in text:
        return text
    return "".join(
        _SWAPS[":"] if char == ":" and at < stop and _COLON.match(text, at) else char
        for at, char in enumerate(text)
    )
