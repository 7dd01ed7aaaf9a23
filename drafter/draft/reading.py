"""From a YAML file to a draft."""

from __future__ import annotations

from pathlib import Path

import msgspec

from drafter.draft.model import Draft
from drafter.reading import read_as
from drafter.source import Source, read_file


def read_draft(path: Path) -> Draft:
    """Return the draft in the YAML file ``path``. Raises Unusable with all problems found."""
    return draft_from(read_file(path))


def draft_from(source: Source) -> Draft:
    """Return the draft in a YAML text. Raises Unusable with all problems found."""
    return msgspec.structs.replace(read_as(Draft, source), file=source.name)
