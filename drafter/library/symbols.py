"""Document symbols: what ``A/C.3/80/L.62/Rev.1`` says, and where the document stands on the web."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from drafter.library.committees import committee_of
from drafter.library.dates import BLANK
from drafter.library.numerals import ordinal_figures, ordinal_words, parse_roman


class Organ(StrEnum):
    """The body a document was issued for, under its printed name."""

    GENERAL_ASSEMBLY = "General Assembly"
    ECONOMIC_AND_SOCIAL_COUNCIL = "Economic and Social Council"
    SECURITY_COUNCIL = "Security Council"
    HUMAN_RIGHTS_COUNCIL = "Human Rights Council"
    TRUSTEESHIP_COUNCIL = "Trusteeship Council"
    SECRETARIAT = "Secretariat"
    OTHER = ""


class Special(StrEnum):
    """What kind of session the document belongs to; the value is its mark in the symbol."""

    REGULAR = ""
    SPECIAL = "S"
    EMERGENCY = "ES"


class DocumentType(StrEnum):
    """The series within an organ; the value is its mark in the symbol, save for plain documents."""

    LIMITED = "L"
    RESOLUTION = "RES"
    DECISION = "DEC"
    REPORT = "report"
    CONFERENCE_ROOM_PAPER = "CRP"
    INFORMATION = "INF"
    NON_GOVERNMENTAL = "NGO"
    PETITION = "PET"
    PRESIDENTIAL_STATEMENT = "PRST"
    VERBATIM_RECORD = "PV"
    SUMMARY_RECORD = "SR"
    RESTRICTED = "R"
    WORKING_PAPER = "WP"
    GENERAL_COMMITTEE = "BUR"


class Symbol(msgspec.Struct, frozen=True):
    """A document symbol taken apart; ``type`` is ``report`` for any plainly numbered document."""

    text: str
    organ: Organ = Organ.OTHER
    committee: str = ""
    session: int | None = None
    special: Special = Special.REGULAR
    year: int | None = None
    type: DocumentType = DocumentType.REPORT
    number: int | None = None
    part: str = ""
    revision: int = 0
    addendum: int = 0
    corrigendum: int = 0
    blank: bool = False


_SERIES = (
    r"(?:A|S|E|T|ST|TD|DP|UNW|UNEP|HSP|HRI|CCPR|CERD|CEDAW|CRC|CAT|CED|CMW|CRPD|OPCAT|INT|CTOC"
    r"|CAC|CBD|FCCC|ICCD|LC|SPLOS|ISBA|LOS|CLCS|NPT|BWC|CCW|CD|DC|PBC|JIU|ICSC|ID|IDB|GC|AT|ECE"
    r"|ESCAP|TRANS|FP|ICEF|WFP|UNCTAD)"
)
_COMPONENT = (
    r"(?>E?S-\d+|\d+(?:-\d+)?[A-Z]?(?![A-Za-z])"
    rf"|[A-Z][A-Za-z]*(?:\.(?:\d+[A-Za-z]*(?:[-–]\d+)?|[A-Z][A-Za-z]*|{BLANK}))*|{BLANK})"
)
_ADOPTED = (
    r"(?>/(?:RES|DEC)/(?:E?S-)?\d+(?:/\d+)?(?:[ \u00a0]?[A-Z](?![\w’']))?"
    r"(?:[ \u00a0]?\((?:(?:19|20)\d\d|[IVXLC]+|E?S-[IVXLC]+)\))?)"
)
_VOLUME = r"(?:[ \u00a0]?\((?:Part|Vol\.|Sect\.|Prog\.|Chap\.)[ \u00a0](?:[IVXLC]+|\d+[A-G]?)\))?"
_CHANGE = r"(?:/(?:Add|Corr|Rev|Amend)\.\d+(?:[-–]\d+)?)"
_TWIN = rf"[-–][AEST](?>(?:/{_COMPONENT})+)"

SYMBOL = re.compile(
    rf"(?<![\w/.…-])(?=[A-Z]+/(?:[A-Za-z/]|\.(?=[A-Za-z]))*[.-]?[\d_…]){_SERIES}"
    rf"(?>(?:{_ADOPTED}|/{_COMPONENT})+){_VOLUME}{_CHANGE}*"
    rf"(?:{_TWIN})?\*{{0,3}}(?![\w/…]|[-–]\d|\.[a-z])"
)
"""Finds document symbols inside running text, each with the asterisks of a reissue.

