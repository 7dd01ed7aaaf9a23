"""Asterisk notes: a frame at the foot of page 1, or footnotes with a star for a number.

Issued documents have a frame above the footer (A/80/L.38); where numbered notes stand on page 1
as well, the star stands above them as a footnote (A/80/L.13), so that neither covers the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document import AsteriskNote, Document, Star
from drafter.render.word.first_page import framed_lines, notes_on_first_page
from drafter.render.word.forms import form, lead, properties
from drafter.render.word.layout import layout
from drafter.render.word.markup import run, words
from drafter.render.word.runs import Look, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.render.word.flow import Setting
    from drafter.render.word.story import Story

_TWIPS = 20


def as_footnotes(document: Document, settings: Sequence[Setting]) -> tuple[AsteriskNote, ...]:
    """Return the asterisk notes that have to be footnotes; the others stand in the frame.

    A note whose star is in the masthead has nothing to hang on and stays in the frame.
    """
    notes = document.asterisk_notes
    if not notes or not notes_on_first_page(settings):
        return ()
    marked = {p.stars for s in settings for p in s.every_inline() if isinstance(p, Star)}
    return tuple(note for note in notes if note.stars in marked)


def frame(notes: Sequence[AsteriskNote], story: Story) -> str:
    """Return the frame at the foot of page 1 with its rule of an inch; empty without notes."""
    if not notes:
        return ""
    place = _place(notes)
    rule = f"<w:p>{properties(form('star-rule'), extra=place)}{_rule()}</w:p>"
    shape = form("star-note")
    lines = (
        f"<w:p>{properties(shape, extra=place)}{run(lead(shape, note.stars))}"
        f"{runs(note.inlines, Look(), story)}</w:p>"
        for note in notes
    )
    return rule + "".join(lines)


def _rule() -> str:
    is_ = layout().frame
    look = (
        f'<w:spacing w:val="0"/><w:w w:val="100"/><w:position w:val="{is_.rule_raise}"/>'
        f'<w:sz w:val="{form("star-rule").size}"/>'
    )
    return run(words("_" * is_.rule_characters), look)


def _place(notes: Sequence[AsteriskNote]) -> str:
    """Return the frame's properties: it has room for two lines and grows upwards."""
    is_ = layout().frame
    more = max(0, framed_lines(notes) - is_.lines)
    top = is_.y - round(more * is_.line_points * _TWIPS)
    return (
        f'<w:framePr w:w="{is_.width}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{is_.x}" w:y="{top}" w:anchorLock="1"/>'
    )
