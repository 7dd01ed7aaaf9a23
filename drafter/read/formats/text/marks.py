"""The ways in which texts write the mark of a note, brought to one.

Inside this package a mark stands between two characters that no text has: ``OPEN`` and ``CLOSE``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

OPEN, CLOSE = "\ue000", "\ue001"

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_KEY = r"\\?\[?(\d{1,3}|\\?\*{1,4})\\?\]?"
_FORMS = re.compile(
    r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:\s?[,˒ʼ’'⁻-]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*)"
    rf"|<sup>\s*(?:<[^<>]{{1,99}}>)?\s*[*_]?{_KEY}[*_]?\s*(?:</[^<>]{{1,9}}>)?\s*</sup>"
    r"|\[\^(?P<foot>[^\]\s^]{1,40})\]"
    r"|\$\^\{?(?P<tex>\d{1,3})\}?\$"
    r"|(?<![\^\s])\^(?P<caret>\d{1,3})\^"
    r"|^\s*\^(?P<first>\d{1,3})\^"
    r"|\^\((?P<plain>\d{1,3})\)"
    r"|\[\\?\[?(?P<linked>\d{1,3})\\?\]?\]\(#[^()\s]{0,80}\)"
)
_ANY = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]{{1,40}}){CLOSE}")
_SQUARE = re.compile(r"\\?\[(\d{1,3})\\?\]")
_SQUARE_NOTE = re.compile(r"\s*\\?\[(\d{1,3})\\?\]:?(?:\s+\S|$)")
_UNITS = ("m", "km", "cm", "mm")
START = re.compile(rf"\s*{OPEN}([^{CLOSE}]+){CLOSE}:?\s*")
"""A line that begins with a mark."""


def normalized(text: str) -> str:
    """Return ``text`` with every sure mark of a note written in one way."""
    if not any(sign in text for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹^") and "<sup" not in text and "](#" not in text:
        return text
    return _FORMS.sub(_one, text)


def squared(texts: Iterable[str]) -> bool:
    """Tell whether notes are marked ``[1]``, as text copied from Word has them."""
    return any(match[1] == "1" for text in texts if (match := _SQUARE_NOTE.match(text)))


def from_square(text: str) -> str:
    """Return ``text`` with ``[1]`` as a mark."""
    return _SQUARE.sub(rf"{OPEN}\1{CLOSE}", text) if "[" in text else text


def unmarked(text: str) -> str:
    """Return ``text`` without marks."""
    return _ANY.sub("", text) if OPEN in text else text


def split_marks(text: str) -> list[str]:
    """Return ``text`` parted at its marks: every second piece is a mark."""
    return _ANY.split(text)


def written(mark: str) -> str:
    """Return ``mark`` as this package writes it."""
    return f"{OPEN}{mark}{CLOSE}"


def _one(match: re.Match[str]) -> str:
    raised = match["raised"]
    if raised:
        before = re.search(r"[^\W\d]+$", match.string[: match.start()][-4:])
        if raised in "²³" and before and before.group() in _UNITS:
            return raised
        return "".join(map(written, re.findall(r"\d+", raised.translate(_RAISED))))
    key = next(group for group in match.groups() if group)
    return written(key.replace("\\", ""))
