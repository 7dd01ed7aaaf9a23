"""Notes are taken out of the lines: at page ends, in the middle of paragraphs, at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.read.formats.text import marks
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.measure import measure
from drafter.read.formats.text.shape import (
    final_mark,
    hashes_of,
    is_structure,
    label_of,
    opens,
)

_PLAIN = re.compile(r"(\d{1,3})(?:[ \t\u00a0]+(?=[A-Z“\"(*_]|ibid)|$)")
_STARS = re.compile(r"(\\?\*(?:\\?\*){0,3})(?:[ \t\u00a0]+(?=[^\s*])|$)|(\\\*)(?=\w)")
_SOURCE = re.compile(
    r"(?:See |Ibid|Idem|Resolutions? |Decisions? |Official Records|United Nations|Economic and Soc"
    r"|General Assembly|Security Council|Human Rights|[A-Z]{1,5}/|Report of|Available|For |Adopted)"
)
_HEADING = re.compile(r"\W*(?:Notes|Footnotes|Endnotes)\W*", re.IGNORECASE)
_STAR_ANCHOR = re.compile(r"[\w)\]:]\\?\*{1,3}(?=[\s:,]|$)")
_FRONT = 60
_FULL = 0.75


@dataclass(slots=True)
class RawNote:
    """A note: its mark, its words with markup, and its first line."""

    mark: str
    text: str
    line: int


class Entry:
    """A line among notes: a mark, words, or both."""

    __slots__ = ("line", "mark", "words")

    def __init__(self, line: Line, mark: str, words: str) -> None:
        self.line, self.mark, self.words = line, mark, words


class NoteTaker:
    """Goes through the lines once; ``body`` is what remains, ``notes`` what was taken."""

    def __init__(self, lines: list[Line], ledger: Ledger) -> None:
        self.lines = lines
        self.ledger = ledger
        self.body: list[Line] = []
        self.notes: list[RawNote] = []
        self.last = 0
        self.wrapped = measure(lines).wrapped
        front = lines[:_FRONT]
        self.starred = any(_STAR_ANCHOR.search(line.text) for line in front)

    def run(self) -> None:
        """Part body and notes."""
        at, cut = 0, False
        while at < len(self.lines):
            line = self.lines[at]
            begins = self._begins(at + 1) if self._is_rule(at) else self._begins(at)
            if not begins:
                line.cut |= cut
                if cut:
                    line.gap += 1
                cut = False
                self.body.append(line)
                at += 1
            else:
                at = self._region(at)
                cut = True

    def _is_rule(self, at: int) -> bool:
        return self.lines[at].rule or (
            bool(_HEADING.fullmatch(self.lines[at].words)) and self._begins(at + 1)
        )

    # --- where notes begin and end -----------------------------------------------------------------

    def _begins(self, at: int) -> bool:
        """Tell whether notes begin at the line."""
        if at >= len(self.lines):
            return False
        line = self.lines[at]
        if found := marks.START.match(line.text):
            return self._is_sure(at, found)
        ruled = at > 0 and self.lines[at - 1].rule
        if plain := _PLAIN.match(line.text):
            return self._plain_begins(at, int(plain[1]), line.text[plain.end() :], ruled=ruled)
        if _STARS.match(line.text):
            return ruled or (self.starred and not self._listed(at))
        return ruled and self._scrambled(at)

    def _is_sure(self, at: int, found: re.Match[str]) -> bool:
        line = self.lines[at]
        words = line.text[found.end() :]
        if ":" in found.group() or not found[1].isdecimal():
            return True
        if not words:
            return at + 1 < len(self.lines) and line.page == self.lines[at + 1].page
        follows = words.lstrip("*_“\"'‘(<[")[:1]
        return follows.isupper() or follows.isdecimal() or words.lower().startswith("ibid")

    def _plain_begins(self, at: int, number: int, words: str, *, ruled: bool) -> bool:
        if ruled:
            return True
        after = self.lines[at + 1] if at + 1 < len(self.lines) else None
        follows = marks.START.match(after.text) if after else None
        if follows and follows[1] == str(number + 1) and words:
            return bool(_SOURCE.match(words.lstrip("*_")))
        return number == self.last + 1 and self.last > 0 and bool(_SOURCE.match(words.lstrip("*_")))

    def _listed(self, at: int) -> bool:
        """A star before words is a bullet where others stand beside it."""
        near = (*self.lines[max(at - 1, 0) : at], *self.lines[at + 1 : at + 2])
        bullets = any(re.match(r"[*] ", line.text) for line in near)
        return bullets and not self.lines[at].text.startswith("\\")

    def _scrambled(self, at: int) -> bool:
        """Texts of notes may stand before their marks: then numbers follow on the same page."""
        rest = self.lines[at : at + 60]
        page = [line for line in rest if line.page == rest[0].page]
        alone = any(line.words.isdecimal() for line in page)
        drawn = self.lines[at - 1].text.startswith("____")
        return alone and (drawn or bool(_SOURCE.match(page[0].words)))

    def _region(self, at: int) -> int:
        """Take the notes that begin at ``at``; return the index of the first line after them."""
        ruled = self._is_rule(at)
        at += ruled
        page, entries = self.lines[at].page, list[Entry]()
        paged = ruled and any(line.page > page for line in self.lines[at : at + 80])
        paged = paged or (ruled and page > 0)
        while at < len(self.lines):
            line = self.lines[at]
            entry = self._entry(line, entries, ruled=ruled)
            if entries and not entry.mark and self._ends(entries[-1], line, page, paged=paged):
                break
            if line.page > page or (entries and line.rule):
                break
            entries.append(entry)
            at += 1
        if any(entry.mark for entry in entries):
            self._resolve(entries)
        else:
            self.body += [entry.line for entry in entries]
        return at

    def _ends(self, before: Entry, line: Line, page: int, *, paged: bool) -> bool:
        if line.page > page or line.rule:
            return True
        if paged:
            return False
        complete = final_mark(before.line.words) == "."
        if hashes_of(line.text)[0] or is_structure(line.words) or opens(line.words):
            return True
        if line.gap:
            deeper = line.indent > 1 and not complete
            return not (deeper or not (before.words or complete))
        if complete and not self.wrapped:
            return True
        label = label_of(line.words)
        return complete and label is not None and label.kind != "capital"

    def _entry(self, line: Line, entries: list[Entry], *, ruled: bool) -> Entry:
        if found := marks.START.match(line.text):
            return Entry(line, found[1], line.text[found.end() :])
        if plain := _PLAIN.match(line.text):
            before = next((each.mark for each in reversed(entries) if each.mark.isdecimal()), "")
            expected = not before or int(plain[1]) == int(before) + 1
            alone = plain.end() == len(line.text)
            if (ruled and alone) or (expected and (ruled or entries)) or not entries:
                return Entry(line, plain[1], line.text[plain.end() :])
        waits = bool(entries) and bool(entries[-1].mark) and not entries[-1].words
        if waits and _STARS.match(line.text):
            return Entry(line, "", line.text)
        starred = bool(entries) and entries[-1].mark.startswith("*")
        if (ruled or not entries or line.gap or starred) and (star := _STARS.match(line.text)):
            return Entry(line, (star[1] or star[2]).replace("\\", ""), line.text[star.end() :])
        return Entry(line, "", line.text)

    # --- marks and words come together -------------------------------------------------------------

    def _resolve(self, entries: list[Entry]) -> None:
        direct = all(
            one.words or (not other.mark and other.words)
            for one, other in zip(
                entries, [*entries[1:], Entry(entries[-1].line, "?", "")], strict=True
            )
            if one.mark
        ) and bool(entries[0].mark)
        if direct:
            self._direct(entries)
        else:
            self._regrouped(entries)
        numbers = (int(note.mark) for note in reversed(self.notes) if note.mark.isdecimal())
        self.last = next(numbers, 0)

    def _direct(self, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.mark:
                self.notes.append(RawNote(entry.mark, entry.words, entry.line.number))
            else:
                note = self.notes[-1]
                note.text = f"{note.text} {entry.words}".strip()

    def _regrouped(self, entries: list[Entry]) -> None:
        """Marks and texts stand apart, as programs leave them that read by position on the page."""
        found = sorted(
            {entry.mark for entry in entries if entry.mark},
            key=lambda mark: (mark.isdecimal(), int(mark) if mark.isdecimal() else len(mark)),
        )
        groups = _groups(entries, len(found))
        for mark, group in zip(found, groups, strict=False):
            self.notes.append(RawNote(mark, " ".join(e.words for e in group), group[0].line.number))
        for group in groups[len(found) :]:
            self.notes[-1].text += " " + " ".join(entry.words for entry in group)
        for mark in found[len(groups) :]:
            self.ledger.add(f"note {mark} has no words", entries[0].line.number)
        self.ledger.add("notes put back to their marks", entries[0].line.number, len(groups))


def _groups(entries: list[Entry], wanted: int) -> list[list[Entry]]:
    """Part the words of notes into notes: each ends with a full stop."""
    groups: list[list[Entry]] = []
    joints: list[float] = []
    widest = max(len(entry.line.words) for entry in entries)
    fresh = True
    for entry in entries:
        fresh = fresh or bool(entry.mark)
        if not entry.words:
            continue
        before = groups[-1][-1] if groups else None
        if before is None or fresh or final_mark(before.line.words) == ".":
            full = before is not None and len(before.line.words) > _FULL * widest
            groups.append([])
            joints.append(2.0 if fresh else 1.0 - 0.5 * full)
        groups[-1].append(entry)
        fresh = False
    while len(groups) > max(wanted, 1):
        weakest = min(range(1, len(groups)), key=joints.__getitem__)
        groups[weakest - 1] += groups.pop(weakest)
        joints.pop(weakest)
    return groups
