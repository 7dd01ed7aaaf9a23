"""Third stage, second half: blocks become the paragraphs, items and headings of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from drafter.inline import NoteKey, Part, Parts, Text, markup, parts_text
from drafter.library.numerals import letter, lower_roman
from tests.fidelity.pdf_blocks import STEP, Block, aligned_right, label_of, without_label
from tests.fidelity.pdf_words import parts

_ORGAN = re.compile(r"The General Assembly,?$")
_NUMERAL = re.compile(r"(?:(?:Part|Section|Chapter|Item) )?(?:[IVXLC]+|[A-Z]|\d{1,2})")
_ANNEX = re.compile(r"Annex(?: [IVXLC]+)?")
_CLOSING = re.compile(r"(?P<number>\d+)\w\w(?: (?P<more>\(.+\)))? plenary meeting")
_DEEPEST = 4


@dataclass
class Entry:
    """A paragraph or heading of a draft with what stands below it."""

    parts: Parts = ()
    label: str = ""
    heading: str = ""
    numeral: str = ""
    minor: bool = False
    further_in: bool = False
    items: list[Entry] = field(default_factory=list)
    then: Entry | None = None
    quote: list[Entry] = field(default_factory=list)

    @property
    def text(self) -> str:
        return parts_text(self.parts)


@dataclass
class Section:
    """A text with its own numbers: the resolution, a part of it, an annex."""

    title: str = ""
    letter: str = ""
    organ_line: Parts | None = None
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Body:
    """The text by its sections."""

    main: Section
    sections: list[Section] = field(default_factory=list)
    annexes: list[Section] = field(default_factory=list)
    closing: tuple[str, ...] = ()


def body_of(found: Iterable[Block], words: frozenset[str], stars: Callable[[str], str]) -> Body:
    """Return the text of the document; ``stars`` gives the key of an asterisk note."""
    blocks = list(found)
    left = min((line.x0 for block in blocks for line in block.lines), default=0.0)
    body = Body(Section())
    current = body.main
    for block in blocks:
        if aligned_right(block.first):
            body.closing = tuple(line.text for line in block.lines)
        elif _is_heading(block) and _ANNEX.fullmatch(block.first.text):
            current = Section(title=_title(Block(block.lines[1:]), words))
            body.annexes.append(current)
        elif not current.entries and current.organ_line is None and _ORGAN.match(block.text):
            current.organ_line = parts(block, words)
        elif _is_heading(block):
            current.entries.append(_heading(block, words))
        else:
            entry = Entry(
                _starred(parts(without_label(block), words), stars),
                label_of(block),
                further_in=_further_in(block, left),
            )
            _add(current.entries, entry)
    return body


def meeting(closing: tuple[str, ...]) -> str:
    """Return the plenary meeting as a draft has it: ``52``, or ``50 (resumed)``."""
    if not closing:
        return ""
    match = _CLOSING.fullmatch(closing[0])
    return " ".join(filter(None, match.groups())) if match else closing[0]


def _title(block: Block, words: frozenset[str]) -> str:
    return markup(parts(block, words)) if block.lines else ""


def _is_heading(block: Block) -> bool:
    chars = [char for line in block.lines for char in line.chars if char.text.isalnum()]
    italic = all(char.italic for char in chars) and not _ORGAN.match(block.text)
    return block.bold or (italic and not block.text.endswith((",", ";")))


def _heading(block: Block, words: frozenset[str]) -> Entry:
    numeral = block.first.text if _NUMERAL.fullmatch(block.first.text) else ""
    lines = block.lines[1:] if numeral and len(block.lines) > 1 else block.lines
    found = tuple(
        Text(part.text) if isinstance(part, Text) else part for part in parts(Block(lines), words)
    )
    title = markup(found)
    return Entry(heading=title, numeral=numeral if title != numeral else "", minor=not block.bold)


def _starred(found: Parts, stars: Callable[[str], str]) -> Parts:
    """Put keys for the asterisks that stand in the text."""
    result: list[Part] = []
    for part in found:
        if not isinstance(part, Text):
            result.append(part)
            continue
        for piece in re.split(r"(?<=[\w”),;])(\*{1,4})(?=[\s,.;]|$)", part.text):
            key = stars(piece) if piece.strip("*") == "" else ""
            if key:
                result.append(NoteKey(key))
            elif piece:
                result.append(Text(piece, part.italic))
    return tuple(result)


def _further_in(block: Block, left: float) -> bool:
    """Tell whether the lines after the first stand a step further in than the text does."""
    rest = block.wrap if len(block.lines) > 1 else block.first.x0 - STEP
    return rest > left + STEP / 2 and block.first.x0 > rest - STEP / 2


def _add(entries: list[Entry], entry: Entry) -> None:
    """Put a paragraph where its label and its indent say that it belongs."""
    last = entries[-1] if entries and not entries[-1].heading else None
    host = _host(last, entry) if last else None
    if last and _is_quoted(entry, last):
        last.quote.append(entry)
    elif host:
        host.items.append(entry)
    elif last and last.items and not entry.label and entry.text[:1].islower():
        _resumed(last).then = entry
    else:
        entries.append(entry)


def _is_quoted(entry: Entry, last: Entry) -> bool:
    """A paragraph quoted in an amendment stands a step further in, after a colon."""
    opened = bool(last.quote) or last.text.endswith(":")
    return entry.further_in and opened and not entry.label.startswith("(")


def _resumed(entry: Entry) -> Entry:
    while entry.then is not None and entry.then.items:
        entry = entry.then
    return entry


def _host(last: Entry, entry: Entry) -> Entry | None:
    """Return the paragraph that an item belongs to, by the label it should have there."""
    if not entry.label or entry.label[0].isdigit():
        return None
    chain = _chain(last)
    wanted = entry.label.strip("().")
    fits = [
        host
        for depth, host in enumerate(chain[:_DEEPEST], start=1)
        if usual_label(depth, len(host.items) + 1) == wanted
    ]
    if not fits:
        return chain[-2] if len(chain) > 1 else chain[0]
    # (i) after (h) fits twice: the deeper level stands further in, or has begun already.
    return fits[-1] if entry.further_in or not fits[0].items else fits[0]


def _chain(entry: Entry) -> list[Entry]:
    """Return the last paragraph, its last item, that one's last item …"""
    chain = [entry]
    while chain[-1].items or chain[-1].then:
        above = chain[-1]
        chain.append(above.then or above.items[-1])
    return chain


def usual_label(depth: int, count: int) -> str:
    """Return the label of an item without brackets: letters and Roman numerals by turns."""
    return letter(count) if depth % 2 else lower_roman(count)
