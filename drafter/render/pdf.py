"""PDF, printed by LibreOffice from the Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.errors import NOWHERE, Problem, Unusable
from drafter.office import (
    Conversion,
    OfficeError,
    OfficeMissingError,
    OfficeTimeoutError,
    convert,
)
from drafter.render.word import WordOptions
from drafter.render.word import render as render_word

if TYPE_CHECKING:
    from drafter.document import Document

EXTENSION = "pdf"

_HOW = Conversion(".docx", ".pdf", "writer_pdf_Export")
_FALLBACK = "write --format docx and print from Word"


def render(document: Document) -> bytes:
    """Return the document as PDF; raises Unusable where LibreOffice is missing or fails."""
    try:
        return convert(render_word(document, WordOptions(typed_marks=True)), _HOW)
    except OfficeMissingError:
        message = "PDF needs LibreOffice, which was not found"
        raise Unusable(Problem(NOWHERE, message, f"install it, or {_FALLBACK}")) from None
    except OfficeTimeoutError:
        message = f"LibreOffice made no PDF within {_HOW.patience:g} seconds"
        raise Unusable(Problem(NOWHERE, message, _FALLBACK)) from None
    except OfficeError as error:
        raise Unusable(Problem(NOWHERE, str(error), _FALLBACK)) from None
