"""The parts of a Word file brought together: its text, its notes, its headers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drafter.read.files import Settings
from drafter.read.formats.word.blocks import Block, Note
from drafter.read.formats.word.changes import Tracked
from drafter.read.formats.word.comments import comments_of
from drafter.read.formats.word.content import Content, Reading
from drafter.read.formats.word.masthead import header_names
from drafter.read.formats.word.names import Element, child_value, whole
from drafter.read.formats.word.numbering import Numbering
from drafter.read.formats.word.package import Package, Relation
from drafter.read.formats.word.registry import (
    ENDNOTE,
    FOOTNOTE,
    Notes,
    note_elements,
    sections_of,
)
from drafter.read.formats.word.story import Story
from drafter.read.formats.word.styles import Styles
from drafter.read.found import Repair

_USUAL_STOP = 720


class Loaded(msgspec.Struct, frozen=True):
    """What stands in a file: the blocks of its text, of the head of page 1, its notes."""

    text: list[Block]
    first_head: list[list[Block]]
    other_heads: list[list[Block]]
    notes: list[Note]
    stories: dict[int, list[Block]]
    orphans: list[list[Block]]
    comments: dict[str, str]
    repairs: list[Repair]
    stop: int = _USUAL_STOP


class Loader:
    """Reads the parts of ``package``; lists count on from one part to the next."""

    def __init__(self, package: Package, settings: Settings) -> None:
        self.package = package
        self.name, self.root = package.main()
        self.relations = package.relations(self.name)
        self.settings = self._part("settings")
        self.numbering = Numbering(self._part("numbering"))
        self.styles = Styles(self._part("styles"), self.numbering)
        self.tracked = Tracked(settings.changes)
        self.notes = Notes(sections_of(self.root, self.settings))
        self.reading = Reading(self.styles, self.tracked, self.notes, settings.links)
        self.repairs: list[Repair] = []
        self.counted: dict[str, int] = {}

    def load(self) -> Loaded:
        """Return all that stands in the file."""
        comments, machine = comments_of(self._part("comments"))
        self._count("comments of the document system left out", machine)
        self._count(f"tracked changes {self.tracked.word}", self.tracked.count(self.root))
        self.notes.know_bookmarks(self.root)
        text = self._blocks(self.root, self.relations)
        stories, orphans = self._notes()
        self.notes.tell_apart()
        first, others = self._heads()
        counted = [Repair(what, count=count) for what, count in self.counted.items() if count]
        return Loaded(
            text,
            first,
            others,
            self.notes.all,
            stories,
            orphans,
            comments,
            [*self.package.repairs, *counted],
            max(whole(child_value(self.settings, "defaultTabStop"), _USUAL_STOP), 1),
        )

    def _part(self, kind: str) -> Element | None:
        name = next((rel.target for rel in self.relations.values() if rel.kind == kind), "")
        return self.package.optional(name) if name else None

    def _count(self, what: str, count: int) -> None:
        self.counted[what] = self.counted.get(what, 0) + count

    def _blocks(self, root: Element, links: dict[str, Relation]) -> list[Block]:
        content = Content(root, self.reading, links)
        found = Story(content, self.numbering).blocks(root)
        for what, count in content.left_out.items():
            self._count(what, count)
        return found

    # --- notes ---------------------------------------------------------------------------------------

    def _notes(self) -> tuple[dict[int, list[Block]], list[list[Block]]]:
        """Return the blocks of the notes by their place in the list, and those nobody asks for."""
        stories: dict[tuple[str, str], list[Block]] = {}
        for kind in (FOOTNOTE, ENDNOTE):
            stories |= dict(self._stories(kind))
        found = {
            at: stories[note.kind, note.id]
            for at, note in enumerate(self.notes.all)
            if (note.kind, note.id) in stories
        }
        asked = {(note.kind, note.id) for note in self.notes.all}
        deleted = self.notes.referred(self.root) - asked
        self._count("notes of deleted words left out", len(deleted & stories.keys()))
        orphans = [each for key, each in stories.items() if key not in asked | deleted]
        return found, orphans

    def _stories(self, kind: str) -> Iterator[tuple[tuple[str, str], list[Block]]]:
        names = (rel.target for rel in self.relations.values() if rel.kind == f"{kind}s")
        name = next(names, "")
        root = self.package.optional(name) if name else None
        if root is None:
            return
        links = self.package.relations(name)
        self._count(f"tracked changes {self.tracked.word}", self.tracked.count(root))
        for key, element in note_elements(root, kind):
            yield (kind, key), self._blocks(element, links)

    # --- headers and footers ----------------------------------------------------------------------------

    def _heads(self) -> tuple[list[list[Block]], list[list[Block]]]:
        names = header_names(self.root)
        first = [self._head(name) for name in names["first"]]
        return first, [self._head(name) for name in names["others"]]

    def _head(self, name: str) -> list[Block]:
        relation = self.relations.get(name)
        root = self.package.optional(relation.target) if relation else None
        if relation is None or root is None:
            return []
        # Emblem and bar code are the Secretariat's, so they are not counted as left out.
        content = Content(root, self.reading, self.package.relations(relation.target))
        return Story(content, self.numbering).blocks(root)
