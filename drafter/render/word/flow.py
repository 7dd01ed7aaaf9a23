"""The order of paragraphs from the session line to the final rule, each with its form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

import msgspec

from drafter.document import (
    Closing,
    Document,
    Heading,
    HeadingRole,
    Inlines,
    Kind,
    Paragraph,
    Role,
    Run,
    Star,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIMPLE_FORMS = {
    Role.ORGAN_LINE: "organ-line",
    Role.PREAMBULAR: "preambular",
    Role.OPERATIVE: "operative",
    Role.PLAIN: "plain",
    Role.NUMBERED: "numbered",
}
_HEADING_FORMS = {
    HeadingRole.PART: "part",
    HeadingRole.SUBPART: "subpart",
    HeadingRole.DRAFT: "draft",
    HeadingRole.TEXT_TITLE: "text-title",
    HeadingRole.LETTER: "letter",
    HeadingRole.ANNEX: "annex",
    HeadingRole.SIDE: "side",
    HeadingRole.MINOR: "minor",
}
_BESIDE = (HeadingRole.PART, HeadingRole.SUBPART)
_OVER_A_TITLE = (HeadingRole.DRAFT, HeadingRole.LETTER)
_DEEPEST = 4


class Setting(msgspec.Struct, frozen=True):
    """A paragraph or table about to be set; ``attached`` allows no space above it."""

    form: str
    inlines: Inlines = ()
    label: str = ""
    quoted: bool = False
    attached: bool = False
    scope: int = 0
    id: str = ""
    table: Table | None = None

    def every_inline(self) -> Inlines:
        """Return the inline parts in reading order, those of a table's cells too."""
        if not self.table:
            return self.inlines
        rows = (self.table.columns, *self.table.rows)
        return tuple(part for row in rows for cell in row for part in cell)


def flow(document: Document) -> tuple[Setting, ...]:
    """Return everything below the masthead, in the order of the page."""
    return (*_head(document), *_front(document), *_blocks(document), Setting("end"))


def _head(document: Document) -> Iterator[Setting]:
    masthead = document.masthead
    yield Setting("start")
    if masthead.session:
        yield Setting("session", _text(masthead.session))
    for line in masthead.committee:
        yield Setting("committee", _text(line), attached=True)
    if masthead.agenda_line:
        stars = (Star(masthead.agenda_stars),) if masthead.agenda_stars else ()
        yield Setting("agenda", (*_text(masthead.agenda_line), *stars), attached=True)
    for line in masthead.agenda_titles:
        yield Setting("agenda-title", _text(line), attached=True)


def _front(document: Document) -> Iterator[Setting]:
    front = document.front
    if front.submitter:
        yield Setting("submitter", front.submitter)
    if front.adopted:
        yield Setting("adopted", _text(_two_lines(front.adopted)))
    if front.provenance:
        yield Setting("provenance", front.provenance)
    if front.title or front.number:
        form = "report-title" if document.kind is Kind.REPORT else "title"
        yield Setting(form, front.title, label=front.number)
    if front.subtitle:
        yield Setting("subtitle", _text(front.subtitle))
    if front.rapporteur:
        yield Setting("rapporteur", front.rapporteur)


def _two_lines(adopted: str) -> str:
    """Break ``Resolution adopted by the General Assembly on …`` before the date, as issued."""
    return adopted if "\n" in adopted else re.sub(r" on (?=\d)", "\non ", adopted, count=1)


def _blocks(document: Document) -> Iterator[Setting]:
    over: HeadingRole | None = None
    for block in document.blocks:
        match block:
            case Paragraph():
                yield _paragraph(block)
            case Heading():
                yield from _heading(block, over)
            case Table():
                yield from _table(block)
            case Closing():
                yield from _closing(block)
            case _:
                assert_never(block)
        over = block.role if isinstance(block, Heading) else None


def _paragraph(block: Paragraph) -> Setting:
    return Setting(
        _form(block),
        block.inlines,
        label=block.label,
        quoted=block.quoted,
        scope=block.scope,
        id=block.id,
    )


def _form(block: Paragraph) -> str:
    level = max(0, min(block.level, _DEEPEST))
    match block.role:
        case Role.ITEM:
            return f"item-{max(1, level)}"
        case Role.RESUMED:
            return f"resumed-{level}"
        case Role.NUMBERED if not block.label:
            return "plain"
        case Role.OPERATIVE if not block.label:
            return "preambular"
        case Role.PLAIN if block.label:
            return "operative"
        case _:
            return _SIMPLE_FORMS[block.role]


def _heading(block: Heading, over: HeadingRole | None) -> Iterator[Setting]:
    """Yield the lines of a heading: numeral and words on one line, or on two."""
    form = _HEADING_FORMS[block.role]
    attached = block.role is HeadingRole.TEXT_TITLE and over in _OVER_A_TITLE
    lines = [(block.label, block.inlines)] if block.role in _BESIDE else _two(block)
    for label, inlines in lines:
        yield Setting(
            form,
            inlines,
            label=label,
            quoted=block.quoted,
            attached=attached,
            scope=block.scope,
            id="" if attached else block.id,
        )
        attached = True


def _two(block: Heading) -> list[tuple[str, Inlines]]:
    lines: list[tuple[str, Inlines]] = [("", _text(block.label))] if block.label else []
    return [*lines, ("", block.inlines)] if block.inlines else lines


def _table(block: Table) -> Iterator[Setting]:
    if block.label:
        yield Setting("table-label", _text(block.label), scope=block.scope)
    if block.title:
        yield Setting("table-title", block.title, scope=block.scope, attached=bool(block.label))
    yield Setting("table", table=block, scope=block.scope)
    if block.note:
        yield Setting("table-note", block.note, scope=block.scope)


def _closing(block: Closing) -> Iterator[Setting]:
    last = len(block.lines) - 1
    for index, line in enumerate(block.lines):
        form = "closing-last" if index == last else "closing"
        yield Setting(form, _text(line), scope=block.scope, attached=index > 0)


def _text(words: str) -> Inlines:
    return (Run(words),) if words else ()
