"""Tries a draft with some paragraphs written otherwise, and keeps those that print the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar, cast

import msgspec

from drafter.assemble import assemble
from drafter.document import Document, Heading, Inlines, Mark, Paragraph, Role, Run, Table
from drafter.draft import Draft, Entry, Words
from drafter.errors import Place, Unusable
from drafter.inline import Cite, NoteKey, parse
from drafter.library.clauses import Library
from drafter.reading import Written

Candidates: TypeAlias = Mapping[Place, Entry]
Change: TypeAlias = Callable[[Entry, Draft], Entry]
T = TypeVar("T", bound=Written)

_LISTS = ("preamble", "operative", "paragraphs", "parts", "sections", "annexes")
_MOST_ROUNDS = 20


def entries_of(draft: Draft) -> Iterator[tuple[Entry, Draft]]:
    """Yield the paragraphs of a draft and of the drafts inside it, each with its draft."""
    for name in _LISTS:
        for each in getattr(draft, name):
            yield from _entries(each, draft)


def _entries(value: Written, draft: Draft) -> Iterator[tuple[Entry, Draft]]:
    if isinstance(value, Entry):
        yield value, draft
        for inner in value.drafts:
            yield from entries_of(inner)
        return
    for name in _LISTS:
        for each in getattr(value, name, ()):
            yield from _entries(each, draft)


def rewritten(draft: Draft, change: Change, library: Library | None = None) -> Draft:
    """Return ``draft`` with every paragraph changed that then still prints the same."""
    wanted = {
        entry.place: changed
        for entry, owner in entries_of(draft)
        if (changed := change(entry, owner)) is not entry
    }
    return accepted(draft, wanted, library) if wanted else draft


def accepted(draft: Draft, candidates: Candidates, library: Library | None = None) -> Draft:
    """Return ``draft`` with those of ``candidates`` (by place) that print what stood there."""
    try:
        before = _groups(assemble(draft, library))
    except Unusable:
        return draft
    left = dict(candidates)
    for _ in range(_MOST_ROUNDS):
        if not left:
            break
        tried = with_entries(draft, left)
        wrong = _wrong(tried, before, library)
        if not wrong:
            return tried
        bad = {place for place in wrong if place in left}
        if not bad:
            break
        for place in bad:
            del left[place]
    return draft


def _wrong(draft: Draft, before: list[tuple[Place, str]], library: Library | None) -> set[Place]:
    """Return the places where ``draft`` prints otherwise than ``before``."""
    try:
        after = _groups(assemble(draft, library))
    except Unusable as error:
        return {problem.place for problem in error.problems} or {Place("?")}
    if len(after) != len(before):
        return {Place("?")}
    return {old[0] for old, new in zip(before, after, strict=True) if old[1] != new[1]}


def with_entries(draft: Draft, candidates: Candidates) -> Draft:
    """Return ``draft`` with ``candidates`` in their places, without notes that none asks for."""

    def turned(value: T) -> T:
        if isinstance(value, Entry):
            found: Any = candidates.get(value.place, value)
            drafts = tuple(map(inner, value.drafts))
            return cast("T", msgspec.structs.replace(found, drafts=drafts) if drafts else found)
        changed: dict[str, Any] = {
            name: tuple(map(turned, getattr(value, name)))
            for name in _LISTS
            if name in value.__struct_fields__
        }
        return msgspec.structs.replace(value, **changed)

    def inner(value: Draft) -> Draft:
        return _pruned(turned(value))

    return inner(draft)


def _pruned(draft: Draft) -> Draft:
    used = set(_used_keys(draft))
    notes = {key: note for key, note in draft.notes.items() if key in used}
    return draft if len(notes) == len(draft.notes) else msgspec.structs.replace(draft, notes=notes)


def _used_keys(value: object) -> Iterator[str]:
    """Yield the keys of notes and citations in all texts below ``value``."""
    if isinstance(value, Words):
        for part in parse(value.text)[0]:
            if isinstance(part, NoteKey):
                yield part.key
            elif isinstance(part, Cite):
                yield from part.keys
    elif isinstance(value, Written):
        for name in value.__struct_fields__:
            if name not in {"drafts", "notes"}:
                yield from _used_keys(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _used_keys(each)


# --- how paragraphs print -------------------------------------------------------------------------


def _groups(document: Document) -> list[tuple[Place, str]]:
    """Return the top paragraphs with all that stands below each, as they print."""
    notes = {note.id: _text(note.inlines, {}) for note in document.notes}
    groups: list[tuple[Place, list[str]]] = []
    for block in document.blocks:
        if _begins(block) or not groups:
            groups.append((getattr(block, "place", Place()), []))
        groups[-1][1].append(_print(block, notes))
    return [(place, "\n".join(lines)) for place, lines in groups]


def _begins(block: object) -> bool:
    if isinstance(block, Paragraph):
        below = block.level or block.quoted or block.role in {Role.ITEM, Role.RESUMED}
        return not below
    return not (isinstance(block, Heading) and block.quoted)


def _print(block: object, notes: Mapping[str, str]) -> str:
    match block:
        case Paragraph():
            return f"{block.role} {block.level} {block.label} {_text(block.inlines, notes)}"
        case Heading():
            return f"{block.label} {_text(block.inlines, notes)}"
        case Table():
            return " | ".join(_text(cell, notes) for row in block.rows for cell in row)
        case _:
            return ""


def _text(inlines: Inlines, notes: Mapping[str, str]) -> str:
    words: list[str] = []
    for part in inlines:
        match part:
            case Run():
                words.append(f"*{part.text}*" if part.italic else part.text)
            case Mark():
                words.append(f"[{part.number} {notes.get(part.note, '')}]")
            case _:
                words.append(part.stars)
    return "".join(words).replace("**", "")
