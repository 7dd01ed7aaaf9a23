"""Tracked changes: accepted, or rejected, and counted."""

from __future__ import annotations

import pytest

from drafter.read.files import Changes, Settings

from .building import lines, listed, mark, note, notes, p, r, read, repairs, table, w_list

REJECT = Settings(changes=Changes.REJECT)
WHO = 'w:id="1" w:author="A delegate" w:date="2026-01-01T00:00:00Z"'


def ins(content: str) -> str:
    return f"<w:ins {WHO}>{content}</w:ins>"


def gone(text: str, look: str = "") -> str:
    return f"<w:del {WHO}>{r(text, look).replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"


def moved(kind: str, text: str) -> str:
    return f"<w:{kind} {WHO}>{r(text)}</w:{kind}>"


def mark_of(kind: str) -> str:
    return f"<w:rPr><w:{kind} {WHO}/></w:rPr>"


ROW_GONE = f"<w:trPr><w:del {WHO}/></w:trPr>"

CASES = {
    "words": (
        p(r("The ") + gone("old") + ins(r("new")) + r(" text")),
        ["The new text"],
        ["The old text"],
        2,
    ),
    "a word added and taken out again": (
        p(r("The ") + ins(gone("brief ")) + r("text")),
        ["The text"],
        ["The text"],
        2,
    ),
    "a move": (
        p(moved("moveFrom", "First ") + r("second") + moved("moveTo", " first")),
        ["second first"],
        ["First second"],
        1,
    ),
    "a paragraph added": (
        p("One,") + p(ins(r("Two,")), mark_of("ins")) + p("Three,"),
        ["One,", "Two,", "Three,"],
        ["One,", "Three,"],
        1,
    ),
    "a paragraph taken out": (
        p("One,") + p(gone("Two,"), mark_of("del")) + p("Three,"),
        ["One,", "Three,"],
        ["One,", "Two,", "Three,"],
        1,
    ),
    "a paragraph parted": (
        p("One ", mark_of("ins")) + p("two"),
        ["One", "two"],
        ["One two"],
        1,
    ),
    "paragraphs joined": (
        p("One ", mark_of("del")) + p("two ", mark_of("del")) + p("three"),
        ["One two three"],
        ["One", "two", "three"],
        2,
    ),
    "the last paragraph joined to nothing": (
        p("One", mark_of("del")),
        ["One"],
        ["One"],
        1,
    ),
    "a look": (
        p(r("Recalling", f"<w:i/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>") + r(" it")),
        ["*Recalling* it"],
        ["Recalling it"],
        1,
    ),
    "a number": (
        p("One", listed()) + p("Two", f'<w:numPr><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>'),
        ["1. One", "2. Two"],
        ["1. One", "Two"],
        1,
    ),
    "a number taken away": (
        p("One", f"<w:pPrChange {WHO}><w:pPr>{listed()}</w:pPr></w:pPrChange>") + p("Two", listed()),
        ["One", "1. Two"],
        ["1. One", "2. Two"],
        1,
    ),
    "rows": (
        table(("A", "B"), ("C", "D")).replace("<w:tr>", f"<w:tr>{ROW_GONE}", 1),
        ["C | D"],
        ["A | B / C | D"],
        1,
    ),
    "a whole block": (
        p("One") + ins(p("Two")) + p("Three"),
        ["One", "Two", "Three"],
        ["One", "Three"],
        1,
    ),
    "a field taken out in part": (
        p(r("A") + f'<w:del {WHO}><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:del>' + r("B")),
        ["AB"],
        ["AB"],
        1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_changes(name: str) -> None:
    body, accepted, rejected, count = CASES[name]
    numbering = {"numbering": w_list(("decimal", "%1."))}
    found = read(body, numbering)
    assert lines(found) == accepted
    assert repairs(found)["tracked changes accepted"] == count
    found = read(body, numbering, REJECT)
    assert lines(found) == rejected
    assert repairs(found)["tracked changes rejected"] == count


def test_a_paragraph_taken_out_has_no_number() -> None:
    body = p("One", listed()) + p(gone("Two"), listed() + mark_of("del")) + p("Three", listed())
    numbering = {"numbering": w_list(("decimal", "%1."))}
    assert lines(read(body, numbering)) == ["1. One", "2. Three"]
    assert lines(read(body, numbering, REJECT)) == ["1. One", "2. Two", "3. Three"]


def test_a_note_whose_mark_is_taken_out_goes_with_it() -> None:
    body = p(r("One") + f"<w:del {WHO}>{mark(1)}</w:del>" + r(" two") + mark(2))
    footnotes = {"footnotes": note(1, "The first.") + note(2, "The second.")}
    found = read(body, footnotes)
    assert (lines(found), notes(found)) == (["One two[^1]"], ["1 The second."])
    assert repairs(found)["notes of deleted words left out"] == 1
    assert not found.residues
    found = read(body, footnotes, REJECT)
    assert lines(found) == ["One[^1] two[^2]"]


def test_changes_inside_notes_count_as_well() -> None:
    footnotes = {"footnotes": note(1, r("A/80/") + gone("1") + ins(r("2")))}
    found = read(p(r("One") + mark(1)), footnotes)
    assert notes(found) == ["1 A/80/2"]
    assert repairs(found)["tracked changes accepted"] == 2
