"""What an amendment quotes."""

from __future__ import annotations

import pytest

from drafter.draft import Draft
from drafter.read.found import Chunk
from tests.read.understand.lines import draft_of, line

SUBMITTER = "Zambia: amendment to draft resolution A/81/L.5"
INSERT = "After the second preambular paragraph, insert a new preambular paragraph reading:"


def amendment(*chunks: Chunk | str, looks: bool = True) -> Draft:
    return draft_of("A/81/L.6", SUBMITTER, line("Libraries", bold=True), *chunks, looks=looks)


def quotes(draft: Draft) -> list[list[str]]:
    return [[each.text.text for each in entry.quote] for entry in draft.paragraphs]


def test_layout_tells_what_is_quoted_even_where_most_words_are() -> None:
    draft = amendment(
        line(INSERT, wrap=-23.7),
        line("Recognizing that libraries serve readers of every age,", wrap=0.0),
        line("Recognizing also that books are lost,", wrap=0.0),
    )
    assert quotes(draft) == [
        [
            "Recognizing that libraries serve readers of every age,",
            "Recognizing also that books are lost,",
        ]
    ]


def test_items_of_a_quoted_paragraph_stay_with_it() -> None:
    draft = amendment(
        line("Replace operative paragraph 4 with the following text:", wrap=0.0),
        line("Calls upon States:", "4.", wrap=23.75),
        line("To read;", "(a)", wrap=23.75),
        line("To write.", "(b)", wrap=23.75),
        line("Delete operative paragraph 7.", wrap=0.0),
    )
    first, last = draft.paragraphs
    assert first.quote[0].number.text == "4."
    assert [each.text.text for each in first.quote[0].items] == ["To read;", "To write."]
    assert last.text.text == "Delete operative paragraph 7."


def test_a_sub_paragraph_may_be_quoted_alone() -> None:
    draft = amendment(
        line("Operative paragraph 3 (b) would read:", wrap=0.0),
        line("to open libraries;", "(b)", wrap=23.75),
    )
    assert draft.paragraphs[0].quote[0].number.text == "(b)"


@pytest.mark.parametrize(
    "instruction",
    [
        "Replace operative paragraph 2 with the following:",
        "In operative paragraph 2, replace “books” by “books and maps”.",
        "Operative paragraph 2 would read:",
        "Renumber the remaining paragraphs accordingly.",
    ],
)
def test_without_layout_an_instruction_ends_a_quotation(instruction: str) -> None:
    draft = amendment(INSERT, "Recognizing the value of books,", instruction, looks=False)
    assert quotes(draft)[:2] == [["Recognizing the value of books,"], []]
