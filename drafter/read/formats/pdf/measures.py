"""The measures of a document's text, taken from its own lines: margins, size, pitch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.read.formats.pdf.lines import Line, Page

_USUAL_LEFT, _USUAL_RIGHT, _USUAL_SIZE = 123.4, 488.4, 10.0
_LONG_LINE = 0.48
_NARROW, _LOOSE = 0.95, 1.45
_USUAL_PITCH = 1.2
_SAME_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Measures:
    """``left`` and ``right`` are the margins of the running text, ``size`` is its type size.

    ``pitches`` has the distance of the lines of one paragraph for each size.
    """

    left: float = _USUAL_LEFT
    right: float = _USUAL_RIGHT
    size: float = _USUAL_SIZE
    pitches: dict[int, float] = field(default_factory=dict)
    blanks: bool = True
    """Whether lines that go on end with a blank, so that one without it means something."""

    def pitch(self, size: float) -> float:
        """Return how far apart the lines of a paragraph of that size stand."""
        return self.pitches.get(round(size * 2), _USUAL_PITCH * size)

    @property
    def width(self) -> float:
        """How wide the text is."""
        return self.right - self.left


def measures_of(pages: Sequence[Page]) -> Measures:
    """Return the measures of the text of ``pages``."""
    lines = [line for page in pages for line in page.lines]
    if not lines:
        return Measures()
    size = _usual_size(lines)
    pitches = _pitches(pages)
    least = _LONG_LINE * pages[0].width
    long = [line for line in lines if _is_text(line, size) and line.x1 - line.x0 > least]
    if not long:
        # The measures of the United Nations, where any line begins there; else those of the lines.
        usual = any(abs(line.x0 - _USUAL_LEFT) < _SAME_EDGE for line in lines)
        left = _USUAL_LEFT if usual else min(line.x0 for line in lines)
        right = _USUAL_RIGHT if usual else max(line.x1 for line in lines)
        return Measures(left, right, size, pitches)
    left = _most_common([line.x0 for line in long])
    beside = [line for line in long if line.x0 < left + _SAME_EDGE]
    ends = sum(line.ends_with_blank for line in long)
    return Measures(
        left,
        _most_common([line.x1 for line in beside]),
        size,
        pitches,
        blanks=ends * 10 > len(long) * 8,
    )


def _is_text(line: Line, size: float) -> bool:
    return abs(line.size - size) < 1 and not line.bold


def _usual_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += sum(len(span.text) for span in line.spans)
    return sizes.most_common(1)[0][0]


def _most_common(edges: Sequence[float]) -> float:
    """Return the edge that most lines have, a little more or less; the leftmost of equals."""
    counts = Counter(round(edge / 2) for edge in edges)
    best = max(counts, key=lambda at: (counts[at - 1] + counts[at] + counts[at + 1], -at))
    near = Counter(round(edge, 1) for edge in edges if abs(edge / 2 - best) <= 1)
    return near.most_common(1)[0][0]


def _pitches(pages: Iterable[Page]) -> dict[int, float]:
    """Return for each size, in half points, the distance that most neighbours have."""
    found: dict[int, Counter[float]] = {}
    for page in pages:
        for above, below in pairwise(page.lines):
            distance = below.y - above.y
            alike = abs(above.size - below.size) < 0.5  # noqa: PLR2004 - half a point
            if alike and _NARROW * below.size < distance < _LOOSE * below.size:
                counts = found.setdefault(round(below.size * 2), Counter())
                counts[round(distance, 1)] += 1
    return {size: counts.most_common(1)[0][0] for size, counts in found.items()}
