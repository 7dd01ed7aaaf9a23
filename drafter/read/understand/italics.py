"""Italics that plain text has lost and that the house sets by rule, in notes.

Titles of series and of Official Records are in italics (Editorial Manual, footnotes, chap. III).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.inline import Part, Parts, Text
from drafter.read.understand.pen import joined

_TITLES = re.compile(
    r"Treaty Series|Official Records of the [^(;]*?[^(;\s,]"
    r"(?=\s*\(|, (?:chap|para|annex|sect|vol)s?\b|[.;]?$)"
    r"|(?<=[Ii]bid\., )(?:[\w -]+, )?Supplement No\. \w+(?=\s*\()"
)


def with_titles(parts: Parts) -> Parts:
    """Return the words of a note with the titles of series in italics."""
    return joined(tuple(piece for part in parts for piece in _pieces(part)))


def _pieces(part: Part) -> Iterator[Part]:
    if not isinstance(part, Text) or part.italic:
        yield part
        return
    done = 0
    for found in _TITLES.finditer(part.text):
        yield Text(part.text[done : found.start()], bold=part.bold)
        yield Text(found.group(), italic=True, bold=part.bold)
        done = found.end()
    yield Text(part.text[done:], bold=part.bold)
