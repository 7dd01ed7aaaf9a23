"""Dates read and written, dates no calendar has, and blanks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.dates import is_blank, parse_date, un_date

DAYS = st.dates(dt.date(1945, 10, 24), dt.date(2999, 12, 31))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("14 November 2025", (2025, 11, 14)),
        ("14\u00a0November\u00a02025", (2025, 11, 14)),
        ("  1 May 2026 ", (2026, 5, 1)),
        ("2025-11-14", (2025, 11, 14)),
        ("29 February 2024", (2024, 2, 29)),
        ("10 December 1948", (1948, 12, 10)),
    ],
)
def test_date(text: str, date: tuple[int, int, int]) -> None:
    assert parse_date(text) == dt.date(*date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "November 2025",
        "November 14, 2025",
        "14th November 2025",
        "14.11.2025",
        "14 Novembr 2025",
        "__ November 2025",
        "14 November 25",
        "25-11-14",
    ],
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31 November 2025", "31 November 2025: November has 30 days"),
        ("29 February 2025", "29 February 2025: February 2025 has 28 days"),
        ("0 May 2025", "0 May 2025: May has 31 days"),
        ("2025-13-01", "2025-13-01: there is no month 13"),
        ("2025-04-31", "2025-04-31: April has 30 days"),
        ("32 December 2999", "32 December 2999: December has 31 days"),
    ],
)
def test_date_no_calendar_has(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "__ of __ 2026",
        "__ December 2026",
        "… December 2026",
        "of … December 2021",
        "___",
        "...",
        "of___2021",
        "14 __ 2026",
    ],
)
def test_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["", "of December 2026", "14 December 2026", "TBD", "__ Decembre 2026", "A/80/L.__"]
)
def test_not_blank(text: str) -> None:
    assert not is_blank(text)


@given(DAYS)
def test_dates_come_back(date: dt.date) -> None:
    assert parse_date(un_date(date)) == date == parse_date(date.isoformat())


@given(DAYS)
def test_a_date_is_no_blank(date: dt.date) -> None:
    assert not is_blank(un_date(date))
