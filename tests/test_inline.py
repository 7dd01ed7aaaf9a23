"""Markup: parsing keeps every word, and writing is its inverse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.inline import Cite, NoteKey, Target, Text, markup, parse, parts_text

CASES = [
    ("plain words", (Text("plain words"),)),
    ("  folded \n  white\tspace ", (Text("folded white space"),)),
    ("see *Treaty Series*,", (Text("see "), Text("Treaty Series", italic=True), Text(","))),
    ("**bold** and ***both***", None),
    ("the Convention,[^uncac]", (Text("the Convention,"), NoteKey("uncac", 15))),
    ("its [@70/1, 69/2]", (Text("its "), Cite(("70/1", "69/2"), 4))),
    ("as in [#a, #b]", (Text("as in "), Target(("a", "b"), 6))),
    (r"5 \* 3 and \[^x]", (Text("5 * 3 and [^x]"),)),
    ("a * b * c", (Text("a * b * c"),)),
    ("[on the report]", (Text("[on the report]"),)),
    ("[^70/174, annex]", (NoteKey("70/174, annex"),)),
]


@pytest.mark.parametrize(("text", "parts"), CASES, ids=[text for text, _ in CASES])
def test_parses(text: str, parts: tuple[object, ...] | None) -> None:
    found, errors = parse(text)
    assert errors == ()
    if parts is not None:
        assert found == parts


BROKEN = [
    ("*open", 0, "does not close"),
    ("words **open", 6, "does not close"),
    ("note[^", 4, "does not close"),
    ("empty [^] note", 6, "is empty"),
    ("half [@a [^b]", 5, "does not close"),
]


@pytest.mark.parametrize(("text", "offset", "message"), BROKEN, ids=[case[0] for case in BROKEN])
def test_broken_markup_is_placed_and_nothing_is_lost(text: str, offset: int, message: str) -> None:
    found, errors = parse(text)
    assert [error.offset for error in errors][:1] == [offset]
    assert message in errors[0].message
    assert errors[0].advice
    for word in ("words", "note", "half"):
        assert (word in text) == (word in parts_text(found))


@given(st.text(alphabet="ab *[]^@#\\_\n,.“”é", max_size=40))
def test_any_text_parses_and_the_markup_of_the_parts_parses_to_the_same(text: str) -> None:
    found, errors = parse(text)
    if errors:
        return
    again, problems = parse(markup(found))
    assert problems == ()
    assert [_bare(part) for part in again] == [_bare(part) for part in found]


def _bare(part: object) -> object:
    match part:
        case NoteKey(key):
            return "note", key
        case Cite(keys):
            return "cite", keys
        case Target(ids):
            return "target", ids
        case _:
            return part
