"""Notes as the reader found them: mark, words, and the chunk that asks for them first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from drafter.inline import Part, Parts, Text, parts_text
from drafter.read.formats.word.blocks import Note, Para
from drafter.read.formats.word.document import Loaded
from drafter.read.formats.word.tables import paragraphs_in
from drafter.read.formats.word.typed_notes import cut
from drafter.read.formats.word.words import parts_of
from drafter.read.found import Chunk, FoundNote, Origin, Residue

_SPACES = " \t\n\u00a0"

Told = Callable[[Iterable[str]], str]
"""Turns the ids of comments into their words."""


def notes_of(
    loaded: Loaded, typed: Sequence[Note], chunks: Sequence[Chunk], told: Told
) -> Iterator[FoundNote]:
    """Yield the notes of the file, those that Word counts and those that were typed."""
    places = _Places(chunks)
    for at, note in enumerate(loaded.notes):
        paras = list(paragraphs_in(loaded.stories.get(at, [])))
        comments = told(name for para in paras for name in para.comments)
        yield places.found(note, _words(paras, note.mark), comments)
    for note in typed:
        yield places.found(note, note.parts, told(note.comments))


def orphans_of(loaded: Loaded) -> Iterator[Residue]:
    """Yield the words of notes that no mark in the text asks for."""
    for blocks in loaded.orphans:
        text = parts_text(_words(list(paragraphs_in(blocks)), ""))
        if text.strip():
            yield Residue(text, "a note that no mark in the text asks for")


class _Places:
    """Knows in which chunk a paragraph of the file went."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunk: dict[int, int] = {}
        for at, chunk in enumerate(chunks):
            self._chunk.setdefault(chunk.origin.paragraph, at)
        self._paragraphs = sorted(self._chunk)

    def found(self, note: Note, parts: Parts, comments: str) -> FoundNote:
        """Return ``note`` with the chunk of its first mark, or the last one before it."""
        at = bisect_right(self._paragraphs, note.place)
        after = self._chunk[self._paragraphs[at - 1]] if at else 0
        return FoundNote(note.mark, parts, Origin(paragraph=note.place), after, comments)


def _words(paras: Sequence[Para], mark: str) -> Parts:
    """Return the words of a note in one line, without a mark that is typed in front.

    LibreOffice types a star twice.
    """
    found: list[Part] = []
    for para in paras:
        for _ in range(2):
            if found or not _begins_with(para, mark):
                break
            cut(para.pieces, para.text.index(mark) + len(mark))
        parts = parts_of(para.pieces)
        found += [Text(" "), *parts] if found and parts else parts
    return tuple(found)


def _begins_with(para: Para, mark: str) -> bool:
    """Tell whether a mark is typed in front: a figure is one only where it is raised."""
    first = next((piece for piece in para.pieces if piece.text.strip()), None)
    if first is None or not mark or not first.text.strip(_SPACES).startswith(mark):
        return False
    return first.raised > 0 or not mark.isdigit()
