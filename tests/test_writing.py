"""Drafts written as YAML are read back word for word, and look as a careful person writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.draft import Annex, Draft, Entry, NoteText, Words, draft_from, read_draft
from drafter.errors import Place
from drafter.source import Source
from drafter.writing import Remarks, same, write_yaml

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_written_and_read_back(path: Path) -> None:
    draft = read_draft(path)
    assert same(draft, draft_from(Source("again", write_yaml(draft))))


NASTY = [
    "entitled “Transforming our world: the 2030 Agenda”,",
    "*Official Records* (A/80/1), chap. I: annex",
    "[^n1] begins with a mark",
    "- a dash, 'quotes' and \"more\"",
    "A back\\\\slash, # and & and %",
    "text: begins like a key",
    "ends with a colon:",
    "yes",
    "012",
    "word " * 40 + "title: a known key at the beginning of a line that is wrapped",
    "a  double blank",
    "trailing blank ",
    "? question",
    "| pipe",
    "> greater",
    "{brace}",
    "control \x01 and \x85 and \x9f and \x7f and \u2028 and \ufeff inside",
    "a long text that would be folded, were it not for the character \x86 that YAML does not take "
    * 2,
    "“" + "one:endless*word" * 12 + ": and then others",
    "A non-breaking\u00a0space and a non\u2011breaking hyphen",
]


@pytest.mark.parametrize("text", NASTY)
def test_strange_texts_are_read_back(text: str) -> None:
    entries = (Entry(text=Words(text)), Entry(text=Words(text), ending=Words("none")))
    draft = Draft(title=Words(text), preamble=entries, notes={"n1": NoteText(text=Words(text))})
    again = draft_from(Source("again", write_yaml(draft)))
    assert again.title.text == text
    assert [entry.text.text for entry in again.preamble] == [text, text]
    assert again.notes["n1"].text.text == text


LETTERS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff"
    ),
    min_size=1,
)


@given(st.lists(LETTERS.filter(str.strip), min_size=1, max_size=4))
def test_any_text_is_read_back(texts: list[str]) -> None:
    draft = Draft(title=Words("T"), operative=tuple(Entry(text=Words(text)) for text in texts))
    assert same(draft, draft_from(Source("again", write_yaml(draft))))


def test_what_has_its_default_is_left_out() -> None:
    draft = Draft(title=Words("T"), preamble=(Entry(text=Words("Recalling it")),))
    assert write_yaml(draft) == "title: T\n\npreamble:\n  - Recalling it\n".replace("\n\n", "\n")


def test_remarks_stand_above_what_they_are_about() -> None:
    place = Place("a.pdf", page=3)
    draft = Draft(
        title=Words("T"),
        preamble=(Entry(text=Words("One")), Entry(text=Words("Two"), place=place)),
    )
    remarks = Remarks(("Imported",), {place: ("check: the mark",)})
    lines = write_yaml(draft, remarks).splitlines()
    assert lines[0] == "# Imported"
    assert lines[lines.index("  - Two") - 1] == "  # check: the mark"


def test_an_annex_without_anything_is_one() -> None:
    for annexes in ((Annex(),), (Annex(), Annex(title=Words("A")))):
        draft = Draft(title=Words("T"), annexes=annexes)
        assert same(draft, draft_from(Source("again", write_yaml(draft))))
