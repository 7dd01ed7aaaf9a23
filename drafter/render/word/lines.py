"""A title broken into lines by hand, where Word would break it too late."""

from __future__ import annotations

from drafter.render.word.measure import Face, width


def filled(title: str, face: Face, measure: float) -> tuple[str, ...]:
    """Return ``title`` in lines of at most ``measure`` points, each as full as it gets."""
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
