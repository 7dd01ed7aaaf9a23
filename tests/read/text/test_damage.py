"""One document in the ways that programs, pages and scans leave texts: the same is found."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from drafter.assemble import assemble
from drafter.draft import read_draft
from tests.read.text.damage import DAMAGE, STYLES, Original, original, written
from tests.read.text.reading import noted, read, shown

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ("short", "long", "follow-up", "day")
SCANS = ("scan", "scan without furniture", "wrapped")


@cache
def source(name: str) -> Original:
    return original(assemble(read_draft(EXAMPLES / f"{name}.yaml")))


def check(name: str, text: str) -> None:
    found = read(text)
    lines = shown(found)
    start = lines.index("The General Assembly,")
    assert lines[start:] == [f"{part.label} {part.text}".strip() for part in source(name).parts]
    assert noted(found) == [f"{mark} {words}" for mark, words in source(name).notes]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("style", STYLES)
def test_styles(name: str, style: str) -> None:
    if style == "one line" and name == "long":
        pytest.skip("headings cannot be told in one line with the text")
    for seed in range(3):
        check(name, written(source(name), STYLES[style], random.Random(seed)))


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("style", SCANS)
def test_damage(style: str, damage: str) -> None:
    if damage == "bulleted" and style == "wrapped":
        pytest.skip("a line in the middle may begin as a paragraph does")
    for seed in range(3):
        chance = random.Random(seed)
        check("long", DAMAGE[damage](written(source("long"), STYLES[style], chance), chance))


def test_words_parted_by_a_scan_are_joined_only_where_that_is_sure() -> None:
    text = (
        "The General Assembly,\n\nRecalling the Court of Justi ce an d its eighty -first session,\n"
    )
    assert shown(read(text))[1] == "Recalling the Court of Justice and its eighty-first session,"
    for words in ("a broad view of a cross", "as in formed circles", "it is in deed so"):
        assert words in shown(read(f"The General Assembly,\n\nNoting that {words},\n"))[1]


def test_spoilt_numbers_are_read_by_what_must_stand_there() -> None:
    text = "The General Assembly,\n\nl. Takes note of it;\n\n2 Requests more;\n\n3. Decides so.\n"
    assert shown(read(text))[1:] == ["1. Takes note of it;", "2. Requests more;", "3. Decides so."]


@pytest.mark.parametrize(
    "words",
    [
        "chapter 1 of the report",
        "resolution 1 (I) of 1 January 1946",
        "15 per cent of 1 million",
        "the 1 member",
        "document A/1",
        "article 1, paragraph 1, of it",
    ],
)
def test_numbers_of_the_text_are_no_marks(words: str) -> None:
    text = f"The General Assembly,\n\nNoting {words} and more,\n\nNoting this,¹\n\n¹ A/80/1.\n"
    assert shown(read(text))[1] == f"Noting {words} and more,"
