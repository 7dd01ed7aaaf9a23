"""Dates as a resolution writes them, "14 November 2025", and the blanks that stand for one."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months in order; ``MONTHS[0]`` is January."""

BLANK = r"(?:_+|…|\.{3,})"
"""A pattern for the mark that holds a number or a day open: ``__``, ``…`` or three full stops."""

_FEBRUARY = 2
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_WRITTEN = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+([12]\d{3})")
_ISO = re.compile(r"([12]\d{3})-(\d{2})-(\d{2})")
_BLANK = re.compile(BLANK)
_DATE_WORD = re.compile(r"of|\d{1,2}|[12]\d{3}|" + "|".join(MONTHS))


def parse_date(text: str) -> dt.date | None:
    """Return the date in ``14 November 2025`` or ``2025-11-14``; None when it is not written so.

    Raises ValueError, with words for the author, for a date no calendar has.
    """
    text = " ".join(text.split())
    if match := _ISO.fullmatch(text):
        year, month, day = (int(figures) for figures in match.groups())
        return _checked(text, year, month, day)
    match = _WRITTEN.fullmatch(text)
    if match is None or match[2].lower() not in _MONTH_NUMBERS:
        return None
    return _checked(text, int(match[3]), _MONTH_NUMBERS[match[2].lower()], int(match[1]))


def un_date(date: dt.date) -> str:
    """Return a date as United Nations documents write it: day, month in full, year."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def is_blank(text: str) -> bool:
    """Tell whether the text holds a date open: ``__ of __ 2026``, ``… December 2026``."""
    words, marks = _BLANK.subn(" ", text)
    return marks > 0 and all(_DATE_WORD.fullmatch(word) for word in words.split())


def _checked(text: str, year: int, month: int, day: int) -> dt.date:
    if not 1 <= month <= len(MONTHS):
        message = f"{text}: there is no month {month}"
        raise ValueError(message)
    days = _days_in_month(year, month)
    if not 1 <= day <= days:
        # February alone differs from year to year.
        which = f"February {year}" if month == _FEBRUARY else MONTHS[month - 1]
        message = f"{text}: {which} has {days} days"
        raise ValueError(message)
    return dt.date(year, month, day)


def _days_in_month(year: int, month: int) -> int:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day
