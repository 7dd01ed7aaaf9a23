"""The drafting desk of a United Nations delegate, as a library and a command.

>>> from drafter import assemble, read_draft, renderer
>>> document = assemble(read_draft(path))           # doctest: +SKIP
>>> data = renderer("docx")(document)               # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.assemble import assemble
    from drafter.document import Document
    from drafter.draft import Draft, read_draft
    from drafter.errors import Notice, Place, Problem, Unusable
    from drafter.library.clauses import Library
    from drafter.read import import_file
    from drafter.render import formats, renderer

__all__ = [
    "Document",
    "Draft",
    "Library",
    "Notice",
    "Place",
    "Problem",
    "Unusable",
    "assemble",
    "formats",
    "import_file",
    "read_draft",
    "renderer",
]

_HOMES = {
    "assemble": "drafter.assemble",
    "Document": "drafter.document",
    "Draft": "drafter.draft",
    "read_draft": "drafter.draft",
    "Notice": "drafter.errors",
    "Place": "drafter.errors",
    "Problem": "drafter.errors",
    "Unusable": "drafter.errors",
    "Library": "drafter.library.clauses",
    "import_file": "drafter.read",
    "formats": "drafter.render",
    "renderer": "drafter.render",
}


def __getattr__(name: str) -> object:
    # Nothing is imported before it is used: a command pays only for what it does.
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
        # The module drafter.assemble would otherwise take the place of the function.
        globals()[name] = value
        return value
    message = f"module 'drafter' has no attribute {name!r}"
    raise AttributeError(message)
