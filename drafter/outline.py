"""What a document holds, at a glance: paragraphs, ids, notes, blanks, words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from drafter.document import (
    Document,
    Heading,
    Inlines,
    Kind,
    Mark,
    Paragraph,
    Role,
    Run,
    Table,
    plain,
)
from drafter.errors import NOWHERE, Place

_WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*")


class Line(msgspec.Struct, frozen=True):
    """A paragraph or heading: its label, its first words, the notes that hang on it."""

    label: str
    text: str
    level: int
    heading: bool
    id: str
    notes: tuple[int, ...]
    line: int


class Blank(msgspec.Struct, frozen=True):
    """A placeholder: the words around it, and where it stands in the draft."""

    text: str
    where: str
    place: Place


class Outline(msgspec.Struct, frozen=True):
    """The outline of a document."""

    kind: Kind
    symbol: str
    title: str
    lines: tuple[Line, ...]
    blanks: tuple[Blank, ...]
    preambular: int
    operative: int
    notes: int
    words: int


def outline(document: Document) -> Outline:
    """Return the outline of ``document``."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    return Outline(
        document.kind,
        document.masthead.symbol,
        plain(document.front.title),
        tuple(_lines(document)),
        tuple(blanks(document)),
        sum(block.role is Role.PREAMBULAR for block in paragraphs),
        sum(block.role is Role.OPERATIVE for block in paragraphs),
        len(document.notes),
        words(document),
    )


def words(document: Document) -> int:
    """Count the words of the text: title, headings, paragraphs and tables, without notes."""
    texts = [plain(document.front.title)]
    for block in document.blocks:
        match block:
            case Paragraph() | Heading():
                texts.append(plain(block.inlines))
            case Table():
                texts.extend(plain(cell) for row in block.rows for cell in row)
            case _:
                pass
    return sum(len(_WORD.findall(text)) for text in texts)


def blanks(document: Document) -> Iterator[Blank]:
    """Yield every placeholder, in reading order: masthead, text, notes."""
    yield from _masthead_blanks(document)
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            yield from _blanks(block.inlines, block.label or _name(block), block.place)
    for note in document.notes:
        yield from _blanks(note.inlines, f"note {note.number}", note.place)


def _masthead_blanks(document: Document) -> Iterator[Blank]:
    head = document.masthead
    for name, text in (("symbol", head.symbol), ("date", head.date), ("agenda", head.agenda_line)):
        if re.search(r"_{2,}|…|\.\.\.", text):
            yield Blank(text, name, Place(document.file))


def _blanks(inlines: Inlines, where: str, place: Place) -> Iterator[Blank]:
    text = plain(inlines)
    at = 0
    for part in inlines:
        if not isinstance(part, Run):
            continue
        if part.blank:
            around = text[max(0, at - 30) : at + len(part.text) + 20]
            yield Blank(" ".join(around.split()), where, place)
        at += len(part.text)


def _lines(document: Document) -> Iterator[Line]:
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            yield Line(
                block.label,
                plain(block.inlines),
                block.level if isinstance(block, Paragraph) else 0,
                isinstance(block, Heading),
                block.id,
                tuple(part.number for part in block.inlines if isinstance(part, Mark)),
                block.place.line if block.place is not NOWHERE else 0,
            )


def _name(block: Paragraph | Heading) -> str:
    if isinstance(block, Heading):
        return "heading"
    if block.role is Role.PREAMBULAR:
        return f"preambular paragraph {block.number}"
    return str(block.role.value)
