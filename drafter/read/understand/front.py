"""Everything above the text: masthead, margin, sponsors, how it was adopted, title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from drafter.document import Kind
from drafter.draft import Words
from drafter.inline import NoteKey, Parts, Text
from drafter.library.committees import find_committee
from drafter.library.symbols import DocumentType, parse_symbol
from drafter.read.found import Chunk, Origin, Zone
from drafter.read.understand.fields import Field, fields_of
from drafter.read.understand.masthead import masthead_keys
from drafter.read.understand.pen import Pen, plain_text, spaced, unmarked, without_bold
from drafter.read.understand.signs import (
    ADOPTED,
    BRACKET,
    RAPPORTEUR,
    REPORT_OF,
    SUBMITTER_WITH_TITLE,
    TITLE_NUMBER,
    stars_of,
)
from drafter.read.understand.stars import Stars
from drafter.read.understand.submitter import is_states, is_submitter, submitter_keys

_TITLE_SIZE = 11.5
_MARGIN = -1.0


@dataclass(slots=True)
class Front:
    """The keys of a draft's head; ``left`` are chunks of the head that found no place."""

    keys: dict[str, Any] = field(default_factory=dict)
    kind: Kind = Kind.DRAFT_RESOLUTION
    sure_kind: bool = False
    left: list[Chunk] = field(default_factory=list)


@dataclass(slots=True)
class _Lines:
    """The chunks of the head that are no fields, by what they are."""

    agenda: list[Chunk] = field(default_factory=list)
    submitter: list[Chunk] = field(default_factory=list)
    adopted: list[Chunk] = field(default_factory=list)
    bracket: list[Chunk] = field(default_factory=list)
    title: list[Chunk] = field(default_factory=list)
    subtitle: list[Chunk] = field(default_factory=list)
    rapporteur: list[Chunk] = field(default_factory=list)


def read_front(chunks: Iterable[Chunk], stars: Stars, pen: Pen) -> Front:
    """Return what the chunks above the text say."""
    fields: list[Field] = []
    others: list[Chunk] = []
    front = Front()
    for chunk in chunks:
        found, rest = fields_of(chunk)
        fields += found
        if not found and chunk.zone is not Zone.TEXT:
            front.left.append(chunk)
        elif rest:
            others.append(chunk if not found else _rest(chunk, rest))
    parted = [part for chunk in others for part in _parted(chunk)]
    lines = _sorted(parted, agenda=any(each.name == "agenda" for each in fields))
    _tell_kind(front, fields, lines)
    front.keys |= masthead_keys(fields, front.kind, stars, pen)
    _agenda_titles(front, lines, pen)
    _submitted(front, lines, stars, pen)
    _adoption(front, lines, pen)
    _titles(front, lines, pen)
    return front


def _rest(chunk: Chunk, rest: str) -> Chunk:
    return Chunk((Text(rest),), chunk.origin, size=chunk.size, indent=chunk.indent, bold=chunk.bold)


def _parted(chunk: Chunk) -> tuple[Chunk, ...]:
    """Return sponsors and title as two chunks where a text without layout has them in one."""
    found = SUBMITTER_WITH_TITLE.fullmatch(plain_text(chunk.parts))
    if found is None or not is_states(found["states"]):
        return (chunk,)
    return _rest(chunk, found["line"]), _rest(chunk, found["title"])


def _sorted(chunks: list[Chunk], *, agenda: bool) -> _Lines:
    lines = _Lines()
    for index, chunk in enumerate(chunks):
        _place(lines, chunk, chunks[index + 1 :])
    if agenda and not lines.agenda and lines.title:
        _agenda_from_titles(lines)
    return lines


