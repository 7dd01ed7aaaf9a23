"""The markup inside a paragraph: ``*italic*``, ``**bold**``, ``[^note]``, ``[@citation]``, ``[#id]``.

Parsing and writing are inverse to each other; nothing here knows YAML or Word.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import msgspec


class Text(msgspec.Struct, frozen=True):
    """Words with one look."""

    text: str
    italic: bool = False
    bold: bool = False


class NoteKey(msgspec.Struct, frozen=True):
    """``[^key]``: the note of that key stands here."""

    key: str
    offset: int = 0


class Cite(msgspec.Struct, frozen=True):
    """``[@key, key]``: the wording of a citation, with its note."""

    keys: tuple[str, ...]
    offset: int = 0


class Target(msgspec.Struct, frozen=True):
    """``[#id]`` or ``[#id, #id]``: a reference to paragraphs of the same document."""

    ids: tuple[str, ...]
    offset: int = 0


Part: TypeAlias = Text | NoteKey | Cite | Target
Parts: TypeAlias = tuple[Part, ...]


class MarkupError(msgspec.Struct, frozen=True):
    """Markup that does not hold together, at ``offset`` characters into the text."""

    offset: int
    message: str
    advice: str


_SPACE = re.compile(r"[ \t\r\n]+")
_WIDE = ("  ", "\n", "\t", "\r")
_MARKUP = re.compile(r"[*\[\\]")
_TOKEN = re.compile(r"\\[\\*\[\]_^@#]|\*\*\*|\*\*|\*|\[[\^@#]")
_ESCAPE = re.compile(r"[\\*]|\[(?=[\^@#])")


def parse(text: str) -> tuple[Parts, tuple[MarkupError, ...]]:
    """Return the parts of ``text`` and what is wrong with its markup.

    White space is folded to single spaces and trimmed at both ends; broken markup is kept as text,
    so nothing the author wrote is lost.
    """
    if not _MARKUP.search(text):
        # Most paragraphs carry no markup at all.
        words = fold(text).strip(" ")
        return ((Text(words),) if words else ()), ()
    reader = _Reader(text)
    reader.run()
    return tuple(_trim(reader.parts)), tuple(reader.errors)


def parts_text(parts: Parts) -> str:
    """Return the words of ``parts`` without marks, citations and references."""
    return "".join(part.text for part in parts if isinstance(part, Text))


def markup(parts: Parts) -> str:
    """Return the markup of ``parts``: the inverse of :func:`parse`."""
    return "".join(_markup(part) for part in parts)


def _markup(part: Part) -> str:
    match part:
        case Text(text, italic, bold):
            stars = "*" * (italic + 2 * bold)
            return f"{stars}{_ESCAPE.sub(_escape, text)}{stars}"
        case NoteKey(key):
            return f"[^{key}]"
        case Cite(keys):
            return f"[@{', '.join(keys)}]"
        case Target(ids):
            return "[" + ", ".join(f"#{name}" for name in ids) + "]"


def _escape(match: re.Match[str]) -> str:
    return "\\" + match.group()


class _Reader:
    """One pass over a text; italics and bold are switches, marks are parts of their own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []
        self.errors: list[MarkupError] = []
        self.buffer: list[str] = []
        self.opened: dict[str, int] = {}
        self.at = 0

    def run(self) -> None:
        for match in _TOKEN.finditer(self.text):
            if match.start() < self.at:
                continue
            self.buffer.append(self.text[self.at : match.start()])
            self.at = match.end()
            self._sign(match.group(), match.start())
        self.buffer.append(self.text[self.at :])
        self._flush()
        for stars, offset in self.opened.items():
            advice = f"close it with {stars}, or write \\* for a star"
            self.errors.append(MarkupError(offset, f"{stars} opens but does not close", advice))

    def _sign(self, token: str, offset: int) -> None:
        if token.startswith("\\"):
            self.buffer.append(token[1:])
        elif token.startswith("["):
            self._mark(token[1], offset)
        else:
            self._star(token, offset)

    def _star(self, sign: str, offset: int) -> None:
        switches = ["**", "*"] if sign == "***" else [sign]
        if not self._turns(sign, offset, switches):
            self.buffer.append(sign)
            return
        self._flush()
        for stars in switches:
            if stars in self.opened:
                del self.opened[stars]
            else:
                self.opened[stars] = offset

    def _turns(self, sign: str, offset: int, switches: list[str]) -> bool:
        after = self.text[offset + len(sign) : offset + len(sign) + 1]
        before = self.text[offset - 1 : offset] if offset else ""
        if all(stars in self.opened for stars in switches):
            return bool(before) and not before.isspace()
        return bool(after) and not after.isspace()

    def _mark(self, sign: str, offset: int) -> None:
        end = self.text.find("]", self.at)
        content = _SPACE.sub(" ", self.text[self.at : end]).strip() if end >= 0 else ""
        if not content or "[" in content:
            what = {"^": "[^note]", "@": "[@citation]", "#": "[#id]"}[sign]
            problem = "does not close" if end < 0 or "[" in content else "is empty"
            self.errors.append(
                MarkupError(
                    offset,
                    f"[{sign} {problem}",
                    f"write {what}, or \\[{sign} for the text",
                )
            )
            self.buffer.append("[" + sign)
            return
        self._flush()
        self.at = end + 1
        self.parts.append(_mark_part(sign, content, offset))

    def _flush(self) -> None:
        text = fold("".join(self.buffer))
        self.buffer.clear()
        if text:
            self.parts.append(Text(text, "*" in self.opened, "**" in self.opened))


def _mark_part(sign: str, content: str, offset: int) -> Part:
    if sign == "^":
        return NoteKey(content, offset)
    if sign == "@":
        return Cite(_keys(content), offset)
    return Target(tuple(name.strip().lstrip("#") for name in content.split(",")), offset)


def fold(text: str) -> str:
    """Return ``text`` with each run of blanks, tabs and line ends as one blank.

    Non-breaking spaces stay: somebody put them there.
    """
    return _SPACE.sub(" ", text) if any(wide in text for wide in _WIDE) else text


def _keys(content: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in content.split(",") if key.strip())


def _trim(parts: list[Part]) -> list[Part]:
    if parts and isinstance(parts[0], Text):
        parts[0] = msgspec.structs.replace(parts[0], text=parts[0].text.lstrip(" "))
    if parts and isinstance(parts[-1], Text):
        parts[-1] = msgspec.structs.replace(parts[-1], text=parts[-1].text.rstrip(" "))
    return [part for part in parts if not isinstance(part, Text) or part.text]
