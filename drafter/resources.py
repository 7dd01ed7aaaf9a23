"""Where the shipped data stand: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def data_path(relative: str) -> Path:
    """Return the path of a shipped file or folder, such as ``boilerplate/registries/states.tsv``.

    The installed wheel is looked at first, the checkout second. Raises FileNotFoundError.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent):
        path = root / relative
        if path.exists():
            return path
    message = f"{relative} is missing from this installation of drafter"
    raise FileNotFoundError(message)


def data_text(relative: str) -> str:
    """Return the text of a shipped file (UTF-8)."""
    return data_path(relative).read_text(encoding="utf-8")
