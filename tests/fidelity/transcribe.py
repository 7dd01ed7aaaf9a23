"""Official PDFs as documents of ours; the first pages suffice for most measurements."""

from __future__ import annotations

from pathlib import Path

import pdfplumber

from drafter.assemble import assemble
from drafter.document import Document
from drafter.draft import Draft
from drafter.read.formats.pdf.finding import found_in
from drafter.read.formats.pdf.lines import Page, read_page
from drafter.read.understand import understand

ALL_PAGES = 999


def read_pages(pdf: Path, pages: int = ALL_PAGES) -> list[Page]:
    """Return the lines of the first ``pages`` pages of ``pdf``."""
    with pdfplumber.open(pdf) as document:
        found = enumerate(document.pages[:pages], start=1)
        return [read_page(page, number) for number, page in found]


def draft_of(pdf: Path, pages: int = ALL_PAGES) -> Draft:
    """Return the first pages of an official PDF as a draft."""
    return understand(found_in(read_pages(pdf, pages)), pdf.name).draft


def document_of(pdf: Path, pages: int = ALL_PAGES) -> Document:
    """Return the first pages of an official PDF as a finished document of ours."""
    return assemble(draft_of(pdf, pages))
