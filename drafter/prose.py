"""Prose inside YAML: colons, stars and brackets that YAML would take for its own.

"entitled “Transforming our world: the 2030 Agenda”" needs no quotes in a draft. Such characters
are swapped for private ones of the same length before YAML reads the text, and swapped back in
every scalar; places in the file stay exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SWAPS = {
    ":": "\ue000",
    "*": "\ue001",
    "@": "\ue002",
    "%": "\ue003",
    "`": "\ue004",
    "[": "\ue005",
    "#": "\ue006",
}
_BACK = {ord(private): char for char, private in _SWAPS.items()}

_INDENT = re.compile(r"(?P<lead> *(?:- +)*)(?P<rest>.*)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[\w./-]+(?: (?:of|by|number|line|words|notes|mark))*):(?P<gap> +|$)")
_COLON = re.compile(r":(?= |$)")
_LEADING = re.compile(r"[*@%`]|\[(?=[\^@#\ue006])")
_REFERENCE = re.compile(r"(?<=\[)#[^\]\n]*(?=\])")
_CLOSED = ("{", "[", '"', "'", "|", ">", "#", "&", "!")
# Only these lines can hold what YAML would misread; the others pass at the speed of a search.
_SUSPECT = re.compile(r":(?: |$)|\[#|^ *(?:- +)*[*@%`\[]|: +[*@%`\[]")
_DASH = re.compile(r" *- ")


def shield(text: str) -> str:
    """Return ``text`` with the characters of prose that YAML would misread swapped."""
    lines = text.split("\n")
    return "\n".join(_shield(line, lines, index) for index, line in enumerate(lines))


def unshield(text: str) -> str:
    """Return ``text`` with the swapped characters back in their place."""
    return text.translate(_BACK)


def _shield(line: str, lines: list[str], index: int) -> str:
    if not _SUSPECT.search(line) or line.lstrip()[:1] in {"#", ""}:
        return line
    if "[#" in line:
        line = _REFERENCE.sub(lambda match: match.group().replace("#", _SWAPS["#"]), line)
    found = _INDENT.match(line)
    lead, rest = (found["lead"], found["rest"]) if found else ("", line)
    key = _KEY.match(rest)
    if key:
        return lead + key.group() + _prose(rest[key.end() :], keeps_last=False)
    return lead + _prose(rest, keeps_last=_list_below(len(lead), lines, index))


def _prose(text: str, *, keeps_last: bool) -> str:
    if not text or (text[0] in _CLOSED and not _LEADING.match(text)):
        return text
    if _LEADING.match(text):
        text = _SWAPS[text[0]] + text[1:]
    if ":" not in text:
        return text
    stop = len(text.rstrip()) - 1 if keeps_last else len(text)
    return "".join(
        _SWAPS[":"] if char == ":" and at < stop and _COLON.match(text, at) else char
        for at, char in enumerate(text)
    )


def _list_below(width: int, lines: list[str], index: int) -> bool:
    """Tell whether a list stands below a line: then its last colon makes it the list's key."""
    for line in _following(lines, index):
        return bool(_DASH.match(line)) and len(line) - len(line.lstrip()) >= width
    return False


def _following(lines: list[str], index: int) -> Iterator[str]:
    for line in lines[index + 1 :]:
        if line.strip() and not line.lstrip().startswith("#"):
            yield line
            return