def _place(lines: _Lines, chunk: Chunk, following: list[Chunk]) -> None:
    text = plain_text(chunk.parts)
    if _is_submitter(lines, text, following):
        lines.submitter.append(chunk)
    elif ADOPTED.fullmatch(text):
        lines.adopted.append(chunk)
    elif _is_bracket(lines, text):
        lines.bracket.append(chunk)
    elif RAPPORTEUR.match(text):
        lines.rapporteur.append(chunk)
    elif lines.submitter or lines.adopted:
        lines.title.append(chunk)
    elif REPORT_OF.fullmatch(text) and (lines.title or lines.agenda):
        lines.subtitle.append(chunk)
    elif not lines.title and _in_margin(chunk):
        lines.agenda.append(chunk)
    else:
        lines.title.append(chunk)


def _is_submitter(lines: _Lines, text: str, following: list[Chunk]) -> bool:
    """Tell whether ``text`` is the line of sponsors, its beginning, or its end."""
    if lines.adopted or RAPPORTEUR.match(text):
        return False
    if lines.submitter:
        return not is_submitter(_text(lines.submitter))
    whole = f"{text} {plain_text(following[0].parts)}" if following else text
    return is_submitter(text) or (is_states(text) and is_submitter(whole))


def _is_bracket(lines: _Lines, text: str) -> bool:
    if not lines.adopted:
        return False
    begun = lines.bracket and "]" not in plain_text(lines.bracket[-1].parts)
    return bool(begun or BRACKET.fullmatch(text)) or (not lines.title and text.startswith("["))


def _text(chunks: list[Chunk]) -> str:
    return " ".join(plain_text(chunk.parts) for chunk in chunks)


def _in_margin(chunk: Chunk) -> bool:
    """Tell whether the layout puts the line into the margin, where the agenda title stands."""
    if "agenda" in chunk.style.casefold():
        return True
    return chunk.indent is not None and chunk.indent < _MARGIN


def _agenda_from_titles(lines: _Lines) -> None:
    """Without a layout, the first line is the title of the agenda item.

    A text that has sponsors or was adopted has its own title behind those lines: what stands
    before them was taken for a title, and is the agenda's.
    """
    marker = lines.submitter or lines.adopted or lines.subtitle
    if not marker:
        if len(lines.title) > 1:
            lines.agenda.append(lines.title.pop(0))
        return
    before = [chunk for chunk in lines.title if _before(chunk.origin, marker[0].origin)]
    if lines.subtitle and not (lines.submitter or lines.adopted):
        before = before[:1]
    lines.agenda = before
    lines.title = [chunk for chunk in lines.title if chunk not in before]


def _before(one: Origin, other: Origin) -> bool:
    return (one.page, one.paragraph, one.line) < (other.page, other.paragraph, other.line)


def _tell_kind(front: Front, fields: list[Field], lines: _Lines) -> None:
    symbols = [each.value for each in fields if each.name == "symbol"]
    symbol = parse_symbol(symbols[0]) if symbols else None
    label = _text(lines.submitter).lower()
    adopted = ADOPTED.match(_text(lines.adopted))
    front.sure_kind = True
    if (adopted and adopted["noun"] == "Decision") or (
        symbol and symbol.type is DocumentType.DECISION
    ):
        front.kind = Kind.DECISION
    elif adopted or (symbol and symbol.type is DocumentType.RESOLUTION):
        front.kind = Kind.RESOLUTION
    elif lines.submitter:
        front.kind = _kind_of_label(label)
    elif lines.subtitle or lines.rapporteur:
        front.kind = Kind.REPORT
    else:
        front.sure_kind = False


def _kind_of_label(label: str) -> Kind:
    if "amendment" in label and ("amendment to" in label or "amendments to" in label):
        return Kind.AMENDMENT
    return Kind.DRAFT_DECISION if "draft decision" in label else Kind.DRAFT_RESOLUTION


def _agenda_titles(front: Front, lines: _Lines, pen: Pen) -> None:
    """Give each agenda item its title, the lines in the order in which they stand."""
    items: list[dict[str, Words]] = front.keys.get("agenda", [])
    titles = [pen.words(plain_text(chunk.parts), chunk.origin) for chunk in lines.agenda]
    if len(items) <= 1 and titles:
        text = " ".join(plain_text(chunk.parts) for chunk in lines.agenda)
        titles = [pen.words(text, lines.agenda[0].origin)]
    for index, title in enumerate(titles):
        if index < len(items):
            items[index]["title"] = title
        else:
            items.append({"title": title})
    if items:
        front.keys["agenda"] = items


