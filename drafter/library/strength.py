"""How strong opening words are among those that could stand in their place."""

from __future__ import annotations

from functools import cache

import msgspec

from drafter.library.opening import Part, twin
from drafter.library.registry import registry_rows, several


class Scale(msgspec.Struct, frozen=True):
    """Steps from the weakest to the strongest; a step holds the words that are equally strong."""

    name: str
    steps: tuple[tuple[str, ...], ...]


class Step(msgspec.Struct, frozen=True):
    """A place on a scale."""

    scale: Scale
    index: int


def step_of(opening: str, part: Part) -> Step | None:
    """Return where the opening words stand; None for words that are on no scale."""
    operative = opening if part is Part.OPERATIVE else twin(opening, part) or ""
    found = [
        (len(words), Step(scale, index))
        for scale in all_scales()
        for index, step in enumerate(scale.steps)
        for words in step
        if operative == words or operative.startswith(f"{words} ")
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


@cache
def all_scales() -> tuple[Scale, ...]:
    """Return every scale of the registry."""
    return tuple(
        Scale(name, tuple(tuple(step.split("/")) for step in several(steps)))
        for name, steps in registry_rows("strength")
    )