One match is one document: ``A/79/187-E/2024/68`` is one, "A/61/L.45 and Add.1" matches up to
``L.45``. The look-ahead asks for a figure or a blank ("A/B testing" has none). Components are
atomic groups, so that the time stays linear in the length of the text.
"""

_ORGANS = {
    "A": Organ.GENERAL_ASSEMBLY,
    "E": Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
    "S": Organ.SECURITY_COUNCIL,
    "T": Organ.TRUSTEESHIP_COUNCIL,
    "ST": Organ.SECRETARIAT,
}
_TYPES = {kind.value: kind for kind in DocumentType if kind is not DocumentType.REPORT}
_CHANGES = {"Rev": "revision", "Add": "addendum", "Corr": "corrigendum"}
_FIRST_YEAR = 1900
_LAST_ORDINAL_IN_WORDS = 99

# Patterns for one component are left to the cache of re: compiling them takes longer than a run
# that reads no symbol.
_TWINS_MEET = r"[-–](?=[AEST]/)"
_SPECIAL = r"(E?S)-(\d+|[IVXLC]+)"
_NUMBER = r"(\d+)(?:[ \u00a0]?([A-Z]))?(?:[ \u00a0]?\(([^)]+)\))?"
_CHANGED = r"(Add|Corr|Rev)\.(\d+)(?:[-–]\d+)?"


def parse_symbol(text: str) -> Symbol | None:
    """Take a document symbol apart; None when the text is no symbol.

    A document with two symbols is read by the first; the asterisks of a reissue are dropped.
    Authority: the grammar of document symbols of the Dag Hammarskjöld Library.
    """
    text = text.strip().rstrip("*")
    if not SYMBOL.fullmatch(text):
        return None
    series, *components = re.split(_TWINS_MEET, text)[0].split("/")
    committee = committee_of(f"{series}/{components[0]}")
    fields: dict[str, object] = {
        "organ": _ORGANS.get(series, Organ.OTHER),
        "committee": committee.name if committee else "",
        "blank": bool(re.search(BLANK, text)),
    }
    if series == "A" and components[0] == "HRC":
        fields["organ"] = Organ.HUMAN_RIGHTS_COUNCIL
    for component in components:
        fields |= _component_fields(component)
    return msgspec.convert({"text": text} | fields | _numbering(components), Symbol)


def session_line(session: int | None, special: str = "", year: int | None = None) -> str:
    """Return the session as the masthead prints it: ``Eightieth session``, ``2026 session``.

    Ordinals go in words up to ninety-ninth, in figures from there (house practice for sessions).
    """
    if session is None:
        return f"{year} session" if year is not None else ""
    in_words = session <= _LAST_ORDINAL_IN_WORDS
    ordinal = ordinal_words(session) if in_words else ordinal_figures(session)
    kind = {"S": "special ", "ES": "emergency special "}.get(special, "")
    return f"{ordinal[0].upper()}{ordinal[1:]} {kind}session"


def document_url(symbol: str) -> str:
    """Return the address of a document, ``https://docs.un.org/en/A/71/114``; "" for a blank symbol.

    The form is that of the links in the official Word files of the eightieth session: spaces are
    left out, and a document with two symbols goes by the first.
    """
    if not SYMBOL.fullmatch(symbol.strip()) or re.search(BLANK, symbol):
        return ""
    first = re.split(_TWINS_MEET, symbol.strip().rstrip("*"))[0]
    # The old series are kept under the number alone: resolution 217 A (III) is A/RES/217(III).
    numbered = re.sub(r"(?<=\d)[ \u00a0]?[A-Z](?=[ \u00a0]?\((?:[IVXLC]|E?S-))", "", first)
    return "https://docs.un.org/en/" + re.sub(r"\s", "", numbered)


def resolution_url(number: str, organ: str = Organ.GENERAL_ASSEMBLY) -> str:
    """Return the address of a resolution: ``70/1``, ``217 A (III)``, ``1373 (2001)`` of its organ.

    "" for a number still blank and for bodies whose resolutions have no symbol of their own.
    """
    from drafter.library.bodies import symbols_of

    symbol = symbols_of(organ)
    return document_url(symbol + number) if symbol else ""


def _component_fields(component: str) -> dict[str, object]:
    """Return what one component says by itself: its series, session, part or modification."""
    if match := re.fullmatch(_SPECIAL, component):
        return {"special": match[1], "session": int(match[2])}
    name, _, rest = component.partition(".")
    if name in _TYPES and (not rest or rest.isdigit() or re.fullmatch(BLANK, rest)):
        return {"type": _TYPES[name]} | ({"number": int(rest)} if rest.isdigit() else {})
    if match := re.fullmatch(_CHANGED, component):
        return {_CHANGES[match[1]]: int(match[2])}
    match = re.fullmatch(_NUMBER, component)
    return _old_fields(match[2] or "", match[3] or "") if match else {}


def _old_fields(part: str, bracket: str) -> dict[str, object]:
    """Return the part letter, and the session or year that stands in brackets after a number."""
    fields: dict[str, object] = {"part": part}
    if match := re.fullmatch(_SPECIAL, bracket):
        return fields | {"special": match[1], "session": parse_roman(match[2])}
    if bracket.isdigit():
        return fields | {"year": int(bracket)}
    if session := parse_roman(bracket):
        return fields | {"session": session}
    return fields


def _numbering(components: Iterable[str]) -> dict[str, object]:
    """Return session or year, and number, from the places of the plain figures.

    The last figure is the number of the document unless its series gives one (``L.62``).
    """
    figures: list[int | None] = []
    numbered = False
    for component in components:
        name, _, rest = component.partition(".")
        if name in _TYPES and rest:
            numbered = True
        elif re.fullmatch(BLANK, component):
            figures.append(None)
        elif match := re.fullmatch(_NUMBER, component):
            figures.append(int(match[1]))
    fields: dict[str, object] = {}
    if figures and not numbered:
        fields["number"] = figures.pop()
    if figures and (first := figures[0]) is not None:
        fields["year" if first >= _FIRST_YEAR else "session"] = first
    return fields
