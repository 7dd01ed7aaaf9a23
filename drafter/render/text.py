"""Plain text that can be pasted into an e-mail: one paragraph a line, notes below each text."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from drafter.document import Closing, Heading, HeadingRole, Mark, Paragraph, Run, Star, Table
from drafter.render.columns import set_in_columns
from drafter.render.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.document import Block, Document, Front, Inline, Inlines, Masthead, Note

EXTENSION = "txt"

_INDENT = "    "
_NOTE_RULE = "_" * 18
_TABLE_WIDTH = 96
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ON_ONE_LINE = {HeadingRole.PART, HeadingRole.SUBPART, HeadingRole.TEXT_TITLE, HeadingRole.MINOR}


def render(document: Document) -> bytes:
    """Return the document as plain text in UTF-8."""
    return ("\n\n".join(filter(None, _pieces(document))) + "\n").encode()


def _pieces(document: Document) -> Iterator[str]:
    """Yield what an empty line sets apart; an empty string is a piece that is not there."""
    yield "DRAFT" if document.draft_mark else ""
    yield from _masthead(document.masthead)
    yield from _front(document.front)
    for section in sections(document):
        yield from map(_block, section.blocks)
        yield from _notes(section.notes)
    yield "\n".join(f"{note.stars} {_text(note.inlines)}" for note in document.asterisk_notes)
    yield document.masthead.job_number


def _masthead(masthead: Masthead) -> Iterator[str]:
    yield _lines(_spaced("United Nations", masthead.symbol), masthead.organ)
    yield _lines(masthead.distribution, masthead.date, masthead.original)
    yield _lines(
        masthead.session,
        *masthead.committee,
        masthead.agenda_line + masthead.agenda_stars,
        *masthead.agenda_titles,
    )


def _front(front: Front) -> Iterator[str]:
    yield _text(front.submitter)
    yield front.adopted
    yield _text(front.provenance)
    yield _spaced(front.number, _text(front.title))
    yield front.subtitle
    yield _text(front.rapporteur)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            indent = _INDENT * (block.level + block.quoted)
            return indent + _spaced(block.label, _text(block.inlines))
        case Heading():
            return _heading(block)
        case Table():
            return _table(block)
        case Closing():
            return _lines(*block.lines)
        case _:
            assert_never(block)


def _heading(heading: Heading) -> str:
    join = _spaced if heading.role in _ON_ONE_LINE else _lines
    words = join(heading.label, _text(heading.inlines))
    return "\n".join(_INDENT * heading.quoted + line for line in words.splitlines())


def _table(table: Table) -> str:
    columns = [_text(cell) for cell in table.columns]
    rows = [[_text(cell) for cell in row] for row in table.rows]
    body = set_in_columns(columns, rows, table.align, _TABLE_WIDTH)
    return "\n\n".join(
        filter(None, (_lines(table.label, _text(table.title)), body, _text(table.note)))
    )


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    if notes:
        yield _NOTE_RULE
    for note in notes:
        yield _spaced(_superscript(note.number), _text(note.inlines))


def _text(inlines: Inlines) -> str:
    befores: tuple[Inline | None, ...] = (None, *inlines)
    return "".join(_part(part, before) for part, before in zip(inlines, befores, strict=False))


def _part(part: Inline, before: Inline | None) -> str:
    match part:
        case Run():
            return part.text
        case Mark():
            comma = "," if isinstance(before, Mark) else ""
            return comma + _superscript(part.number)
        case Star():
            return part.stars
        case _:
            assert_never(part)


def _superscript(number: int) -> str:
    return str(number).translate(_SUPERSCRIPTS)


def _spaced(*words: str) -> str:
    return " ".join(filter(None, words))


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))
