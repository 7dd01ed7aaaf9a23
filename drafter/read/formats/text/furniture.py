"""What stands on every page and belongs to no paragraph: numbers, running heads, job numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.library.symbols import SYMBOL
from drafter.read.formats.text.front import front_end
from drafter.read.formats.text.ledger import Ledger
from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.shape import is_organ_line, opens

_JOB = r"\d{2}-\d{5}"
_TOKEN = re.compile(
    rf"(?P<sure>{_JOB}(?:\*+)?|\*\d{{7}}\*|\d{{1,3}}/\d{{1,3}}|[Pp]age|Please|recycle)"
    r"|(?P<maybe>\([A-Z]\)|\d{6}|\d{1,3}|of|♲|♻|)"
)
_BARCODE = re.compile(r"\*\d{7}\*")
_PAGE = re.compile(r"(?:[Pp]age )?\d{1,3}(?: of \d{1,3})|[-–—] ?\d{1,3} ?[-–—]|[Pp]age \d{1,3}")
_STAMP = re.compile(r"\d{6}|\([A-Z]\)|♲|♻|")
_FRACTION = re.compile(r"\d{1,3}/\d{1,3}")
_LONGER = re.compile(r"[^\W\d_]{4}")
_GAP = re.compile(r"[ \t]{2,}")
_LONGEST = 100
_FRONT = 60
_HEAD_LINES = 8
_TITLE_WORDS = 3


def without_furniture(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Return ``lines`` without what is printed on every page; the line after it is ``cut``."""
    drop = _dropped(lines)
    kept: list[Line] = []
    cut, gap = False, 0
    for index, line in enumerate(lines):
        if index in drop:
            cut, gap = True, gap + line.gap + 1
            ledger.add(drop[index], line.number)
            continue
        line.cut |= cut or (bool(kept) and line.page > kept[-1].page)
        line.gap += gap
        cut, gap = False, 0
        kept.append(line)
    return kept


def _dropped(lines: list[Line]) -> dict[int, str]:
    symbols = _first_symbols(lines)
    own = lines[symbols].words if symbols >= 0 else ""
    drop: dict[int, str] = {}
    for index, line in enumerate(lines):
        if _is_number(line.words) or _BARCODE.fullmatch(line.text):
            drop[index] = "page number or job number removed"
        elif index > symbols >= 0 and _is_symbol(line.words) and line.words.rstrip("*") in own:
            drop[index] = "running head removed"
    _stamps(lines, drop)
    _page_numbers(lines, drop)
    _titles(lines, drop, symbols)
    return drop


def _first_symbols(lines: list[Line]) -> int:
    """Return the index of the line with the document's own symbol, -1 without one."""
    front = lines[:_FRONT]
    return next((at for at, line in enumerate(front) if SYMBOL.search(line.words)), -1)


def _is_symbol(words: str) -> bool:
    if len(words) > _LONGEST:
        return False
    first = words.rstrip("*")
    return bool(SYMBOL.fullmatch(first)) and "/" in first


def _is_number(words: str) -> bool:
    if len(words) > _LONGEST or not words:
        return False
    if _PAGE.fullmatch(words) or _FRACTION.fullmatch(words):
        return True
    found = [_TOKEN.fullmatch(token) for token in words.replace(" / ", "/").split()]
    if not all(found):
        return False
    sure = [match["sure"] for match in found if match and match["sure"]]
    return bool(sure) and any(not _FRACTION.fullmatch(each) for each in sure)


def _stamps(lines: list[Line], drop: dict[int, str]) -> None:
    """Below the job number of page 1 stand the language and the day of the print."""
    for index, line in enumerate(lines):
        near = range(max(index - 2, 0), min(index + 3, len(lines)))
        if index not in drop and _STAMP.fullmatch(line.words) and any(at in drop for at in near):
            drop[index] = "page number or job number removed"


