"""The passages of a file become the keys of a draft: preamble, operative part, sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from drafter.document import Kind
from drafter.draft import Annex, Draft, Entry, NoteText, Options, Part, Section, Words
from drafter.inline import Parts, Text, markup
from drafter.library.opening import Part as Seat
from drafter.library.opening import parse_opening
from drafter.read.understand.entries import Series, Writer
from drafter.read.understand.node import Node
from drafter.read.understand.passage import Passage
from drafter.read.understand.pen import joined, plain_text

_PROSE = {Kind.DRAFT_DECISION, Kind.DECISION, Kind.AMENDMENT}
_KINDS = {"resolution": Kind.DRAFT_RESOLUTION, "decision": Kind.DRAFT_DECISION}

NotesOf: TypeAlias = Callable[[Passage], tuple[dict[str, NoteText], bool]]


class Texts:
    """Turns passages into keys; ``notes_of`` gives the notes of a draft inside a report."""

    def __init__(self, writer: Writer, notes_of: NotesOf, *, looks: bool) -> None:
        self.writer = writer
        self.pen = writer.pen
        self.notes_of = notes_of
        self.looks = looks

    def keys(self, kind: Kind, main: Passage, organ: str = "") -> dict[str, Any]:
        """Return the keys of the text."""
        if kind is Kind.REPORT:
            keys: dict[str, Any] = {"sections": self._sections(main)}
        elif kind in _PROSE:
            keys = self._prose(main, organ)
        elif main.parts:
            keys = {"parts": tuple(self._part(part) for part in self._with_lead(main))}
        else:
            keys = self._resolution(main, organ)
        return keys | {"annexes": tuple(self._annex(annex) for annex in main.annexes)}

    def _resolution(self, passage: Passage, organ: str) -> dict[str, Any]:
        preamble, operative = split_preamble(passage.nodes)
        line = self._organ_line(passage, organ, comma=bool(preamble))
        return {
            "organ_line": line,
            "preamble": self._preamble(preamble),
            "operative": self._operative(operative),
        }

    def _preamble(self, nodes: list[Node]) -> tuple[Entry, ...]:
        return self.writer.entries(nodes, Series((Seat.PREAMBULAR,), looks=self.looks))

    def _operative(self, nodes: list[Node]) -> tuple[Entry, ...]:
        series = Series((Seat.OPERATIVE,), counted=True, single=True, looks=self.looks)
        return self.writer.entries(nodes, series)

    def _organ_line(self, passage: Passage, organ: str, *, comma: bool) -> Words:
        """Return the line of the organ where it is not the usual one."""
        if passage.organ_line is None:
            return Words("none", at=self.pen.place(passage.origin))
        name = Text(f"The {organ or 'General Assembly'}", italic=self.looks)
        usual: Parts = (name, Text(",")) if comma else (name,)
        found = joined(passage.organ_line)
        alike = markup(found) == markup(joined(usual))
        if alike or (not self.looks and plain_text(found).rstrip(",") == name.text):
            return Words("")
        return self.pen.marked(found, passage.origin)

    def _prose(self, main: Passage, organ: str) -> dict[str, Any]:
        if main.organ_line is None:
            return {"paragraphs": self.writer.entries(main.nodes, Series(looks=self.looks))}
        preamble, rest = split_preamble(main.nodes)
        if not preamble:
            rest = [Node(main.organ_line, origin=main.origin), *rest]
            return {"paragraphs": self.writer.entries(rest, Series(looks=self.looks))}
        keys = {"organ_line": self._organ_line(main, organ, comma=True)}
        looks = Series((Seat.OPERATIVE,), looks=self.looks)
        paragraphs = self.writer.entries(rest, Series(looks.parts, looks=self.looks))
        return {**keys, "preamble": self._preamble(preamble), "paragraphs": paragraphs}

    def _with_lead(self, main: Passage) -> list[Passage]:
        """What stands before part A goes into it: a composite text has no other place for it."""
        if main.nodes and main.parts:
            main.parts[0].nodes[:0] = main.nodes
        return main.parts

    def _part(self, part: Passage) -> Part:
        preamble, operative = split_preamble(part.nodes)
        return Part(
            letter=self.pen.words(part.numeral, part.origin),
            title=self.pen.marked(part.title, part.origin),
            preamble=self._preamble(preamble),
            operative=self._operative(operative),
            place=self.pen.place(part.origin),
        )

    def _annex(self, annex: Passage) -> Annex:
        numbered = any(node.numbered for node in annex.nodes)
        series = Series(counted=numbered, looks=self.looks)
        return Annex(
            title=self.pen.marked(annex.title, annex.origin),
            paragraphs=self.writer.entries(annex.nodes, series),
            numbered=numbered,
            place=self.pen.place(annex.origin),
        )

    # --- reports ---------------------------------------------------------------------------------

    def _sections(self, main: Passage) -> tuple[Section, ...]:
        self.count = 0
        lead = () if not main.nodes else (self._section(main, "none"),)
        sections = tuple(
            self._section(each, _roman(number))
            for number, each in enumerate(main.sections, start=1 + len(lead))
        )
        return (*lead, *sections)

    def _section(self, passage: Passage, usual: str) -> Section:
        printed = passage.numeral or "none"
        numeral = "" if printed.rstrip(".") == usual else printed
        below = passage.sections if passage.depth else []
        return Section(
            numeral=self.pen.words(numeral, passage.origin),
            heading=self.pen.marked(passage.title, passage.origin),
            paragraphs=self._report_entries(passage.nodes),
            sections=tuple(
                self._section(each, _letter(number)) for number, each in enumerate(below, start=1)
            ),
            place=self.pen.place(passage.origin),
        )

    def _report_entries(self, nodes: list[Node]) -> tuple[Entry, ...]:
        """Return the paragraphs of a report, whose numbers run on through its sections."""
        entries: list[Entry] = []
        series = Series(looks=self.looks)
        for node in nodes:
            if node.drafts:
                entries.append(self._drafts(node))
                continue
            label = ""
            if node.paragraph:
                label = "" if node.label == f"{self.count + 1}." else node.label or "none"
                bare = node.label.rstrip(".")
                self.count = int(bare) if bare.isdigit() else self.count
            entries.append(self.writer.entry(node, series, label))
        return tuple(entries)

    def _drafts(self, node: Node) -> Entry:
        drafts = tuple(self._draft(draft) for draft in node.drafts)
        return Entry(drafts=drafts, place=self.pen.place(node.origin))

    def _draft(self, passage: Passage) -> Draft:
        kind = _KINDS[passage.noun]
        notes, repeated = self.notes_of(passage)
        title = self.pen.marked(passage.title, passage.origin)
        return Draft(
            kind=kind,
            title=title or Words("…", at=self.pen.place(passage.origin)),
            notes=notes,
            options=Options(repeated_notes=Words("number" if repeated else "")),
            place=self.pen.place(passage.origin),
            **self.keys(kind, passage),
        )


def split_preamble(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """Return preamble and operative part.

    The first number parts them. Paragraphs without one are operative from where they open as only
    operative paragraphs do: ``Adopts the following declaration:`` stands above its numbers.
    """
    if _opens_operative(nodes):
        return [], nodes
    first = next((i for i, node in enumerate(nodes) if node.paragraph and node.numbered), None)
    at = _unnumbered_start(nodes[:first])
    while at and nodes[at - 1].heading:
        # Headings belong to what follows them.
        at -= 1
    return nodes[:at], nodes[at:]


def _opens_operative(nodes: list[Node]) -> bool:
    """Tell whether the first paragraph is operative: a document that it adopts may follow it."""
    first = next((node for node in nodes if node.paragraph), None)
    if first is None or first.text.endswith(","):
        return False
    operative = parse_opening(first.text, Seat.OPERATIVE)
    return bool(operative) and not parse_opening(first.text, Seat.PREAMBULAR)


def _unnumbered_start(nodes: list[Node]) -> int:
    """Return where paragraphs begin that only the operative part has."""
    for index, node in enumerate(nodes):
        if not node.paragraph:
            continue
        operative = parse_opening(node.text, Seat.OPERATIVE)
        if operative and not parse_opening(node.text, Seat.PREAMBULAR):
            rest = [each for each in nodes[index:] if each.paragraph]
            if not any(parse_opening(each.text, Seat.PREAMBULAR) for each in rest[1:]):
                return index
    return len(nodes)


def _roman(number: int) -> str:
    from drafter.library.numerals import roman

    return roman(number)


def _letter(number: int) -> str:
    from drafter.library.numerals import letter

    return letter(number).upper()
