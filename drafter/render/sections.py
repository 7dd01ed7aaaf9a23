"""A document cut where its note numbers restart, for formats that have no pages to put notes on."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, assert_never

import msgspec

from drafter.document import Block, Closing, Heading, Mark, Note, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.document import Document, Inlines


class Section(msgspec.Struct, frozen=True):
    """A run of blocks of one scope, and the notes that are first called for in it."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def sections(document: Document) -> tuple[Section, ...]:
    """Return the sections in reading order: at least one, and every note in exactly one of them.

    A scope that another one interrupts has its notes where they are first called for, so that the
    notes of a report do not end up behind the drafts that it recommends.
    """
    runs = [tuple(run) for _, run in groupby(document.blocks, key=lambda block: block.scope)]
    called = [list(_note_ids(run)) for run in runs or [()]]
    called[0][:0] = _marked(_front(document))
    homes = _homes(called)
    return tuple(
        Section(run, tuple(n for n in document.notes if homes.get(n.id, len(called) - 1) == index))
        for index, run in enumerate(runs or [()])
    )


def texts(document: Document) -> Iterator[Inlines]:
    """Yield every text that can bear a mark, in reading order."""
    yield from _front(document)
    yield from chain.from_iterable(map(_texts, document.blocks))
    yield from (note.inlines for note in document.asterisk_notes)


def _homes(called: Sequence[Iterable[str]]) -> dict[str, int]:
    homes: dict[str, int] = {}
    for index, ids in enumerate(called):
        for note in ids:
            homes.setdefault(note, index)
    return homes


def _note_ids(blocks: Iterable[Block]) -> Iterator[str]:
    return _marked(chain.from_iterable(_texts(block) for block in blocks))


def _marked(texts: Iterable[Inlines]) -> Iterator[str]:
    return (part.note for text in texts for part in text if isinstance(part, Mark))


def _front(document: Document) -> tuple[Inlines, ...]:
    front = document.front
    return front.submitter, front.provenance, front.title, front.rapporteur


def _texts(block: Block) -> tuple[Inlines, ...]:
    match block:
        case Paragraph() | Heading():
            return (block.inlines,)
        case Table():
            cells = chain.from_iterable((block.columns, *block.rows))
            return (block.title, *cells, block.note)
        case Closing():
            return ()
        case _:
            assert_never(block)
