"""Two PDFs compared word by word, so that each figure tells of one thing.

The comparison itself is layout_distance.py's. Before it, three things are set apart, because they
say nothing about our Word file:

* the foot of page 1 (job number, bar code, recycling mark) is the Secretariat's, and the rule of
  underscores above the notes is drawn by LibreOffice as a line;
* raised note numbers stand at a height of their own, so the tool takes them for lines: they are
  compared as words, not as lines;
* Word squeezes the blanks of a justified line to take in one more word; LibreOffice does so from
  version 24.2 on. And editors break the lines of titles by hand, where the next word had room. In
  both cases the lines that follow in the same paragraph say nothing: ``even_lines`` and dx leave
  them out.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pdfplumber

from drafter.read.formats.pdf.blocks import Flow
from drafter.read.formats.pdf.feet import by_notes, without_notes
from drafter.read.formats.pdf.furniture import parted
from drafter.read.formats.pdf.glyphs import Glyph, Sheet
from drafter.read.formats.pdf.lines import Line, page_of
from drafter.read.formats.pdf.measures import measures_of
from tests.fidelity.front import front_of
from tests.fidelity.transcribe import read_sheets

_FOOT = 742.0
_MARK_SIZE = 7.2
_SQUEEZED = 0.303
_TEXT_RIGHT = 488.4
_AGENDA_RIGHT = 357.0
_SLACK = 3.0


@dataclass(frozen=True)
class Figures:
    """What the comparison of one document found; distances in points."""

    coverage: float
    lines: float
    even_lines: float
    font: float
    dx: float
    dx_p95: float
    dy: float
    dy_p95: float
    missing: tuple[str, ...] = ()


def compare(ours: Path, theirs: Path, distance: Path, *, pages: int = 1) -> Figures:
    """Compare the first pages of ``theirs`` with ``ours``; a word may have moved to the next."""
    tool = distance_tool(distance)
    printed, issued = _words(tool, ours, pages=pages + 1), _words(tool, theirs, pages=pages)
    candidate, reference = _plain(printed), _plain(issued)
    unlike = tuple(_unlike(theirs))
    even = [word for word in reference if not _inside(word, unlike)]
    first = [word for word in candidate if word.page <= pages]
    whole = tool.compare(candidate, reference)
    page = tool.compare(first, reference)
    rest = tool.compare(first, even)
    missing = (*_missing(candidate, reference), *_missing_marks(_marks(printed), _marks(issued)))
    total = len(reference) + len(_marks(issued))
    return Figures(
        coverage=1 - len(missing) / total,
        lines=page["line_breaks"],
        even_lines=rest["line_breaks"],
        font=whole["font"],
        dx=rest["dx_median"],
        dx_p95=rest["dx_p95"],
        dy=page["dy_median"],
        dy_p95=page["dy_p95"],
        missing=missing,
    )


def distance_tool(path: Path) -> ModuleType:
    """Return layout_distance.py as a module."""
    if path.stem in sys.modules:
        return sys.modules[path.stem]
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        message = f"{path} is no Python file"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def _words(tool: ModuleType, pdf: Path, *, pages: int) -> list[Any]:
    """Return the author's words on the first pages; the tool would read long documents whole."""
    numbers = list(range(1, pages + 1))
    reader = SimpleNamespace(open=partial(pdfplumber.open, pages=numbers))
    setattr(tool, "pdfplumber", reader)  # noqa: B010 - not an attribute that a type knows
    return [word for word in tool.read_words(pdf) if _is_authors(word)]


def _plain(words: Iterable[Any]) -> list[Any]:
    """Return words without note numbers; each line opens with its first word."""
    kept = [word for word in words if not _is_mark(word)]
    result: list[Any] = []
    for word in kept:
        opens = not result or word.page != result[-1].page or abs(word.y - result[-1].y) > 4
        text = word.text.replace("\u2011", "-")
        result.append(replace(word, text=text, opens_line=opens))
    return result


