"""Lines become paragraphs: wrapped lines are joined, and the halves that a page has parted."""

from __future__ import annotations

import re

from drafter.read.formats.text.front import FRONT_RULES, ends_front, is_above_title
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.lines import SOFT, Line
from drafter.read.formats.text.measure import measure
from drafter.read.formats.text.piece import Piece
from drafter.read.formats.text.seams import PARTED, Seam, begins
from drafter.read.formats.text.shape import (
    Label,
    bullet_of,
    damaged_number,
    final_mark,
    hashes_of,
    is_structure,
    label_of,
    like_heading,
    opens,
)
from drafter.read.formats.text.words import Vocabulary
from drafter.read.found import Grid

_FIRST = re.compile(r"[^\W\d_]+")
_OPEN_END = re.compile(r"\d[–-]$|[\w)]/$")
"""A range of years, a symbol or an address that goes on in the next line."""
_AHEAD = 5
_MOST_FRONT = 150


class Flow:
    """Goes through the lines of the text once and builds its paragraphs."""

    def __init__(self, lines: list[Line], vocabulary: Vocabulary, ledger: Ledger) -> None:
        self.vocabulary = vocabulary
        self.ledger = ledger
        self.pieces: list[Piece] = []
        self.front = True
        self.number = self.count = 0
        self.measure = measure(lines)

    def add(self, line: Line, following: Line | None = None) -> None:
        """Take the next line; ``following`` is the one after it."""
        self.count += 1
        words = hashes_of(line.words)[1] if line.words.startswith("#") else line.words
        bullet = bullet_of(words)
        words = words[bullet.end() :] if bullet else words
        label = self._label(words, line)
        if self._begins(line, words, following, label=label is not None, bullet=bool(bullet)):
            self._begin(line, label, bullet=bool(bullet))
        else:
            self._join(line)

    def add_grid(self, line: Line, grid: Grid) -> None:
        """Take a table."""
        self.pieces.append(Piece(line, line, [], "", grid=grid))

    def _begins(
        self, line: Line, words: str, following: Line | None, *, label: bool, bullet: bool
    ) -> bool:
        if not self.pieces:
            return True
        before = self.pieces[-1]
        low = before.front and any(map(is_above_title, self.pieces[-4:]))
        seam = Seam(before, line, words, self.measure, following, label, bullet, low)
        return begins(seam, FRONT_RULES)

    # --- labels -----------------------------------------------------------------------------------

    def _label(self, words: str, line: Line) -> Label | None:
        label = label_of(words)
        sure = label is not None and self._is_label(label, words[label.end :], line)
        if label and label.kind == "digits" and sure:
            return label
        spoilt = damaged_number(words, self.number + 1)
        if spoilt:
            printed = words[: spoilt.end].strip()
            self.ledger.add(f"number {printed} read as {spoilt.text}", line.number)
            return spoilt
        return label if sure else None

    def _is_label(self, label: Label, rest: str, line: Line) -> bool:
        """Tell whether what looks like a label is one, and not words at the start of a line."""
        apart = line.gap > 0 or not self.measure.wrapped
        if label.kind == "digits":
            return self._is_number(label, rest, apart=apart)
        capital = _begins_sentence(rest)
        if label.kind == "capital":
            stands = apart or self._ended() or self._free() or line.text.startswith("#")
            return stands and like_heading(rest)
        room = not self.pieces or self.measure.had_room(self.pieces[-1].last, rest)
        stands = self._ended() or self._free() or (apart and capital)
        return stands and (capital or apart or room)

    def _is_number(self, label: Label, rest: str, *, apart: bool) -> bool:
        number = label.number
        next_one = number == self.number + 1
        if (next_one and (not rest or opens(rest))) or (number == 1 and not rest):
            return True
        set_off = apart and self._ended()
        near = number in {1, self.number} or self.number < number <= self.number + _AHEAD
        stands = self._ended() or self._free() or apart
        sound = _begins_sentence(rest) or set_off
        return sound and stands and (near or not self.number or set_off)

    def _ended(self) -> bool:
        """Tell whether the paragraph before has come to its end."""
        before = self.pieces[-1] if self.pieces else None
        return before is None or before.heading > 0 or bool(final_mark(before.words))

    def _free(self) -> bool:
        """Tell whether what stands before is no paragraph at all."""
        before = self.pieces[-1] if self.pieces else None
        if before is None or before.front or is_structure(before.words):
            return True
        return not before.label and like_heading(before.words)

    # --- building -----------------------------------------------------------------------------------

    def _begin(self, line: Line, label: Label | None, *, bullet: bool) -> None:
        heading, text = hashes_of(line.text)
        words = line.words.lstrip("#").strip() if heading else line.words
        if bullet:
            text, words = _without_bullet(text), _without_bullet(words)
            if label or opens(words):
                self.ledger.add("bullet before a paragraph removed", line.number)
        piece = Piece(line, line, [text], words, heading=heading, quoted=line.quoted)
        if bullet and not opens(words):
            piece.label, piece.kind = "•", "bullet"
        if label:
            piece.label, piece.kind = label.text, label.kind
            printed = words[: label.end].strip()
            piece.texts, piece.words = [_without_label(text, printed)], words[label.end :]
            self.number = piece.number or self.number
        self.front = self.front and not ends_front(piece, self.measure.width)
        self.front = self.front and self.count <= _MOST_FRONT
        piece.front, piece.widest = self.front, len(line.words)
        self.pieces.append(piece)

    def _join(self, line: Line) -> None:
        piece = self.pieces[-1]
        text = line.text
        bullet = bullet_of(text)
        if bullet and not (bullet["sign"] in "–—" and piece.words):
            text = text[bullet.end() :]
            self.ledger.add("stray bullet removed", line.number)
        if line.gap and not piece.front:
            self.ledger.add("two halves of a paragraph joined", line.number)
        self._append(piece, text, line.number)
        piece.extend(line)
        piece.front = piece.front and self.count <= _MOST_FRONT

    def _append(self, piece: Piece, text: str, number: int) -> None:
        """Put the words of a further line behind those of a paragraph."""
        last = piece.texts[-1]
        parted, first = PARTED.search(last), _FIRST.match(text)
        if last.endswith(SOFT):
            piece.texts[-1:] = [last[:-1], text]
        elif _OPEN_END.search(last) and text[:1].isalnum():
            piece.texts.append(text)
        elif not parted or not first or not self._is_one_word(parted, first):
            piece.texts += [" ", text] if any(piece.texts) else [text]
        else:
            word = self.vocabulary.hyphenated(parted[1], first.group())
            if word != f"{parted[1]}-{first.group()}" or parted[2]:
                self.ledger.add("hyphen at a line end undone", number)
            piece.texts[-1:] = [last[: parted.start()], word, text[first.end() :]]

    def _is_one_word(self, parted: re.Match[str], first: re.Match[str]) -> bool:
        """Behind a blank, a hyphen belongs to a word only if that word is known."""
        return not parted[2] or self.vocabulary.knows(f"{parted[1]}-{first.group()}")


def _begins_sentence(rest: str) -> bool:
    return not rest or rest[0].isupper() or not (rest[0].isalpha() or rest[0].isdecimal())


def _without_bullet(text: str) -> str:
    found = bullet_of(text)
    return text[found.end() :] if found else text


def _without_label(text: str, label: str) -> str:
    """Return a text with markup without its label, which markup may stand around."""
    stripped = text.lstrip()
    if stripped.startswith(label):
        return stripped[len(label) :].lstrip(" \t\u00a0")
    found = re.match(rf"([*_]+)\s*{re.escape(label)}\s*([*_]*)\s*", stripped)
    if not found:
        return text
    rest = stripped[found.end() :]
    return rest if found[2] else found[1] + rest
