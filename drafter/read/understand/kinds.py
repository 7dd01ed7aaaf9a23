"""Where the text begins, and what kind of document it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.document import Kind
from drafter.library.numerals import parse_roman
from drafter.read.found import Chunk
from drafter.read.understand.fields import fields_of
from drafter.read.understand.front import Front
from drafter.read.understand.pen import plain_text
from drafter.read.understand.signs import (
    BRACKET,
    DRAFT_HEADING,
    FINAL_MARK,
    ORGAN_RUN_IN,
    is_heading,
    is_organ_line,
    opens_text,
)
from drafter.read.understand.submitter import is_states, is_submitter

_ABOVE = 4
"""How many lines the letter and the title of a part take at most."""
_STARTS = {"Summary", "Contents", "Contents Page"}


def text_start(chunks: Sequence[Chunk]) -> int:
    """Return the index of the first chunk that belongs to the text and not to the head."""
    start = next((at for at, chunk in enumerate(chunks) if _starts(chunk)), len(chunks))
    return _first_part(chunks, start)


def _first_part(chunks: Sequence[Chunk], start: int) -> int:
    """Return where the letter of part A stands above the line of the organ, or ``start``."""
    if start == len(chunks) or not is_organ_line(chunks[start]):
        return start
    above = range(max(0, start - _ABOVE), start)
    return next((at for at in above if plain_text(chunks[at].parts) == "A"), start)


def _starts(chunk: Chunk) -> bool:
    text = plain_text(chunk.parts)
    if chunk.grid is not None or text in _STARTS or is_organ_line(chunk):
        return True
    fields, _ = fields_of(chunk)
    if fields or BRACKET.fullmatch(text):
        return False
    if opens_text(chunk) and not (chunk.bold and not chunk.label):
        return True
    sponsors = is_submitter(text) or is_states(text)
    return bool(FINAL_MARK.search(text)) and not chunk.bold and not sponsors


def kind_of(front: Front, body: Iterable[tuple[int, Chunk]]) -> Kind:
    """Return the kind that the head tells, or else the text."""
    if front.sure_kind:
        return front.kind
    chunks = [chunk for _, chunk in body]
    organ = next((at for at, chunk in enumerate(chunks) if is_organ_line(chunk)), None)
    parts = [at for at, chunk in enumerate(chunks) if _is_part(chunk)]
    if parts and (organ is None or parts[0] < organ):
        return Kind.REPORT
    if organ is not None:
        return Kind.DRAFT_RESOLUTION
    if chunks and ORGAN_RUN_IN.match(plain_text(chunks[0].parts)):
        return Kind.DRAFT_DECISION
    return Kind.REPORT if _is_prose(chunks) else Kind.DRAFT_RESOLUTION


def _is_part(chunk: Chunk) -> bool:
    if not is_heading(chunk):
        return False
    numeral, _, title = f"{chunk.label} {plain_text(chunk.parts)}".strip().partition(". ")
    return parse_roman(numeral) == 1 and numeral.isupper() and bool(title)


def _is_prose(chunks: list[Chunk]) -> bool:
    """Tell whether paragraphs end as sentences do: it is no resolution then."""
    texts = [plain_text(chunk.parts) for chunk in chunks if not is_heading(chunk)]
    if any(DRAFT_HEADING.fullmatch(text) for text in texts):
        return True
    ends = [text[-1:] for text in texts if text]
    return len(ends) > 1 and sum(end == "." for end in ends) * 2 > len(ends)
