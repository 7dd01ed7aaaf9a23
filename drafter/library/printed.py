"""Finished paragraphs as a reader meets them: plain words, the notes in them, what stands below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from drafter.document import Document, Inlines, Mark, Note, Paragraph, Role, Run, plain
from drafter.library.opening import Part

_PARTS = {Role.PREAMBULAR: Part.PREAMBULAR, Role.OPERATIVE: Part.OPERATIVE}


class NoteMark(msgspec.Struct, frozen=True):
    """A note at ``offset`` characters into a text: its key in the draft, if any, and its words."""

    offset: int
    key: str = ""
    text: str = ""


class Printed(msgspec.Struct, frozen=True):
    """A finished paragraph: plain words, the notes in it, its sub-paragraphs."""

    text: str
    marks: tuple[NoteMark, ...] = ()
    items: tuple[Printed, ...] = ()


class Placed(msgspec.Struct, frozen=True):
    """A paragraph of a document, in which part of the text it stands, and how it reads."""

    paragraph: Paragraph
    part: Part
    printed: Printed


def placed(document: Document) -> Iterator[Placed]:
    """Yield the preambular and operative paragraphs of ``document``, quoted ones aside."""
    notes = {note.id: note for note in document.notes}
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role in _PARTS and not block.quoted:
            below = _items(blocks[index + 1 :], 1, notes)
            yield Placed(block, _PARTS[block.role], _printed(block.inlines, notes, below))


def _items(
    blocks: tuple[object, ...], level: int, notes: Mapping[str, Note]
) -> tuple[Printed, ...]:
    """Return the sub-paragraphs at ``level`` that stand at the head of ``blocks``."""
    items = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.role is not Role.ITEM or block.level < level:
            break
        if block.level == level:
            below = _items(blocks[index + 1 :], level + 1, notes)
            items.append(_printed(block.inlines, notes, below))
    return tuple(items)


def _printed(inlines: Inlines, notes: Mapping[str, Note], items: tuple[Printed, ...]) -> Printed:
    text = ""
    marks = []
    for part in inlines:
        if isinstance(part, Run):
            text += part.text
        elif isinstance(part, Mark):
            note = notes[part.note]
            marks.append(NoteMark(len(text), note.key, plain(note.inlines)))
    return Printed(text, tuple(marks), items)
