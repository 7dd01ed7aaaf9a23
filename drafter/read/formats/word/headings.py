"""Headings that the file itself declares, by their style or their level in the outline."""

from __future__ import annotations

import re

from drafter.read.formats.word.styles import Shape

_USUAL = re.compile(r"heading (\d)", re.IGNORECASE)
_NAMED = {"title": 1, "subtitle": 2}
_OFFICIAL = re.compile(r"_*\s*(?:title_?)?_?\s*h_?\s*_*\s*(m|ch|1|2|2/3|4|5/6)", re.IGNORECASE)
_RANKS = {"m": 1, "ch": 1, "1": 2, "2": 3, "2/3": 3, "4": 4, "5/6": 5}
_LOWEST = 6


def rank(shape: Shape) -> int:
    """Return the rank of a heading from 1 to 6, 0 for other paragraphs.

    The Secretariat's styles are ``_ H _Ch``, ``_ H_1``, ``_ H_2/3`` and so on, for titles
    ``Title_H1``.
    """
    name = shape.name.strip()
    if match := _USUAL.fullmatch(name):
        return min(max(int(match[1]), 1), _LOWEST)
    if match := _OFFICIAL.fullmatch(name):
        return _RANKS[match[1].casefold()]
    if name.casefold() in _NAMED:
        return _NAMED[name.casefold()]
    return min(shape.outline + 1, _LOWEST) if 0 <= shape.outline <= 8 else 0  # noqa: PLR2004
