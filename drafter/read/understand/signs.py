"""The signs by which the lines of a United Nations document are known, in words alone.

They hold for every format: where a layout tells more, it only confirms them.
"""

from __future__ import annotations

import re

from drafter.inline import NoteKey, Text
from drafter.library.opening import Part, parse_opening
from drafter.read.found import Chunk, Zone
from drafter.read.understand.pen import plain_text

_BODY = (
    r"(?:General Assembly|Economic and Social Council|Security Council|Human Rights Council"
    r"|Trusteeship Council|Commission on [\w ]+|Committee on [\w ]+"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee|Conference of [\w ,]+|States [Pp]arties [\w ,]+)"
)
ORGAN_LINE = re.compile(rf"The {_BODY}\s?,?")
"""The line that opens a text: ``The General Assembly,``."""
ORGAN_RUN_IN = re.compile(rf"The {_BODY},? \w")
"""A paragraph that begins with the organ, as decisions do."""
ADOPTED = re.compile(
    r"(?P<noun>Resolution|Decision)s? adopted by the (?P<organ>[\w ]+?)(?: on (?P<date>.+))?"
)
BRACKET = re.compile(r"\[.+\]\s*", re.DOTALL)
TITLE_NUMBER = re.compile(r"(?P<number>(?:E?S-)?\d+/\d+(?: [A-Z])?)\.?(?:\s+|$)")
LABEL_LINE = re.compile(
    r"(?:revised )?(?:draft (?:resolution|decision)|amendments? to .*)$", re.IGNORECASE
)
SUBMITTER_WITH_TITLE = re.compile(
    r"(?P<line>(?P<states>[^:]+): ?\*{0,3} (?:revised )?draft (?:resolution|decision)) (?P<title>[A-Z].+)"
)
SUBMITTED = re.compile(
    r"(?P<label>(?:Revised )?(?:[Dd]raft \w+|[Aa]mendments?\b.*?)) submitted by (?P<who>.+)"
)
REPORT_OF = re.compile(r"(?:Report|Note|Letter|Memorandum) (?:of|by|from) the .+")
RAPPORTEUR = re.compile(r"(?:Rapporteur|Chair)\s?: (?P<who>.+)")
DRAFT_HEADING = re.compile(
    r"Draft (?P<noun>resolution|decision)(?: (?P<numeral>[IVXLC]+))?(?:[ .:–—]+(?P<title>\S.+))?"
)
ONE_DRAFT = re.compile(r"following draft (?P<noun>resolution|decision)\s?:?$")
RECOMMENDS = re.compile(r"(?:Accordingly, )?[Tt]he .*?(?:Committee|Commission)\b.*? recommends? ")
ANNEX = re.compile(r"(?:Annex|Appendix|ANNEX)(?: [IVXLC]+)?")
ANNEX_TITLED = re.compile(r"(?P<label>(?:Annex|Appendix)(?: [IVXLC]+)?)[ .:–—]+(?P<title>\S.+)")
PART_LETTER = re.compile(r"[A-Z]")
NUMERAL = re.compile(r"(?:(?:Part|Section|Chapter|Item) )?(?:[IVXLC]+|[A-Z]|\d{1,2})\.?")
SECTION_NUMERAL = re.compile(r"(?:[IVXL]+|[A-Z])\.?")
"""What may number a heading in a text whose paragraphs have figures."""
TABLE_LABEL = re.compile(r"(?P<label>Table(?: [\dA-Z.]+)?)\.?(?:\s+(?P<title>\S.*))?")
TABLE_NUMBER = re.compile(r"Table(?: [\dA-Z.]+)?")
CLOSING = re.compile(
    r"(?P<meeting>(?P<number>\d+)(?:st|nd|rd|th)(?: (?P<more>\([\w ]+\)))?"
    r" (?:plenary )?meeting(?P<after> \([\w ]+\))?)"
    r"(?:[\s,]+(?P<date>\d{1,2} \w+ \d{4}))?"
)
DATE = re.compile(r"(?:\d{1,2}|_+|…) (?:[A-Z][a-z]+|_+|…) \d{4}")
FINAL_MARK = re.compile(r"[,;:.][”’\")\]]*\s*$")
_OPEN_END = re.compile(r"(?:\b(?:the|of|and|or|in|on|for|to|by|with|at|from|an?|its)|,)$")
_STARS = re.compile(r"\*{1,4}(?=:|\s|$)")
_HEAD_WORDS = 40


def text_of(chunk: Chunk) -> str:
    """Return the words of a chunk, its label included."""
    return f"{chunk.label} {plain_text(chunk.parts)}".strip()


def is_organ_line(chunk: Chunk) -> bool:
    """Tell whether the chunk is the line of the organ."""
    return not chunk.label and bool(ORGAN_LINE.fullmatch(plain_text(chunk.parts)))


def is_heading(chunk: Chunk) -> bool:
    """Tell whether the looks of the chunk, or the file itself, make it a heading."""
    if chunk.grid is not None or chunk.zone is not Zone.TEXT:
        return False
    text = plain_text(chunk.parts)
    if not text or is_organ_line(chunk):
        return False
    if chunk.heading or chunk.bold:
        return len(text.split()) <= _HEAD_WORDS * 2
    italic = chunk.italic and not text.endswith((",", ";", ":"))
    return italic and not chunk.label[:1].isdigit() and len(text.split()) <= _HEAD_WORDS


def opens_text(chunk: Chunk) -> bool:
    """Tell whether the words can only be those of the text itself, not of what precedes it."""
    text = plain_text(chunk.parts)
    if is_organ_line(chunk) or ORGAN_RUN_IN.match(text):
        return True
    if chunk.label and not TITLE_NUMBER.match(f"{chunk.label} "):
        return True
    return bool(FINAL_MARK.search(text)) and any(parse_opening(text, part) for part in Part)


def runs_on(line: str, following: str) -> bool:
    """Tell whether a heading goes on in the line that follows it."""
    return bool(_OPEN_END.search(line)) or following[:1].islower()


def stars_of(chunk: Chunk) -> tuple[str, ...]:
    """Return the asterisks that the chunk carries, typed or as marks, in their order."""
    found: list[str] = []
    for part in chunk.parts:
        if isinstance(part, Text):
            found += _STARS.findall(part.text)
        elif isinstance(part, NoteKey) and not part.key.strip("*"):
            found.append(part.key)
    return tuple(found)


def has_star(chunk: Chunk) -> str:
    """Return the first asterisks that the chunk carries."""
    return next(iter(stars_of(chunk)), "")


def is_blank(chunk: Chunk) -> bool:
    """Tell whether there is nothing in the chunk."""
    return chunk.grid is None and not any(
        not isinstance(part, Text) or part.text.strip() for part in chunk.parts
    )
