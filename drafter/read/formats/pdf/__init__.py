"""PDF files in the layout of the United Nations: fonts, sizes and places tell what the words are."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from drafter.errors import Place, Problem, Unusable
from drafter.read.files import InputFile, Settings
from drafter.read.found import Found

if TYPE_CHECKING:
    from drafter.read.formats.pdf.lines import Page

SUFFIXES = (".pdf",)

MAX_PAGES = 600
_MAGIC_WITHIN = 1024
_LEAST_TEXT = 20


def fits(data: bytes) -> bool:
    """Tell whether ``data`` begins as a PDF does; some have a few stray bytes in front."""
    return b"%PDF-" in data[:_MAGIC_WITHIN]


def find(file: InputFile, settings: Settings) -> Found:
    """Return what the PDF holds. Raises Unusable if it is damaged, locked, endless or a scan."""
    from drafter.read.formats.pdf.finding import found_in

    del settings  # A PDF has neither tracked changes nor addresses that belong to words.
    pages = list(_pages(file))
    if sum(len(line.chars) for page in pages for line in page.lines) < _LEAST_TEXT:
        message = "the PDF holds pictures of pages, not text"
        advice = "run it through text recognition (OCR) first, or ask for the Word file"
        raise _unusable(file, message, advice)
    return found_in(pages)


def _pages(file: InputFile) -> Iterator[Page]:
    """Yield the pages one by one; each is let go before the next is read."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with pdfplumber.open(BytesIO(file.data)) as document:
            yield from _read(file, document)
    except (PdfminerException, MalformedPDFException, PSException) as error:
        locked = any(isinstance(each, PDFPasswordIncorrect) for each in (error, *error.args))
        if locked or "PasswordIncorrect" in repr(error):
            advice = "save it without one first"
            raise _unusable(file, "the PDF is protected by a password", advice) from None
        raise _damaged(file) from None
    except _ODD as error:
        # What pdfminer raises on files whose parts contradict each other.
        raise _damaged(file) from error


_ODD = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)


def _read(file: InputFile, document: Any) -> Iterator[Page]:
    from drafter.read.formats.pdf.lines import read_page

    count = len(document.pages)
    if count > MAX_PAGES:
        message = f"the PDF has {count} pages, more than {MAX_PAGES}"
        raise _unusable(file, message, "save the pages that you need as a file of their own")
    for number, page in enumerate(document.pages, start=1):
        yield read_page(page, number)
        page.close()


def _damaged(file: InputFile) -> Unusable:
    return _unusable(file, "the PDF is damaged", "get it anew, or save it again with a PDF reader")


def _unusable(file: InputFile, message: str, advice: str) -> Unusable:
    return Unusable(Problem(Place(file.name), message, advice))
