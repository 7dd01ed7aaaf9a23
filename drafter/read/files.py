"""A file as it came: its name, its bytes, and what the reader is asked to do with it."""

from __future__ import annotations

import enum
from pathlib import Path

import msgspec


class Changes(enum.Enum):
    """What to do with the tracked changes of a Word file."""

    ACCEPT = "accept"
    REJECT = "reject"


class Settings(msgspec.Struct, frozen=True):
    """What the reader is asked to do; each has a default that is faithful to the print."""

    changes: Changes = Changes.ACCEPT
    links: bool = False
    """Keep the addresses of hyperlinks, in angle brackets behind their words."""
    clauses: bool = False
    """Write paragraphs that are a standard clause as that clause."""
    cite: bool = False
    """Write treaties, resolutions, symbols and references to paragraphs as keys."""


class InputFile(msgspec.Struct, frozen=True):
    """A file in memory. ``name`` is what messages call it."""

    name: str
    data: bytes
    path: Path | None = None
