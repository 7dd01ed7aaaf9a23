"""Where in the text of a draft a paragraph stands, as its author names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from drafter.document import Document, Paragraph, Role
from drafter.errors import NOWHERE, Place, Problem, Unusable
from drafter.reading import closest, field_of
from drafter.source import Mapping, Node, Scalar, Sequence, Source

_PARTS = {"preamble": Role.PREAMBULAR, "operative": Role.OPERATIVE}
_LISTS = (*_PARTS, "paragraphs")
_WITH_LISTS = {*_LISTS, "parts", "sections", "annexes", "drafts"}
_NO_IDS = {"with_", "drafts"}
_SPOT = re.compile(r"(preamble|operative)(?:\s+|:)(\d+|end)|end|#?([^\s#]+)")
_ADVICE = "name it as #id, `preamble 2`, `operative 3`, `operative end` or `end`"


class Paragraphs(msgspec.Struct, frozen=True):
    """A list of paragraphs: its key, its node, the offset where it surely has ended."""

    key: str
    node: Node
    limit: int


class Spot(msgspec.Struct, frozen=True):
    """A place in a list of paragraphs: after its entry ``index``; -1 is before the first."""

    list: Paragraphs
    index: int


def find_spot(root: Node, document: Document, source: Source, after: str) -> Spot:
    """Return the place that ``after`` names: ``#id``, ``operative 3``, ``preamble end``, ``end``.

    Numbers are those that ``document`` prints. Raises Unusable where there is none, or several.
    """
    found = _SPOT.fullmatch(after.strip())
    if found is None:
        raise Unusable(Problem(NOWHERE, f"{after!r} names no paragraph", _ADVICE))
    part, number, name = found[1], found[2], found[3]
    lists = tuple(lists_of(root, "", len(source.text)))
    if name:
        return _named(lists, name)
    if number and number not in {"0", "end"}:
        return _numbered(lists, document, source, _PARTS[part], int(number))
    chosen = _one(lists, part, after)
    return Spot(chosen, -1 if number == "0" else len(entries_of(chosen)) - 1)


def lists_of(node: Node, key: str, limit: int) -> Iterator[Paragraphs]:
    """Yield the lists of paragraphs below ``node``, drafts inside a report included."""
    if key in _LISTS:
        yield Paragraphs(key, node, limit)
    if isinstance(node, Mapping):
        ends = [name.start for name, _ in node.entries[1:]] + [limit]
        for (name, child), end in zip(node.entries, ends, strict=True):
            if (inner := field_of(name.text)) in _WITH_LISTS:
                yield from lists_of(child, inner, end)
    elif isinstance(node, Sequence):
        ends = [start_of(item) for item in node.items[1:]] + [limit]
        for item, end in zip(node.items, ends, strict=True):
            yield from lists_of(item, "", end)


def start_of(node: Node) -> int:
    """Return where the first character of ``node`` stands."""
    if isinstance(node, Mapping) and node.entries:
        return min(node.start, node.entries[0][0].start)
    return node.start


def entries_of(paragraphs: Paragraphs) -> tuple[Node, ...]:
    """Return the entries of a list that stands with dashes. Raises Unusable for any other."""
    node = paragraphs.node
    if isinstance(node, Sequence) and node.source.text[node.start : node.start + 1] == "-":
        return node.items
    what = "a list in brackets" if isinstance(node, Sequence) else "no list with dashes"
    message = f"`{paragraphs.key}` is {what}"
    advice = "write each paragraph on a line of its own that begins with -"
    raise Unusable(Problem(node.place(), message, advice))


def _one(lists: tuple[Paragraphs, ...], part: str | None, after: str) -> Paragraphs:
    """Return the one list that is meant; ``end`` alone is the end of the last part."""
    keys = [part] if part else ["operative", "paragraphs", "preamble"]
    for key in keys:
        found = [each for each in lists if each.key == key]
        if len(found) > 1:
            raise Unusable(_ambiguous(after, [each.node.place() for each in found]))
        if found:
            return found[0]
    what = f"no `{part}`" if part else "no paragraphs"
    message = f"the draft has {what}"
    raise Unusable(Problem(NOWHERE, message, f"write a first paragraph, or {_ADVICE}"))


def _named(lists: tuple[Paragraphs, ...], name: str) -> Spot:
    known: dict[str, Spot] = {}
    for each in lists:
        if isinstance(each.node, Sequence):
            for index, item in enumerate(each.node.items):
                known |= dict.fromkeys(_ids(item), Spot(each, index))
    if name in known:
        entries_of(known[name].list)
        return known[name]
    near = closest(name, known)
    advice = f"did you mean #{near}?" if near else _ADVICE
    raise Unusable(Problem(NOWHERE, f"no paragraph has the id {name!r}", advice))


def _ids(node: Node) -> Iterator[str]:
    """Yield the ids of a paragraph and of what stands below it: the clause goes after them all."""
    if isinstance(node, Mapping):
        for key, child in node.entries:
            field = field_of(key.text)
            if field == "id" and isinstance(child, Scalar):
                yield child.text.strip()
            elif field not in _NO_IDS:
                yield from _ids(child)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _ids(item)


def _numbered(
    lists: tuple[Paragraphs, ...], document: Document, source: Source, role: Role, number: int
) -> Spot:
    """Return the place after the paragraph that prints with ``number``."""
    part = next(key for key, value in _PARTS.items() if value is role)
    blocks = (block for block in document.blocks if isinstance(block, Paragraph))
    paragraphs = [block for block in blocks if block.role is role and not block.quoted]
    places = [block.place for block in paragraphs if block.number == number]
    if len(places) > 1:
        raise Unusable(_ambiguous(f"{part} {number}", places))
    if not places:
        last = max((block.number for block in paragraphs), default=0)
        advice = f"the last one is {part} {last}" if last else _ADVICE
        raise Unusable(Problem(NOWHERE, f"there is no paragraph {part} {number}", advice))
    offset = _offset(source, places[0])
    chosen = max(
        (each for each in lists if each.key == part and each.node.start <= offset < each.limit),
        key=lambda each: each.node.start,
    )
    starts = [start_of(item) for item in entries_of(chosen)]
    return Spot(chosen, max(index for index, start in enumerate(starts) if start <= offset))


def _offset(source: Source, place: Place) -> int:
    return source.starts[place.line - 1] + place.column - 1


def _ambiguous(after: str, places: list[Place]) -> Problem:
    lines = ", ".join(str(place.line) for place in places)
    message = f"`{after}` stands {len(places)} times, in the lines {lines}"
    return Problem(NOWHERE, message, "give the paragraph an `id` and name it as #id")
