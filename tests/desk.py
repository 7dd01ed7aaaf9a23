"""Drafts from strings, and documents as lines that are easy to compare."""

from __future__ import annotations

from pathlib import Path

from drafter.assemble import assemble
from drafter.document import (
    Closing,
    Document,
    Heading,
    Inlines,
    Mark,
    Paragraph,
    Run,
    Star,
    Table,
)
from drafter.draft import draft_from
from drafter.library.clauses import Library
from drafter.source import Source

HEAD = "symbol: A/C.3/81/L.5\nsession: 81\ntitle: A title\n"


def document(text: str, head: str = HEAD, folders: tuple[Path, ...] = ()) -> Document:
    """Return the document of a draft given as YAML text; ``head`` goes before it."""
    return assemble(draft_from(Source("draft.yaml", head + text)), Library(folders))


def shown(inlines: Inlines) -> str:
    """Return inlines with ``_italic_``, ``[1]`` for a mark, ``[1 again]`` and stars."""
    return "".join(_shown(part) for part in inlines)


def _shown(part: object) -> str:
    match part:
        case Run(text, italic, bold):
            return f"_{text}_" if italic else f"**{text}**" if bold else text
        case Mark(number, _, again):
            return f"[{number} again]" if again else f"[{number}]"
        case Star(stars):
            return stars
        case _:
            raise TypeError(part)


def lines(found: Document) -> list[str]:
    """Return one line a block."""
    result = []
    for block in found.blocks:
        match block:
            case Paragraph():
                words = shown(block.inlines)
                result.append("  " * block.level + f"{block.label} {words}".strip())
            case Heading():
                result.append(f"# {block.label} {shown(block.inlines)}".replace("  ", " ").strip())
            case Table():
                result.append(f"| {len(block.rows)} rows")
            case Closing():
                result.extend(f"> {line}" for line in block.lines)
    return result


def notes(found: Document) -> list[str]:
    """Return one line a footnote."""
    return [f"{note.number} {shown(note.inlines)}" for note in found.notes]


def body(text: str, head: str = HEAD) -> list[str]:
    """Return the lines of a draft without its organ line."""
    return lines(document(text, head))[1:]
