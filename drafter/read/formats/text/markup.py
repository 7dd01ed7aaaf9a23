"""The inline markup of Markdown and HTML: words with their looks.

Only what surely is markup is taken for it; a star that opens nothing stays a star.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

from drafter.inline import NoteKey, Part, Parts, Text, fold, parts_text
from drafter.read.formats.text.marks import OPEN, split_marks, unmarked

_SIGNS = re.compile(r"[*_\\\[<&`]")
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|<>~^$&\"'])"
    r"|!?\[(?P<words>[^\[\]]{0,400})\]\((?P<address>[^()\s]{0,400}(?:\([^()\s]{0,100}\)[^()\s]{0,100}){0,4})(?:\s+\"[^\"]{0,200}\")?\)"
    r"|(?P<tag></?(?:i|em|b|strong|u|span|a|p|div|font|sub|sup|small|br|mark)\b[^<>]{0,300}>)"
    r"|<(?P<auto>https?://[^<>\s]{1,400})>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});)"
    r"|(?P<run>\*{1,3}|_{1,3})"
)
_ITALIC_TAGS = ("i", "em")
_BOLD_TAGS = ("b", "strong")


class Run(msgspec.Struct):
    """Stars or underscores that may open or close a look."""

    signs: str
    opens: bool
    closes: bool
    used: bool = False


class Look(msgspec.Struct, frozen=True):
    """A switch of the looks, made of a tag."""

    name: str
    on: bool


Token = str | Run | Look


def parse(text: str, *, links: bool = False) -> Parts:
    """Return the parts of a line or paragraph; addresses of links only if ``links``."""
    pieces = split_marks(text)
    if len(pieces) == 1 and not _SIGNS.search(text):
        return trimmed((Text(fold(text)),))
    tokens: list[Token | NoteKey] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            tokens.append(NoteKey(piece))
        else:
            tokens += _tokens(piece, links=links)
    _pair([token for token in tokens if isinstance(token, Run)])
    return trimmed(tuple(_parts(tokens)))


def bare(text: str) -> str:
    """Return the words of ``text`` without markup and marks."""
    if OPEN not in text and not _SIGNS.search(text):
        return fold(text).strip(" ")
    return parts_text(parse(unmarked(text)))


def trimmed(parts: Parts) -> Parts:
    """Return ``parts`` folded, joined where alike, without blanks at both ends and before marks."""
    result: list[Part] = []
    for look, alike in groupby(parts, key=_look):
        group = list(alike)
        if look is None:
            result += group
            continue
        text = fold("".join(part.text for part in group if isinstance(part, Text)))
        result.append(Text(text, *look))
    for at, part in enumerate(result):
        if isinstance(part, Text):
            result[at] = _trimmed(part, result, at)
    return tuple(part for part in result if not isinstance(part, Text) or part.text)


def _look(part: Part) -> tuple[bool, bool] | None:
    return (part.italic, part.bold) if isinstance(part, Text) else None


def _trimmed(part: Text, parts: list[Part], at: int) -> Text:
    text = part.text if at else part.text.lstrip(" ")
    if at + 1 == len(parts):
        text = text.rstrip(" ")
    elif not isinstance(parts[at + 1], Text):
        text = text.rstrip(" \u00a0")
    return Text(text, part.italic, part.bold)


def _tokens(text: str, *, links: bool) -> Iterator[Token]:
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        at = match.end()
        yield from _token(match, text, links=links)
    if at < len(text):
        yield text[at:]


def _token(match: re.Match[str], text: str, *, links: bool) -> Iterator[Token]:
    if match["run"]:
        yield _run(match["run"], text, match.start())
    elif match["words"] is not None:
        yield from _tokens(match["words"], links=False)
        address = match["address"]
        if links and re.match(r"(?:https?|mailto|ftp):", address) and address != match["words"]:
            yield f" <{address}>"
    elif match["tag"]:
        yield from _tag(match["tag"])
    elif match["entity"]:
        yield html.unescape(match["entity"])
    else:
        yield match["escaped"] or match["auto"]


def _run(signs: str, text: str, start: int) -> Run:
    before, after = text[start - 1 : start], text[start + len(signs) : start + len(signs) + 1]
    opens = bool(after) and not after.isspace() and after not in "*_.,;:)"
    closes = bool(before) and not before.isspace() and before not in "*_"
    if signs[0] == "_":
        opens = opens and not before.isalnum()
        closes = closes and not after.isalnum()
    elif opens and before.isalnum():
        opens = False
    return Run(signs, opens, closes)


def _tag(tag: str) -> Iterator[Token]:
    name = tag.strip("</>").split()[0].rstrip("/").lower() if tag.strip("</> ") else ""
    if name in _ITALIC_TAGS:
        yield Look("italic", on=not tag.startswith("</"))
    elif name in _BOLD_TAGS:
        yield Look("bold", on=not tag.startswith("</"))
    elif name == "br":
        yield " "


def _pair(runs: list[Run]) -> None:
    """Tell for each run whether it has a partner: only those change the looks."""
    waiting: dict[str, list[Run]] = {}
    for run in runs:
        opened = waiting.get(run.signs)
        if run.closes and opened:
            opened.pop().used = run.used = True
        elif run.opens:
            waiting.setdefault(run.signs, []).append(run)


def _parts(tokens: list[Token | NoteKey]) -> Iterator[Part]:
    italic = bold = False
    for token in tokens:
        match token:
            case str():
                yield Text(token, italic, bold)
            case NoteKey():
                yield token
            case Look(name, on):
                italic = on if name == "italic" else italic
                bold = on if name == "bold" else bold
            case Run(signs, _, _, used) if used:
                italic ^= len(signs) != 2  # noqa: PLR2004 - two signs are bold, one and three italic
                bold ^= len(signs) >= 2  # noqa: PLR2004
            case Run(signs):
                yield Text(signs, italic, bold)
