"""The formats a document can be written in: one module or package of this folder each.

A module is a format when it says ``EXTENSION = "…"``, which is also the format's name, and has
``render``. A new format is a new file; nothing lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from drafter.document import Document
from drafter.errors import NOWHERE, Problem, Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Render: TypeAlias = Callable[[Document], bytes]

_EXTENSION = re.compile(r'^EXTENSION = "(\w+)"', re.MULTILINE)


def formats() -> tuple[str, ...]:
    """Return the names of the formats, which are their file extensions, in alphabetical order."""
    return tuple(sorted(_modules()))


def renderer(name: str) -> Render:
    """Return the function that writes a document in format ``name``; raises Unusable."""
    if name not in _modules():
        raise Unusable(Problem(NOWHERE, f"there is no format “{name}”", _advice(name)))
    render: Render = import_module(f"{__name__}.{_modules()[name]}").render
    return render


@cache
def _modules() -> Mapping[str, str]:
    """Map formats to their modules, found by reading: to import them all takes 30 milliseconds."""
    return {
        said[1]: module for module, path in _files() if (said := _EXTENSION.search(_read(path)))
    }


def _files() -> Iterator[tuple[str, Path]]:
    folder = Path(__file__).parent
    yield from ((path.stem, path) for path in folder.glob("*.py"))
    yield from ((path.parent.name, path) for path in folder.glob("*/__init__.py"))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _advice(name: str) -> str:
    """Suggest the nearest format, also from the name of its module (``word`` for ``docx``)."""
    known = {module: format_ for format_, module in _modules().items()}
    known |= {format_: format_ for format_ in _modules()}
    from difflib import get_close_matches

    near = get_close_matches(name.lower().lstrip("."), known, n=1)
    return f"did you mean {known[near[0]]}?" if near else f"write one of {', '.join(formats())}"
