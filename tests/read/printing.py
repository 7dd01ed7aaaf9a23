"""How a document prints, in lines that two documents can be compared by."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.document import (
    Closing,
    Document,
    Heading,
    Inlines,
    Mark,
    Paragraph,
    Run,
    Table,
    plain,
)


def lines_of(document: Document) -> list[str]:
    """Return masthead, front, blocks and notes as they print, looks and numbers included."""
    return [*_head(document), *_blocks(document), *_notes(document)]


def _head(document: Document) -> Iterator[str]:
    head, front = document.masthead, document.front
    yield document.kind.value
    yield from (head.symbol, head.organ, head.distribution, head.date, head.original, head.session)
    yield from (*head.committee, head.agenda_line, *head.agenda_titles)
    yield from (plain(front.submitter), front.adopted, plain(front.provenance), front.number)
    yield from (text_of(front.title), front.subtitle, plain(front.rapporteur))


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Paragraph():
                role = block.role.value
                yield f"{role} {block.level} {block.label} {text_of(block.inlines)}"
            case Heading():
                yield f"heading {block.label} {text_of(block.inlines)}"
            case Table():
                for row in (block.columns, *block.rows):
                    yield " | ".join(text_of(cell) for cell in row)
            case Closing():
                yield from block.lines


def _notes(document: Document) -> Iterator[str]:
    for note in document.asterisk_notes:
        yield f"{note.stars} {text_of(note.inlines)}"
    for note in document.notes:
        yield f"{note.scope} {note.number} {text_of(note.inlines)}"


def text_of(inlines: Inlines) -> str:
    """Return words with stars for italics and brackets for note marks."""
    words: list[str] = []
    for part in inlines:
        match part:
            case Run():
                words.append(f"*{part.text}*" if part.italic else part.text)
            case Mark():
                words.append(f"[{part.number}]")
            case _:
                words.append(part.stars)
    return "".join(words).replace("**", "")
