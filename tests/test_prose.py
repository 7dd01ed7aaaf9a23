"""Texts with colons, stars and brackets need no quotes."""

from __future__ import annotations

import textwrap

import pytest

from drafter.draft import draft_from
from drafter.source import Source

CASES = {
    "a colon": ("- Recalls the theme: a theme", ["Recalls the theme: a theme"]),
    "a colon in the second line": (
        "- Recalls our\n  world: the Agenda",
        ["Recalls our world: the Agenda"],
    ),
    "one word and a colon": ("- Decides: to act\n  now: here", ["Decides: to act now: here"]),
    "a colon at the end": ("- Decides to act:\n- Notes x", ["Decides to act:", "Notes x"]),
    "a citation first": ("- [@70/1] is recalled", ["[@70/1] is recalled"]),
    "a reference with a blank": ("- As in [#a, #b]", ["As in [#a, #b]"]),
    "a star first": ("- *Recalls* it", ["*Recalls* it"]),
    "a text under its key": ("- text: Recalls x: y\n  id: a", ["Recalls x: y"]),
    "a folded block": ("- >-\n  Recalls x: y\n  and: z", ["Recalls x: y and: z"]),
    "quotes": ('- "Recalls: x"', ["Recalls: x"]),
    "a list below": ("- Requests:\n    - To act: now\n    - To\n      wait: long", ["Requests:"]),
    "a comment between": ("- Recalls x\n# remark: y\n- Notes z", ["Recalls x", "Notes z"]),
    "a time": ("- Notes 10:30 a.m. and A/C.3/81/L.5", ["Notes 10:30 a.m. and A/C.3/81/L.5"]),
}


@pytest.mark.parametrize(("entries", "texts"), CASES.values(), ids=CASES)
def test_prose_is_read_as_it_stands(entries: str, texts: list[str]) -> None:
    text = "title: A title: with a colon\noperative:\n" + textwrap.indent(entries, "  ") + "\n"
    draft = draft_from(Source("d.yaml", text))
    assert [entry.text.text for entry in draft.operative] == texts
    assert draft.title.text == "A title: with a colon"


def test_items_below_a_colon_are_read_as_items() -> None:
    text = "operative:\n  - Requests:\n      - To act: now\n      - To\n        wait: long\n"
    (entry,) = draft_from(Source("d.yaml", text)).operative
    assert [item.text.text for item in entry.items] == ["To act: now", "To wait: long"]


def test_keys_of_several_words_are_keys() -> None:
    draft = draft_from(
        Source("d.yaml", "sponsors:\n  states: [Zambia]\n  on behalf of: Arab Group\n")
    )
    assert draft.sponsors is not None
    assert draft.sponsors.on_behalf_of.text == "Arab Group"


def test_places_stay_exact() -> None:
    draft = draft_from(Source("d.yaml", "operative:\n  - Recalls x: y and\n    z: *broken\n"))
    place = draft.operative[0].text.place_at(len("Recalls x: y and z: "))
    assert (place.line, place.column) == (3, 8)
