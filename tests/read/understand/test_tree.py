"""Where lists end, and what a text resumes."""

from __future__ import annotations

from drafter.draft import Entry
from drafter.read.found import Chunk
from tests.read.understand.lines import ORGAN, SPONSOR, draft_of, line


def operative(*chunks: Chunk) -> Entry:
    draft = draft_of("A/81/L.5", SPONSOR, "Libraries", line(ORGAN, wrap=0.0), *chunks)
    return draft.operative[0]


def resumed(entry: Entry) -> str:
    return (
        entry.then.text.text if isinstance(entry.then, Entry) else (entry.then or entry.text).text
    )


LIST = (
    line("Urges States:", "1.", wrap=0.0),
    line("To open schools;", "(a)", wrap=0.0),
    line("To train:", "(b)", wrap=0.0),
    line("teachers;", "(i)", wrap=23.75),
    line("tutors:", "(ii)", wrap=23.75),
    line("old ones;", "a.", wrap=47.5),
    line("new ones;", "b.", wrap=47.5),
)


def test_letters_without_brackets_are_items_after_a_colon() -> None:
    entry = operative(*LIST)
    assert not entry.quote
    assert [each.text.text for each in entry.items[1].items[1].items] == ["old ones;", "new ones;"]


def test_texts_in_a_row_resume_from_the_inside_out() -> None:
    entry = operative(
        *LIST,
        line("of all kinds;", wrap=23.75),
        line("and to pay them;", wrap=0.0),
        line("To build;", "(c)", wrap=0.0),
        line("and to report thereon.", wrap=0.0),
    )
    assert resumed(entry.items[1].items[1]) == "of all kinds;"
    assert resumed(entry.items[1]) == "and to pay them;"
    assert resumed(entry) == "and to report thereon."


def test_one_text_after_a_list_resumes_the_paragraph() -> None:
    entry = operative(*LIST[:4], line("and to report thereon.", wrap=0.0))
    assert resumed(entry) == "and to report thereon."


def test_a_list_goes_on_behind_the_text_that_resumed() -> None:
    entry = operative(
        line("Requests the Office:", "1.", wrap=0.0),
        line("To read;", "(a)", wrap=0.0),
        line("and further:", wrap=0.0),
        line("To write;", "(b)", wrap=0.0),
    )
    assert isinstance(entry.then, Entry)
    assert [(each.number.text, each.text.text) for each in entry.then.items] == [
        ("(b)", "To write;")
    ]


def test_ninth_item_is_not_the_first_of_a_deeper_list() -> None:
    letters = [line(f"To read book {each};", f"({each})", wrap=0.0) for each in "abcdefghi"]
    entry = operative(line("Requests the Office:", "1.", wrap=0.0), *letters)
    assert len(entry.items) == 9
