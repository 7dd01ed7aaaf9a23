"""A draft as its author would write it: without the marks that the program puts by itself."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from drafter.assemble import assemble
from drafter.document import Block, Paragraph
from drafter.draft import Draft, Entry, Words
from drafter.errors import Place, Unusable
from drafter.inline import NoteKey, Part, Text, markup, parse
from drafter.reading import Written

_MARKS = ",;:."
_LISTS = (
    "preamble",
    "operative",
    "paragraphs",
    "parts",
    "sections",
    "annexes",
    "items",
    "quote",
    "drafts",
)
T = TypeVar("T", bound=Written)


def lean(draft: Draft) -> Draft:
    """Return ``draft`` without final marks, wherever it prints the same without them."""
    bare = _Stripping(frozenset()).of(draft)
    try:
        written, printed = assemble(draft), assemble(bare)
    except Unusable:
        return draft
    kept = frozenset(
        one.place
        for one, other in zip(written.blocks, printed.blocks, strict=False)
        if isinstance(one, Paragraph) and not _same(one, other)
    )
    return _Stripping(kept).of(draft) if kept else bare


def _same(one: Paragraph, other: Block) -> bool:
    return isinstance(other, Paragraph) and one.inlines == other.inlines


class _Stripping:
    """Takes the final marks from a draft, save from the paragraphs at the places ``kept``."""

    def __init__(self, kept: frozenset[Place]) -> None:
        self.kept = kept

    def of(self, value: T) -> T:
        """Return a draft, or a part, annex or section of one, without final marks."""
        lists = (name for name in _LISTS if name in value.__struct_fields__)
        changed: dict[str, Any] = {
            name: tuple(map(self.of, getattr(value, name))) for name in lists
        }
        if not isinstance(value, Entry):
            return msgspec.structs.replace(value, **changed)
        then = value.then
        changed["text"] = value.text if value.ending else self._words(value.text)
        changed["then"] = self._words(then) if isinstance(then, Words) else then and self.of(then)
        return msgspec.structs.replace(value, **changed)

    def _words(self, words: Words) -> Words:
        if not words or words.place in self.kept:
            return words
        return Words(_without_mark(words.text), words.scalar, words.at)


def _without_mark(text: str) -> str:
    """Return ``text`` without the mark at its end, note marks aside."""
    parts, errors = parse(text)
    if errors:
        return text
    cut = len(parts)
    while cut and isinstance(parts[cut - 1], NoteKey):
        cut -= 1
    last = parts[cut - 1] if cut else None
    if not isinstance(last, Text) or last.text[-1:] not in _MARKS or last.text.endswith("..."):
        return text
    bare: tuple[Part, ...] = (msgspec.structs.replace(last, text=last.text[:-1]),)
    return markup((*parts[: cut - 1], *(bare if last.text[:-1] else ()), *parts[cut:]))
