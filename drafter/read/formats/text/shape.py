"""What the words of a single line tell: label, opening, heading, field of the masthead."""

from __future__ import annotations

import re

import msgspec

from drafter.library.opening import Part, parse_opening
from drafter.library.states import find_state
from drafter.read.understand.signs import (
    ADOPTED,
    ANNEX,
    ANNEX_TITLED,
    CLOSING,
    DRAFT_HEADING,
    ORGAN_LINE,
    ORGAN_RUN_IN,
    RAPPORTEUR,
    SUBMITTED,
)

_LABEL = re.compile(
    r"(?P<digits>\d{1,3}(?: (?:bis|ter|quater))?)[.)](?:[ \t\u00a0]+|(?=[A-Z“\"‘\[])|$)"
    r"|\((?P<letter>[a-z]{1,2})\)(?:[ \t\u00a0]+|(?=[A-Z])|$)"
    r"|\((?P<roman>[ivxl]{1,6})\)(?:[ \t\u00a0]+|(?=[A-Z])|$)"
    r"|\((?P<number>\d{1,2})\)(?:[ \t\u00a0]+|$)"
    r"|(?P<small>[a-z]|[ivx]{1,4})[.)](?:[ \t\u00a0]+(?=[A-Z“])|$)"
    r"|(?P<capital>[IVXL]{1,6}|[A-Z])\.(?:[ \t\u00a0]+|$)"
)
_DAMAGED = re.compile(r"([\dlIi|OoSBZ]{1,3})[.,:;)]{0,2}[ \t\u00a0]+(?=[*_]{0,2}[A-Z])")
_CONFUSED = str.maketrans("lIi|OoSBZ", "111100582")
_BULLET = re.compile(r"(?P<sign>[-*+•–—·])[ \t\u00a0]+(?=\S)")
_HASH = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?P<words>.*?)[ \t]*#*")
_FIELD = re.compile(
    r"United Nations|UNITED NATIONS|General Assembly|Economic and Social Council|Security Council"
    r"|Human Rights Council|Distr(?:\.|ibution)? ?:|Original ?:|\(?[Rr]esumed|Agenda items? \d"
    r"|Items? \d+(?: \([a-z]+\))?(?: and \d+)? of the (?:provisional|preliminary)"
    r"|(?:[A-Z][a-z]+-)?[A-Z]?[a-z]+ (?:emergency )?(?:special )?session\b"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee\b|Special Political and Decol"
    r"|\d{1,2} [A-Z][a-z]+ \d{4}$|(?:A|E|S|ST|T)/[\w./*-]+$|\[|Rapporteur ?:"
    r"|(?:ES-|S-)?\d+/\d+(?: [A-Z])?\.(?:\s|$)|Letter dated|Note by the|Report of the [A-Z]\w+ Committee"
)
_SUBMITS = re.compile(
    r": ?\*{0,3} ?(?:revised )?(?:draft (?:resolution|decision)|amendments? to)\b", re.IGNORECASE
)
_CLOSED = r"[”’\"')\]»]*"
_PLAIN_MARK = r"(?:[ \u00a0]?\d{1,3})?"
_FINAL = re.compile(
    rf"([,;]){_CLOSED}{_PLAIN_MARK}(?:\s(?:and|or))?$"
    rf"|(?<=[a-z)”]{{2}})(\.){_CLOSED}{_PLAIN_MARK}$|(?<=\b\d{{4}})(\.){_PLAIN_MARK}$"
    rf"|([:.?!]){_CLOSED}(?:\s(?:and|or))?$"
)
_MOST_HEADING_WORDS = 32
_PROPER_WORDS = 12
_FALSE_OPENINGS = ("United",)


class Label(msgspec.Struct, frozen=True):
    """A label at the beginning of a line: as printed, what kind, and where the words begin."""

    text: str
    kind: str
    end: int

    @property
    def number(self) -> int:
        """The number that it is, 0 for letters."""
        found = re.match(r"\d+", self.text)
        return int(found.group()) if found else 0