def _page_numbers(lines: list[Line], drop: dict[int, str]) -> None:
    """A number by itself at the edge of a page is the page's."""
    for index, line in enumerate(lines):
        if not line.words.isdecimal() or index in drop:
            continue
        first = index == 0 or lines[index - 1].page < line.page
        last = index + 1 == len(lines) or lines[index + 1].page > line.page
        if (first or last) and int(line.words) in {line.page, line.page + 1} and line.page:
            drop[index] = "page number or job number removed"


def _titles(lines: list[Line], drop: dict[int, str], symbol: int) -> None:
    """Running heads repeat the title of page 1 beside the symbol."""
    end = front_end(lines)
    front = _folded(" ".join(line.words for line in lines[:end]))
    paged = bool(lines) and lines[-1].page > 0
    edges = [at for at in drop if at > symbol]
    edges += [at for at in range(1, len(lines)) if lines[at].page > lines[at - 1].page]
    for edge in sorted(set(edges)):
        for block in _blocks_near(lines, edge, drop):
            if not block or block[0] < end or (paged and not lines[block[0]].page):
                continue
            if _is_title([lines[at] for at in block], front):
                drop.update(dict.fromkeys(block, "running head removed"))
    for index, line in enumerate(lines):
        if index >= end and index not in drop and _is_head_line(line, front):
            drop[index] = "running head removed"
    for top in range(1, len(lines)):
        if lines[top].page > lines[top - 1].page:
            drop.update(dict.fromkeys(_head_at(lines, top, front, drop), "running head removed"))


def _head_at(lines: list[Line], top: int, front: str, drop: dict[int, str]) -> list[int]:
    """Return the lines at the top of a page that hold no more than symbol and title."""
    found: list[int] = []
    symbol = False
    for at in range(top, min(top + _HEAD_LINES, len(lines))):
        cells = _GAP.split(lines[at].text.strip())
        if not all(_is_symbol(cell) or _is_in(cell, front) for cell in cells) or (
            found and lines[at].gap and symbol
        ):
            break
        symbol = symbol or any(map(_is_symbol, cells))
        found.append(at)
    return [at for at in found if at not in drop] if symbol else []


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _is_title(lines: list[Line], front: str) -> bool:
    if any(is_organ_line(line.words) or opens(line.words) for line in lines):
        return False
    words = _folded(" ".join(line.words for line in lines))
    return len(words.split()) >= _TITLE_WORDS and f" {words} " in f" {front} "


def _is_in(words: str, front: str) -> bool:
    """Tell whether ``words``, at least one of them a longer one, are part of the front."""
    return bool(_LONGER.search(words)) and f" {_folded(words)} " in f" {front} "


def _is_head_line(line: Line, front: str) -> bool:
    """Tell whether the line is a symbol and a title side by side."""
    cells = _GAP.split(line.text.strip())
    if len(cells) != 2 or len(line.text) > 2 * _LONGEST:  # noqa: PLR2004 - two columns
        return False
    one, other = cells
    titled = [each for each in cells if not _is_symbol(each)]
    return (_is_symbol(one) or _is_symbol(other)) and any(_is_in(each, front) for each in titled)


def _blocks_near(lines: list[Line], edge: int, drop: dict[int, str]) -> Iterator[list[int]]:
    """Yield runs of lines without a gap that begin or end near ``edge``."""
    after = edge if edge not in drop else edge + 1
    while after < len(lines) and after in drop:
        after += 1
    yield _run(lines, after, drop, 1)
    before = edge - 1
    while before >= 0 and before in drop:
        before -= 1
    yield _run(lines, before, drop, -1)


def _run(lines: list[Line], start: int, drop: dict[int, str], step: int) -> list[int]:
    block: list[int] = []
    at = start
    while 0 <= at < len(lines) and at not in drop and len(block) < _HEAD_LINES:
        block.append(at)
        edge = lines[at].gap if step < 0 else lines[at + 1].gap if at + 1 < len(lines) else 1
        if edge:
            break
        at += step
    return sorted(block)