def _marks(words: Iterable[Any]) -> list[str]:
    return [word.text for word in words if _is_mark(word)]


def _is_authors(word: Any) -> bool:
    return bool(word.y < _FOOT and word.text.strip("_"))


def _is_mark(word: Any) -> bool:
    return bool(word.size < _MARK_SIZE and word.text.isdigit())


def _missing(ours: Sequence[Any], theirs: Sequence[Any]) -> list[str]:
    """Return the words of theirs that ours has not, at whatever place."""
    texts = _unbroken(ours), _unbroken(theirs)
    codes = SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    left = Counter(text for _, start, end, _, _ in changed for text in texts[0][start:end])
    lost = Counter(text for _, _, _, start, end in changed for text in texts[1][start:end])
    return list((lost - left).elements())


def _unbroken(words: Sequence[Any]) -> list[str]:
    """Return the words with those joined that a line end cuts at their hyphen."""
    result: list[str] = []
    for word in words:
        if result and _cut(result[-1], word):
            result[-1] += word.text
        else:
            result.append(word.text)
    return result


def _cut(above: str, word: Any) -> bool:
    """Tell whether a word goes on: after a hyphen at a line end, or after a range's dash."""
    return len(above) > 1 and (above.endswith("–") or (above.endswith("-") and word.opens_line))


def _missing_marks(ours: list[str], theirs: list[str]) -> Iterator[str]:
    left = list(ours)
    for mark in theirs:
        if mark in left:
            left.remove(mark)
        else:
            yield f"[{mark}]"


def _unlike(pdf: Path) -> Iterator[Line]:
    """Yield the lines of page 1 that follow from a squeezed line, or from one broken by hand."""
    (sheet,) = read_sheets(pdf, 1)
    (page,) = parted([page_of(sheet)]).pages
    measures = measures_of([page])
    body, notes = without_notes(page, measures)
    front = front_of(body)
    flow = Flow(measures, sheet.width)
    paragraphs = [block.lines for block in flow.blocks(front.text)]
    for lines in (*paragraphs, *by_notes(notes)):
        yield from _rest(lines, [_is_squeezed(line, sheet) for line in lines])
    for lines, right in (
        (front.margin, _AGENDA_RIGHT),
        *((lines, _TEXT_RIGHT) for lines in (front.submitter, front.adopted, front.title)),
    ):
        yield from _rest(lines, [_by_hand(*pair, right) for pair in pairwise(lines)])


def _rest(lines: Sequence[Line], flags: Sequence[bool]) -> Sequence[Line]:
    return lines[flags.index(True) :] if True in flags else ()


def _is_squeezed(line: Line, sheet: Sheet) -> bool:
    if line.x1 < _TEXT_RIGHT - _SLACK or line.bold:
        return False
    glyphs = [each for each in sheet.glyphs if abs(each.y - line.y) < 1]
    gaps = sorted(_gaps(sorted(glyphs, key=lambda glyph: glyph.x0)))
    return bool(gaps) and gaps[len(gaps) // 4] < _SQUEEZED * line.size


def _by_hand(line: Line, following: Line, right: float) -> bool:
    """Tell whether the first word of the next line had room on the line."""
    if not (line.bold and following.bold and line.size == following.size):
        return False
    share = len(following.text.partition(" ")[0]) / len(following.text)
    width = (following.x1 - following.x0) * share + line.size * 0.3
    return line.x1 + width < right


def _gaps(glyphs: Sequence[Glyph]) -> Iterator[float]:
    solid = [glyph for glyph in glyphs if not glyph.blank]
    blanks = {round(glyph.x0, 1) for glyph in glyphs if glyph.blank}
    for one, other in pairwise(solid):
        if any(one.x1 - 1 <= blank <= other.x0 for blank in blanks):
            yield other.x0 - one.x1


def _inside(word: Any, lines: Sequence[Line]) -> bool:
    return any(
        abs(word.y - line.y) < line.size / 2 and line.x0 - 1 <= word.x <= line.x1 + 1
        for line in lines
    )
