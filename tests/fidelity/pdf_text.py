"""Third stage, second half: blocks become the paragraphs, items and headings of a draft.

What the program adds by itself (numbers, italics of opening words, the organ's line) is left out
where it would come out as printed, and written where it would not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from drafter.assemble.punctuate import final_mark
from drafter.inline import NoteKey, Part, Parts, Text, markup, parts_text
from drafter.library.numerals import letter, lower_roman
from drafter.library.opening import Part as Seat
from drafter.library.opening import parse_opening
from tests.fidelity.pdf_blocks import STEP, Block, label_of, parts, without_label

_ORGAN = re.compile(r"The General Assembly,?$")
_NUMERAL = re.compile(r"(?:(?:Part|Section|Chapter) )?(?:[IVXLC]+|[A-Z]|\d{1,2})")
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


def body_of(blocks: Iterable[Block], words: frozenset[str], stars: Callable[[str], str]) -> Body:
    """Return the text of the document; ``stars`` gives the key of an asterisk note."""
    body = Body(Section())
    current = body.main
    for block in blocks:
        if block.first.italic and block.first.x0 > 200:  # noqa: PLR2004 - set to the right
            body.closing = tuple(line.text for line in block.lines)
        elif _is_heading(block) and _ANNEX.fullmatch(block.first.text):
            current = Section(title=_title(Block(block.lines[1:]), words))
            body.annexes.append(current)
        elif not current.entries and current.organ_line is None and _ORGAN.match(block.text):
            current.organ_line = parts(block, words)
        elif _is_heading(block):
            current.entries.append(_heading(block, words))
        else:
            _add(current.entries, block, _starred(parts(without_label(block), words), stars))
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
    return block.bold or (all(line.italic for line in block.lines) and not _ORGAN.match(block.text))


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


def _add(entries: list[Entry], block: Block, found: Parts) -> None:
    """Put a paragraph where its label and its indent say that it belongs."""
    label = label_of(block)
    entry = Entry(found, label)
    last = next((e for e in reversed(entries) if not e.heading), None)
    if last is entries[-1] if entries else False:
        assert last is not None
        if _quoted(block, last):
            last.quote.append(entry)
            return
        host = _host(last, block, label)
        if host is not None:
            host.items.append(entry)
            return
        if last.items and not label and entry.text[:1].islower():
            _resumed(last).then = entry
            return
    entries.append(entry)


def _quoted(block: Block, last: Entry) -> bool:
    """A block quoted in an amendment stands one step further in, after a colon."""
    left = block.first.x0 if len(block.lines) == 1 else block.wrap + STEP
    deep = left > _text_left(block) + 1.5 * STEP
    return (
        deep
        and not label_of(block).startswith("(")
        and (bool(last.quote) or last.text.endswith(":"))
    )


def _text_left(block: Block) -> float:
    return 123.3


def _resumed(entry: Entry) -> Entry:
    while entry.then is not None and entry.then.items:
        entry = entry.then
    return entry


def _host(last: Entry, block: Block, label: str) -> Entry | None:
    """Return the paragraph that an item labelled ``label`` belongs to."""
    if not label or label[0].isdigit():
        return None
    chain = _chain(last)
    wanted = label.strip("().")
    fits = [
        host
        for depth, host in enumerate(chain[:_DEEPEST], start=1)
        if _next_label(depth, len(host.items) + 1) == wanted
    ]
    if not fits:
        return chain[-2] if len(chain) > 1 else chain[0]
    deep = len(block.lines) > 1 and block.wrap > _text_left(block) + STEP / 2
    return fits[-1] if deep else fits[0] if len(fits) == 1 or fits[0].items else fits[-1]


def _chain(entry: Entry) -> list[Entry]:
    """Return the last paragraph, its last item, that one's last item …"""
    chain = [entry]
    while chain[-1].items or chain[-1].then:
        above = chain[-1]
        chain.append(above.then if above.then else above.items[-1])
    return chain


