"""Headings that carry something else with them: a numeral in front, the text behind."""

from __future__ import annotations

import re

import msgspec

from drafter.inline import Parts, Text
from drafter.read.found import Chunk
from drafter.read.understand.pen import plain_text, without_bold
from drafter.read.understand.pen import roman as upright
from drafter.read.understand.signs import ORGAN_RUN_IN

_NUMBERED_HEADING = re.compile(r"(?P<numeral>[IVXL]+|[A-Z])\.\s+(?=\S)")
_TITLE_RUN_IN = re.compile(
    r"(?P<title>[A-Z][^.;:]{10,300}[a-z)]) The General Assembly(?:,|(?: also)? (?:decides|takes|approves))"
)


def title_parted(chunk: Chunk) -> tuple[Chunk, ...]:
    """Return a title and the text of the decision behind it as two chunks where they came as one."""
    first = chunk.parts[0] if chunk.parts else None
    if not isinstance(first, Text) or chunk.label or chunk.grid is not None:
        return (chunk,)
    found = _TITLE_RUN_IN.match(first.text)
    if first.bold and ORGAN_RUN_IN.match(plain_text(chunk.parts[1:])):
        title, rest = first, chunk.parts[1:]
    elif found and not first.italic:
        title = Text(found["title"], bold=first.bold)
        rest = (Text(first.text[found.end("title") + 1 :]), *chunk.parts[1:])
    else:
        return (chunk,)
    replace = msgspec.structs.replace
    return replace(chunk, parts=(title,), bold=True), replace(chunk, parts=rest)


def numbered_heading(chunk: Chunk) -> tuple[str, Parts]:
    """Return numeral and words of a heading: the label that the reader parted, or typed words."""
    parts = upright(without_bold(chunk.parts))
    if chunk.label:
        return chunk.label, parts
    first = parts[0] if parts else None
    found = _NUMBERED_HEADING.match(first.text) if isinstance(first, Text) else None
    if found is None or not isinstance(first, Text):
        return "", parts
    return f"{found['numeral']}.", (Text(first.text[found.end() :]), *parts[1:])