def _submitted(front: Front, lines: _Lines, stars: Stars, pen: Pen) -> None:
    if not lines.submitter:
        return
    parts = spaced(tuple(unmarked(chunk.parts) for chunk in lines.submitter))
    marks = [star for chunk in lines.submitter for star in stars_of(chunk)]
    taken = [note for mark in marks if (note := stars.take(mark))]
    symbol = front.keys.get("symbol", Words(""))
    keys = submitter_keys(plain_text(parts), front.kind, symbol.text, next(iter(taken), None))
    if len(taken) > 1:
        # One star behind the sponsors, another behind what they submit.
        keys = {**keys, "submitter_note": taken[1]}
    origin = lines.submitter[0].origin
    front.keys |= {name: _placed(value, origin, pen) for name, value in keys.items()}


def _placed(value: object, origin: Origin, pen: Pen) -> object:
    if isinstance(value, str):
        return pen.words(value, origin)
    if isinstance(value, tuple):
        return tuple(_placed(each, origin, pen) for each in value)
    if isinstance(value, dict):
        return {name: _placed(each, origin, pen) for name, each in value.items()}
    return value


def _adoption(front: Front, lines: _Lines, pen: Pen) -> None:
    if not lines.adopted:
        return
    from drafter.read.understand.adoption import adoption_keys

    found = ADOPTED.fullmatch(_text(lines.adopted))
    bracket = _text(lines.bracket)
    keys, placed = adoption_keys(found["date"] if found else None, bracket)
    front.keys["adoption"] = {
        name: pen.words(value, lines.adopted[0].origin) for name, value in keys.items()
    }
    if not placed:
        front.left += lines.bracket


def _titles(front: Front, lines: _Lines, pen: Pen) -> None:
    title = lines.title
    if front.kind is Kind.REPORT:
        _report_titles(front, lines, pen)
    elif title:
        parts = spaced(tuple(_unnumbered(chunk, front.kind) for chunk in title))
        front.keys["title"] = pen.marked(_plain(parts), title[0].origin)


def _unnumbered(chunk: Chunk, kind: Kind) -> Parts:
    """Return a title without the number of the resolution in front of it."""
    if kind not in {Kind.RESOLUTION, Kind.DECISION} or not chunk.parts:
        return chunk.parts
    first = chunk.parts[0]
    match = TITLE_NUMBER.match(first.text) if isinstance(first, Text) else None
    if match is None or not isinstance(first, Text):
        return chunk.parts
    return (Text(first.text[match.end() :], first.italic, first.bold), *chunk.parts[1:])


def _plain(parts: Parts) -> Parts:
    kept = tuple(part for part in parts if not isinstance(part, NoteKey))
    return without_bold(kept)


def _report_titles(front: Front, lines: _Lines, pen: Pen) -> None:
    if lines.title:
        parts = spaced(tuple(chunk.parts for chunk in lines.title))
        title = pen.marked(_plain(parts), lines.title[0].origin)
        items = front.keys.setdefault("agenda", [])
        if items and "title" not in items[0]:
            items[0]["title"] = title
        else:
            front.keys["title"] = title
    if lines.rapporteur:
        chunk = lines.rapporteur[0]
        found = RAPPORTEUR.match(plain_text(chunk.parts))
        front.keys["rapporteur"] = pen.words(found["who"] if found else "", chunk.origin)
    _committee_of(front, lines, pen)


def _committee_of(front: Front, lines: _Lines, pen: Pen) -> None:
    for chunk in lines.subtitle:
        text = plain_text(chunk.parts)
        who = text.removeprefix("Report of the ")
        if who != text and "committee" not in front.keys:
            committee = find_committee(who)
            name = committee.ordinal if committee and committee.name == who else who
            front.keys["committee"] = pen.words(name or who, chunk.origin)
        else:
            front.left.append(chunk)
