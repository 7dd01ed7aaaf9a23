"""The footnotes part: the separators and the notes, in the order of their first marks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafter.document import AsteriskNote
from drafter.render.word.layout import layout, part
from drafter.render.word.markup import run, words
from drafter.render.word.runs import Look, runs
from drafter.render.word.story import REFERENCE

if TYPE_CHECKING:
    from drafter.document import Note
    from drafter.render.word.story import Story

_TWIPS = 20
_TAB = "<w:r><w:tab/></w:r>"


def footnotes(story: Story, text: Story) -> str:
    """Return the inside of ``w:footnotes``: what ``text`` cites; ``story`` collects the links."""
    notes = (
        _note(place, note, story, typed=text.options.typed_marks)
        for place, note in enumerate(text.cited, 1)
    )
    return part("separators.xml") + "".join(notes)


def _note(place: int, note: Note | AsteriskNote, story: Story, *, typed: bool) -> str:
    """Return a note: number, tab, words.

    UN files have a tab before the number as well, which LibreOffice drops; here the first line
    starts where the number has to stand (see ``number_end``). LibreOffice drops the first tab of a
    note with a mark of its own.
    """
    is_ = layout().note
    if isinstance(note, AsteriskNote):
        taken = is_.star_points * len(note.stars)
        lead = run(words(note.stars)) + _TAB * (1 + typed)
    else:
        taken = is_.digit_points * len(str(note.number))
        number = words(str(note.number)) if typed else "<w:footnoteRef/>"
        lead = run(number, REFERENCE) + _TAB * (1 + typed)
    content = lead + runs(note.inlines, Look(), story)
    return f'<w:footnote w:id="{place}"><w:p>{_properties(taken)}{content}</w:p></w:footnote>'


@cache
def _properties(taken: float) -> str:
    """Return the properties of a note whose number takes so many points."""
    note = layout().note
    hanging = note.left - note.number_end + round(taken * _TWIPS)
    stops = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in layout().tabs.text)
    return (
        '<w:pPr><w:pStyle w:val="FootnoteText"/>'
        f'<w:tabs><w:tab w:val="clear" w:pos="418"/>{stops}</w:tabs>'
        f'<w:ind w:left="{note.left}" w:right="{note.right}" w:hanging="{hanging}"/></w:pPr>'
    )
