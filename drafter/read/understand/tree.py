"""Paragraphs find the paragraph that they belong to: by label, indent and how they begin."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.library.numerals import letter, lower_roman, parse_letter, parse_roman
from drafter.read.understand.node import Node

_DEEPEST = 4
_FIRST = {"a", "i"}
_SET_IN = 3
"""The level of items after which a text resumes further in than the margin."""


def nest(nodes: Iterable[Node]) -> list[Node]:
    """Return the paragraphs of a text with their sub-paragraphs, resumed texts and quotations."""
    entries: list[Node] = []
    held = list(nodes)
    for index, node in enumerate(held):
        _add(entries, node, held[index + 1 : index + 2 + _DEEPEST])
    return entries


def usual_label(depth: int, count: int) -> str:
    """Return the label of an item without brackets: letters and Roman numerals by turns."""
    return letter(count) if depth % 2 else lower_roman(count)


def _add(entries: list[Node], node: Node, ahead: list[Node]) -> None:
    last = _last_paragraph(entries)
    if last is None or not node.paragraph:
        entries.append(node)
    elif _is_quoted(node, last):
        last.quote.append(node)
    elif last.quote and _is_item(node):
        _add(last.quote, node, ahead)
    elif host := _host(last, node):
        host.items.append(node)
    elif _resumes(node, last) and (end := _resumed(last, node, ahead)):
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
    """A paragraph quoted in an amendment stands a step further in, after a colon.

    After a list, what stands further in is the text that resumes a paragraph of that list.
    """
    if _follows(node, last):
        return False
    opened = bool(last.quote) or (last.text.endswith(":") and not last.items)
    lone = not last.quote and node.label.strip("().") not in _FIRST
    return node.further_in and opened and (lone or not _is_item(node))


def _follows(node: Node, last: Node) -> bool:
    """Tell whether a number is the next one after that of the paragraph before."""
    one, other = last.label.rstrip("."), node.label.rstrip(".")
    return one.isdigit() and other.isdigit() and int(other) == int(one) + 1


def _is_item(node: Node) -> bool:
    """Tell whether a label is that of a sub-paragraph: ``(a)``, ``(iv)``, ``b.``."""
    return bool(node.label) and not node.label[0].isdigit() and not _is_upper(node.label)


def _resumes(node: Node, last: Node) -> bool:
    """Text that goes on after a list begins in lower case."""
    return bool(last.items) and _goes_on(node)


def _goes_on(node: Node) -> bool:
    return node.paragraph and not node.label and node.text[:1].islower()


def _resumed(last: Node, node: Node, ahead: list[Node]) -> Node | None:
    """Return the paragraph that a text resumes after its list; None if each has resumed.

    Where the next label goes on with an outer list, the text belongs to that list's last item;
    of several texts in a row, those before the last one belong further in.
    """
    count = next((i for i, each in enumerate(ahead) if not _goes_on(each)), len(ahead))
    wanted = ahead[count].label.strip("().") if count < len(ahead) else ""
    hosts = [(level, host) for level, host in _chain(last) if host.items]
    outer = next((level for level, host in hosts if _continues(level, host, wanted)), 0)
    inner = [(level, host) for level, host in hosts if level > outer] or hosts[-1:]
    inner = inner[min(count, len(inner) - 1) :] if inner else []
    set_in = [host for level, host in inner if level >= _SET_IN] if node.further_in else []
    return next(iter([*set_in, *(host for _, host in inner)]), None)


def _continues(level: int, host: Node, wanted: str) -> bool:
    return bool(wanted) and usual_label(level, len(host.items) + 1) == wanted


def _host(last: Node, node: Node) -> Node | None:
    """Return the paragraph that an item belongs to, by the label it should have there."""
    if not _is_item(node):
        return None
    chain = _chain(last)[:_DEEPEST]
    wanted = node.label.strip("().")
    fits = [host for level, host in chain if _continues(level, host, wanted)]
    if not fits:
        return _after_gap(chain, wanted)
    # (i) after (h) fits twice: the deeper level stands further in, or has begun already.
    return fits[-1] if node.further_in or not fits[0].items else fits[0]


def _is_upper(label: str) -> bool:
    return label.strip("().").isupper() and label.strip("().").isalpha()


def _after_gap(chain: list[tuple[int, Node]], wanted: str) -> Node:
    """Return the list that a label continues although one before it is missing or wrong."""
    for level, host in reversed(chain):
        last = host.items[-1].label.strip("().") if host.items else ""
        if host.items and _value(wanted, level) > _value(last, level):
            return host
    return chain[-2][1] if len(chain) > 1 else chain[0][1]


def _value(label: str, depth: int) -> int:
    if depth % 2:
        return (parse_letter(label) or 0) if label.isalpha() and len(label) <= 2 else 0  # noqa: PLR2004
    return parse_roman(label.upper()) or 0


def _chain(entry: Node) -> list[tuple[int, Node]]:
    """Return what may take an item, with the level of its items: paragraph, last item and so on.

    Where a text has resumed, it stands for the paragraph that it resumes.
    """
    chain: list[tuple[int, Node]] = []
    host: Node | None = entry
    while host is not None:
        while host.then is not None:
            host = host.then
        chain.append((len(chain) + 1, host))
        host = host.items[-1] if host.items else None
    return chain
