"""Document symbols: taken apart, found in running text, and their addresses."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.symbols import (
    SYMBOL,
    Symbol,
    document_url,
    parse_symbol,
    resolution_url,
    session_line,
)

SYMBOLS = {
    "A/C.3/80/L.62/Rev.1": (
        "organ: General Assembly, committee: Third Committee, session: 80, type: L, number: 62, "
        "revision: 1"
    ),
    "A/C.4/80/L.6": (
        "organ: General Assembly, committee: Special Political and Decolonization Committee "
        "(Fourth Committee), session: 80, type: L, number: 6"
    ),
    "A/80/L.2": "organ: General Assembly, session: 80, type: L, number: 2",
    "A/80/L.2/Rev.1/Add.3": (
        "organ: General Assembly, session: 80, type: L, number: 2, revision: 1, addendum: 3"
    ),
    "A/S-32/L.1": "organ: General Assembly, session: 32, special: S, type: L, number: 1",
    "A/ES-11/L.1": "organ: General Assembly, session: 11, special: ES, type: L, number: 1",
    "A/80/604/Add.4*": "organ: General Assembly, session: 80, type: report, number: 604, addendum: 4",
    "A/72/517/Corr.1": (
        "organ: General Assembly, session: 72, type: report, number: 517, corrigendum: 1"
    ),
    "A/RES/70/1": "organ: General Assembly, session: 70, type: RES, number: 1",
    "A/RES/67/234 B": "organ: General Assembly, session: 67, type: RES, number: 234, part: B",
    "A/RES/217 A (III)": "organ: General Assembly, session: 3, type: RES, number: 217, part: A",
    "A/RES/2252 (ES-V)": (
        "organ: General Assembly, session: 5, special: ES, type: RES, number: 2252"
    ),
    "A/RES/S-30/1": "organ: General Assembly, session: 30, special: S, type: RES, number: 1",
    "A/DEC/74/550 A": "organ: General Assembly, session: 74, type: DEC, number: 550, part: A",
    "A/RES/80/…": "organ: General Assembly, session: 80, type: RES, blank: True",
    "A/C.3/81/L.__": (
        "organ: General Assembly, committee: Third Committee, session: 81, type: L, blank: True"
    ),
    "A/81/___": "organ: General Assembly, session: 81, type: report, blank: True",
    "A/73/12 (Part I)": "organ: General Assembly, session: 73, type: report, number: 12",
    "A/79/187-E/2024/68": "organ: General Assembly, session: 79, type: report, number: 187",
    "A/CONF.210/2016/5": "organ: General Assembly, year: 2016, type: report, number: 5",
    "E/2022/L.10": "organ: Economic and Social Council, year: 2022, type: L, number: 10",
    "E/RES/2016/16": "organ: Economic and Social Council, year: 2016, type: RES, number: 16",
    "E/RES/155 C (VII)": (
        "organ: Economic and Social Council, session: 7, type: RES, number: 155, part: C"
    ),
    "E/CN.15/2014/L.2": (
        "organ: Economic and Social Council, committee: Commission on Crime Prevention and "
        "Criminal Justice, year: 2014, type: L, number: 2"
    ),
    "S/RES/1373 (2001)": "organ: Security Council, year: 2001, type: RES, number: 1373",
    "S/PRST/2017/22": "organ: Security Council, year: 2017, type: PRST, number: 22",
    "S/PV.9171": "organ: Security Council, type: PV, number: 9171",
    "S/2016/738/Rev.1": (
        "organ: Security Council, year: 2016, type: report, number: 738, revision: 1"
    ),
    "A/HRC/50/L.5": "organ: Human Rights Council, session: 50, type: L, number: 5",
    "A/HRC/RES/S-27/1": (
        "organ: Human Rights Council, session: 27, special: S, type: RES, number: 1"
    ),
    "ST/SGB/2013/4/Amend.1": "organ: Secretariat, year: 2013, type: report, number: 4",
    "FCCC/CP/2015/10/Add.1": "year: 2015, type: report, number: 10, addendum: 1",
    "UNEP/OzL.Pro.28/12": "type: report, number: 12",
    "BWC/CONF.IX/9": "type: report, number: 9",
}

NO_SYMBOLS = [
    "",
    "A/",
    "A/B testing",
    "A/C3/76/L9",
    "A/RES/69-197",
    "A-71-114",
    "E/CN15/2016/11",
    "ISO/IEC 27001",
    "SC/13331",
    "24/7",
    "70/1",
    "and/or",
    "see A/71/114",
    "A/A…",
    "A/71/114 and A/71/115",
]


def _described(symbol: Symbol | None) -> str:
    fields = msgspec.structs.asdict(symbol) if symbol else {}
    del fields["text"]
    return ", ".join(f"{name}: {value}" for name, value in fields.items() if value)


@pytest.mark.parametrize(("text", "parts"), SYMBOLS.items())
def test_symbol(text: str, parts: str) -> None:
    assert _described(parse_symbol(text)) == parts


@pytest.mark.parametrize("text", NO_SYMBOLS)
def test_no_symbol(text: str) -> None:
    assert parse_symbol(text) is None


@pytest.mark.parametrize("text", SYMBOLS)
def test_found_in_running_text(text: str) -> None:
    found = [match[0] for match in SYMBOL.finditer(f"See {text}, chap. I; ({text}).")]
    assert found == [text, text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See A/71/114.", ["A/71/114"]),
        ("A/71/114 and A/71/115", ["A/71/114", "A/71/115"]),
        ("E/CN.15/2014/19 and Corr.1", ["E/CN.15/2014/19"]),
        ("A/C.5/80/L.4/Add.1–3", ["A/C.5/80/L.4/Add.1–3"]),
        ("(A/73/53/Add.1)", ["A/73/53/Add.1"]),
        ("S/RES/2250(2015)", ["S/RES/2250(2015)"]),
        ("A/62/PV.117-120", ["A/62/PV.117-120"]),
        ("either/or, A/B testing, 24/7, ISO/IEC 27001, http://x/A/80/1", []),
        ("A/RES/69-197", []),
    ],
)
def test_search(text: str, found: list[str]) -> None:
    assert [match[0] for match in SYMBOL.finditer(text)] == found


@pytest.mark.parametrize(
    ("session", "special", "year", "line"),
    [
        (80, "", None, "Eightieth session"),
        (32, "S", None, "Thirty-second special session"),
        (11, "ES", None, "Eleventh emergency special session"),
        (104, "", None, "104th session"),
        (None, "", 2026, "2026 session"),
        (None, "", None, ""),
    ],
)
def test_session_line(session: int | None, special: str, year: int | None, line: str) -> None:
    assert session_line(session, special, year) == line


@pytest.mark.parametrize(
    ("symbol", "path"),
    [
        ("A/71/114", "A/71/114"),
        ("A/80/604/Add.4*", "A/80/604/Add.4"),
        ("A/80/5 (Vol. II)", "A/80/5(Vol.II)"),
        ("A/73/12 (Part I)", "A/73/12(PartI)"),
        ("A/79/187-E/2024/68", "A/79/187"),
        ("S/RES/350 (1974)", "S/RES/350(1974)"),
    ],
)
def test_document_url(symbol: str, path: str) -> None:
    assert document_url(symbol) == f"https://docs.un.org/en/{path}"


@pytest.mark.parametrize("symbol", ["", "A/C.3/81/L.__", "A/RES/80/…", "70/1"])
def test_no_document_url(symbol: str) -> None:
    assert document_url(symbol) == ""


@pytest.mark.parametrize(
    ("number", "organ", "path"),
    [
        ("70/1", "General Assembly", "A/RES/70/1"),
        ("57/283 B", "General Assembly", "A/RES/57/283B"),
        ("S-30/1", "General Assembly", "A/RES/S-30/1"),
        ("ES-10/23", "General Assembly", "A/RES/ES-10/23"),
        ("217 A (III)", "General Assembly", "A/RES/217(III)"),
        ("2341 B (XXII)", "General Assembly", "A/RES/2341(XXII)"),
        ("1874 (S-IV)", "General Assembly", "A/RES/1874(S-IV)"),
        ("1373 (2001)", "Security Council", "S/RES/1373(2001)"),
        ("2016/16", "Economic and Social Council", "E/RES/2016/16"),
        ("23/9", "Human Rights Council", "A/HRC/RES/23/9"),
    ],
)
def test_resolution_url(number: str, organ: str, path: str) -> None:
    assert resolution_url(number, organ) == f"https://docs.un.org/en/{path}"


@pytest.mark.parametrize(
    ("number", "organ"),
    [
        ("80/…", "General Assembly"),
        ("80/___", "General Assembly"),
        ("nonsense", "General Assembly"),
        ("25/2", "Commission on Crime Prevention and Criminal Justice"),
    ],
)
def test_no_resolution_url(number: str, organ: str) -> None:
    assert resolution_url(number, organ) == ""


@given(st.text(alphabet="AESTRC/.-–_… ()*0123LRevI", max_size=40))
def test_what_is_found_can_be_read(text: str) -> None:
    for match in SYMBOL.finditer(text):
        symbol = parse_symbol(match[0])
        assert symbol is not None, match[0]
        assert symbol.blank == bool(re.search(r"_|…|\.\.\.", match[0]))


@pytest.mark.parametrize(
    "seed", ["A/", "A(A/", "A/1", "A/1-A/1x", "A/…A/", "A/RES/1 A ", "A/1/Add.1", "A/1 (Part I)/"]
)
def test_long_text_takes_no_long_time(seed: str) -> None:
    # A search that is not linear would not come back from a text of this length.
    assert sum(1 for _ in SYMBOL.finditer(seed * 20_000 + "!")) >= 0
