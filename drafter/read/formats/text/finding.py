"""From characters to what was found, in the order in which it is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from drafter.inline import Parts
from drafter.read.files import Settings
from drafter.read.formats.text import marks
from drafter.read.formats.text.anchors import hang
from drafter.read.formats.text.chunks import account, chunks_of, has_looks
from drafter.read.formats.text.flow import Flow
from drafter.read.formats.text.front import in_one_column
from drafter.read.formats.text.furniture import without_furniture
from drafter.read.formats.text.grids import Item, with_grids
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.lines import Line, cleaned, lines_of, without_mail
from drafter.read.formats.text.markup import bare, parse
from drafter.read.formats.text.measure import close_up
from drafter.read.formats.text.notes import NoteTaker, RawNote
from drafter.read.formats.text.parting import parted
from drafter.read.formats.text.piece import Piece
from drafter.read.formats.text.series import Placing, series_of, starred, with_own_stars
from drafter.read.formats.text.words import Vocabulary, mended
from drafter.read.found import Found, FoundNote, Origin

_MARKDOWN = re.compile(
    r"^#{1,6} \S|^[ \t]*\|.*\|[ \t]*$|^\[\^[^\]\n]{1,40}\]:|<sup>|\]\([^)\s]{0,400}\)|\\[.*_()\[-]",
    re.MULTILINE,
)


def found_in(text: str, settings: Settings, ledger: Ledger, *, markdown: bool) -> Found:
    """Return what ``text`` holds; ``markdown`` says that the name of the file tells so."""
    text = without_mail(cleaned(text, ledger), ledger)
    lines = _lines(text, markdown=markdown)
    if close_up(lines):
        ledger.add("double spacing closed up")
    taker = NoteTaker(without_furniture(lines, ledger), ledger)
    taker.run()
    reading = _Reading(Vocabulary(line.words for line in lines), settings, ledger)
    pieces = reading.pieces(taker.body)
    notes, texts = reading.hung(pieces, [reading.note(note) for note in taker.notes])
    looks = has_looks(texts, ledger)
    chunks = chunks_of(pieces, texts, looks=looks)
    account(chunks, notes, ledger)
    return Found("text", chunks, tuple(notes), ledger.repairs(), pages=_pages(text), looks=looks)


def _lines(text: str, *, markdown: bool) -> list[Line]:
    markdown = markdown or bool(_MARKDOWN.search(text))
    lines = in_one_column(list(lines_of(text, markdown=markdown)))
    if marks.squared(line.text for line in lines):
        for line in lines:
            line.text = marks.from_square(line.text)
            line.words = bare(line.text)
    return lines


def _pages(text: str) -> int:
    return text.rstrip("\f\n ").count("\f") + 1 if "\f" in text else 0


class _Reading:
    """The later steps, with what all of them need."""

    def __init__(self, vocabulary: Vocabulary, settings: Settings, ledger: Ledger) -> None:
        self.vocabulary = vocabulary
        self.settings = settings
        self.ledger = ledger

    def pieces(self, lines: list[Line]) -> list[Piece]:
        """Return the paragraphs and tables of ``lines``."""
        flow = Flow(lines, self.vocabulary, self.ledger)
        items = list(_without_rules(with_grids(lines), self.ledger))
        for item, following in zip_longest(items, items[1:]):
            if isinstance(item, Line):
                flow.add(item, following if isinstance(following, Line) else None)
            else:
                flow.add_grid(*item)
        return list(parted(flow.pieces, self.ledger))

    def note(self, note: RawNote) -> FoundNote:
        """Return a note with its words mended."""
        return FoundNote(note.mark, self._parts(note.text, note.line), Origin(line=note.line))

    def hung(
        self, pieces: list[Piece], notes: list[FoundNote]
    ) -> tuple[list[FoundNote], list[Parts]]:
        """Return the notes with the paragraphs they belong to, and the texts with their marks."""
        numbers = [piece.first.number for piece in pieces]
        texts = [self._parts(piece.text, piece.first.number) for piece in pieces]
        notes, texts = with_own_stars(Placing(pieces, texts).placed(notes), texts)
        stars = frozenset(note.mark for note in notes if note.mark.startswith("*"))
        texts = [starred(parts, stars) for parts in texts]
        fronts = sum(piece.front for piece in pieces)
        series = series_of(notes, fronts, len(pieces))
        return notes, hang(texts, numbers, series, self.ledger)

    def _parts(self, text: str, line: int) -> Parts:
        text = mended(text, self.vocabulary, self.ledger, line)
        return parse(text, links=self.settings.links)


def _without_rules(items: Iterable[Item], ledger: Ledger) -> Iterator[Item]:
    """Yield ``items`` without lines drawn across the page; what follows them is ``cut``."""
    cut = False
    for item in items:
        if isinstance(item, Line) and item.rule:
            ledger.add("line across the page removed", item.number)
            cut = True
            continue
        if isinstance(item, Line) and cut:
            item.cut, item.gap = True, item.gap + 1
        cut = False
        yield item
