"""Official PDFs as documents of ours; the first pages suffice for most measurements."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from drafter.assemble import assemble
from drafter.document import Document
from drafter.draft import Draft
from drafter.read.formats.pdf.finding import found_in
from drafter.read.formats.pdf.glyphs import Sheet
from drafter.read.formats.pdf.lines import page_of
from drafter.read.formats.pdf.opening import sheets
from drafter.read.understand import understand

ALL_PAGES = 999


def read_sheets(pdf: Path, pages: int = ALL_PAGES) -> list[Sheet]:
    """Return what the first ``pages`` pages of ``pdf`` print."""
    return list(islice(sheets(pdf.name, pdf.read_bytes()), pages))


def draft_of(pdf: Path, pages: int = ALL_PAGES) -> Draft:
    """Return the first pages of an official PDF as a draft."""
    found = found_in([page_of(sheet) for sheet in read_sheets(pdf, pages)])
    return understand(found, pdf.name).draft


def document_of(pdf: Path, pages: int = ALL_PAGES) -> Document:
    """Return the first pages of an official PDF as a finished document of ours."""
    return assemble(draft_of(pdf, pages))
