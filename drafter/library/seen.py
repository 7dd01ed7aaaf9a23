"""A finished paragraph without what no clause has: sequence word, final mark, unbreaking signs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drafter.library.opening import Part, parse_opening, with_adverb
from drafter.library.printed import NoteMark, Printed

_MARKS = ",;:.?!"
_UNBREAKING = str.maketrans("\u00a0\u2011", " -")


class Seen(msgspec.Struct, frozen=True):
    """A paragraph without sequence word and final mark; ``adverb`` is what was taken away."""

    text: str
    marks: tuple[NoteMark, ...]
    adverb: str = ""


def bare(printed: Printed, part: Part) -> Iterator[Seen]:
    """Yield the paragraph as it is and, where it has a sequence word, without it."""
    seen = ended(printed)
    yield seen
    without = with_adverb(seen.text, part, "")
    if without != seen.text:
        opening = parse_opening(seen.text, part)
        shift = len(seen.text) - len(without)
        marks = (_moved(mark, mark.offset - shift) for mark in seen.marks)
        yield Seen(without, tuple(marks), opening.adverb if opening else "")


def ended(printed: Printed) -> Seen:
    """Return the paragraph without its final mark; notes stand before punctuation.

    Spaces and hyphens that do not break are plain ones: texts have either for the same words.
    """
    text = printed.text.translate(_UNBREAKING).rstrip()
    marks = tuple(_moved(mark, before_marks(text, mark.offset)) for mark in printed.marks)
    return Seen(text[:-1] if text[-1:] and text[-1] in ",;:." else text, marks)


def _moved(mark: NoteMark, offset: int) -> NoteMark:
    return msgspec.structs.replace(mark, offset=offset)


def before_marks(text: str, offset: int) -> int:
    """Return the place of a note that stands behind punctuation as if it stood before it."""
    while offset and text[offset - 1 : offset] in tuple(_MARKS):
        offset -= 1
    return offset
