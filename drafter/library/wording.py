"""A clause in words for people: its blanks by name, what may be left out in brackets."""

from __future__ import annotations

import re

from drafter.library.clauses import Clause, ClauseItem
from drafter.library.treaties import find_treaty

_PLURAL = re.compile(r'\{\{\s*\w+\s*\|\s*plural\(\s*"[^"]*"\s*,\s*"([^"]*)"\s*\)\s*\}\}')
_BLANK = re.compile(r"\{\{\s*(\w+).*?\}\}", re.DOTALL)
_TAG = re.compile(r"\{%-?\s*(\w+).*?%\}", re.DOTALL)
_TAGS = {"if": "[", "elif": " | ", "else": " | ", "endif": "]"}
_NOTE = re.compile(r"\[\^[^\]]*\]")
_CITED = re.compile(r"\[@([a-z][^\]]*)\]")


def readable(template: str) -> str:
    """Return a template as people read it: ``a report on ⟨subject⟩ [, with ⟨author⟩]``."""
    text = _PLURAL.sub(r"\1", " ".join(template.split()))
    text = _BLANK.sub(r"⟨\1⟩", text)
    text = _TAG.sub(lambda tag: _TAGS.get(tag[1], ""), text)
    text = _CITED.sub(lambda cited: _named(cited[1]), _NOTE.sub("", text))
    return " ".join(text.replace("[ ", " [").split())


def wording(clause: Clause, opening: str) -> str:
    """Return the whole wording of ``clause`` behind the words ``opening``, items included."""
    return " ".join(filter(None, (opening, readable(clause.text.text), *_items(clause.items))))


def _items(items: tuple[ClauseItem, ...]) -> list[str]:
    lines: list[str] = []
    for item in items:
        lines += [readable(item.text.text), *_items(item.items)]
    return lines


def _named(key: str) -> str:
    treaty = find_treaty(key)
    return treaty.name if treaty else key