def label_of(words: str) -> Label | None:
    """Return the label that ``words`` begin with."""
    found = _LABEL.match(words)
    if found is None:
        return None
    kind = next(name for name, value in found.groupdict().items() if value)
    return Label(found.group().strip(), kind, found.end())


def damaged_number(words: str, expected: int) -> Label | None:
    """Return the number that must stand here, if a scan has spoilt it: ``l2.`` or ``12`` alone.

    It must be the ``expected`` one, before words that open an operative paragraph.
    """
    found = _DAMAGED.match(words)
    if found is None or not opens(words[found.end() :], Part.OPERATIVE):
        return None
    number = found[1].translate(_CONFUSED)
    return Label(f"{number}.", "digits", found.end()) if number == str(expected) else None


def bullet_of(text: str) -> re.Match[str] | None:
    """Return the bullet that a line begins with."""
    return _BULLET.match(text)


def hashes_of(text: str) -> tuple[int, str]:
    """Return the rank and the words of a Markdown heading; rank 0 for any other line."""
    found = _HASH.fullmatch(text)
    return (len(found["hashes"]), found["words"]) if found else (0, text)


def opens(words: str, part: Part | None = None) -> bool:
    """Tell whether ``words`` begin as the paragraphs of a resolution do."""
    if not words[:1].isupper() or words.startswith(_FALSE_OPENINGS):
        return False
    parts = (part,) if part else tuple(Part)
    if part is None and ORGAN_RUN_IN.match(words):
        return True
    return any(parse_opening(words[:200], each) for each in parts)


def final_mark(words: str) -> str:
    """Return the mark that ``words`` end with, or an empty string."""
    found = _FINAL.search(words[-40:])
    if found and words[-1:].isdecimal() and "/" in words.rpartition(" ")[2]:
        return ""
    return next(filter(None, found.groups())) if found else ""


def is_organ_line(words: str) -> bool:
    """Tell whether the line is ``The General Assembly,`` or the like."""
    return len(words) < 120 and bool(ORGAN_LINE.fullmatch(words))  # noqa: PLR2004 - a short line


def is_structure(words: str) -> bool:
    """Tell whether the line can only stand by itself, in any part of a document."""
    if len(words) > 300:  # noqa: PLR2004 - no such line is as long
        return False
    return bool(
        is_organ_line(words)
        or is_draft_heading(words)
        or ANNEX.fullmatch(words)
        or (ANNEX_TITLED.fullmatch(words) and not final_mark(words))
        or CLOSING.fullmatch(words)
        or RAPPORTEUR.fullmatch(words)
        or ADOPTED.fullmatch(words)
    )


def is_draft_heading(words: str) -> bool:
    """Tell whether the line is ``Draft resolution II``, perhaps with the title behind it."""
    found = DRAFT_HEADING.fullmatch(words)
    if found is None or final_mark(words):
        return False
    return not found["title"] or (bool(found["numeral"]) and not found["title"][0].islower())


def is_field(words: str) -> bool:
    """Tell whether the line begins a field of the masthead or the margin."""
    return bool(_FIELD.match(words)) or bool(ADOPTED.match(words)) or bool(SUBMITTED.match(words))


def submits(words: str) -> bool:
    """Tell whether the line ends the list of sponsors: ``…: draft resolution``."""
    return bool(_SUBMITS.search(words))


def begins_states(words: str) -> bool:
    """Tell whether the line begins with the name of a State, as a list of sponsors does."""
    first = re.split(r", | and |:|\*", words, maxsplit=1)[0]
    return find_state(first) is not None


def like_heading(words: str) -> bool:
    """Tell whether the line could be a heading: a few words, a capital, no final mark."""
    label = label_of(words)
    rest = words[label.end :] if label and label.kind == "capital" else words
    if not rest or final_mark(rest) or len(rest.split()) > _MOST_HEADING_WORDS:
        return False
    return rest[:1].isupper() or rest[:1] in '“"‘'


def is_proper(words: str) -> bool:
    """Tell whether the words are a paragraph and no heading or line of the masthead."""
    return opens(words) or len(words.split()) >= _PROPER_WORDS
