"""Resolutions: dates looked up, lists worded, numbers put in order."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.dates import parse_date
from drafter.library.resolutions import (
    find_adoption,
    resolution_date,
    resolution_list,
    resolution_sort_key,
)
from drafter.resources import data_text

COSP = "Conference of the States Parties to the United Nations Convention against Corruption"
DECEMBER_2014 = dt.date(2014, 12, 18)
DECEMBER_2015 = dt.date(2015, 12, 17)
DECEMBER_2016 = dt.date(2016, 12, 19)
DATES = {
    "69/193": DECEMBER_2014,
    "69/196": DECEMBER_2014,
    "70/178": DECEMBER_2015,
    "71/209": DECEMBER_2016,
}


def _rows(registry: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data_text(f"boilerplate/registries/{registry}.csv"))))


@pytest.mark.parametrize(
    ("number", "body", "kind", "date"),
    [
        ("70/1", "General Assembly", "resolution", "25 September 2015"),
        ("67/1", "General Assembly", "resolution", "24 September 2012"),
        ("57/283 B", "General Assembly", "resolution", "15 April 2003"),
        ("57/283B", "General Assembly", "resolution", "15 April 2003"),
        ("217 A (III)", "General Assembly", "resolution", "10 December 1948"),
        ("217 A\u00a0(III)", "General Assembly", "resolution", "10 December 1948"),
        ("S-30/1", "General Assembly", "resolution", "19 April 2016"),
        ("75/511 B", "General Assembly", "decision", "9 September 2021"),
        ("1373 (2001)", "Security Council", "resolution", "28 September 2001"),
        ("2016/16", "Economic and Social Council", "resolution", "26 July 2016"),
        ("8/1", COSP, "resolution", "20 December 2019"),
        ("8/1", COSP, "decision", "20 December 2019"),
    ],
)
def test_date(number: str, body: str, kind: str, date: str) -> None:
    assert resolution_date(number, body, kind) == parse_date(date)


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("", "General Assembly"),
        ("0/1", "General Assembly"),
        ("80/…", "General Assembly"),
        ("resolution", "General Assembly"),
        ("1373 (2001)", "General Assembly"),
        ("70/1", "Security Council"),
        ("70/1", "Nobody"),
    ],
)
def test_no_date(number: str, body: str) -> None:
    assert resolution_date(number, body) is None


def test_how_sure_a_date_is() -> None:
    read, cited = find_adoption("70/1"), find_adoption("31/93")
    assert read is not None
    assert read.certain
    assert cited is not None
    assert not cited.certain


def test_registries_hold_together() -> None:
    assembly, others = _rows("ga-resolutions"), _rows("other-resolutions")
    assert len(assembly) > 4_184
    numbers = [row["resolution"] for row in assembly]
    assert numbers == sorted(set(numbers), key=resolution_sort_key)
    assert {row["source"] for row in assembly} == {"masthead", "cited"}
    for row in assembly:
        assert resolution_date(row["resolution"]) == parse_date(row["date"])
    for row in others:
        date = resolution_date(row["number"], row["body"], row["kind"])
        assert date == parse_date(row["date"])


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ("", ""),
        ("70/178", "70/178 of 17 December 2015"),
        ("69/196; 69/193", "69/193 and 69/196 of 18 December 2014"),
        (
            "70/178; 69/196; 69/193",
            "69/193 and 69/196 of 18 December 2014 and 70/178 of 17 December 2015",
        ),
        (
            "71/209; 69/193; 69/196; 70/178",
            (
                "69/193 and 69/196 of 18 December 2014, 70/178 of 17 December 2015 and "
                "71/209 of 19 December 2016"
            ),
        ),
        ("70/178; 70/178", "70/178 of 17 December 2015"),
        ("68/1; 68/2; 68/3", "68/1, 68/2 and 68/3"),
        ("68/1; 70/178", "68/1, and 70/178 of 17 December 2015"),
        ("70/178; 71/1", "70/178 of 17 December 2015 and 71/1"),
        ("80/…; 70/178", "70/178 of 17 December 2015 and 80/…"),
    ],
)
def test_list(numbers: str, words: str) -> None:
    assert resolution_list(filter(None, numbers.split("; ")), DATES) == words


def test_blank_date_in_words() -> None:
    dates = DATES | {"80/…": "__ December 2025"}
    expected = "71/209 of 19 December 2016 and 80/… of __ December 2025"
    assert resolution_list(["80/…", "71/209"], dates) == expected


@pytest.mark.parametrize(
    "ordered",
    [
        "194 (III); 217 A (III); 2252 (ES-V); 2341 B (XXII); 31/6; 67/234 A; 67/234 B; 100/1",
        "242 (1967); 338 (1973); 1373 (2001); 2250 (2015)",
        "2012/12; 2016/16; 2016/17",
        "9/1; 23/9; 29/11; S-27/1",
        "78/73; S-30/1; ES-10/25; ES-10/27; 80/…; 81/__",
    ],
)
def test_order(ordered: str) -> None:
    numbers = ordered.split("; ")
    numbers.reverse()
    assert "; ".join(sorted(numbers, key=resolution_sort_key)) == ordered


@given(st.lists(st.sampled_from(sorted(DATES))), st.randoms())
def test_order_of_input_does_not_matter(numbers: list[str], random: object) -> None:
    shuffled = sorted(numbers, key=lambda _: getattr(random, "random")())  # noqa: B009
    assert resolution_list(numbers, DATES) == resolution_list(shuffled, DATES)


@given(st.text(max_size=20))
def test_any_text_has_a_place(text: str) -> None:
    assert resolution_sort_key(text) == resolution_sort_key(text)
