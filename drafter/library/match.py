"""Which clause a finished paragraph is an instance of, and the values that filled its blanks.

The reverse of filling: whatever is found prints, through the same functions, the same words again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from drafter.errors import NOWHERE, Unusable
from drafter.library.alternatives import Unreadable
from drafter.library.attempt import Attempt, attempted
from drafter.library.clauses import Library
from drafter.library.forms import Form, forms_of, indexed, readers_of, words_in
from drafter.library.opening import Part
from drafter.library.patterns import Value
from drafter.library.printed import NoteMark, Printed
from drafter.library.recovered import Values
from drafter.library.seen import bare


class Match(msgspec.Struct, frozen=True):
    """A paragraph as an instance of a clause.

    ``values`` is what stands under ``with``, without what is usual anyway. ``own`` counts the words
    that are the clause's, ``share`` is their part of all but data: numbers, dates, citations, names
    and quoted titles count on neither side. ``items`` is how many sub-paragraphs the clause brings.
    ``exact`` says that the notes are recovered too, where they stand and what they cite.
    """

    clause: str
    variant: str
    part: Part
    values: Mapping[str, Value]
    own: int
    share: float
    exact: bool
    items: int = 0


class Matcher:
    """Recognises the clauses of ``library``; ``unreadable`` says which it cannot, and why."""

    def __init__(self, library: Library, share: float = 0.5) -> None:
        self.share = share
        self.unreadable: dict[str, str] = {}
        self._index = indexed(
            [form for name in library.ids() for form in self._forms(library, name)]
        )

    def _forms(self, library: Library, name: str) -> list[Form]:
        try:
            forms = list(forms_of(library.clause(name, NOWHERE)))
            for reader in (each for form in forms for each in readers_of(form)):
                reader.pattern  # noqa: B018 - what cannot be read is said now
        except Unreadable as error:
            self.unreadable[name] = str(error)
        except Unusable as error:
            self.unreadable[name] = str(error.problems[0])
        else:
            return forms
        return []

    def match(
        self,
        text: str,
        part: Part | None = None,
        items: Sequence[Printed] = (),
        marks: Sequence[NoteMark] = (),
    ) -> Match | None:
        """Return the clause with the most words of its own in the paragraph, or None.

        ``text`` is as printed, with its sequence word and final mark but without note marks.
        """
        return self.match_printed(Printed(text, tuple(marks), tuple(items)), part)

    def match_printed(self, printed: Printed, part: Part | None = None) -> Match | None:
        """Return what :meth:`match` does, for a paragraph with its notes and sub-paragraphs."""
        parts = (part,) if part else tuple(Part)
        tries = [each for part in parts for each in self._tries(printed, part)]
        tries.sort(key=_worth)
        found = ((attempt, attempt.recovered()) for attempt in tries)
        return next((_match(attempt, read) for attempt, read in found if read), None)

    def candidates(self, text: str, part: Part) -> list[Form]:
        """Return the forms that may match ``text``: all their words stand in it."""
        words = set(words_in(text))
        return [
            form
            for word in words
            for form in self._index.get(word, ())
            if form.part is part and form.reader.words <= words
        ]

    def _tries(self, printed: Printed, part: Part) -> Iterator[Attempt]:
        for seen in bare(printed, part):
            for form in self.candidates(seen.text, part):
                attempt = attempted(form, seen, printed)
                if attempt and attempt.share >= self.share:
                    yield attempt


def _worth(attempt: Attempt) -> tuple[object, ...]:
    form = attempt.form
    return -attempt.own, -attempt.share, len(form.clause.parameters), form.clause.id, form.variant


def _match(attempt: Attempt, read: Values) -> Match:
    form = attempt.form
    usual = {name: each.default.text.strip() for name, each in form.clause.parameters.items()}
    values = {name: value for name, value in read.values.items() if value != usual[name]}
    own, share = attempt.own, attempt.share
    return Match(
        form.clause.id, form.variant, form.part, values, own, share, read.exact, len(form.items)
    )
