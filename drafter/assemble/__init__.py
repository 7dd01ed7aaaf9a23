"""From the draft as written to the document as it would be issued.

The passes stand in the order in which they run; each does one thing to all pieces.
"""

from __future__ import annotations

from drafter.assemble import finish
from drafter.assemble.facts import check_facts
from drafter.assemble.flatten import Flattener
from drafter.assemble.front import front
from drafter.assemble.masthead import masthead
from drafter.assemble.notes import Notes, number_notes
from drafter.assemble.number import number
from drafter.assemble.openings import sequence
from drafter.assemble.pieces import Work
from drafter.assemble.punctuate import punctuate
from drafter.assemble.resolve import resolve
from drafter.document import Document
from drafter.draft import Draft
from drafter.errors import Unusable
from drafter.library.clauses import Library


def assemble(draft: Draft, library: Library | None = None) -> Document:
    """Return the finished document of ``draft``, clauses taken from ``library``.

    Raises Unusable with every problem found. What is merely unlike the rule stays as written and
    is told in the document's notices.
    """
    work, notes = Work(draft), Notes()
    Flattener(work, library or Library()).draft(draft)
    number(work)
    sequence(work)
    punctuate(work)
    resolve(work)
    head, lines = masthead(work, notes), front(work, notes)
    number_notes(work, notes)
    check_facts(work, notes)
    blocks = finish.blocks(work)
    document = Document(
        draft.kind,
        head,
        lines,
        blocks,
        finish.notes(notes),
        finish.asterisk_notes(notes),
        notices=tuple(work.notices),
        author=draft.author.text.strip(),
        emblem=draft.emblem.text.strip(),
        draft_mark=draft.options.draft_mark,
        file=draft.file,
    )
    if work.problems:
        raise Unusable(*sorted(work.problems, key=lambda p: p.place.order))
    return document


__all__ = ["assemble"]
