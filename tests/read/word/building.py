"""Word files made of strings: each test says only what it is about."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from drafter.inline import markup
from drafter.read.files import InputFile, Settings
from drafter.read.formats import word
from drafter.read.found import Chunk, Found

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def package(body: str, parts: Mapping[str, str] | None = None, **links: str) -> dict[str, bytes]:
    """Return the parts of a Word file: ``body`` is the inside of the body.

    ``parts`` are the insides of other parts by what they are, ``header-1`` being a header with the
    relation ``header-1``; ``links`` are addresses by relation.
    """
    relations = ""
    found = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    for name, inside in (parts or {}).items():
        kind = name.partition("-")[0]
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        found[f"word/{name}.xml"] = _part(root, inside)
        relations += _relation(name, kind, f"{name}.xml")
    for name, address in links.items():
        relations += _relation(name, "hyperlink", address, ' TargetMode="External"')
    found["word/_rels/document.xml.rels"] = _relations(relations)
    found["_rels/.rels"] = _relations(_relation("rId1", "officeDocument", "word/document.xml"))
    return found


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return ``parts`` as a file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def read(
    body: str,
    parts: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    **links: str,
) -> Found:
    """Return what the reader finds in a file with ``body``."""
    data = zipped(package(body, parts, **links))
    return word.find(InputFile("draft.docx", data), settings or Settings())


def _part(root: str, inside: str) -> bytes:
    return f"<w:{root} {NAMES}>{inside}</w:{root}>".encode()


def _relation(name: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{more}/>'


def _relations(inside: str) -> bytes:
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'.encode()


# --- bodies -----------------------------------------------------------------------------------------


def p(content: str = "", properties: str = "") -> str:
    """Return a paragraph: plain words, or runs ready made."""
    inside = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    """Return a run; a tab and a line end are what they are in Word."""
    inside = "".join(_BREAKS.get(sign) or sign for sign in _split(text))
    return f"<w:r><w:rPr>{look}</w:rPr>{inside}</w:r>"


def style(name: str) -> str:
    """Return the property that names a style."""
    return f'<w:pStyle w:val="{name}"/>'


def listed(number: int = 1, depth: int = 0) -> str:
    """Return the property that puts a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def field(code: str, shown: str, look: str = "") -> str:
    """Return a complex field."""
    signs = [
        f'<w:r><w:rPr>{look}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    ]
    said = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return signs[0] + said + signs[1] + r(shown, look) + signs[2]


def note(name: int, *content: str, kind: str = "footnote") -> str:
    """Return a note as Word writes it: its number, a tab, its words."""
    number = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
    first, *others = content
    paragraphs = p(number + r("\t") + (first if first.startswith("<") else r(first)))
    return f'<w:{kind} w:id="{name}">{paragraphs}{"".join(map(p, others))}</w:{kind}>'


def mark(name: int, kind: str = "footnote") -> str:
    """Return the mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def table(*rows: tuple[str, ...], properties: str = "", widths: tuple[int, ...] = ()) -> str:
    """Return a table of cells: words, or paragraphs ready made."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """Return a cell; one ready made is returned as it is."""
    if content.startswith("<w:tc>"):
        return content
    inside = content if content.startswith(("<w:p>", "<w:tbl>")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


RULED = '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders>'

_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def _split(text: str) -> list[str]:
    pieces = (piece for piece in re.split("([\t\n])", text) if piece)
    return [
        piece if piece in _BREAKS else f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in pieces
    ]


# --- what was found -----------------------------------------------------------------------------------


def lines(found: Found) -> list[str]:
    """Return the chunks of the text, each with its label, looks and marks as markup."""
    return [line(chunk) for chunk in found.chunks]


def line(chunk: Chunk) -> str:
    """Return a chunk in one line."""
    if chunk.grid is not None:
        return " / ".join(" | ".join(map(markup, row)) for row in chunk.grid.rows)
    return f"{chunk.label} {markup(chunk.parts)}".strip()


def notes(found: Found) -> list[str]:
    """Return the notes, each with its mark."""
    return [f"{each.mark} {markup(each.parts)}" for each in found.notes]


def repairs(found: Found) -> dict[str, int]:
    """Return what was repaired or left out."""
    return {each.what: each.count for each in found.repairs}


def w_list(*levels: tuple[str, ...], inside: str = "", more: str = "") -> str:
    """Return numbering with one list: format, text and anything else of each level."""
    found = "".join(
        f'<w:lvl w:ilvl="{depth}">{"" if "w:start " in "".join(more_) else _FROM_ONE}'
        f'<w:numFmt w:val="{kind}"/>{"".join(more_)}<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text, *more_) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{inside}{found}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


_FROM_ONE = '<w:start w:val="1"/>'
