"""The folder of material that is not part of the repository: official documents, tools."""

from __future__ import annotations

from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "shared"


def shared(relative: str) -> Path:
    """Return a path in the folder ``shared`` beside the repository; skip the test without it."""
    path = _FOLDER / relative
    if not path.exists():
        pytest.skip(f"needs {relative} in the folder `shared` beside the repository")
    return path
