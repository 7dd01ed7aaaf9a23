"""Plain text, Markdown and what text recognition makes of a scan.

Nothing is trusted: whether lines are wrapped, what is furniture of the page, where notes stand and
which digits are their marks is told by the text itself, with the help of the grammar of resolutions.
"""

from __future__ import annotations

from drafter.errors import Place, Problem, Unusable
from drafter.read.files import InputFile, Settings
from drafter.read.found import Found

SUFFIXES = (".txt", ".text", ".md", ".markdown")

MAX_CHARACTERS = 12_000_000
_RTF = "{\\rtf"
_PAGES = ("<!doctype html", "<html", "<?xml")


def fits(data: bytes) -> bool:
    """Tell whether ``data`` is text."""
    from drafter.read.formats.text.decoding import is_text

    return is_text(data)


def find(file: InputFile, settings: Settings) -> Found:
    """Return what the text holds. Raises Unusable if it is none, too long or without words."""
    from drafter.read.formats.text.decoding import decode, is_text, mended
    from drafter.read.formats.text.finding import found_in
    from drafter.read.formats.text.ledger import Ledger

    if not is_text(file.data):
        raise _unusable(file, "this is no text", "save it as Word, PDF or text")
    text, encoding = decode(file.data)
    _check(file, text)
    ledger = Ledger()
    if encoding:
        ledger.add(f"read as {encoding}")
    whole = mended(text)
    if whole != text:
        ledger.add("characters of a wrong encoding put right", count=abs(len(text) - len(whole)))
    markdown = file.name.lower().endswith((".md", ".markdown"))
    return found_in(whole, settings, ledger, markdown=markdown)


def _check(file: InputFile, text: str) -> None:
    start = text[:1000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(_RTF):
        raise _unusable(file, "this is rich text (RTF)", "save it as .docx or as plain text")
    if start.startswith(_PAGES):
        advice = "open it in a browser and save it as PDF or text"
        raise _unusable(file, "this is a web page or XML", advice)
    if len(text) > MAX_CHARACTERS:
        message = f"the text has more than {MAX_CHARACTERS // 1_000_000} million characters"
        raise _unusable(file, message, "split it")
    if not any(sign.isalpha() for sign in text):
        raise _unusable(file, "there are no words in the file", "check that it is the right one")


def _unusable(file: InputFile, message: str, advice: str) -> Unusable:
    return Unusable(Problem(Place(file.name), message, advice))
