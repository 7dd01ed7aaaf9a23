"""Made-up files: what a reader would find, from lines written as they print."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.draft import Draft, Entry
from drafter.inline import Text
from drafter.read.found import Chunk, Found, FoundNote, Origin
from drafter.read.understand import understand

ORGAN = "The General Assembly,"
HEAD = ("A/81/L.5", "Eighty-first session", "Agenda item 75", "Oceans")
SPONSOR = "Fiji and Malta: draft resolution"


def line(text: str, label: str = "", *, wrap: float | None = None, bold: bool = False) -> Chunk:
    """Return a paragraph; ``wrap`` is where its second line begins."""
    indent = None if wrap is None else wrap + 23.75
    return Chunk((Text(text, bold=bold),), label=label, wrap=wrap, indent=indent, bold=bold)


def heading(text: str) -> Chunk:
    """Return a line in bold."""
    return line(text, bold=True, wrap=0.0)


def draft_of(*chunks: Chunk | str, looks: bool = True, notes: tuple[FoundNote, ...] = ()) -> Draft:
    """Return the draft of a file that consists of ``chunks``; a text is a paragraph at the margin."""
    wrap = 0.0 if looks else None
    made = [line(each, wrap=wrap) if isinstance(each, str) else each for each in chunks]
    placed = (replace(each, origin=Origin(line=at)) for at, each in enumerate(made, start=1))
    return understand(Found("txt", tuple(placed), notes, looks=looks), "file").draft


def words(entries: tuple[Entry, ...]) -> list[str]:
    """Return the words of entries: of headings too."""
    return [(entry.text or entry.heading).text for entry in entries]
