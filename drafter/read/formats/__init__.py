"""The formats that can be read: one module or package of this folder each.

A module is a format when it says ``SUFFIXES = (…)`` at its top and has ``fits``, which tells by the
content whether a file is of the format, and ``find``, which reads it. Nothing lists them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from drafter.read.files import InputFile, Settings
from drafter.read.found import Found

_SUFFIXES = re.compile(r"^SUFFIXES = (\([^)]*\))", re.MULTILINE)


class Format(Protocol):
    """What a module of this folder offers."""

    SUFFIXES: tuple[str, ...]

    def fits(self, data: bytes) -> bool:
        """Tell whether ``data`` is of this format."""

    def find(self, file: InputFile, settings: Settings) -> Found:
        """Return what the file holds. Raises Unusable."""


def suffixes() -> Mapping[str, str]:
    """Map the suffixes of files to the names of the formats."""
    return {suffix: name for name, found in _modules().items() for suffix in found}


def format_of(file: InputFile) -> str | None:
    """Return the name of the format that the content of ``file`` has, whatever its name says."""
    suffix = Path(file.name).suffix.lower()
    usual = suffixes().get(suffix)
    names = sorted(_modules(), key=lambda name: (name != usual, name == "text", name))
    return next((name for name in names if load(name).fits(file.data)), None)


def load(name: str) -> Format:
    """Return the module of the format ``name``."""
    return cast("Format", import_module(f"{__name__}.{name}"))


@cache
def _modules() -> Mapping[str, tuple[str, ...]]:
    """Map formats to their suffixes, found by reading: nothing is imported that is not used."""
    return {
        name: ast.literal_eval(said[1])
        for name, path in _files()
        if (said := _SUFFIXES.search(path.read_text(encoding="utf-8")))
    }


def _files() -> Iterator[tuple[str, Path]]:
    folder = Path(__file__).parent
    yield from ((path.stem, path) for path in sorted(folder.glob("*.py")))
    yield from ((path.parent.name, path) for path in sorted(folder.glob("*/__init__.py")))
