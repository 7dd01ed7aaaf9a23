"""Reading a PDF: lines, paragraphs and words from made-up type, and whole documents where there are."""

from __future__ import annotations

import pytest

from drafter.inline import Text
from drafter.read import read
from drafter.read.formats.pdf.blocks import Flow, label_of
from drafter.read.formats.pdf.finding import found_in
from drafter.read.formats.pdf.lines import Line, page_of
from drafter.read.formats.pdf.measures import Measures
from drafter.read.formats.pdf.words import Words
from drafter.read.understand import understand
from drafter.read.understand.submitter import state_names
from tests.read.pdf.setting import FIRST, LEFT, sheet
from tests.shared import shared

KNOWN = Words(frozenset({"high-level", "cooperation"}))


def lines_of(*texts: str, x: float = LEFT) -> tuple[Line, ...]:
    """Return lines set one below the other."""
    return page_of(sheet(*((text, 100 + 12 * at, x) for at, text in enumerate(texts)))).lines


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
    assert KNOWN.parts(lines_of(above, below)) == (Text(joined),)


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
    (line,) = lines_of(text, x=FIRST)
    assert label_of(line) == label
    (block,) = Flow(Measures(), 612.0).blocks([line])
    assert block.label == label
    assert not label or not block.first.text.startswith(label)


def test_indents_and_gaps_make_paragraphs_items_and_levels() -> None:
    page = sheet(
        (
            "_Recalling_ that long line of words which fills the whole of its measure, and",
            100,
            FIRST,
        ),
        ("goes on,", 112, LEFT),
        ("1.> _Requests_:", 130, FIRST),
        ("(a)> One;", 148, FIRST),
        ("(i)> Two;", 166, FIRST),
        ("(ii)> Three;", 184, FIRST),
        ("(b)> Four.", 202, FIRST),
    )
    draft = understand(found_in([page_of(page)]), "made-up.pdf").draft
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
