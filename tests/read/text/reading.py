"""What the reader of text finds, in lines that are easy to compare."""

from __future__ import annotations

from drafter.inline import NoteKey, Parts, Text
from drafter.read.files import InputFile, Settings
from drafter.read.formats.text import find
from drafter.read.found import Found


def read(text: str | bytes, name: str = "text.txt", *, links: bool = False) -> Found:
    """Return what stands in ``text``."""
    data = text if isinstance(text, bytes) else text.encode()
    return find(InputFile(name, data), Settings(links=links))


def shown(found: Found, *, looks: bool = False) -> list[str]:
    """Return the chunks as ``label text``, marks as ``{n}``; with ``looks``, italics as stars."""
    return [f"{chunk.label} {words(chunk.parts, looks=looks)}".strip() for chunk in found.chunks]


def noted(found: Found) -> list[str]:
    """Return the notes as ``mark text``."""
    return [f"{note.mark} {words(note.parts, looks=False)}" for note in found.notes]


def repaired(found: Found) -> list[str]:
    """Return what was repaired."""
    return [repair.what for repair in found.repairs]


def words(parts: Parts, *, looks: bool) -> str:
    """Return the words with marks."""
    return "".join(_word(part, looks=looks) for part in parts)


def _word(part: object, *, looks: bool) -> str:
    match part:
        case Text(text, italic, bold):
            stars = "*" * (italic + 2 * bold) if looks else ""
            return f"{stars}{text}{stars}"
        case NoteKey(key):
            return f"{{{key}}}"
        case _:
            return ""
