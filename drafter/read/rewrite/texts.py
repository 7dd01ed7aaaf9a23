"""Resolutions, treaties and simple sources in the text become keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import msgspec

from drafter.draft import Draft, Entry, NoteText, Words
from drafter.inline import markup, parse
from drafter.library.patterns import NUMBERS, read_numbers, treaties_by_name
from drafter.library.treaties import find_treaty
from drafter.read.rewrite.engine import rewritten

_CITED = re.compile(rf"(?P<lead>\b[Rr]esolutions? )(?P<numbers>{NUMBERS})")
_BEFORE_OTHER_BODIES = re.compile(r"(?:Council|Commission|Committee|Conference)(?:’s)? $")
_NOTE = re.compile(r"\[\^([^\]]+)\]")
_PLAIN_KEY = re.compile(r"[\w/. ()-]+(?:, [\w. ()-]+)*")

TextChange = Callable[[str, Draft], str]


def with_resolutions(draft: Draft) -> Draft:
    """Return ``draft`` with numbers of resolutions as ``[@70/1, 69/2]``, dates left to drafter."""
    return _changed(draft, _resolutions)


def with_treaties(draft: Draft) -> Draft:
    """Return ``draft`` with names of treaties as ``[@uncac]``, their notes left to drafter."""
    return _changed(draft, _treaties)


def with_note_keys(draft: Draft) -> Draft:
    """Return ``draft`` with the notes that a key can spell out: ``[^A/80/218, sect. II]``."""
    return _changed(draft, _note_keys)


def _changed(draft: Draft, change: TextChange) -> Draft:
    return rewritten(draft, lambda entry, owner: _entry(entry, owner, change))


def _entry(entry: Entry, draft: Draft, change: TextChange) -> Entry:
    """Return ``entry`` with all its texts changed; the very same one if nothing changes."""
    items = tuple(_entry(item, draft, change) for item in entry.items)
    quote = tuple(_entry(each, draft, change) for each in entry.quote)
    then = entry.then
    if isinstance(then, Words):
        then = _words(then, draft, change)
    elif then is not None:
        then = _entry(then, draft, change)
    text = _words(entry.text, draft, change)
    before = (entry.text, entry.then, *entry.items, *entry.quote)
    after = (text, then, *items, *quote)
    if all(one is other for one, other in zip(before, after, strict=True)):
        return entry
    return msgspec.structs.replace(entry, text=text, items=items, quote=quote, then=then)


def _words(words: Words, draft: Draft, change: TextChange) -> Words:
    text = change(words.text, draft) if words.text else ""
    return words if text == words.text else Words(text, at=words.place)


def _resolutions(text: str, _draft: Draft) -> str:
    def cite(found: re.Match[str]) -> str:
        numbers = read_numbers(found["numbers"])
        typed = not numbers or any(" of " in number for number in numbers)
        if typed or _BEFORE_OTHER_BODIES.search(text[: found.start()]):
            # A date that the registry does not know may belong to another body: it stays typed.
            return found.group()
        return f"{found['lead']}[@{', '.join(numbers or ())}]"

    return _CITED.sub(cite, text)


def _treaties(text: str, draft: Draft) -> str:
    """Put keys for names that carry the treaty's own note, and for short names behind them."""
    result = text
    for name, key in treaties_by_name().items():
        if name not in result or find_treaty(key) is None:
            continue
        marked = re.compile(rf"{re.escape(markup(parse(name)[0]))}\[\^([^\]]+)\]")
        result = marked.sub(partial(_keyed, key=key, draft=draft), result)
    return result


def _keyed(found: re.Match[str], *, key: str, draft: Draft) -> str:
    note = draft.notes.get(found[1])
    return f"[@{key}]" if note and note.treaty.text == key else found.group()


def _note_keys(text: str, draft: Draft) -> str:
    def spell(found: re.Match[str]) -> str:
        note = draft.notes.get(found[1])
        key = _spelled(note) if note else ""
        return f"[^{key}]" if key else found.group()

    return _NOTE.sub(spell, text)


def _spelled(note: NoteText) -> str:
    """Return the key that says all there is in ``note``; empty if there is none."""
    if note.see or note.also or note.official_records or note.series or note.organ:
        return ""
    if note.treaty:
        return note.treaty.text
    source = note.resolution.text or note.symbol.text
    key = ", ".join(filter(None, (source, note.part.text)))
    return key if source and _PLAIN_KEY.fullmatch(key) else ""
