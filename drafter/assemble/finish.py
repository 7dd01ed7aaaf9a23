"""Last pass: pieces become the blocks of the finished document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from drafter.assemble.links import linked
from drafter.assemble.notes import Notes
from drafter.assemble.openings import opening_length
from drafter.assemble.pieces import (
    HeadPiece,
    Item,
    MarkPart,
    Piece,
    RefText,
    Slots,
    TablePiece,
    Work,
)
from drafter.document import (
    Align,
    AsteriskNote,
    Block,
    Closing,
    Heading,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Run,
    Table,
)
from drafter.inline import Text

_ALIGN = {"left": Align.LEFT, "right": Align.RIGHT, "centre": Align.CENTRE, "center": Align.CENTRE}


def blocks(work: Work) -> tuple[Block, ...]:
    """Return the finished blocks of ``work``."""
    return tuple(_block(work, item) for item in work.items)


def notes(found: Notes) -> tuple[Note, ...]:
    """Return the finished footnotes."""
    return tuple(
        Note(note.id, note.number, inlines(note.parts), note.scope, note.key, note.place)
        for note in found.numbered
    )


def asterisk_notes(found: Notes) -> tuple[AsteriskNote, ...]:
    """Return the finished asterisk notes."""
    return tuple(
        AsteriskNote(stars, inlines(parts), place) for stars, parts, place in found.starred
    )


def _block(work: Work, item: Item) -> Block:
    match item:
        case Piece():
            return _paragraph(work, item)
        case HeadPiece():
            return _heading(item)
        case TablePiece():
            return _table(work, item)
        case Closing():
            return item
        case _:
            assert_never(item)


def _paragraph(work: Work, piece: Piece) -> Paragraph:
    opening = opening_length(work, piece)
    return Paragraph(
        piece.role,
        linked(_italic(merged(_raw(piece.parts)), opening)),
        label=piece.label,
        number=piece.number,
        level=piece.level,
        opening=opening or _typed_opening(piece),
        quoted=piece.quoted,
        scope=piece.scope,
        id=piece.id,
        source=piece.source,
        comment=piece.comment,
        clause=piece.clause,
        place=piece.place,
    )


def _typed_opening(piece: Piece) -> int:
    first = piece.parts[0] if piece.parts else None
    in_text = not piece.level and not piece.resumes
    return len(first.text) if in_text and isinstance(first, Text) and first.italic else 0


def _heading(piece: HeadPiece) -> Heading:
    return Heading(
        piece.role,
        inlines(piece.parts),
        label=piece.label,
        quoted=piece.quoted,
        scope=piece.scope,
        id=piece.id,
        place=piece.place,
    )


def _table(work: Work, piece: TablePiece) -> Table:
    width = max((len(piece.columns), *(len(row) for row in piece.rows)), default=0)
    rows = tuple(tuple(_padded(map(inlines, row), width)) for row in piece.rows)
    columns = tuple(inlines(cell) for cell in piece.columns)
    return Table(
        tuple(_padded(columns, width)) if columns else (),
        rows,
        _alignments(work, piece, width),
        title=inlines(piece.title),
        label=piece.label,
        note=inlines(piece.note),
        scope=piece.scope,
        place=piece.place,
    )


def _padded(row: Iterable[Inlines], width: int) -> list[Inlines]:
    cells = list(row)
    return cells + [()] * (width - len(cells))


def _alignments(work: Work, piece: TablePiece, width: int) -> tuple[Align, ...]:
    asked: list[Align] = []
    for words in piece.entry.align:
        align = _ALIGN.get(words.text.strip().lower())
        if align is None:
            message = f"a column cannot stand {words.text.strip()!r}"
            work.problem(words.place, message, "write left, right or centre")
        asked.append(align or Align.LEFT)
    # Figures stand to the right of the first column unless the author says otherwise.
    usual = [Align.LEFT] + [Align.RIGHT] * (width - 1)
    return tuple((asked + usual[len(asked) :])[:width])


def inlines(parts: Slots) -> Inlines:
    """Return finished inlines: equal neighbours joined, links and blanks marked."""
    return linked(tuple(merged(_raw(parts))))


def _raw(parts: Slots) -> list[Inline]:
    result: list[Inline] = []
    for part in parts:
        match part:
            case MarkPart(mark):
                result.append(mark)
            case RefText():
                result.append(Run(part.text, target=part.target))
            case Text(text, italic, bold):
                result.append(Run(text, italic, bold))
            case _:
                message = f"unresolved: {part!r}"
                raise TypeError(message)
    return result


def merged(parts: Iterable[Inline]) -> list[Inline]:
    """Join neighbouring runs of one look."""
    result: list[Inline] = []
    for part in parts:
        last = result[-1] if result else None
        if isinstance(part, Run) and isinstance(last, Run) and _look(part) == _look(last):
            result[-1] = Run(last.text + part.text, *_look(last))
        else:
            result.append(part)
    return result


_look: Callable[[Run], tuple[bool, bool, str, str]] = lambda run: (  # noqa: E731
    run.italic,
    run.bold,
    run.link,
    run.target,
)


def _italic(parts: list[Inline], length: int) -> Inlines:
    """Set the first ``length`` characters in italics."""
    result: list[Inline] = []
    left = length
    for part in parts:
        if left <= 0 or not isinstance(part, Run):
            result.append(part)
            continue
        head, tail = part.text[:left], part.text[left:]
        left -= len(part.text)
        result.append(Run(head, True, part.bold, part.link, part.target))  # noqa: FBT003
        if tail:
            result.append(Run(tail, *_look(part)))
    return tuple(merged(result))
