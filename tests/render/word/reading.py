"""Word files read back with lxml, and small documents to write."""

from __future__ import annotations

import io
import zipfile

import msgspec
from lxml import etree

from drafter.document import Block, Document, Front, Kind, Masthead, Note
from drafter.render.word import WordOptions, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": W.strip("{}"),
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
MASTHEAD = Masthead(
    symbol="A/80/L.999",
    organ="General Assembly",
    distribution="Limited",
    date="1 December 2025",
    original="English",
    session="Eightieth session",
    committee=(),
    agenda_line="Agenda item 7",
    agenda_titles=("Organization of work",),
)


def small(*blocks: Block, notes: tuple[Note, ...] = (), **more: object) -> Document:
    """Return a draft with ``blocks`` for its text; ``more`` are other fields of a document."""
    document = Document(Kind.DRAFT_RESOLUTION, MASTHEAD, Front(), blocks, notes, ())
    return msgspec.structs.replace(document, **more)


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    return written.getvalue()


def part(
    document: Document, name: str = "document", options: WordOptions | None = None
) -> etree._Element:
    """Return the root of a part of the Word file of ``document``."""
    data = render(document, options or WordOptions())
    return etree.fromstring(files(data)[f"word/{name}.xml"])


def paragraphs(document: Document, options: WordOptions | None = None) -> list[etree._Element]:
    """Return the paragraphs of the text below the front, without the empty lines of the layout."""
    body = part(document, options=options).find("w:body", NAMES)
    assert body is not None
    found = [p for p in body.iter(f"{W}p") if words(p)]
    titles = [at for at, p in enumerate(found) if style(p).startswith(("Agenda", "Title"))]
    return found[max(titles) + 1 :]


def words(element: etree._Element) -> str:
    """Return the text with ``|`` for a tab and a line feed for a line break."""
    signs = {f"{W}tab": "|", f"{W}br": "\n", f"{W}t": None, f"{W}noBreakHyphen": "-"}
    runs = (node for run in element.iter(f"{W}r") for node in run if node.tag in signs)
    return "".join(signs[node.tag] or node.text or "" for node in runs)


def style(paragraph: etree._Element) -> str:
    found = paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES)
    return str(found)


def value(element: etree._Element, path: str) -> str:
    return str(element.xpath(f"string({path})", namespaces=NAMES))
