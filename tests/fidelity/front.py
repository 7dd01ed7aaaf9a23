"""The lines between masthead and text by what they are, for the comparison of pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from drafter.read.formats.pdf.lines import Line

_LEFT_MARGIN = 100.0
_TITLE_SIZE = 11.5
_ADOPTED_SIZE = 13.0


@dataclass(frozen=True)
class Front:
    """The lines between masthead and text by what they are."""

    margin: tuple[Line, ...]
    submitter: tuple[Line, ...]
    adopted: tuple[Line, ...]
    bracket: tuple[Line, ...]
    title: tuple[Line, ...]
    text: tuple[Line, ...]


def front_of(found: Sequence[Line]) -> Front:
    """Part the lines above the text from the text."""
    body = tuple(found)
    margin = tuple(takewhile(lambda line: line.x0 < _LEFT_MARGIN, body))
    rest = body[len(margin) :]
    adopted = tuple(takewhile(lambda line: line.bold and line.size > _ADOPTED_SIZE, rest))
    rest = rest[len(adopted) :]
    bracket = _bracket(rest)
    rest = rest[len(bracket) :]
    submitter = tuple(takewhile(lambda line: line.bold and line.size < _TITLE_SIZE, rest))
    rest = rest[len(submitter) :]
    title = tuple(takewhile(lambda line: line.bold and line.size > _TITLE_SIZE, rest))
    return Front(margin, submitter, adopted, bracket, title, rest[len(title) :])


def _bracket(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if not lines or not lines[0].text.startswith("["):
        return ()
    for count, line in enumerate(lines, start=1):
        if line.text.endswith("]"):
            return lines[:count]
    return ()
