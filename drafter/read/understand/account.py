"""What was understood of a file, in numbers and words a person can check."""

from __future__ import annotations

import enum
from collections.abc import Iterator

import msgspec

from drafter.errors import Place
from drafter.inline import Parts


class Weight(enum.Enum):
    """How much a remark matters to whoever reads the draft."""

    REPAIR = "repaired"
    DOUBT = "check"
    LOST = "not placed"


class Remark(msgspec.Struct, frozen=True):
    """Something the reader wants to be known; ``count`` of the same kind."""

    weight: Weight
    text: str
    place: Place
    count: int = 1


class Said(msgspec.Struct, frozen=True):
    """A paragraph as it stood in the file: its label, and its words with italics and marks."""

    place: Place
    label: str
    parts: Parts


class Account(msgspec.Struct, frozen=True):
    """The counts are those of the draft: items and notes of drafts inside a report included."""

    format: str
    pages: int = 0
    preambular: int = 0
    operative: int = 0
    paragraphs: int = 0
    items: int = 0
    notes: int = 0
    headings: int = 0
    tables: int = 0
    annexes: int = 0
    drafts: int = 0
    sponsors: int = 0
    residues: int = 0
    loose_notes: int = 0
    loose_marks: int = 0
    remarks: tuple[Remark, ...] = ()

    @property
    def sure(self) -> float:
        """The share of paragraphs and notes about which nothing had to be guessed, 0 to 1."""
        total = self.preambular + self.operative + self.paragraphs + self.items + self.notes
        doubts = sum(each.count for each in self.remarks if each.weight is not Weight.REPAIR)
        return max(0.0, 1 - doubts / total) if total else 0.0

    def counts(self) -> Iterator[str]:
        """Yield what there is, in words: ``12 preambular paragraphs``."""
        for count, one, many in (
            (self.sponsors, "sponsor", "sponsors"),
            (self.preambular, "preambular paragraph", "preambular paragraphs"),
            (self.operative, "operative paragraph", "operative paragraphs"),
            (self.paragraphs, "paragraph", "paragraphs"),
            (self.items, "sub-paragraph", "sub-paragraphs"),
            (self.headings, "heading", "headings"),
            (self.tables, "table", "tables"),
            (self.annexes, "annex", "annexes"),
            (self.drafts, "draft", "drafts"),
            (self.notes, "note", "notes"),
            (self.residues, "residue", "residues"),
            (self.loose_notes, "note without anchor", "notes without anchor"),
            (self.loose_marks, "anchor without note", "anchors without note"),
        ):
            if count:
                yield f"{count} {one if count == 1 else many}"
