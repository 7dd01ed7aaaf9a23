"""How elements, their ids and their links are written; the words given here are HTML already."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def element(tag: str, words: str, look: str = "", anchor: str = "") -> str:
    """Return an element of class ``look``, or nothing where it would be empty."""
    if not words:
        return ""
    written = f' class="{look}"' if look else ""
    named = f' id="{escape(anchor)}"' if anchor else ""
    return f"<{tag}{named}{written}>{words}</{tag}>"


def lines(pieces: Iterable[str]) -> str:
    """Join the pieces that are there with line ends, which part the words of neighbours."""
    return "\n".join(filter(None, pieces))


def paragraph_anchor(identity: str) -> str:
    """Return the HTML id of a paragraph or heading; empty for one that has none."""
    return identity and f"p-{identity}"


def note_anchor(identity: str) -> str:
    """Return the HTML id of a numbered note."""
    return f"note-{identity}"


def star_anchor(stars: str) -> str:
    """Return the HTML id of an asterisk note."""
    return f"star-{len(stars)}"


def mark_anchor(note: str, time: int) -> str:
    """Return the HTML id of the mark that calls for ``note`` for the first, second … time."""
    return f"{note}-mark-{time}"
