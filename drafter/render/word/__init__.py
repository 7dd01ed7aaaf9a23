"""A document as a Word file in the layout of the United Nations.

Styles and geometry stand in ``templates/word/``; the authority is the Secretariat's own files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.render.word.options import WordOptions
from drafter.render.word.package import packed
from drafter.render.word.parts import parts

if TYPE_CHECKING:
    from drafter.document import Document

__all__ = ["EXTENSION", "WordOptions", "render"]

EXTENSION = "docx"
_DEFAULT = WordOptions()


def render(document: Document, options: WordOptions = _DEFAULT) -> bytes:
    """Return ``document`` as the bytes of a Word file; the same document gives the same bytes.

    Raises Unusable if the emblem is not an image, OSError if it cannot be read.
    """
    return packed(parts(document, options))
