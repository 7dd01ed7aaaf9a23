"""Cross-references by id: ``[#report]`` becomes "paragraph 52 above" and follows its paragraph."""

from __future__ import annotations

import msgspec

from drafter.assemble.pieces import HeadPiece, Item, Piece, RefText, Seat, Work
from drafter.document import HeadingRole
from drafter.errors import Place
from drafter.inline import Parts, Target
from drafter.library.blanks import listed
from drafter.library.numerals import ordinal_words
from drafter.reading import closest


class References(msgspec.Struct):
    """All paragraphs and headings that have an id, and where each stands."""

    work: Work
    targets: dict[str, int]
    order: dict[int, int]
    index: int = 0

    @property
    def item(self) -> Item:
        """Return the piece whose references are worded."""
        return self.work.items[self.index]

    def words(self, target: Target, index: int, place: Place) -> Parts:
        """Return the words of ``target``, which stands in the piece ``index`` at ``place``."""
        self.index = index
        found = [self._target(name, place) for name in target.ids]
        items = [item for item in found if item is not None]
        if len(items) != len(found) or not items:
            return ()
        if len(items) == 1:
            return (RefText(self._words(items[0], place), target=target.ids[0]),)
        return self._several(items, target, place)

    def _target(self, name: str, place: Place) -> Piece | HeadPiece | None:
        if name in self.targets:
            item = self.work.items[self.targets[name]]
            return item if isinstance(item, Piece | HeadPiece) else None
        near = closest(name, self.targets)
        known = ", ".join(sorted(self.targets)) or "none yet: write `id: name` in a paragraph"
        advice = f"did you mean #{near}?" if near else f"the ids are {known}"
        self.work.problem(place, f"no paragraph has the id {name!r}", advice)
        return None

    def _where(self, item: Piece | HeadPiece) -> str:
        return "above" if self.order[id(item)] <= self.index else "below"

    def _words(self, item: Piece | HeadPiece, place: Place) -> str:
        if isinstance(item, HeadPiece):
            return self._heading_words(item, place)
        if item.seat is Seat.PREAMBLE and item.level == 0:
            return f"the {ordinal_words(item.number)} preambular paragraph {self._where(item)}"
        label = self._label(item, place)
        inside = "" if item.scope == self.item.scope else self._of_scope(item)
        return f"paragraph {label} {inside or self._where(item)}"

    def _of_scope(self, item: Piece) -> str:
        scope = self.work.scopes[item.scope]
        return f"of {scope.label} {self._where(item)}" if scope.label else ""

    def _several(self, items: list[Piece | HeadPiece], target: Target, place: Place) -> Parts:
        labels = [self._label(item, place) for item in items if isinstance(item, Piece)]
        where = {self._where(item) for item in items}
        if len(labels) != len(items) or len(where) > 1:
            words = [self._words(item, place) for item in items]
            return (RefText(listed(words), target=target.ids[0]),)
        text = f"{_paragraphs(labels)} {where.pop()}"
        return (RefText(text, target=target.ids[0]),)

    def _label(self, item: Piece, place: Place) -> str:
        """Return ``2 (a)``: the number of the paragraph, then the letters down to the item."""
        labels = [item.label.rstrip(".")]
        level = item.level
        index = self.order[id(item)]
        while level > 0 and index > 0:
            index -= 1
            above = self.work.items[index]
            if isinstance(above, Piece) and not above.resumes and above.level < level:
                labels.insert(0, above.label.rstrip("."))
                level = above.level
        label = " ".join(filter(None, labels))
        if not label:
            message = "a reference points at a paragraph without a number"
            self.work.problem(place, message, "refer to a numbered paragraph, or use words")
        return label

    def _heading_words(self, item: HeadPiece, place: Place) -> str:
        if item.role is HeadingRole.ANNEX:
            return self._annex_words(item)
        if item.role is HeadingRole.DRAFT:
            return self._draft_words(item)
        if item.label:
            return f"section {item.label.rstrip('.')} {self._where(item)}"
        message = "a reference points at a heading without a numeral"
        self.work.problem(place, message, "give the heading a numeral, or use words")
        return ""

    def _annex_words(self, item: HeadPiece) -> str:
        numeral = item.label.removeprefix("Annex").strip()
        kind = self.work.scopes[item.scope].draft.kind.value.removeprefix("draft ")
        owner = "report" if kind == "committee report" else kind
        return f"{f'annex {numeral}' if numeral else 'the annex'} to the present {owner}"

    def _draft_words(self, item: HeadPiece) -> str:
        """Return ``para. 24, draft resolution III``, as committee reports refer to their drafts."""
        scope = self.work.scopes[item.scope]
        carrier = self.work.items[scope.carrier] if scope.carrier >= 0 else None
        number = carrier.label.rstrip(".") if isinstance(carrier, Piece) else ""
        has_numeral = len(scope.label.split()) > 2  # noqa: PLR2004 - "draft resolution III"
        return f"para. {number}, {scope.label}" if has_numeral else f"para. {number}"


def references(work: Work) -> References:
    """Return the references of ``work``; an id that stands twice is a problem."""
    order = {id(item): index for index, item in enumerate(work.items)}
    return References(work, _targets(work), order)


def _targets(work: Work) -> dict[str, int]:
    targets: dict[str, int] = {}
    for index, item in enumerate(work.items):
        name = item.id if isinstance(item, Piece | HeadPiece) else ""
        if not name:
            continue
        if name in targets:
            _twice(work, name, work.items[targets[name]], item)
        targets.setdefault(name, index)
    return targets


def _twice(work: Work, name: str, first: Item, second: Item) -> None:
    if isinstance(first, Piece | HeadPiece) and isinstance(second, Piece | HeadPiece):
        message = f"the id {name!r} stands twice, first in line {first.place.line}"
        work.problem(second.place, message, "give each paragraph its own id")


def _paragraphs(labels: list[str]) -> str:
    """Return ``paragraph 2 (a) and (b)`` or ``paragraphs 2 (a) and 3``: a number stands once."""
    groups: dict[str, list[str]] = {}
    for label in labels:
        number, _, letters = label.partition(" ")
        groups.setdefault(number, []).append(letters)
    whole = any("" in letters and len(letters) > 1 for letters in groups.values())
    words = labels if whole else [f"{n} {listed(letters)}".strip() for n, letters in groups.items()]
    return f"paragraph{'s' if len(words) > 1 else ''} {listed(words)}"
