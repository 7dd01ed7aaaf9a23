"""Symbols and resolution numbers become links, blanks become visible.

Issued documents link every symbol and every number of a resolution to the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from drafter.document import (
    AsteriskNote,
    Block,
    Document,
    Heading,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Run,
    Table,
)
from drafter.library.symbols import SYMBOL, document_url, resolution_url

BLANK = re.compile(
    r"(?:\d{2,4}/)?(?:_{2,}|(?<!\w)…(?!\w))"
    r"(?:\s?(?:of|on)?\s?_{2,})*|\b\d{2,4}/(?:…|\.\.\.)|(?<=L\.)(?:…|\.\.\.)"
)
"""A place left open: ``__ of __ 2026``, ``76/…``, ``76/...``."""

_NUMBER = r"\d{1,4} \((?:19|20)\d\d\)|(?:E?S-)?\d{1,4}/\d{1,3}(?: [A-Z]{1,2}(?![a-zA-Z]))?|\d{1,4}(?: [A-Z]{1,2})? \([IVXLCS-]+\)"
_CITED = re.compile(
    r"\b(?P<body>(?:[\w-]+ ){0,6})(?P<noun>[Rr]esolutions?|[Dd]ecisions?) "
    rf"(?P<list>(?:{_NUMBER})(?:(?:,? and |, |,? to | of \d{{1,2}} \w+ \d{{4}}(?=[ ,;.])"
    rf"(?:,? and |, )?)(?:{_NUMBER}|[A-Z](?![a-zA-Z])|(?=\w)))*)"
)
_EACH = re.compile(_NUMBER)
_OTHER_BODY = re.compile(r"\b(?:Commission|Conference|Committee|Board|Congress)\b")
_NAMED = re.compile(r"\bits\b(?= (?:\w+ )?resolution)|\bAssembly\b|\bCouncil\b")
_REACH = 160
_FIRST_NUMBERED = 31


def linked(inlines: Inlines) -> Inlines:
    """Return ``inlines`` with links on symbols and resolution numbers, and blanks marked."""
    return tuple(part for inline in inlines for part in _linked(inline))


def _linked(inline: Inline) -> Iterator[Inline]:
    if not isinstance(inline, Run) or inline.link:
        yield inline
        return
    spans = sorted(_spans(inline.text), key=lambda span: (span[0], -span[1]))
    at = 0
    for start, end, url in spans:
        if start < at:
            continue
        if start > at:
            yield msgspec.structs.replace(inline, text=inline.text[at:start])
        text = inline.text[start:end]
        yield msgspec.structs.replace(inline, text=text, link=url, blank=inline.blank or not url)
        at = end
    if at < len(inline.text) or not inline.text:
        yield msgspec.structs.replace(inline, text=inline.text[at:]) if at else inline


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    if "__" in text or "…" in text or "..." in text:
        for match in BLANK.finditer(text):
            yield match.start(), match.end(), ""
    if "/" not in text and "(" not in text:
        return
    for match in SYMBOL.finditer(text):
        end = match.end() - (len(match.group()) - len(match.group().rstrip("*")))
        # Conference room papers are handed out in the room: issued documents do not link them.
        if not BLANK.search(match.group()) and "/CRP." not in match.group():
            yield match.start(), end, document_url(text[match.start() : end])
    for number, organ, start in cited_numbers(text):
        yield start, start + len(number), resolution_url(number, organ)


def cited_numbers(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield each resolution that ``text`` cites: its number, its organ and where it stands."""
    for match in _CITED.finditer(text):
        if match["noun"].lower().startswith("decision"):
            continue
        for number in _EACH.finditer(match["list"]):
            organ = _organ(match["body"], text[: match.start("noun")], number.group())
            if organ:
                yield number.group(), organ, match.start("list") + number.start()


def _organ(body: str, before: str, number: str) -> str:
    """Return whose resolution a number is, or an empty string where that cannot be told."""
    if number.endswith(")") and number[-2].isdigit():
        return "Security Council"
    if re.match(r"(?:19|20)\d\d/", number):
        return "" if _OTHER_BODY.search(body) else "Economic and Social Council"
    if _OTHER_BODY.search(body):
        return ""
    # The organ named last before the number owns it: "its", "the Assembly", or a Council.
    named = _NAMED.findall(before[-_REACH:])
    if named and "Council" in named[-1]:
        return "Human Rights Council" if "Human Rights Council" in before else ""
    session = re.match(r"\d+(?=/)", number)
    # Before the thirty-first session resolutions were numbered without it.
    early = session is not None and int(session.group()) < _FIRST_NUMBERED
    return "" if early else "General Assembly"


def without_links(document: Document) -> Document:
    """Return ``document`` with symbols and resolution numbers as plain text."""
    front = document.front
    return msgspec.structs.replace(
        document,
        front=msgspec.structs.replace(
            front, submitter=_bare(front.submitter), provenance=_bare(front.provenance)
        ),
        blocks=tuple(map(_bare_block, document.blocks)),
        notes=tuple(_bare_text(note) for note in document.notes),
        asterisk_notes=tuple(_bare_text(note) for note in document.asterisk_notes),
    )


def _bare(inlines: Inlines) -> Inlines:
    return tuple(
        msgspec.structs.replace(part, link="") if isinstance(part, Run) and part.link else part
        for part in inlines
    )


_Texted = TypeVar("_Texted", Paragraph, Heading, Note, AsteriskNote)


def _bare_text(block: _Texted) -> _Texted:
    inlines: Inlines = block.inlines
    return msgspec.structs.replace(block, inlines=_bare(inlines))


def _bare_block(block: Block) -> Block:
    match block:
        case Paragraph():
            return _bare_text(block)
        case Heading():
            return _bare_text(block)
        case Table():
            rows = tuple(tuple(map(_bare, row)) for row in block.rows)
            return msgspec.structs.replace(block, rows=rows, note=_bare(block.note))
        case _:
            return block
