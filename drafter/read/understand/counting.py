"""The account of a file: what its draft holds, and the remarks on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drafter.draft import Annex, Draft, Entry, Part, Section
from drafter.read.found import Found
from drafter.read.understand.account import Account, Remark, Weight
from drafter.read.understand.pen import Pen


class Loose(msgspec.Struct, frozen=True):
    """How many notes found no mark, and how many marks no note."""

    notes: int
    marks: int


def counted(found: Found, draft: Draft, remarks: Iterable[Remark], loose: Loose) -> Account:
    """Return the account of ``draft``, which was read from ``found``."""
    pen = Pen(draft.file)
    repairs = (
        Remark(Weight.REPAIR, each.what, pen.place(each.origin), each.count)
        for each in found.repairs
    )
    drafts = tuple(_all_drafts(draft))
    entries = [entry for each in drafts for entry in _entries(each)]
    return Account(
        found.format,
        pages=found.pages,
        preambular=sum(_paragraphs(each.preamble) for each in _texts(drafts)),
        operative=sum(_paragraphs(each.operative) for each in _texts(drafts)),
        paragraphs=_paragraphs(entry for each in drafts for entry in _others(each)),
        items=sum(_items(entry) for entry in entries),
        notes=sum(len(each.notes) for each in drafts),
        headings=sum(bool(entry.heading) for entry in entries),
        tables=sum(entry.table is not None for entry in entries),
        annexes=sum(len(each.annexes) for each in drafts),
        drafts=len(drafts) - 1,
        sponsors=len(draft.sponsors.states) if draft.sponsors else 0,
        residues=sum(bool(entry.residue) for entry in entries),
        loose_notes=loose.notes,
        loose_marks=loose.marks,
        remarks=(*remarks, *repairs),
    )


def _all_drafts(draft: Draft) -> Iterator[Draft]:
    yield draft
    for section in draft.sections:
        for entry in _section_entries(section):
            for inner in entry.drafts:
                yield from _all_drafts(inner)


def _texts(drafts: Iterable[Draft]) -> Iterator[Draft | Part]:
    for draft in drafts:
        yield draft
        yield from draft.parts


def _entries(draft: Draft) -> Iterator[Entry]:
    yield from draft.preamble
    yield from draft.operative
    for part in draft.parts:
        yield from (*part.preamble, *part.operative)
    yield from _others(draft)


def _others(draft: Draft) -> Iterator[Entry]:
    yield from draft.paragraphs
    for section in draft.sections:
        yield from _section_entries(section)
    annexes: tuple[Annex, ...] = draft.annexes
    for annex in annexes:
        yield from annex.paragraphs


def _section_entries(section: Section) -> Iterator[Entry]:
    yield from section.paragraphs
    for below in section.sections:
        yield from _section_entries(below)


def _paragraphs(entries: Iterable[Entry]) -> int:
    return sum(bool(entry.text) for entry in entries)


def _items(entry: Entry) -> int:
    below = sum(1 + _items(item) for item in entry.items)
    then = _items(entry.then) if isinstance(entry.then, Entry) else 0
    return below + then + sum(_items(quoted) for quoted in entry.quote)
