"""From bytes to characters: which encoding, and whether there is text at all."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_OTHER_FORMATS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_SAMPLE = 65_536
_MOST_CONTROLS = 200
_BROKEN = re.compile("[\u00c2\u00c3\u00e2][\u0080-\u00ff\u0152-\u02dc\u2013-\u2122]{1,2}")


def is_text(data: bytes) -> bool:
    """Tell whether ``data`` is text in an encoding that :func:`decode` knows."""
    sample = data[:_SAMPLE]
    if any(data.startswith(bom) for bom, _, _ in _BOMS):
        return True
    if any(sign in data[:1024] for sign in _OTHER_FORMATS[:1]) or data.startswith(_OTHER_FORMATS):
        return False
    if b"\0" in sample:
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * _MOST_CONTROLS <= len(sample)


def decode(data: bytes) -> tuple[str, str]:
    """Return the characters of ``data`` and the name of the encoding if it is an unusual one."""
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return data.decode(codec, errors="replace"), "" if name == "UTF-8" else name
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="drafter.latin"), "Windows-1252"


def mended(text: str) -> str:
    """Return ``text`` with characters put right that were stored as UTF-8 and read as another."""
    return _BROKEN.sub(_once_more, text) if _BROKEN.search(text) else text


def _once_more(match: re.Match[str]) -> str:
    found = match.group()
    for length in range(len(found), 1, -1):
        try:
            return found[:length].encode("cp1252").decode("utf-8") + found[length:]
        except UnicodeError:
            continue
    return found


def _latin(error: UnicodeError) -> tuple[str, int]:
    """Five bytes mean nothing in Windows-1252: they are the control characters of Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("drafter.latin", _latin)
