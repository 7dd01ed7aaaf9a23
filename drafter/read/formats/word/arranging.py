"""The blocks of the text in the order and shape in which they are read.

Tables that only place paragraphs are dissolved, lines become paragraphs, typed notes are taken out
and hung on the figures that ask for them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.read.formats.word import typed_notes
from drafter.read.formats.word.blocks import Block, Note, Para
from drafter.read.formats.word.breaks import paragraphs_of
from drafter.read.formats.word.tables import is_layout, laid_out, notes_below
from drafter.read.formats.word.words import STARS


def arranged(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield paragraphs and the tables that are tables, with the notes below them."""
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif isinstance(block, Para):
            yield from paragraphs_of(block)
        elif is_layout(block):
            stack.append(iter(list(laid_out(block))))
        else:
            below = notes_below(block)
            yield block
            stack.append(iter(below))


def without_stars(flat: Iterable[Block]) -> tuple[list[Block], list[Note]]:
    """Return the blocks and the asterisk notes among them.

    They stand in a frame or below a rule; or a line asks for a note and one paragraph is it.
    """
    blocks = list(flat)
    asked = _asked(block for block in blocks if isinstance(block, Para))
    kept: list[Block] = []
    notes: list[Note] = []
    below_rule = False
    for block in blocks:
        if not isinstance(block, Para):
            kept.append(block)
            continue
        apart = below_rule or bool(block.shape.frame) or typed_notes.star(block) in asked
        note = typed_notes.star_note(block, set_apart=apart)
        if note is None:
            kept.append(block)
            below_rule = typed_notes.is_rule(block) or (below_rule and block.blank)
        else:
            notes.append(note)
    return kept, notes


def _asked(paragraphs: Iterable[Para]) -> frozenset[str]:
    """Return the asterisks behind words of the text that one paragraph alone begins with."""
    behind: set[str] = set()
    begun: Counter[str] = Counter()
    for para in paragraphs:
        if mark := typed_notes.star(para):
            begun[mark] += 1
        elif "*" in para.text:
            behind.update(STARS.findall(para.text))
    return frozenset(mark for mark, count in begun.items() if count == 1 and mark in behind)


def without_lists(flat: list[Block]) -> tuple[list[Block], list[Note]]:
    """Return the blocks and the typed notes among them, hung on the raised figures of the text.

    A figure asks for the next note of its number: each text has its list below it.
    """
    paragraphs = [block for block in flat if isinstance(block, Para)]
    typed_notes.without_brackets(paragraphs)
    typed_notes.hang_again(paragraphs)
    raised = typed_notes.raised_marks(paragraphs)
    taken, headings = typed_notes.typed_list(paragraphs, raised)
    if not taken:
        return flat, []
    notes = {at: Note("typed", "", mark) for at, mark in taken.items()}
    _hang(paragraphs, notes)
    for at, note in notes.items():
        typed_notes.take_words(paragraphs[at], note)
    gone = {id(paragraphs[at]) for at in (*taken, *headings)}
    return [block for block in flat if id(block) not in gone], list(notes.values())


def _hang(paragraphs: Sequence[Para], notes: Mapping[int, Note]) -> None:
    places: dict[str, list[int]] = {}
    for at, note in notes.items():
        places.setdefault(note.mark, []).append(at)
    for at, para in enumerate(paragraphs):
        if at in notes:
            continue

        def note_of(mark: str, at: int = at, number: int = para.number) -> Note | None:
            found = places.get(mark)
            if not found:
                return None
            note = notes[found[min(bisect_right(found, at), len(found) - 1)]]
            note.place = note.place or number
            return note

        typed_notes.hang(para, note_of)
