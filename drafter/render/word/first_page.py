"""What page 1 will hold: whether a numbered footnote stands on it.

An estimate by measuring words, without hyphenation or justification. It errs towards "yes": a
star set as a footnote looks right on any page, two things at one place do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.document import Mark, Run
from drafter.render.word.body import gap_between
from drafter.render.word.forms import form
from drafter.render.word.glue import glue
from drafter.render.word.layout import layout
from drafter.render.word.measure import BREAKING, Face, Word, fill, pieces
from drafter.render.word.styles import style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.document import AsteriskNote, Inlines
    from drafter.render.word.flow import Setting
    from drafter.render.word.layout import Form

_TWIPS = 20
_DOUBT_LINES = 2
_TABLE_LINE = 14.5


class Measures(msgspec.Struct, frozen=True):
    """The box of a paragraph in points: first line, other lines, one line's height, space below."""

    first: float
    rest: float
    line: float
    below: float
    face: Face


def notes_on_first_page(settings: Sequence[Setting]) -> tuple[str, ...]:
    """Return the ids of the numbered notes whose marks stand on page 1, or might."""
    page = layout().page
    room = page.first_end - page.first_text
    found: list[str] = []
    for height, notes in _lines(settings):
        room -= height
        if room < -_DOUBT_LINES * height:
            break
        found += notes
    return tuple(found)


def framed_lines(notes: Sequence[AsteriskNote]) -> int:
    """Return how many lines the notes fill in the frame at the foot of page 1."""
    is_ = layout()
    measure = (is_.frame.width - is_.note.left - is_.note.right) / _TWIPS
    face = _face("FootnoteText", form("star-note"))
    return sum(len(fill(_words(note.inlines, face), measure, measure)) for note in notes)


def _lines(settings: Sequence[Setting]) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield each line's height in points, with the notes that are marked in it."""
    gap = (form("gap").line or 0) / _TWIPS
    above: Setting | None = None
    for setting in settings:
        if above:
            yield gap_between(above, setting) * gap, ()
        above = setting
        if setting.table:
            yield from _table_lines(setting)
            continue
        measures = _measures(setting)
        words = (*_lead(setting), *_words(setting.inlines, measures.face))
        for line in fill(words, measures.first, measures.rest):
            yield measures.line, tuple(note for word in line for note in word.notes)
        yield measures.below, ()


def _table_lines(setting: Setting) -> Iterator[tuple[float, tuple[str, ...]]]:
    marks = tuple(part.note for part in setting.every_inline() if isinstance(part, Mark))
    yield _TABLE_LINE, marks
    for _ in setting.table.rows if setting.table else ():
        yield _TABLE_LINE, ()


def _measures(setting: Setting) -> Measures:
    shape = form(setting.form, quoted=setting.quoted)
    base, page = style(shape.style), layout().page
    indent = layout().heading if shape.heading else shape
    left = base.left if indent.left is None else indent.left
    right = base.right if indent.right is None else indent.right
    line = base.line if shape.line is None else shape.line
    after = base.after if shape.after is None else shape.after
    measure = (page.width - page.left - page.right - left - right) / _TWIPS
    return Measures(measure, measure, line / _TWIPS, after / _TWIPS, _face(shape.style, shape))


def _face(name: str, shape: Form) -> Face:
    base = style(name)
    size = (shape.size or base.size) / 2
    return Face(size, base.bold, shape.italic, base.scale, base.character / _TWIPS)


def _lead(setting: Setting) -> Iterator[Word]:
    """Yield a blank as wide as tabs and label push the words of the first line in."""
    shape = form(setting.form, quoted=setting.quoted)
    if shape.lead and shape.style == "SingleTxt":
        stops = layout().tabs.text
        yield Word(shape.lead.count("|") * (stops[1] - stops[0]) / _TWIPS, 0.0)


def _words(inlines: Inlines, face: Face) -> list[Word]:
    """Return the words; a note belongs to the word that its mark follows."""
    words: list[Word] = []
    open_end = False
    for part in inlines:
        if isinstance(part, Mark):
            words.append(Word(0.0, 0.0, (part.note,)))
        if not isinstance(part, Run):
            continue
        cut = msgspec.structs.replace(face, italic=face.italic or part.italic)
        text = glue(part.text.replace("\n", " "))
        found = list(pieces(text, cut))
        if open_end and found and not text.startswith(" ") and words:
            last = words.pop()
            found[0] = Word(last.width + found[0].width, found[0].space, last.notes)
        words += found
        open_end = bool(text) and not text.endswith((" ", *BREAKING))
    return words
