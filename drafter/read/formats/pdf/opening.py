"""Opens a PDF and gives its pages one by one; the only module that calls pdfminer's parser.

A file may be broken in any way, on purpose too: whatever pdfminer raises becomes Unusable here, and
what would take time or memory without end is refused before it does.
"""

from __future__ import annotations

import logging
import struct
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from drafter.errors import Place, Problem, Unusable
from drafter.read.formats.pdf.glyphs import Sheet
from drafter.read.formats.pdf.weighing import too_heavy

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

MAX_PAGES = 600
MAX_BYTES = 64_000_000

_ODD = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises, besides its own exceptions, on files whose parts contradict each other."""


def sheets(name: str, data: bytes) -> Iterator[Sheet]:
    """Yield the pages of the PDF ``data``; messages call it ``name``. Raises Unusable."""
    from pdfminer.psexceptions import PSException

    from drafter.read.formats.pdf.guards import EndlessPage

    if len(data) > MAX_BYTES or too_heavy(data):
        advice = "save it anew with a PDF reader, without pictures"
        raise _unusable(name, "the PDF unfolds to more than a document can hold", advice)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    page = 0
    try:
        for sheet in _sheets(name, data):
            page = sheet.number
            yield sheet
    except EndlessPage:
        advice = "save the pages before it as a file of their own"
        raise _unusable(name, "the page paints without end", advice, page + 1) from None
    except (PSException, *_ODD) as error:
        if _locked(error):
            advice = "save it without one first"
            raise _unusable(name, "the PDF is protected by a password", advice) from None
        raise _damaged(name, page + 1 if page else 0) from error


def _sheets(name: str, data: bytes) -> Iterator[Sheet]:
    from pdfminer.pdfpage import PDFPage

    from drafter.read.formats.pdf.device import Device
    from drafter.read.formats.pdf.guards import Fonts, Interpreter

    with warnings.catch_warnings():
        # Notes of pdfminer on files that it repairs; they say nothing to an author.
        warnings.simplefilter("ignore")
        document = _document(data)
        _check_count(name, document)
        resources = Fonts()
        device = Device(resources)
        interpreter = Interpreter(resources, device)
        number = 0
        for number, page in enumerate(PDFPage.create_pages(document), start=1):
            if number > MAX_PAGES:
                raise _too_long(name, number)
            interpreter.process_page(page)
            yield device.sheet(number)
    if number < _said_count(document):
        raise _damaged(name, number + 1)


def _document(data: bytes) -> PDFDocument:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    return PDFDocument(PDFParser(BytesIO(data)))


def _check_count(name: str, document: PDFDocument) -> None:
    count = _said_count(document)
    if count > MAX_PAGES:
        raise _too_long(name, count)


def _said_count(document: PDFDocument) -> int:
    """Return how many pages the document says it has."""
    from pdfminer.pdftypes import resolve1

    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    return count if isinstance(count, int) else 0


def _locked(error: BaseException) -> bool:
    from pdfminer.pdfdocument import PDFEncryptionError

    return isinstance(error, PDFEncryptionError)


def _too_long(name: str, count: int) -> Unusable:
    message = f"the PDF has {count} pages, more than {MAX_PAGES}"
    return _unusable(name, message, "save the pages that you need as a file of their own")


def _damaged(name: str, page: int) -> Unusable:
    advice = "get it anew, or save it again with a PDF reader"
    return _unusable(name, "the PDF is damaged", advice, page)


def _unusable(name: str, message: str, advice: str, page: int = 0) -> Unusable:
    return Unusable(Problem(Place(name, page=page), message, advice))
