"""Reading a PDF: lines, paragraphs and words from made-up type, and whole documents where there are."""

from __future__ import annotations

import pytest

from drafter.inline import Text
from drafter.read import read
from drafter.read.formats.pdf.blocks import Block, label_of, without_label
from drafter.read.formats.pdf.finding import found_in
from drafter.read.formats.pdf.lines import Char, Line, Page
from drafter.read.formats.pdf.words import parts
from drafter.read.understand import understand
from drafter.read.understand.submitter import state_names
from tests.shared import shared

LEFT, FIRST, RIGHT = 123.4, 147.1, 488.6
WORDS = frozenset({"high-level", "cooperation"})


def line(text: str, y: float, x: float = LEFT, *, page: int = 1, size: float = 10.0) -> Line:
    """Return a line of type; ``_words_`` are italic, ``*words*`` bold, ``^1`` is a note mark."""
    chars: list[Char] = []
    italic = bold = raised = False
    for letter in text:
        if letter in "_*^":
            italic ^= letter == "_"
            bold ^= letter == "*"
            raised = letter == "^"
            continue
        raised = raised and letter.isdigit()
        chars.append(Char(letter, x, x + 4, y, 6.5 if raised else size, bold, italic, raised))
        x += 4
    return Line(page, tuple(chars), ends_with_blank=text[-1] != "-")


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("a plain line", "and its next", "a plain line and its next"),
        ("at the high-", "level meeting", "at the high-level meeting"),
        ("and the co-", "operation of", "and the cooperation of"),
        ("its self-", "determination", "its self-determination"),
        ("the Under-Secretary-", "General", "the Under-Secretary-General"),
    ],
)
def test_hyphens_at_line_ends(above: str, below: str, joined: str) -> None:
    block = Block((line(above, 100), line(below, 112)))
    words = frozenset({"high-level", "cooperation"})
    assert parts(block, words) == (Text(joined),)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Cuba", ["Cuba"]),
        ("Bulgaria and Antigua and Barbuda", ["Bulgaria", "Antigua and Barbuda"]),
        ("Chile, Trinidad and Tobago and Peru", ["Chile", "Trinidad and Tobago", "Peru"]),
        ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
        ("Zambia and State of Palestine", ["Zambia", "State of Palestine"]),
    ],
)
def test_states_of_a_sponsors_line(text: str, states: list[str]) -> None:
    assert state_names(text) == states


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("12. _Requests_ the", "12."),
        ("(a) To report", "(a)"),
        ("(iii) To report", "(iii)"),
        ("4 bis. The Office", "4 bis."),
        ("2025, in which", ""),
        ("_A._ italic", ""),
    ],
)
def test_labels(text: str, label: str) -> None:
    found = Block((line(text, 100, FIRST),))
    assert label_of(found) == label
    assert not label or not without_label(found).first.text.startswith(label)


def test_indents_and_gaps_make_paragraphs_items_and_levels() -> None:
    lines = (
        line(
            "_Recalling_ that long line of words which fills the whole of its measure, and",
            100,
            FIRST,
        ),
        line("goes on,", 112),
        line("1. _Requests_:", 130, FIRST),
        line("(a) One;", 148, FIRST),
        line("(i) Two;", 166, FIRST),
        line("(ii) Three;", 184, FIRST),
        line("(b) Four.", 202, FIRST),
    )
    draft = understand(found_in([Page(1, lines)]), "made-up.pdf").draft
    assert [entry.text.text for entry in draft.preamble] == [
        "Recalling that long line of words which fills the whole of its measure, and goes on,"
    ]
    items = draft.operative[0].items
    assert [item.text.text for item in items] == ["One;", "Four."]
    assert [item.text.text for item in items[0].items] == ["Two;", "Three;"]


@pytest.mark.slow
def test_official_documents_become_drafts() -> None:
    """Every tenth document, so that no kind is read by a rule of its own."""
    for pdf in sorted(shared("corpus").glob("*.pdf"))[::10]:
        found = read(pdf)
        assert found.draft.symbol.text.split("/")[-1] in pdf.stem
        assert found.account.sure > 0.9, pdf.stem
