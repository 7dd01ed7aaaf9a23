"""Builds small PDF files byte by byte, the broken and the hostile among them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
_FIRST_FREE = 4


def text(*lines: str) -> bytes:
    """Return the content of a page with lines of text."""
    shown = [f"1 0 0 1 123.4 {700 - 12 * at} Tm ({line}) Tj" for at, line in enumerate(lines)]
    return f"BT /F1 10 Tf {' '.join(shown)} ET".encode("latin-1")


def stream(content: bytes, more: bytes = b"", *, packed: bool = False) -> bytes:
    """Return a stream object; ``more`` goes into its dictionary."""
    data = zlib.compress(content, 9) if packed else content
    coded = b" /Filter /FlateDecode" if packed else b""
    head = b"<< /Length %d%s %s >>" % (len(data), coded, more)
    return head + b"\nstream\n" + data + b"\nendstream"


def page(contents: int, more: bytes = b"") -> bytes:
    """Return a page whose content is the object ``contents``."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
        b"/Resources << /Font << /F1 3 0 R >> %s >> >>" % (contents, more)
    )


def pdf(
    pages: Sequence[bytes], extra: Sequence[bytes] = (), *, count: int = 0, trailer: bytes = b""
) -> bytes:
    """Return a file with the page contents ``pages``; ``extra`` are objects behind them.

    Objects are numbered: 1 catalogue, 2 pages, 3 font, then a page and its content by turns.
    """
    kids = [_FIRST_FREE + 2 * at for at in range(len(pages))]
    body = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (count or len(pages), b" ".join(b"%d 0 R" % kid for kid in kids)),
        FONT,
    ]
    for at, content in zip(kids, pages, strict=True):
        body += [page(at + 1), stream(content)]
    return assembled([*body, *extra], trailer)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a file of numbered objects with its table."""
    result = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, each in enumerate(objects, start=1):
        places.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(result)
    result += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    result += b"".join(b"%010d 00000 n \n" % place for place in places)
    result += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(result + b"startxref\n%d\n%%%%EOF\n" % start)
