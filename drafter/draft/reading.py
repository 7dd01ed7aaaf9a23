"""From a YAML file to a draft."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from drafter.draft.model import Draft
from drafter.reading import read_as
from drafter.source import Source, read_file

_YAML = {".yaml", ".yml"}
_FIRST_BYTES = 4096
_DRAFT_LINE = re.compile(rb"(?:kind|symbol|session|title|agenda|preamble|operative|sponsors) ?:")


def read_draft(path: Path) -> Draft:
    """Return the draft in the YAML file ``path``. Raises Unusable with all problems found."""
    return draft_from(read_file(path))


def draft_from(source: Source) -> Draft:
    """Return the draft in a YAML text. Raises Unusable with all problems found."""
    return msgspec.structs.replace(read_as(Draft, source), file=source.name)


def is_written(path: Path) -> bool:
    """Tell whether ``path`` is a draft in YAML, or nothing that could be read as another file."""
    if path.suffix.lower() in _YAML or not path.is_file():
        return True
    with path.open("rb") as file:
        start = file.read(_FIRST_BYTES)
    lines = (line for line in start.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip())
    first = next((line for line in lines if not line.lstrip().startswith(b"#")), b"")
    return bool(_DRAFT_LINE.match(first))