def _next_label(depth: int, count: int) -> str:
    return letter(count) if depth % 2 else lower_roman(count)


# --- entries as the keys of a draft --------------------------------------------------------------


def split_preamble(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return preamble and operative part: the first number, or the first full clause, parts them."""
    for index, entry in enumerate(entries):
        numbered = entry.label[:1].isdigit()
        clause = not entry.heading and parse_opening(entry.text, Seat.OPERATIVE)
        if numbered or (clause and not parse_opening(entry.text, Seat.PREAMBULAR)):
            while index and entries[index - 1].heading:
                index -= 1  # noqa: PLW2901 - headings belong to what follows them
            return entries[:index], entries[index:]
    return entries, []


def keyed(
    entries: Iterable[Entry], seats: tuple[Seat, ...] = (), *, counted: bool = False
) -> list[object]:
    """Return entries as the values of a draft.

    ``seats`` are the parts whose opening words the program sets in italics by itself; ``counted``
    says that it numbers the paragraphs.
    """
    held = list(entries)
    count = 0
    alone = sum(not entry.heading for entry in held) == 1
    result: list[object] = []
    for entry in held:
        label = ""
        if counted and not entry.heading:
            count += 1
            usual = "" if alone else f"{count}."
            label = "" if entry.label == usual else entry.label or "none"
            count = (
                int(entry.label[:-1]) if entry.label[:-1].isdigit() else count - (not entry.label)
            )
        elif entry.label[:1].isdigit():
            label = entry.label
        result.append(_plain(_entry(entry, seats, label)))
    return result


def _entry(entry: Entry, seats: tuple[Seat, ...], label: str) -> dict[str, object]:
    if entry.heading:
        return _heading_keys(entry)
    written, opening = _opening(entry.parts, seats)
    keys: dict[str, object] = {"text": markup(written)}
    if opening:
        keys["opening"] = opening
    if label:
        keys["number"] = label
    if not final_mark(written):
        keys["ending"] = "none"
    if entry.items:
        keys["items"] = list(_items(entry.items, 1))
    if entry.quote:
        keys["quote"] = keyed(entry.quote, (Seat.PREAMBULAR, Seat.OPERATIVE))
    if entry.then is not None:
        keys["then"] = _plain(_entry(entry.then, (), ""))
    return keys


def _heading_keys(entry: Entry) -> dict[str, object]:
    keys: dict[str, object] = {"heading": entry.heading}
    if entry.numeral:
        keys["numeral"] = entry.numeral
    if entry.minor:
        keys["level"] = 2
    return keys


def _items(items: list[Entry], depth: int) -> Iterator[object]:
    for count, item in enumerate(items, start=1):
        usual = _next_label(depth, count)
        label = "" if item.label.strip("().") == usual else item.label or "none"
        keys = _entry(item, (), label)
        if item.items:
            keys["items"] = list(_items(item.items, depth + 1))
        yield _plain(keys)


def _plain(keys: dict[str, object]) -> object:
    """A text without further keys needs no key of its own."""
    return keys["text"] if list(keys) == ["text"] else keys


def _opening(found: Parts, seats: tuple[Seat, ...]) -> tuple[Parts, str]:
    """Return the text without the italics that the program sets, and what to tell it if need be."""
    if not seats:
        return found, ""
    first = found[0] if found else None
    italic = first.text.rstrip() if isinstance(first, Text) and first.italic else ""
    bare = (Text(first.text), *found[1:]) if isinstance(first, Text) else found
    usual = _usual_opening(parts_text(_before_note(bare)), seats)
    if italic == usual:
        return bare, ""
    if italic and ("*" in italic or "[" in italic):
        return found, ""
    return bare, italic or "none"


def _usual_opening(text: str, seats: tuple[Seat, ...]) -> str:
    found = (parse_opening(text, seat) for seat in seats)
    return next((text[: match.length] for match in found if match), "")


def _before_note(found: Parts) -> Parts:
    end = next((i for i, part in enumerate(found) if not isinstance(part, Text)), len(found))
    return found[:end]
