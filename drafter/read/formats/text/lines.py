"""From characters to lines: what cannot be seen is taken away, what parts lines is made one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafter.read.formats.text import marks
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.markup import bare

SOFT = "\u00ad"
_TAB = 8
_MAIL, _LEAST_MAIL = 0.6, 5
_BREAKS = re.compile("\r\n?|\u2028|\u0085|\v")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ue000\ue001]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_WIDE = re.compile("[\u2000-\u200a\u205f\u3000]")
_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\u25aa\u25cf\u25e6\u2023\u2043]")
_BR = re.compile(r"[ \t]*<br\s*/?>[ \t]*(?=\S)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([._()#+\-!>~$&\"'^|{}:;,=%/@?])")
_QUOTE = re.compile(r"\s*>[ \t]?")
_ATTRIBUTES = re.compile(r"\[([^\[\]]{0,200})\]\{[^{}\n]{1,200}\}|(?<=\s)\{[.#][^{}\n]{1,200}\}$")
_EMPTY_TAG = re.compile(r"<(span|a)\b[^<>]{0,200}>\s*</\1>")
_LONG_DASHES = re.compile(r"(?<=[\w,;:.)]) ?---? ?(?=\w)")
_DASHES = re.compile(r"(?<=\w)--(?=\w)")
_LONG_EMPTY_TAG = re.compile(r"<(span|a)\b[^<>]{0,200}>\s*</\1>")
_DASHES = re.compile(r"(?<=[\w,;:.)]) ?---? ?(?=\w)")
_RULE = re.compile(r"\s*(?:-{3,}|_{3,}|\*{3,}|={5,}|[─—–]{3,}|(?:[-*_][ \t]){2,}[-*_])\s*")


_CLEANING: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], str], ...] = (
    (_UNSEEN, "", "invisible character"),
    (_CONTROLS, "", "control character"),
    (_LIGATURE, lambda found: _LIGATURES[found.group()], "ligature"),
    (_BULLETS, "•", ""),
    (_WIDE, " ", ""),
    (re.compile(f"{SOFT}(?![ \t]*\n)"), "", "soft hyphen"),
)


@dataclass(slots=True)
class Line:
    """A line with words: ``gap`` counts the blank lines before it, ``page`` the form feeds.

    ``text`` has the marks of notes in one form; ``words`` has neither marks nor markup.
    ``cut`` says that furniture or notes were taken away before it, ``broken`` that the file asks
    for a new line after it (two blanks in Markdown).
    """

    number: int
    text: str
    words: str
    gap: int = 0
    page: int = 0
    indent: int = 0
    cut: bool = False
    broken: bool = False
    quoted: bool = False
    rule: bool = False


def cleaned(text: str, ledger: Ledger) -> str:
    """Return ``text`` with one kind of line end and without characters that nobody sees."""
    text = _BREAKS.sub("\n", text).replace("\u2029", "\n\n")
    text = _without_comments(text, ledger)
    for pattern, new, what in _CLEANING:
        text, count = pattern.subn(new, text)
        if count and what:
            ledger.add(f"{what} removed", count=count)
    text = text.replace("\u202f", "\u00a0")
    return unicodedata.normalize("NFC", text)


def without_mail(text: str, ledger: Ledger) -> str:
    """Return ``text`` without the angle brackets that programs for mail put before every line."""
    lines = text.split("\n")
    quoted = sum(line.startswith(">") for line in lines)
    if quoted < _MAIL * sum(bool(line.strip()) for line in lines) or quoted < _LEAST_MAIL:
        return text
    ledger.add("quotation signs of a mail removed", count=quoted)
    return "\n".join(_QUOTE.sub("", line, count=1) if line[:1] == ">" else line for line in lines)


def _without_comments(text: str, ledger: Ledger) -> str:
    """Return ``text`` without comments of HTML; their lines are kept as blank ones."""
    pieces: list[str] = []
    start = 0
    while (opened := text.find("<!--", start)) >= 0 and (closed := text.find("-->", opened)) >= 0:
        pieces += [text[start:opened], "\n" * text.count("\n", opened, closed)]
        start = closed + 3
        ledger.add("comment removed")
    return "".join([*pieces, text[start:]])


def lines_of(text: str, *, markdown: bool) -> Iterator[Line]:
    """Yield the lines of ``text`` that have words, and rules."""
    gap = page = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count("\f")
        for piece in _BR.split(raw.replace("\f", "")):
            if not piece.strip():
                gap += 1
                continue
            line = _line(piece, number, markdown=markdown)
            line.gap, line.page = gap, page
            gap = 0
            yield line


def _line(raw: str, number: int, *, markdown: bool) -> Line:
    rule = bool(_RULE.fullmatch(raw))
    quoted = False
    while markdown and (found := _QUOTE.match(raw)):
        raw, quoted = raw[found.end() :], True
    broken = markdown and (raw.endswith("  ") or raw.rstrip().endswith("\\"))
    text = raw.rstrip()
    if markdown:
        text = _unescaped(text.removesuffix("\\") if broken else text)
    body = text.lstrip(" \t\u00a0")
    indent = len(text[: len(text) - len(body)].expandtabs(_TAB))
    body = marks.normalized(body)
    return Line(number, body, bare(body), indent=indent, broken=broken, quoted=quoted, rule=rule)


def _unescaped(text: str) -> str:
    """Return a line of Markdown without escapes and attributes, with dashes for rows of hyphens."""
    if "</" in text:
        text = _EMPTY_TAG.sub("", text)
    if "{" in text:
        text = _ATTRIBUTES.sub(lambda found: found[1] or "", text)
    if "--" in text and "|" not in text and not _RULE.fullmatch(text):
        text = _DASHES.sub("–", text)
        text = _LONG_DASHES.sub(lambda found: " — " if " " in found.group() else "—", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
