"""The horizontal rules of a page: pieces that touch are one rule, as cells of tables draw them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drafter.read.formats.pdf.glyphs import Box

_LEVEL = 1.0
_TOUCH = 2.0
_LEAST = 15.0


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A horizontal rule: from ``x0`` to ``x1`` at the height ``y``.

    ``stops`` are where its pieces begin and end, in order; a rule drawn in one piece has its ends.
    """

    x0: float
    x1: float
    y: float
    thick: float
    stops: tuple[float, ...] = ()

    @property
    def width(self) -> float:
        """How long it is."""
        return self.x1 - self.x0


def rules_of(boxes: Iterable[Box]) -> list[Rule]:
    """Return the rules from top to bottom."""
    levels: list[list[Box]] = []
    pieces = (box for box in boxes if box.y1 - box.y0 <= _THICKEST)
    for box in sorted(pieces, key=lambda box: box.y0):
        if levels and box.y0 - levels[-1][0].y0 <= _LEVEL:
            levels[-1].append(box)
        else:
            levels.append([box])
    return [rule for level in levels for rule in _joined(level) if rule.width >= _LEAST]


_THICKEST = 3.2


def _joined(level: list[Box]) -> list[Rule]:
    found: list[list[Box]] = []
    for box in sorted(level, key=lambda box: box.x0):
        if found and box.x0 - max(each.x1 for each in found[-1]) <= _TOUCH:
            found[-1].append(box)
        else:
            found.append([box])
    return [_rule(boxes) for boxes in found]


def _rule(boxes: list[Box]) -> Rule:
    wide = [box for box in boxes if box.flat]
    edges = sorted({round(x, 1) for box in wide for x in (box.x0, box.x1)})
    stops: list[float] = []
    for edge in edges:
        if not stops or edge - stops[-1] > _TOUCH:
            stops.append(edge)
    return Rule(
        min(box.x0 for box in boxes),
        max(box.x1 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.y1 - box.y0 for box in boxes),
        tuple(stops),
    )
