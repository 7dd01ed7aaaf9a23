"""The wordings of clauses ready to be compared, and the index that finds those worth a try."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from drafter.library.alternatives import Alternative, Shape, alternatives
from drafter.library.clauses import Clause
from drafter.library.expressions import Reader
from drafter.library.opening import Part


class Form(msgspec.Struct, frozen=True):
    """One wording of a clause in one part, ready to be compared."""

    clause: Clause
    variant: str
    part: Part
    taken: tuple[tuple[str, str], ...]
    reader: Reader
    items: tuple[ItemReader, ...]


class ItemReader(msgspec.Struct, frozen=True):
    """A sub-paragraph of a form."""

    reader: Reader
    items: tuple[ItemReader, ...]


def forms_of(clause: Clause) -> Iterator[Form]:
    """Yield every wording of ``clause`` in each part that it fits. Raises Unreadable."""
    for variant in ("", *clause.variants):
        worded = clause.worded(variant)
        found = alternatives(worded)
        for part in Part:
            opening = getattr(worded.opening, part.value).text.strip()
            if opening or not (worded.opening.preambular or worded.opening.operative):
                for each in found:
                    yield _form(worded, variant, part, opening, each)


def _form(clause: Clause, variant: str, part: Part, opening: str, found: Alternative) -> Form:
    reader = Reader(clause, found.holes, f"{opening} {found.shape.text.strip()}".strip())
    items = _item_readers(clause, found, found.shape.items)
    return Form(clause, variant, part, found.taken, reader, items)


def _item_readers(
    clause: Clause, found: Alternative, shapes: tuple[Shape, ...]
) -> tuple[ItemReader, ...]:
    return tuple(
        ItemReader(
            Reader(clause, found.holes, shape.text), _item_readers(clause, found, shape.items)
        )
        for shape in shapes
    )


def readers_of(form: Form | ItemReader) -> Iterator[Reader]:
    """Yield what reads the text of ``form`` and the texts below it."""
    yield form.reader
    for item in form.items:
        yield from readers_of(item)


def indexed(forms: list[Form]) -> dict[str, list[Form]]:
    """Return the forms by the rarest of the words that each of them always has."""
    counts = Counter(word for form in forms for word in form.reader.words)
    index: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        rarest = min(form.reader.words, key=lambda word: (counts[word], -len(word), word))
        index[rarest].append(form)
    return dict(index)


def words_in(text: str) -> list[str]:
    """Return the words by which forms are found."""
    return re.findall(r"\w+", text)
