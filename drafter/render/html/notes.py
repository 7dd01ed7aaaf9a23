"""The notes below a text, with links back to where they are called for."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from drafter.render.html.elements import element, lines, note_anchor, star_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.document import AsteriskNote, Note
    from drafter.render.html.inlines import InlineWriter


def numbered_notes(notes: Iterable[Note], write: InlineWriter) -> str:
    """Return the numbered notes of one text."""
    return _list(
        "Notes",
        (
            _item(
                note_anchor(note.id),
                str(note.number),
                write(note.inlines) + write.backs(note_anchor(note.id), f"note {note.number}"),
            )
            for note in notes
        ),
    )


def asterisk_notes(notes: Iterable[AsteriskNote], write: InlineWriter) -> str:
    """Return the notes of the first page."""
    return _list(
        "Notes to the first page",
        (
            _item(
                star_anchor(note.stars),
                note.stars,
                write(note.inlines) + write.backs(star_anchor(note.stars), f"note {note.stars}"),
            )
            for note in notes
        ),
    )


def _list(name: str, items: Iterable[str]) -> str:
    written = lines(items)
    # Safari takes a list without bullets for no list at all unless its role is said.
    opening = f'<section class="notes" role="doc-endnotes" aria-label="{name}">\n<ol role="list">'
    return f"{opening}\n{written}\n</ol>\n</section>" if written else ""


def _item(anchor: str, sign: str, words: str) -> str:
    number = element("span", escape(sign), "sign")
    return f'<li id="{escape(anchor)}">{number} <p>{words}</p></li>'
