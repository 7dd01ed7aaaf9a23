"""Where one paragraph ends and the next begins: rules in the order in which they are asked.

A rule says yes, no, or nothing; the first that says something decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import msgspec

from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.measure import Measure
from drafter.read.formats.text.piece import ITEMS, Piece
from drafter.read.formats.text.shape import (
    final_mark,
    is_field,
    is_organ_line,
    is_structure,
    label_of,
    like_heading,
    opens,
)

PARTED = re.compile(r"([^\W\d_]+)( ?)[-\u2010\u2011]$")
"""The end of a line with a hyphen."""
_BOLD_LINE = re.compile(r"\*\*[^*]+\*\*")
_ALONE = re.compile(r"[A-Z]|[IVXL]+")
_TITLE_NUMBER = re.compile(r"(?:ES-|S-)?\d+/\d+(?: [A-Z])?\.|[“\"‘]\d{1,3}\.")
_ON_DATE = re.compile(r"on (?:\d|_)")
_VERBAL = re.compile(r"\w+(?:ing|ed)\b")
_DEEPER = 3


class Seam(msgspec.Struct, frozen=True):
    """The place between the paragraph ``before`` and ``line``, which ``following`` comes after.

    ``words`` are those of the line without a bullet; ``label`` says that it begins with a label.
    """

    before: Piece
    line: Line
    words: str
    measure: Measure
    following: Line | None = None
    label: bool = False
    bullet: bool = False
    below_sponsors: bool = False

    @property
    def mark(self) -> str:
        """The mark that the paragraph before ends with."""
        return final_mark(self.before.words)

    @property
    def upper(self) -> bool:
        """Whether the line begins with a capital."""
        return self.words[:1].isupper()

    @property
    def had_room(self) -> bool:
        """Whether the line before ended although a word more would have had room."""
        return self.measure.had_room(self.before.last, self.line.text)


Rule: TypeAlias = Callable[[Seam], bool | None]


def begins(seam: Seam, in_front: tuple[Rule, ...]) -> bool:
    """Tell whether a new paragraph begins at the seam; ``in_front`` are the rules above the text."""
    if seam.before.front:
        rules = in_front
    elif seam.line.gap or not seam.measure.wrapped:
        rules = (_unless_half,)
    else:
        rules = _WRAPPED
    verdicts = (rule(seam) for rule in (*_ALWAYS, *rules))
    return next((verdict for verdict in verdicts if verdict is not None), False)


# --- in every part of a document -----------------------------------------------------------------


def _set_apart(seam: Seam) -> bool | None:
    other = seam.before.grid is not None or seam.line.quoted != seam.before.quoted
    return True if other or seam.label or seam.line.text.startswith("#") else None


def _after_number(seam: Seam) -> bool | None:
    """A number that stands alone in its line belongs to the words below it."""
    alone = seam.before.label and not seam.before.words
    return False if alone or _TITLE_NUMBER.fullmatch(seam.before.words) else None


def _after_structure(seam: Seam) -> bool | None:
    if not is_structure(seam.before.words):
        return None
    return not (_ON_DATE.match(seam.words) and seam.before.words.endswith("Assembly"))


def _bullet(seam: Seam) -> bool | None:
    return True if seam.bullet and not is_half(seam) else None


def _structure(seam: Seam) -> bool | None:
    numeral = (seam.line.gap or seam.mark) and _ALONE.fullmatch(seam.words)
    return True if numeral or is_structure(seam.words) else None


def _after_heading(seam: Seam) -> bool | None:
    return True if seam.before.heading or _ALONE.fullmatch(seam.before.words) else None


def _bold_lines(seam: Seam) -> bool | None:
    """A title set in bold goes on in the next bold line."""
    both = _BOLD_LINE.fullmatch(seam.line.text) and _BOLD_LINE.fullmatch(seam.before.text)
    return False if both and not seam.line.gap and seam.before.count < _DEEPER * 4 else None


_ALWAYS: tuple[Rule, ...] = (
    _set_apart,
    _after_number,
    _after_structure,
    _bullet,
    _structure,
    _after_heading,
    _bold_lines,
)


# --- lines that follow each other ------------------------------------------------------------------


def _broken(seam: Seam) -> bool | None:
    return True if seam.before.last.broken else None


def _opening(seam: Seam) -> bool | None:
    return True if seam.mark and opens(seam.words) else None


def _set_in(seam: Seam) -> bool | None:
    """The first line of a paragraph stands further in than the line before it."""
    deeper = seam.line.indent >= seam.before.last.indent + _DEEPER
    if not deeper or not (seam.mark or seam.upper):
        return None
    return bool(seam.mark) or seam.had_room


def _heading(seam: Seam) -> bool | None:
    """A line like a heading is one if it is short, or if a text begins below it."""
    if seam.mark not in {".", ";", ":"} or not like_heading(seam.words):
        return None
    return True if seam.measure.is_narrow(seam.words) or _text_below(seam) else None


def _text_below(seam: Seam) -> bool:
    if seam.following is None:
        return False
    words = seam.following.words
    label = label_of(words)
    labelled = label is not None and (words[label.end :][:1].isupper() or not words[label.end :])
    return labelled or opens(words) or is_organ_line(words)


def _had_room(seam: Seam) -> bool | None:
    if not seam.had_room:
        return None
    if seam.mark == ",":
        return seam.upper and bool(_VERBAL.match(seam.words))
    heading = seam.before.count == 1 and like_heading(seam.before.words)
    return bool(seam.mark) or (seam.upper and heading)


_WRAPPED: tuple[Rule, ...] = (_broken, _opening, _set_in, _heading, _had_room)


# --- lines that something parts --------------------------------------------------------------------


def _unless_half(seam: Seam) -> bool:
    return not is_half(seam)


def is_half(seam: Seam) -> bool:
    """Tell whether the line goes on with a paragraph although something stands between them."""
    if is_structure(seam.words) or (seam.before.front and is_field(seam.words)):
        return False
    verdicts = (rule(seam) for rule in _HALVES)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _unended(seam: Seam) -> bool | None:
    """A paragraph without a final mark has not come to its end."""
    if seam.mark:
        return None
    if PARTED.search(seam.before.words) or seam.words[:1].islower():
        return True
    return seam.before.is_paragraph and _goes_on(seam)


def _goes_on(seam: Seam) -> bool:
    if seam.words[:1].isdecimal():
        return True
    short = not seam.measure.wrapped or seam.measure.is_narrow(seam.words)
    return not opens(seam.words) and not (short and like_heading(seam.words))


def _opens(seam: Seam) -> bool | None:
    return False if seam.mark == ":" or opens(seam.words) else None


def _comma(seam: Seam) -> bool | None:
    """Behind a comma nearly everything goes on but an opening, and text after a list."""
    if seam.mark != ",":
        return None
    if seam.words[:1].islower():
        return seam.line.cut or seam.before.kind not in ITEMS
    if seam.words[:1].isdecimal() or seam.before.kind == "digits":
        return True
    new = _VERBAL.match(seam.words) or not _goes_on(seam)
    return seam.line.cut and not new and seam.before.is_paragraph


def _other_mark(seam: Seam) -> bool | None:
    lower = seam.words[:1].islower()
    if seam.mark == ";":
        return lower and seam.before.kind not in ITEMS
    return lower and seam.line.cut


_HALVES: tuple[Rule, ...] = (_unended, _opens, _comma, _other_mark)
