"""Automatic numbering: the label that Word shows in front of a paragraph.

ISO/IEC 29500-1, 17.9: a paragraph names a list (``w:num``) and a level; the list names an abstract
list, which holds the levels, and may override some of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import msgspec

from drafter.library.numerals import (
    letter,
    lower_roman,
    number_words,
    ordinal_figures,
    ordinal_words,
    roman,
)
from drafter.read.formats.word.names import Element, child_value, is_on, length, value, w, whole
from drafter.read.formats.word.symbols import shown

DEEPEST = 9
_MOST = 32_767
_SIGNS = "*†‡§"
_PLACEHOLDER = re.compile(r"%([1-9])")


class Level(msgspec.Struct, frozen=True):
    """One level of a list; ``left`` and ``first`` are its indents in twips where it has them.

    ``restart`` is the level after which it begins anew, counted from 1, 0 for never.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    style: str = ""
    restart: int | None = None
    legal: bool = False
    bullet: bool = False
    hidden: bool = False
    properties: Element | None = None


class List(msgspec.Struct, frozen=True):
    """A list in use: its levels, those that begin with a number of their own, and its counters."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a file with their counters: labels have to be asked for in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def level(self, number: str, depth: int) -> Level | None:
        """Return a level of the list ``number``; None where there is none."""
        found = self._lists.get(number)
        return found.levels.get(depth) if found else None

    def depth_of(self, number: str, style: str) -> int:
        """Return the level that a style is linked with."""
        found = self._lists.get(number)
        levels = found.levels.items() if found else ()
        return next((depth for depth, level in levels if level.style == style), 0)

    def label(self, number: str, depth: int) -> str:
        """Count a paragraph and return its label; empty where the level shows none."""
        found = self._lists.get(number)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counters = self._counted(number, found, depth)
        if level.hidden:
            return ""
        if level.bullet:
            return shown(level.text) or "•"
        return _PLACEHOLDER.sub(
            lambda match: self._figure(found, int(match[1]) - 1, counters, legal=level.legal),
            level.text,
        ).strip()

    def _counted(self, number: str, found: List, depth: int) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * DEEPEST)
        if number not in self._begun:
            self._begun.add(number)
            for begun in found.starts:
                counters[begun] = None
        now = counters[depth]
        counters[depth] = self._start(found, depth) if now is None else min(now + 1, _MOST)
        for above in range(depth):
            if counters[above] is None:
                counters[above] = self._start(found, above)
        for below in range(depth + 1, DEEPEST):
            level = found.levels.get(below)
            restart = level.restart if level else None
            if restart is None or depth < restart:
                counters[below] = None
        return counters

    def _start(self, found: List, depth: int) -> int:
        level = found.levels.get(depth)
        return found.starts.get(depth, level.start if level else 1)

    def _figure(self, found: List, depth: int, counters: list[int | None], *, legal: bool) -> str:
        level = found.levels.get(depth)
        number = counters[depth]
        if level is None or level.bullet or number is None:
            return ""
        return formatted(number, "decimal" if legal else level.format)

    # --- reading -----------------------------------------------------------------------------------

    def _read(self, root: Element) -> None:
        linked: dict[str, str] = {}
        links: dict[str, str] = {}
        for element in root.iter(w("abstractNum")):
            name = value(element, "abstractNumId")
            self._abstract[name] = dict(_levels(element))
            if style := child_value(element, "styleLink"):
                linked[style] = name
            if style := child_value(element, "numStyleLink"):
                links[name] = style
        for name, style in links.items():
            if not self._abstract[name]:
                self._abstract[name] = self._abstract.get(linked.get(style, ""), {})
        for element in root.iter(w("num")):
            name = child_value(element, "abstractNumId")
            name = linked.get(links.get(name, ""), name)
            levels = dict(self._abstract.get(name, {}))
            starts: dict[int, int] = {}
            for override in element.iter(w("lvlOverride")):
                levels |= dict(_levels(override))
                depth = whole(value(override, "ilvl"), -1)
                if (start := override.find(w("startOverride"))) is not None and _is_depth(depth):
                    starts[depth] = _bounded(value(start))
            self._lists[value(element, "numId")] = List(name, levels, starts)


def _levels(element: Element) -> list[tuple[int, Level]]:
    found = ((whole(value(each, "ilvl"), -1), _level(each)) for each in element.iter(w("lvl")))
    return [(depth, level) for depth, level in found if _is_depth(depth)]


def _is_depth(depth: int) -> bool:
    return 0 <= depth < DEEPEST


def _level(element: Element) -> Level:
    restart = element.find(w("lvlRestart"))
    legal = element.find(w("isLgl"))
    run = element.find(w("rPr"))
    vanish = None if run is None else run.find(w("vanish"))
    kind = child_value(element, "numFmt") or "decimal"
    start = element.find(w("start"))
    return Level(
        start=_bounded(value(start)) if start is not None else 0,
        format=kind,
        text=child_value(element, "lvlText"),
        style=child_value(element, "pStyle"),
        restart=None if restart is None else whole(value(restart)),
        legal=legal is not None and is_on(legal),
        bullet=kind == "bullet" or element.find(w("lvlPicBulletId")) is not None,
        hidden=vanish is not None and is_on(vanish),
        properties=element.find(w("pPr")),
    )


def _bounded(text: str) -> int:
    return max(0, min(length(text) or 0, _MOST))


def formatted(number: int, kind: str) -> str:
    """Return ``number`` as a list of the format ``kind`` shows it (17.18.59)."""
    if kind in {"none", "bullet"}:
        return ""
    if kind == "decimalZero":
        return f"{number:02}"
    most, write = _FORMATS.get(kind, (0, str))
    return write(number) if 0 < number <= most else str(number)


def _sign(number: int) -> str:
    return _SIGNS[(number - 1) % 4] * min((number - 1) // 4 + 1, DEEPEST)


_FORMATS: Mapping[str, tuple[int, Callable[[int], str]]] = {
    "upperRoman": (3_999, roman),
    "lowerRoman": (3_999, lower_roman),
    "upperLetter": (780, lambda number: letter(number).upper()),
    "lowerLetter": (780, letter),
    "chicago": (_MOST, _sign),
    "decimalEnclosedParen": (_MOST, "({})".format),
    "decimalEnclosedFullstop": (_MOST, "{}.".format),
    "ordinal": (_MOST, ordinal_figures),
    "cardinalText": (999, lambda number: number_words(number).capitalize()),
    "ordinalText": (999, lambda number: ordinal_words(number).capitalize()),
}
"""The formats that are not plain figures, each with the largest number it can say."""
