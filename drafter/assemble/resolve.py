"""Citations by key and cross-references by id become words, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.assemble.citations import Citations
from drafter.assemble.pieces import HeadPiece, Item, Locate, Piece, Slot, Slots, TablePiece, Work
from drafter.assemble.punctuate import marks_after_punctuation
from drafter.assemble.references import references
from drafter.inline import Cite, Target, Text


def resolve(work: Work) -> None:
    """Replace every citation and reference in ``work`` by its words and notes."""
    named = references(work)
    cited = [Citations(work, scope) for scope in work.scopes]
    for index, item in enumerate(work.items):
        for parts, locate, store in text_slots(item):
            words: list[Slot] = []
            for part in parts:
                match part:
                    case Cite(_, offset):
                        words += cited[item.scope].words(part, locate(offset))
                    case Target(_, offset):
                        words += named.words(part, index, locate(offset))
                    case Text(text):
                        cited[item.scope].mentioned(text)
                        words.append(part)
                    case _:
                        words.append(part)
            store(marks_after_punctuation(tuple(words)))


def text_slots(item: Item) -> Iterator[tuple[Slots, Locate, Callable[[Slots], None]]]:
    """Yield every text of ``item`` in reading order, with a way to put a new one in its place."""
    if isinstance(item, Piece | HeadPiece):
        yield item.parts, item.locate, lambda parts: setattr(item, "parts", parts)
    elif isinstance(item, TablePiece):
        yield item.title, item.locate, lambda parts: setattr(item, "title", parts)
        for row in (item.columns, *item.rows):
            for index, cell in enumerate(row):
                yield cell, item.locate, _cell_store(row, index)
        yield item.note, item.locate, lambda parts: setattr(item, "note", parts)


def _cell_store(row: list[Slots], index: int) -> Callable[[Slots], None]:
    def store(parts: Slots) -> None:
        row[index] = parts

    return store
