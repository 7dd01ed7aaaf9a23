"""Remarks of colleagues: their words, each with its author."""

from __future__ import annotations

from drafter.read.formats.word.names import Element, value, w

_MACHINE = "<<ODS"
"""The Secretariat's document system keeps its own data in comments that begin so."""


def comments_of(root: Element | None) -> tuple[dict[str, str], int]:
    """Return the comments by id as ``Author: words``, and how many are notes of a machine."""
    found: dict[str, str] = {}
    machine = 0
    for element in root.iter(w("comment")) if root is not None else ():
        lines = [_words(paragraph) for paragraph in element.iter(w("p"))]
        text = " ".join(filter(None, lines))
        if text.startswith(_MACHINE):
            machine += 1
        elif text:
            author = value(element, "author").strip()
            found[value(element, "id")] = f"{author}: {text}" if author else text
    return found, machine


def _words(paragraph: Element) -> str:
    pieces = (
        " " if each.tag != w("t") else each.text or ""
        for each in paragraph.iter(w("t"), w("tab"), w("br"))
    )
    return " ".join("".join(pieces).split())
