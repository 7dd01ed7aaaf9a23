"""Reading a PDF: the parts that need no official document, and whole documents where there are."""

from __future__ import annotations

import pytest

from drafter.draft import draft_from
from drafter.inline import Text
from drafter.source import Source
from tests.fidelity.draft_yaml import yaml_text
from tests.fidelity.entry_keys import split_preamble
from tests.fidelity.pdf_blocks import Block, blocks, label_of, without_label
from tests.fidelity.pdf_front import _states
from tests.fidelity.pdf_lines import Char, Line
from tests.fidelity.pdf_text import body_of
from tests.fidelity.pdf_words import parts
from tests.fidelity.transcribe import document_of
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
    assert _states(text) == states


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
    entries = body_of(blocks(lines), WORDS, lambda _stars: "").main.entries
    preamble, operative = split_preamble(entries)
    assert [entry.text for entry in preamble] == [
        "Recalling that long line of words which fills the whole of its measure, and goes on,"
    ]
    items = operative[0].items
    assert [item.label for item in items] == ["(a)", "(b)"]
    assert [item.label for item in items[0].items] == ["(i)", "(ii)"]


@pytest.mark.parametrize(
    "text",
    [
        "entitled “Transforming our world: the 2030 Agenda”,",
        "*Official Records* (A/80/1), chap. I: annex",
        "[^n1] begins with a mark",
        "- a dash, 'quotes' and \"more\"",
        "A back\\slash, # and & and %",
        "yes",
    ],
)
def test_yaml_reads_back_word_for_word(text: str) -> None:
    written = yaml_text({"title": text, "preamble": [text, {"text": text, "ending": "none"}]})
    draft = draft_from(Source("draft.yaml", written))
    assert draft.title.text == text
    assert [entry.text.text for entry in draft.preamble] == [text, text]


@pytest.mark.slow
def test_official_documents_become_drafts() -> None:
    """Every tenth document, so that no kind is read by a rule of its own."""
    for pdf in sorted(shared("corpus").glob("*.pdf"))[::10]:
        found = document_of(pdf)
        assert found.masthead.symbol.split("/")[-1].rstrip("*") in pdf.stem
        assert found.blocks, pdf.stem
