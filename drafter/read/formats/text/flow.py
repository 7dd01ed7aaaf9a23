"""Lines become paragraphs: wrapped lines are joined, and the halves that a page has parted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.lines import SOFT, Line
from drafter.read.formats.text.shape import (
    Label,
    begins_states,
    bullet_of,
    final_mark,
    hashes_of,
    is_field,
    is_organ_line,
    is_proper,
    is_structure,
    label_of,
    like_heading,
    opens,
    submits,
)
from drafter.read.formats.text.words import Vocabulary
from drafter.read.found import Grid

_PARTED = re.compile(r"([^\W\d_]+)( ?)[-\u2010\u2011]$")
_FIRST = re.compile(r"[^\W\d_]+")
_BOLD_LINE = re.compile(r"\*\*[^*]+\*\*")
_ALONE = re.compile(r"[A-Z]|[IVXL]+")
_SYMBOL = re.compile(r"[A-Z]+/\S+")
_ON_DATE = re.compile(r"on (?:\d|_)")
_VERBAL = re.compile(r"\w+(?:ing|ed)\b")
_SHORT = 0.75
_DEEPER = 3
_LONG_LINE = 130
_MANY = 0.3
_AHEAD = 5


@dataclass(slots=True, eq=False)
class Piece:
    """A paragraph under way: its lines, its label, and what the file itself says of it."""

    first: Line
    last: Line
    text: str
    words: str
    label: str = ""
    kind: str = ""
    heading: int = 0
    quoted: bool = False
    front: bool = False
    grid: Grid | None = None
    count: int = 1


class Flow:
    """Goes through the lines of the text once and builds its paragraphs."""

    def __init__(self, lines: list[Line], vocabulary: Vocabulary, ledger: Ledger) -> None:
        self.vocabulary = vocabulary
        self.ledger = ledger
        self.pieces: list[Piece] = []
        self.front = True
        self.number = 0
        self.width, self.wrapped = _measure(lines)

    def add(self, line: Line) -> None:
        """Take the next line."""
        label, bullet = self._labels(line)
        if self._starts(line, label, bullet=bullet):
            self._begin(line, label, bullet=bullet)
        else:
            self._join(line)

    def add_grid(self, line: Line, grid: Grid) -> None:
        """Take a table."""
        self.pieces.append(Piece(line, line, "", "", grid=grid))

    # --- a new paragraph --------------------------------------------------------------------------

    def _begin(self, line: Line, label: Label | None, *, bullet: bool) -> None:
        text, words = line.text, line.words
        heading, text = hashes_of(text)
        if heading:
            words = words.lstrip("#").strip()
        piece = Piece(line, line, text, words, heading=heading, quoted=line.quoted)
        if bullet:
            piece.text, piece.words = _without_bullet(line, self.ledger, labelled=label is not None)
            piece.label = "" if label else "•"
            piece.kind = "bullet"
        if label:
            piece.label, piece.kind = label.text, label.kind
            piece.text = _without_label(piece.text, label)
            piece.words = piece.words[label.end :]
            if label.kind == "digits":
                self.number = int(label.text.split(".")[0].split()[0].rstrip(")"))
        if self.front and self._ends_front(piece):
            self.front = False
        piece.front = self.front
        self.pieces.append(piece)

    def _ends_front(self, piece: Piece) -> bool:
        if is_organ_line(piece.words) or piece.kind in {"digits", "capital"}:
            return True
        return opens(piece.words) and bool(final_mark(piece.words) or len(piece.words) > self.width)

    def _labels(self, line: Line) -> tuple[Label | None, bool]:
        words = hashes_of(line.words)[1] if line.words.startswith("#") else line.words
        found = bullet_of(words)
        if found:
            words = words[found.end() :]
        label = label_of(words)
        if label and not self._is_label(label, words[label.end :], line):
            label = None
        return label, found is not None

    def _is_label(self, label: Label, rest: str, line: Line) -> bool:
        """Tell whether what looks like a label is one, and not words at the start of a line."""
        before = self.pieces[-1] if self.pieces else None
        ended = before is None or bool(final_mark(before.words)) or before.heading > 0
        apart = line.gap > 0 or not self.wrapped
        capital = not rest or rest[0].isupper() or not (rest[0].isalpha() or rest[0].isdecimal())
        free = before is None or is_structure(before.words) or before.front
        if label.kind == "capital":
            return (apart or free or ended or bool(line.text.startswith("#"))) and like_heading(
                rest
            )
        if label.kind == "digits":
            number = int(re.match(r"\d+", label.text).group())  # type: ignore[union-attr]
            follows = number in {1, self.number + 1, self.number}
            near = self.number < number <= self.number + _AHEAD or not self.number
            sound = capital or (apart and ended)
            return sound and (ended or free or apart) and (follows or near or (apart and ended))
        short = before is None or self._short(before, rest)
        return (ended or free or (apart and capital)) and (capital or apart or short)

    # --- where paragraphs begin -------------------------------------------------------------------

    def _starts(self, line: Line, label: Label | None, *, bullet: bool) -> bool:
        before = self.pieces[-1] if self.pieces else None
        if before is None or before.grid is not None or line.quoted != before.quoted:
            return True
        if label is not None or line.text.startswith("#"):
            return True
        if before.label and not before.words:
            return False
        if is_structure(before.words):
            return not (_ON_DATE.match(line.words) and before.words.endswith("Assembly"))
        if bullet and not self._half(before, line, line.words[2:]):
            return True
        if is_structure(line.words) or (_ALONE.fullmatch(line.words) and line.gap):
            return True
        if before.heading or _ALONE.fullmatch(before.words):
            return True
        if _BOLD_LINE.fullmatch(line.text) and _BOLD_LINE.fullmatch(before.text) and not line.gap:
            return False
        if before.front:
            return self._front_starts(before, line)
        if line.gap or not self.wrapped:
            return not self._half(before, line, line.words)
        return self._wrapped_starts(before, line)

    def _front_starts(self, before: Piece, line: Line) -> bool:
        words = line.words
        if before.words.startswith("[") and "]" not in before.words:
            return False
        if before.words.endswith(("draft resolution", "draft decision")) and _SYMBOL.match(words):
            return " to " not in before.words
        listing = begins_states(before.words) and not submits(before.words)
        if listing:
            return is_field(words)
        if words[:1].islower() and not submits(before.words):
            return False
        if is_field(words) or line.gap or before.last.broken or opens(words):
            return True
        if submits(words) or begins_states(words) or submits(before.words):
            return True
        if is_field(before.words):
            return not words[:1].isdecimal()
        return len(before.last.words) + len(words.split()[0]) < _SHORT * self.width / 2

    def _wrapped_starts(self, before: Piece, line: Line) -> bool:
        mark = final_mark(before.words)
        if before.last.broken:
            return True
        if mark and opens(line.words):
            return True
        upper = line.words[:1].isupper()
        if line.indent >= before.last.indent + _DEEPER and (mark or upper):
            return bool(mark) or self._short(before, line.words)
        if self._short(before, line.words):
            return mark in {".", ";", ":"} or (upper and (not mark or mark == ","))
        return False

    def _short(self, before: Piece, words: str) -> bool:
        """Tell whether the next word would have had room on the line before."""
        first = words.split(" ", 1)[0]
        return len(before.last.words) + len(first) + 1 < _SHORT * self.width

    def _half(self, before: Piece, line: Line, words: str) -> bool:
        """Tell whether a line goes on with a paragraph although something stands between them."""
        if is_structure(words) or like_field_of_front(before, words):
            return False
        mark = final_mark(before.words)
        lower, digit = words[:1].islower(), words[:1].isdecimal()
        if _PARTED.search(before.words) and not mark:
            return True
        item = before.kind in {"letter", "roman", "small", "number", "bullet"}
        if not mark:
            return lower or (self._is_paragraph(before) and self._goes_on(words, digit=digit))
        if opens(words) or mark == ":":
            return False
        if mark == ",":
            return (
                digit
                or (lower and (line.cut or not item))
                or self._after_comma(before, line, words)
            )
        if mark == ";":
            return lower and (line.cut or not item)
        return lower and line.cut

    def _is_paragraph(self, before: Piece) -> bool:
        return before.kind == "digits" or bool(before.label) or is_proper(before.words)

    def _goes_on(self, words: str, *, digit: bool) -> bool:
        if digit:
            return True
        return not opens(words) and not (like_heading(words) and not final_mark(words))

    def _after_comma(self, before: Piece, line: Line, words: str) -> bool:
        if before.kind == "digits":
            return True
        return line.cut and not _VERBAL.match(words) and self._is_paragraph(before)

    # --- joining ------------------------------------------------------------------------------------

    def _join(self, line: Line) -> None:
        piece = self.pieces[-1]
        text = line.text
        if (bullet := bullet_of(text)) and not _starts_dash(bullet, piece):
            text = text[bullet.end() :]
            self.ledger.add("stray bullet removed", line.number)
        if line.gap and not piece.front:
            self.ledger.add("two halves of a paragraph joined", line.number)
        piece.text = self._joined(piece.text, text, line.number)
        piece.words = f"{piece.words} {line.words}".strip()
        piece.last = line
        piece.count += 1

    def _joined(self, one: str, other: str, number: int) -> str:
        if one.endswith(SOFT):
            return one[:-1] + other
        parted, first = _PARTED.search(one), _FIRST.match(other)
        if not parted or not first:
            return f"{one} {other}".strip()
        if parted[2] and not self.vocabulary.knows(f"{parted[1]}-{first.group()}"):
            return f"{one} {other}"
        word = self.vocabulary.hyphenated(parted[1], first.group())
        if word != f"{parted[1]}-{first.group()}" or parted[2]:
            self.ledger.add("hyphen at a line end undone", number)
        return one[: parted.start()] + word + other[first.end() :]


def like_field_of_front(before: Piece, words: str) -> bool:
    """Tell whether a line above the text begins something new."""
    return before.front and is_field(words)


def _measure(lines: list[Line]) -> tuple[int, bool]:
    """Return how wide the lines are, and whether paragraphs are wrapped to that width."""
    lengths = sorted(len(line.words) for line in lines)
    if not lengths:
        return 0, False
    width = lengths[int(len(lengths) * 0.9)]
    close = sum(line.gap == 0 for line in lines)
    return max(width, 1), width <= _LONG_LINE and close > _MANY * len(lines)


def _without_bullet(line: Line, ledger: Ledger, *, labelled: bool) -> tuple[str, str]:
    text, words = bullet_of(line.text), bullet_of(line.words)
    if labelled:
        ledger.add("bullet before a number removed", line.number)
    return (
        line.text[text.end() :] if text else line.text,
        line.words[words.end() :] if words else line.words,
    )


def _without_label(text: str, label: Label) -> str:
    """Return a text with markup without its label, which markup may stand around."""
    stripped = text.lstrip()
    if stripped.startswith(label.text):
        return stripped[len(label.text) :].lstrip(" \t\u00a0")
    found = re.match(rf"([*_]+)\s*{re.escape(label.text)}\s*([*_]*)\s*", stripped)
    if not found:
        return text
    rest = stripped[found.end() :]
    return rest if found[2] else found[1] + rest


def _starts_dash(bullet: re.Match[str], piece: Piece) -> bool:
    """A dash between two halves is a dash where the paragraph has one already."""
    return bullet["sign"] in "–—" and bool(piece.words)
