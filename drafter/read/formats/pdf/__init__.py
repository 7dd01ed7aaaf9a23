"""PDF files in the layout of the United Nations: fonts, sizes and places tell what the words are."""

from __future__ import annotations

from drafter.errors import Place, Problem, Unusable
from drafter.read.files import InputFile, Settings
from drafter.read.found import Found

SUFFIXES = (".pdf",)

_MAGIC_WITHIN = 1024
_LEAST_TEXT = 20


def fits(data: bytes) -> bool:
    """Tell whether ``data`` begins as a PDF does; some have a few stray bytes in front."""
    return b"%PDF-" in data[:_MAGIC_WITHIN]


def find(file: InputFile, settings: Settings) -> Found:
    """Return what the PDF holds. Raises Unusable if it is damaged, locked, endless or a scan."""
    from drafter.read.formats.pdf.finding import found_in
    from drafter.read.formats.pdf.lines import page_of
    from drafter.read.formats.pdf.opening import sheets

    del settings  # A PDF has neither tracked changes nor addresses that belong to words.
    pages = [page_of(sheet) for sheet in sheets(file.name, file.data)]
    if sum(len(line.text) for page in pages for line in page.lines) < _LEAST_TEXT:
        message = "the PDF holds pictures of pages, not text"
        advice = "run it through text recognition (OCR) first, or ask for the Word file"
        raise Unusable(Problem(Place(file.name), message, advice))
    return found_in(pages)
