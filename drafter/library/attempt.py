"""A wording held against a paragraph: whether it fits, how much is its own, whether it prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from drafter.errors import NOWHERE, Unusable
from drafter.inline import Cite, NoteKey, Text, parse
from drafter.library.clauses import Filled, FilledItem, fill
from drafter.library.expressions import Reader
from drafter.library.forms import Form, ItemReader
from drafter.library.opening import with_adverb
from drafter.library.patterns import NUMBERS, is_number, prints_numbers, words_of
from drafter.library.printed import Printed
from drafter.library.recovered import Fit, Values
from drafter.library.seen import Seen, ended

_WORD = re.compile(r"\w[\w'’‑-]*")
_DATA = re.compile(rf"{NUMBERS}|“[^”]*”")


class Attempt(msgspec.Struct, frozen=True):
    """A form whose expressions match a paragraph; whether it prints the same is not known yet."""

    form: Form
    fits: tuple[Fit, ...]
    printed: Printed
    own: int
    share: float

    def recovered(self) -> Values | None:
        """Return the values with which the clause prints the paragraph; None if it does not."""
        read = Values(self.form)
        if not all(map(read.take, self.fits)):
            return None
        try:
            given = {name: words_of(value) for name, value in read.values.items()}
            filled = fill(self.form.clause, given, NOWHERE)
        except Unusable:
            return None
        return read if self._prints(filled) else None

    def _prints(self, filled: Filled) -> bool:
        opening = getattr(self.form.clause.opening, self.form.part.value).text.strip()
        texts = [f"{opening} {filled.text.strip()}".strip(), *_texts(filled.items)]
        pairs = list(zip(self.fits, texts, strict=True))
        if not all(printed_words(text, fit.cited()) == fit.seen.text for fit, text in pairs):
            return False
        first = self.fits[0].seen
        again = (
            with_adverb(first.text, self.form.part, first.adverb) if first.adverb else first.text
        )
        return again == ended(self.printed).text


def attempted(form: Form, seen: Seen, printed: Printed) -> Attempt | None:
    """Return ``form`` held against the paragraph; None where its expressions do not match."""
    if not seen.text.startswith(form.reader.head):
        return None
    fits = [_fit(form.reader, seen), *_item_fits(form.items, printed.items)]
    whole = tuple(fit for fit in fits if fit)
    if len(whole) < len(fits):
        return None
    own, free = (sum(counts) for counts in zip(*map(_count, whole), strict=True))
    return Attempt(form, whole, printed, own, own / (own + free))


def _fit(reader: Reader, seen: Seen) -> Fit | None:
    found = reader.expression.match(seen.text)
    return Fit(seen, reader, found) if found else None


def _item_fits(readers: tuple[ItemReader, ...], items: tuple[Printed, ...]) -> Iterator[Fit | None]:
    """Yield a fit for each sub-paragraph of the clause; further ones are the author's."""
    if len(items) < len(readers):
        yield None
    for each, item in zip(readers, items, strict=False):
        yield _fit(each.reader, ended(item))
        if len(item.items) != len(each.items):
            yield None
        yield from _item_fits(each.items, item.items)


def _count(fit: Fit) -> tuple[int, int]:
    """Return how many words of a text are the clause's and how many are the author's."""
    text, own, free = fit.seen.text, fit.seen.text, 0
    for (start, end), authors in fit.spans():
        free += len(_WORD.findall(_DATA.sub(" ", text[start:end]))) if authors else 0
        own = own[:start] + " " * (end - start) + own[end:]
    return len(_WORD.findall(own)), free


def _texts(items: Iterable[FilledItem]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from _texts(item.items)


def printed_words(text: str, cited: Iterable[str]) -> str | None:
    """Return the plain words of a markup whose citations print ``cited``; None if they cannot."""
    words = ""
    given = iter(cited)
    for part in parse(text)[0]:
        match part:
            case Text():
                words += part.text
            case NoteKey():
                words = words.rstrip(" ")
            case Cite():
                said = next(given, "")
                if is_number(part.keys[0]) and not prints_numbers(part.keys, said):
                    return None
                words += said
            case _:
                return None
    return words
