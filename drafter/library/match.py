"""Which clause a finished paragraph is an instance of, and the values that filled its blanks.

The reverse of filling: whatever is found prints, through the same functions, the same words again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from drafter.errors import NOWHERE, Unusable
from drafter.inline import Cite, NoteKey, Parts, Text, markup, parse
from drafter.library.alternatives import Alternative, Shape, Unreadable, alternatives
from drafter.library.clauses import Clause, Filled, FilledItem, Library, Type, fill
from drafter.library.expressions import Blank, Citation, Note, Reader
from drafter.library.opening import Part, parse_opening, with_adverb
from drafter.library.patterns import (
    NUMBERS,
    Value,
    is_number,
    note_keys,
    prints_numbers,
    read_numbers,
    symbol_in,
    treaties_by_name,
    words_of,
)
from drafter.library.printed import NoteMark, Printed

UNKNOWN_NOTE = "A/__"
"""What stands for a source whose note is not at hand: a blank, to be filled by the author."""

_WORD = re.compile(r"\w[\w'’‑-]*")
_MARKS = ",;:.?!"
_UNBREAKING = str.maketrans("\u00a0\u2011", " -")
_GOES_ON = re.compile(
    r"[;:]|, (?:and|as|at|by|for|held|in|noting|on|recalling|submitted|taking|that|to|where|which"
    r"|while|who|with)\b"
)
"""What no name has: where a sentence goes on behind it."""
_DATA = re.compile(rf"{NUMBERS}|“[^”]*”")
_PLENTY = 12
"""So many words of a clause do not come together by chance: two thirds of the share will do."""


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


class Matcher:
    """Recognises the clauses of ``library``; ``unreadable`` says which it cannot, and why."""

    def __init__(self, library: Library, share: float = 0.5) -> None:
        self.share = share
        self.unreadable: dict[str, str] = {}
        self._index = _indexed(
            [form for name in library.ids() for form in self._forms(library, name)]
        )

    def _forms(self, library: Library, name: str) -> list[Form]:
        try:
            forms = list(_forms(library.clause(name, NOWHERE)))
            for reader in (each for form in forms for each in _readers(form)):
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
        found = (attempt.match() for attempt in tries)
        return next((match for match in found if match), None)

    def candidates(self, text: str, part: Part) -> list[Form]:
        """Return the forms that may match ``text``: all their words stand in it."""
        words = set(_words(text))
        return [
            form
            for word in words
            for form in self._index.get(word, ())
            if form.part is part and form.reader.words <= words
        ]

    def _tries(self, printed: Printed, part: Part) -> Iterator[Attempt]:
        for seen in _bare(printed, part):
            for form in self.candidates(seen.text, part):
                attempt = _attempt(form, seen, printed)
                if attempt and attempt.share >= self._least(attempt.own):
                    yield attempt

    def _least(self, own: int) -> float:
        return self.share * 2 / 3 if own >= _PLENTY else self.share


def _worth(attempt: Attempt) -> tuple[object, ...]:
    form = attempt.form
    return -attempt.own, -attempt.share, len(form.clause.parameters), form.clause.id, form.variant


# --- the forms of a clause and where they are kept ----------------------------------------------


def _forms(clause: Clause) -> Iterator[Form]:
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


def _readers(form: Form | ItemReader) -> Iterator[Reader]:
    yield form.reader
    for item in form.items:
        yield from _readers(item)


def _indexed(forms: list[Form]) -> dict[str, list[Form]]:
    """Return the forms by the rarest of the words that each of them always has."""
    counts = Counter(word for form in forms for word in form.reader.words)
    index: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        rarest = min(form.reader.words, key=lambda word: (counts[word], -len(word), word))
        index[rarest].append(form)
    return dict(index)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# --- a paragraph without what is not the clause's ------------------------------------------------


class Seen(msgspec.Struct, frozen=True):
    """A paragraph without sequence word and final mark; ``adverb`` is what was taken away."""

    text: str
    marks: tuple[NoteMark, ...]
    adverb: str = ""


def _bare(printed: Printed, part: Part) -> Iterator[Seen]:
    """Yield the paragraph as it is and, where it has a sequence word, without it."""
    seen = _ended(printed)
    yield seen
    bare = with_adverb(seen.text, part, "")
    if bare != seen.text:
        opening = parse_opening(seen.text, part)
        shift = len(seen.text) - len(bare)
        marks = (_moved(mark, mark.offset - shift) for mark in seen.marks)
        yield Seen(bare, tuple(marks), opening.adverb if opening else "")


def _ended(printed: Printed) -> Seen:
    """Return the paragraph without its final mark; notes stand before punctuation.

    Spaces and hyphens that do not break are plain ones: texts have either for the same words.
    """
    text = printed.text.translate(_UNBREAKING).rstrip()
    marks = tuple(_moved(mark, _before_marks(text, mark.offset)) for mark in printed.marks)
    return Seen(text[:-1] if text[-1:] and text[-1] in ",;:." else text, marks)


def _moved(mark: NoteMark, offset: int) -> NoteMark:
    return msgspec.structs.replace(mark, offset=offset)


def _before_marks(text: str, offset: int) -> int:
    while offset and text[offset - 1 : offset] in tuple(_MARKS):
        offset -= 1
    return offset


# --- an attempt ---------------------------------------------------------------------------------


class Fit(msgspec.Struct, frozen=True):
    """A text that a reader matched."""

    seen: Seen
    reader: Reader
    found: re.Match[str]

    def spans(self) -> Iterator[tuple[tuple[int, int], bool]]:
        """Yield where words stand that are not the clause's, and whether they are the author's."""
        for name, group in self.reader.groups.items():
            words = self.found[name]
            if isinstance(group, Blank) and group.looks.free:
                if words != group.looks.default:
                    names = group.quoted or (group.looks.name and not _GOES_ON.search(words))
                    yield self.found.span(name), not names
            elif isinstance(group, Blank) or (isinstance(group, Citation) and _is_typed(group)):
                yield self.found.span(name), False

    def cited(self) -> list[str]:
        """Return the words of the citations in their order."""
        groups = self.reader.groups.items()
        return [self.found[name] for name, group in groups if isinstance(group, Citation)]


class Attempt(msgspec.Struct, frozen=True):
    """A form whose expressions match a paragraph; whether it prints the same is not known yet."""

    form: Form
    fits: tuple[Fit, ...]
    printed: Printed
    own: int
    share: float

    def match(self) -> Match | None:
        """Return the match if the clause, filled, prints the paragraph."""
        read = _Values(self.form)
        if not all(map(read.take, self.fits)):
            return None
        values = read.values
        try:
            given = {name: words_of(value) for name, value in values.items()}
            filled = fill(self.form.clause, given, NOWHERE)
        except Unusable:
            return None
        if not self._prints(filled):
            return None
        usual = {n: p.default.text.strip() for n, p in self.form.clause.parameters.items()}
        return Match(
            self.form.clause.id,
            self.form.variant,
            self.form.part,
            {name: value for name, value in values.items() if value != usual[name]},
            self.own,
            self.share,
            read.exact,
            len(self.form.items),
        )

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
        return again == _ended(self.printed).text


def _attempt(form: Form, seen: Seen, printed: Printed) -> Attempt | None:
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
        yield _fit(each.reader, _ended(item))
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


def _is_typed(group: Citation) -> bool:
    return group.hole is not None or is_number(group.keys[0])


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


# --- the values ---------------------------------------------------------------------------------


class _Values:
    """The values that the groups of an attempt hold; each may be read in several places."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.values: dict[str, Value] = dict(form.taken)
        self.exact = True

    def take(self, fit: Fit) -> bool:
        """Take what one text holds; False where it is no value of the blank."""
        notes = [mark.offset for mark in fit.seen.marks]
        used: list[int] = []
        for name, group in fit.reader.groups.items():
            match group:
                case Blank():
                    taken = self._blank(fit, name, group, used)
                case Citation():
                    used += [offset for offset in notes if offset == fit.found.end(name)]
                    taken = self._citation(fit.found[name], group)
                case Note():
                    taken = self._note(fit, name, group, used)
            if not taken:
                return False
        self.exact = self.exact and sorted(used) == sorted(notes)
        return True

    def _blank(self, fit: Fit, name: str, group: Blank, used: list[int]) -> bool:
        start, end = fit.found.span(name)
        value = group.looks.value(fit.found[name])
        if isinstance(value, str) and group.looks.free:
            own = _note_places(fit)
            inside = [m for m in fit.seen.marks if start < m.offset <= end and m.offset not in own]
            used += [mark.offset for mark in inside]
            value = _with_marks(fit.found[name], start, inside) if inside else value
        return value is not None and self._put(group.hole.name, value)

    def _put(self, name: str, value: Value) -> bool:
        return self.values.setdefault(name, value) == value

    def _citation(self, words: str, group: Citation) -> bool:
        if group.hole is None:
            return True
        name = group.hole.name
        if words in treaties_by_name():
            return self._put(name, treaties_by_name()[words])
        numbers = read_numbers(words, group.body)
        if not numbers:
            return False
        several = self.form.clause.parameters[name].type in {Type.LIST, Type.RESOLUTIONS}
        return self._put(name, numbers if several else numbers[0])

    def _note(self, fit: Fit, name: str, group: Note, used: list[int]) -> bool:
        place = _before_marks(fit.seen.text, fit.found.start(name))
        mark = next((mark for mark in fit.seen.marks if mark.offset == place), None)
        if mark:
            used.append(place)
        for key in note_keys(mark.key, mark.text) if mark else ():
            if read := re.fullmatch(group.pattern, key):
                values = zip(group.holes, read.groups(), strict=True)
                return all(self._put(hole.name, words) for (hole, _), words in values)
        self.exact = False
        guess = (symbol_in(mark.text) if mark else "") or UNKNOWN_NOTE
        for hole, _ in group.holes:
            self.values.setdefault(hole.name, guess)
        return True


def _note_places(fit: Fit) -> set[int]:
    return {
        _before_marks(fit.seen.text, fit.found.start(name))
        for name, group in fit.reader.groups.items()
        if isinstance(group, Note)
    }


def _with_marks(words: str, start: int, marks: Iterable[NoteMark]) -> str:
    parts: list[Text | NoteKey] = []
    at = 0
    for mark in marks:
        offset = mark.offset - start
        parts += [Text(words[at:offset]), *([NoteKey(mark.key)] if mark.key else [])]
        at = offset
    found: Parts = (*parts, Text(words[at:]))
    return markup(tuple(part for part in found if not isinstance(part, Text) or part.text))
