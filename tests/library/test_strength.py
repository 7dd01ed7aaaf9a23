"""Opening words stand on scales."""

from __future__ import annotations

import pytest

from drafter.library.opening import Part, parse_opening
from drafter.library.strength import all_scales, step_of


@pytest.mark.parametrize(
    ("opening", "part", "scale", "index"),
    [
        ("Invites", Part.OPERATIVE, "asking", 0),
        ("Strongly urges", Part.OPERATIVE, "asking", 4),
        ("Calling upon", Part.PREAMBULAR, "asking", 2),
        ("Takes note", Part.OPERATIVE, "receiving", 1),
        ("Takes note with appreciation", Part.OPERATIVE, "receiving", 3),
        ("Taking note with appreciation", Part.PREAMBULAR, "receiving", 3),
        ("Noting with appreciation", Part.PREAMBULAR, "receiving", 3),
        ("Endorses", Part.OPERATIVE, "receiving", 5),
        ("Deeply concerned", Part.PREAMBULAR, "concern", 1),
    ],
)
def test_where_words_stand(opening: str, part: Part, scale: str, index: int) -> None:
    step = step_of(opening, part)
    assert step
    assert (step.scale.name, step.index) == (scale, index)


@pytest.mark.parametrize("opening", ["Requests", "Recalls", "Decides", "Urge", ""])
def test_other_words_stand_on_none(opening: str) -> None:
    assert step_of(opening, Part.OPERATIVE) is None


def test_every_step_opens_a_paragraph() -> None:
    for scale in all_scales():
        for words in (words for step in scale.steps for words in step):
            assert parse_opening(f"{words} something", Part.OPERATIVE), words
