"""The text below the title: chunks become passages with their paragraphs."""

from __future__ import annotations

from drafter.inline import Text
from drafter.library.numerals import letter, parse_roman, roman
from drafter.read.found import Align, Chunk
from drafter.read.understand.captions import below_table, captioned
from drafter.read.understand.headings import numbered_heading, title_parted
from drafter.read.understand.node import Node, margin_of, node_of
from drafter.read.understand.passage import Closing, Passage, Seat
from drafter.read.understand.pen import plain_text, spaced
from drafter.read.understand.pen import roman as upright
from drafter.read.understand.signs import (
    ANNEX,
    ANNEX_TITLED,
    CLOSING,
    DATE,
    DRAFT_HEADING,
    FINAL_MARK,
    NUMERAL,
    ONE_DRAFT,
    PART_LETTER,
    RECOMMENDS,
    SECTION_NUMERAL,
    is_blank,
    is_heading,
    is_organ_line,
    runs_on,
    text_of,
)

_AHEAD = 5


class BodyReader:
    """Walks the chunks of the text; ``here`` is the passage that takes the next paragraph."""

    def __init__(self, chunks: list[tuple[int, Chunk]], *, looks: bool, report: bool) -> None:
        self.chunks = [
            (index, part)
            for index, chunk in chunks
            if not is_blank(chunk)
            for part in title_parted(chunk)
        ]
        self.margin = margin_of(chunk for _, chunk in self.chunks)
        self.looks = looks
        self.report = report
        self.main = Passage(Seat.MAIN)
        self.here = self.main
        self.owner = self.main
        self.section: list[Passage] = []
        self.closing = Closing()
        self.titled = True
        self.numeral = ""

    def read(self) -> Passage:
        """Return the document's passage with everything in it."""
        at = 0
        while at < len(self.chunks):
            index, chunk = self.chunks[at]
            ahead = [each for _, each in self.chunks[at + 1 : at + 1 + _AHEAD]]
            if not self._structure(index, chunk, ahead):
                self._text(index, chunk, ahead)
            at += 1
        self._last_numeral()
        return self.main

    def _structure(self, index: int, chunk: Chunk, ahead: list[Chunk]) -> bool:
        """Take the chunk as a line that begins or ends a passage; tell whether it is one."""
        text = text_of(chunk)
        return (
            self._closing_line(chunk, text)
            or self._annex(index, chunk, text)
            or self._draft(index, chunk, text, ahead)
            or self._only_draft(index, chunk)
            or self._part(index, chunk, text, ahead)
            or self._recommendation(index, chunk)
            or self._section(index, chunk)
            or self._organ_line(chunk)
            or self._title(chunk, ahead)
        )

    # --- lines that begin a passage --------------------------------------------------------------

    def _closing_line(self, chunk: Chunk, text: str) -> bool:
        if self.report:
            return False
        if self.closing.meeting and not self.closing.date and DATE.fullmatch(text):
            self.closing.date = text
            return True
        found = CLOSING.fullmatch(text)
        set_apart = not self.looks or chunk.italic or chunk.align is Align.RIGHT
        if not found or not set_apart or self.closing.meeting:
            return False
        number, more = found["number"], found["more"]
        self.closing.meeting = " ".join(filter(None, (number, more)))
        if "plenary" not in found["meeting"] or found["after"]:
            self.closing.meeting = found["meeting"]
        self.closing.date = found["date"] or ""
        return True

    def _annex(self, index: int, chunk: Chunk, text: str) -> bool:
        alone = ANNEX.fullmatch(text)
        titled = None if alone else ANNEX_TITLED.fullmatch(text)
        stands_out = is_heading(chunk)
        if not alone and not (titled and stands_out):
            return False
        if self.looks and not stands_out:
            return False
        if text.startswith("Appendix") and self.here.seat is Seat.ANNEX:
            self._heading(index, chunk)
            return True
        found = Passage(Seat.ANNEX, index=index, origin=chunk.origin)
        found.numeral = titled["label"] if titled else text
        if titled:
            found.titles.append((Text(titled["title"]),))
        self._begin(found, titled=bool(titled))
        self._host_of_annex().annexes.append(found)
        return True

    def _host_of_annex(self) -> Passage:
        """A section has no annex of its own: what stands behind the last one is the report's."""
        return self.main if self.owner.seat is Seat.SECTION else self.owner

    def _draft(self, index: int, chunk: Chunk, text: str, ahead: list[Chunk]) -> bool:
        found = DRAFT_HEADING.fullmatch(text)
        if not self.report or found is None or FINAL_MARK.search(text):
            return False
        opens = any(is_organ_line(each) for each in ahead) or "decision" in found["noun"]
        if not opens or not (is_heading(chunk) or not self.looks or chunk.heading):
            return False
        draft = Passage(Seat.DRAFT, found["numeral"] or "", found["noun"], index=index)
        draft.origin = chunk.origin
        if found["title"]:
            draft.titles.append((Text(found["title"]),))
        self._host_of_drafts(index, chunk).drafts.append(draft)
        self._begin(draft, titled=bool(found["title"]))
        self.owner = draft
        return True

    def _only_draft(self, index: int, chunk: Chunk) -> bool:
        """A single draft has no line of its own: its title stands below its recommendation."""
        last = self.here.nodes[-1] if self.here.nodes else None
        found = ONE_DRAFT.search(last.text) if last is not None and self.report else None
        if found is None or chunk.label or chunk.grid is not None:
            return False
        draft = Passage(Seat.DRAFT, noun=found["noun"], index=index, origin=chunk.origin)
        self._host_of_drafts(index, chunk).drafts.append(draft)
        self._begin(draft, titled=False)
        self.owner = draft
        return self._title(chunk, [])

    def _host_of_drafts(self, index: int, chunk: Chunk) -> Node:
        section = self.section[-1] if self.section else self.main
        if not section.nodes or not section.nodes[-1].drafts:
            section.nodes.append(Node(index=index, origin=chunk.origin))
        return section.nodes[-1]

    def _part(self, index: int, chunk: Chunk, text: str, ahead: list[Chunk]) -> bool:
        letters = PART_LETTER.fullmatch(text)
        in_report = self.report and self.owner.seat is not Seat.DRAFT
        if in_report or not letters or not any(is_organ_line(each) for each in ahead):
            return False
        if self.looks and not is_heading(chunk):
            return False
        part = Passage(Seat.PART, text, index=index, origin=chunk.origin)
        self._begin(part, titled=False)
        self.owner.parts.append(part)
        return True

    def _recommendation(self, index: int, chunk: Chunk) -> bool:
        """A paragraph that recommends further drafts ends the draft before it."""
        numbered = chunk.label[:1].isdigit() or not chunk.label
        in_draft = self.owner.seat is Seat.DRAFT
        if not in_draft or not numbered or not RECOMMENDS.match(plain_text(chunk.parts)):
            return False
        self.here = self.owner = self.section[-1] if self.section else self.main
        self.here.nodes.append(node_of(index, chunk, self.margin))
        return True

    def _section(self, index: int, chunk: Chunk) -> bool:
        if not self.report or not is_heading(chunk):
            return False
        numeral, title = numbered_heading(chunk)
        depth = self._depth(numeral)
        if not depth or (self.owner.seat is Seat.DRAFT and depth > 1):
            return False
        found = Passage(Seat.SECTION, numeral, depth=depth, index=index, origin=chunk.origin)
        found.titles.append(title)
        del self.section[depth - 1 :]
        host = self.section[-1] if self.section else self.main
        host.sections.append(found)
        self.section.append(found)
        self._begin(found, titled=True)
        self.owner = found
        return True

    def _depth(self, numeral: str) -> int:
        """Return 1 for a part, 2 for a subpart, 0 for a heading that is neither."""
        bare = numeral.strip(".")
        if not bare or not bare.isalpha() or not bare.isupper():
            return 0
        parts = len(self.main.sections)
        subparts = len(self.main.sections[-1].sections) if parts else 0
        if bare == roman(parts + 1):
            return 1
        if parts and bare == letter(subparts + 1).upper():
            return 2
        return 1 if parse_roman(bare) and (not parts or len(bare) > 1) else 2 if parts else 0

    def _organ_line(self, chunk: Chunk) -> bool:
        if self.here.nodes or self.here.organ_line is not None or not is_organ_line(chunk):
            return False
        self._last_numeral()
        self.here.organ_line = chunk.parts
        self.titled = True
        return True

    def _title(self, chunk: Chunk, ahead: list[Chunk]) -> bool:
        """Below the line that begins a passage stands its title, in one line or several."""
        if self.titled:
            return False
        bare = not chunk.label and not FINAL_MARK.search(plain_text(chunk.parts))
        before_organ = self.here.seat is not Seat.ANNEX and any(map(is_organ_line, ahead))
        untitled = not self.here.titles and not self.looks and len(plain_text(chunk.parts)) < 250  # noqa: PLR2004
        if bare and (is_heading(chunk) or before_organ or untitled):
            self.here.titles.append(upright(chunk.parts) if self.looks else chunk.parts)
            self.titled = self.here.seat is Seat.ANNEX and not before_organ
            return True
        self.titled = True
        return False

    def _begin(self, passage: Passage, *, titled: bool) -> None:
        self._last_numeral()
        self.here = passage
        self.titled = titled

    # --- the text itself ---------------------------------------------------------------------------

    def _text(self, index: int, chunk: Chunk, ahead: list[Chunk]) -> None:
        self.titled = True
        if chunk.grid is not None:
            self._last_numeral()
            self.here.nodes.append(captioned(node_of(index, chunk, self.margin), self.here.nodes))
        elif is_heading(chunk) or self._bare_numeral(chunk, ahead):
            self._heading(index, chunk)
        elif not below_table(self.here.nodes, chunk):
            self._last_numeral()
            self.here.nodes.append(node_of(index, chunk, self.margin))

    def _bare_numeral(self, chunk: Chunk, ahead: list[Chunk]) -> bool:
        """Without looks, a numeral on a line of its own belongs to the heading below it."""
        alone = SECTION_NUMERAL.fullmatch(text_of(chunk))
        return not self.looks and bool(alone and ahead and is_heading(ahead[0]))

    def _heading(self, index: int, chunk: Chunk) -> None:
        numeral, title = numbered_heading(chunk)
        text = plain_text(title)
        if not numeral and NUMERAL.fullmatch(text):
            self._last_numeral()
            self.numeral, self.waiting = text, (index, chunk)
            return
        last = self.here.nodes[-1] if self.here.nodes else None
        if last and last.heading and not numeral and not self.numeral and runs_on(last.text, text):
            last.parts = spaced((last.parts, title))
            return
        node = Node(title, index=index, origin=chunk.origin, heading=True, comment=chunk.comment)
        node.numeral, self.numeral = self.numeral or numeral, ""
        node.minor = not chunk.bold and (chunk.italic or chunk.heading > 1)
        self.here.nodes.append(node)

    def _last_numeral(self) -> None:
        """A numeral on its own line with nothing below it is a heading itself."""
        if self.numeral:
            index, chunk = self.waiting
            self.here.nodes.append(
                Node((Text(self.numeral),), index=index, origin=chunk.origin, heading=True)
            )
            self.numeral = ""
