"""Words as XML: what must be escaped, what XML cannot hold, and what Word writes as an element."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("([\t\n\u2011])")
_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>"}
_ATTRIBUTE = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text: str) -> str:
    """Return ``text`` for the content of an element or an attribute.

    Characters that XML 1.0 (section 2.2) has no place for are dropped: Word refuses the file.
    """
    if not text.isprintable():
        text = _ILLEGAL.sub("", text)
    if not any(character in text for character in _ATTRIBUTE):
        return text
    return "".join(_ATTRIBUTE.get(character, character) for character in text)


def words(text: str) -> str:
    """Return the content of a run: text, tabs, line breaks and non-breaking hyphens."""
    text = escape(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not _SPECIAL.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    pieces = (piece for piece in _SPECIAL.split(text) if piece)
    return "".join(_ELEMENTS.get(p) or f'<w:t xml:space="preserve">{p}</w:t>' for p in pieces)


def run(content: str, look: str = "") -> str:
    """Return a run of ready ``content`` with the properties ``look`` (the inside of ``w:rPr``)."""
    if not content:
        return ""
    return f"<w:r><w:rPr>{look}</w:rPr>{content}</w:r>" if look else f"<w:r>{content}</w:r>"


def field(instruction: str, result: str, look: str = "") -> str:
    """Return a complex field with its last known result (ISO/IEC 29500-1, 17.16.18)."""
    return "".join(
        (
            run('<w:fldChar w:fldCharType="begin"/>', look),
            run(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>', look),
            run('<w:fldChar w:fldCharType="separate"/>', look),
            run(words(result), look),
            run('<w:fldChar w:fldCharType="end"/>', look),
        )
    )
