"""Paragraphs find the paragraph that they belong to: by label, indent and how they begin."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.library.numerals import letter, lower_roman, parse_letter, parse_roman
from drafter.read.understand.node import Node

_DEEPEST = 4


def nest(nodes: Iterable[Node]) -> list[Node]:
    """Return the paragraphs of a text with their sub-paragraphs, resumed texts and quotations."""
    entries: list[Node] = []
    held = list(nodes)
    for index, node in enumerate(held):
        following = held[index + 1].label if index + 1 < len(held) else ""
        _add(entries, node, following)
    return entries


def usual_label(depth: int, count: int) -> str:
    """Return the label of an item without brackets: letters and Roman numerals by turns."""
    return letter(count) if depth % 2 else lower_roman(count)


def _add(entries: list[Node], node: Node, following: str) -> None:
    last = _last_paragraph(entries)
    if last is None or not node.paragraph:
        entries.append(node)
    elif _is_quoted(node, last):
        last.quote.append(node)
    elif host := _host(last, node):
        host.items.append(node)
    elif _resumes(node, last) and (end := _resumed(last, following)):
        end.then = node
    else:
        entries.append(node)


def _last_paragraph(entries: list[Node]) -> Node | None:
    """Return the paragraph before; a heading parts what follows it from what precedes it."""
    for entry in reversed(entries):
        if entry.paragraph:
            return entry
        if entry.heading:
            return None
    return None


def _is_quoted(node: Node, last: Node) -> bool:
    """A paragraph quoted in an amendment stands a step further in, after a colon."""
    opened = bool(last.quote) or last.text.endswith(":")
    return node.further_in and opened and not node.label.startswith("(")


def _resumes(node: Node, last: Node) -> bool:
    """Text that goes on after a list begins in lower case, at the margin."""
    return bool(last.items) and not node.label and node.text[:1].islower()


def _resumed(last: Node, following: str) -> Node | None:
    """Return the paragraph that a text resumes, after the list in it; None if it has resumed.

    Where the next label goes on with an outer list, the text belongs to that list's last item.
    """
    wanted = following.strip("().")
    chain = _chain(last)
    for depth, host in enumerate(chain[:-1], start=1):
        item = host.items[-1] if host.items and host.then is None else None
        goes_on = usual_label(depth, len(host.items) + 1) == wanted if wanted else False
        if item is not None and item.items and item.then is None and goes_on:
            return item
    return next((host for host in reversed(_line(last)) if host.then is None), None)


def _line(entry: Node) -> list[Node]:
    """Return a paragraph and the texts in which it resumes after its lists."""
    line = [entry]
    while line[-1].then is not None and line[-1].then.items:
        line.append(line[-1].then)
    return line


def _host(last: Node, node: Node) -> Node | None:
    """Return the paragraph that an item belongs to, by the label it should have there."""
    if not node.label or node.label[0].isdigit() or _is_upper(node.label):
        return None
    chain = _chain(last)
    wanted = node.label.strip("().")
    fits = [
        host
        for depth, host in enumerate(chain[:_DEEPEST], start=1)
        if usual_label(depth, len(host.items) + 1) == wanted
    ]
    if not fits:
        return _after_gap(chain, wanted)
    # (i) after (h) fits twice: the deeper level stands further in, or has begun already.
    return fits[-1] if node.further_in or not fits[0].items else fits[0]


def _is_upper(label: str) -> bool:
    return label.strip("().").isupper() and label.strip("().").isalpha()


def _after_gap(chain: list[Node], wanted: str) -> Node:
    """Return the list that a label continues although one before it is missing or wrong."""
    for depth, host in reversed(list(enumerate(chain[:_DEEPEST], start=1))):
        if host.items and _value(wanted, depth) > _value(host.items[-1].label.strip("()."), depth):
            return host
    if len(chain) > 1:
        return chain[-2]
    return chain[0]


def _value(label: str, depth: int) -> int:
    if depth % 2:
        return (parse_letter(label) or 0) if label.isalpha() and len(label) <= 2 else 0  # noqa: PLR2004
    return parse_roman(label.upper()) or 0


def _chain(entry: Node) -> list[Node]:
    """Return the last paragraph, its last item, that one's last item and so on."""
    chain = [entry]
    while chain[-1].items or chain[-1].then:
        above = chain[-1]
        chain.append(above.then or above.items[-1])
    return chain
