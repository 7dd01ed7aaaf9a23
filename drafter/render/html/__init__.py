"""One web page in a single file: readable on a phone, by a screen reader and on paper."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

from drafter.document import plain
from drafter.render.html.blocks import BlockWriter
from drafter.render.html.elements import element, lines
from drafter.render.html.front import front_lines, masthead
from drafter.render.html.inlines import InlineWriter
from drafter.render.html.notes import asterisk_notes, numbered_notes
from drafter.render.sections import sections
from drafter.resources import data_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.document import Document

EXTENSION = "html"


def render(document: Document) -> bytes:
    """Return the document as one HTML file in UTF-8 that asks for no other file."""
    write = InlineWriter(document)
    page = Template(data_text("templates/html/page.html"))
    filled = page.substitute(
        language=escape(document.language),
        title=escape(_title(document)),
        style=data_text("templates/html/page.css"),
        masthead=masthead(document, write),
        body=lines(_body(document, write)),
        footer=element("footer", escape(document.masthead.job_number)),
    )
    return filled.encode()


def _title(document: Document) -> str:
    front = document.front
    names = (plain(front.title), front.adopted, plain(front.submitter), document.kind.value)
    name = next(filter(None, names))
    return ": ".join(filter(None, (document.masthead.symbol, name)))


def _body(document: Document, write: InlineWriter) -> Iterator[str]:
    blocks = BlockWriter(write)
    yield from front_lines(document.front, write)
    *before, last = sections(document)
    for section in before:
        yield element("section", blocks.all(section.blocks), "text")
        yield numbered_notes(section.notes, write)
    yield element("section", blocks.all(last.blocks), "text")
    yield '<hr class="end">'
    yield numbered_notes(last.notes, write)
    yield asterisk_notes(document.asterisk_notes, write)
