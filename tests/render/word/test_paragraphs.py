"""Each part of a text has its style, its label typed with tabs, and its place on the line."""

from __future__ import annotations

import pytest

from drafter.document import Closing, Heading, HeadingRole, Paragraph, Role, Run

from .reading import paragraphs, small, style, value, words

TEXT = (Run("words"),)

ROLES = [
    (Paragraph(Role.ORGAN_LINE, TEXT), "SingleTxt", "|words", "", ""),
    (Paragraph(Role.PREAMBULAR, TEXT), "SingleTxt", "|words", "", ""),
    (Paragraph(Role.PREAMBULAR, TEXT, quoted=True), "SingleTxt", "|words", "1742", ""),
    (Paragraph(Role.OPERATIVE, TEXT, label="1."), "SingleTxt", "|1.|words", "", ""),
    (Paragraph(Role.OPERATIVE, TEXT), "SingleTxt", "|words", "", ""),
    (
        Paragraph(Role.OPERATIVE, TEXT, label="4.", quoted=True),
        "SingleTxt",
        "|4.|words",
        "1742",
        "",
    ),
    (Paragraph(Role.PLAIN, TEXT), "SingleTxt", "|words", "", ""),
    (Paragraph(Role.NUMBERED, TEXT, label="1."), "SingleTxt", "1.|words", "", ""),
    (Paragraph(Role.ITEM, TEXT, label="(a)", level=1), "SingleTxt", "|(a)|words", "", ""),
    (Paragraph(Role.ITEM, TEXT, label="(i)", level=2), "SingleTxt", "|(i)|words", "1742", "475"),
    (Paragraph(Role.ITEM, TEXT, label="a.", level=3), "SingleTxt", "|a.|words", "2218", "475"),
    (Paragraph(Role.ITEM, TEXT, label="i.", level=4), "SingleTxt", "|i.|words", "2693", "475"),
    (Paragraph(Role.ITEM, TEXT, label="x.", level=9), "SingleTxt", "|x.|words", "2693", "475"),
    (Paragraph(Role.RESUMED, TEXT, level=0), "SingleTxt", "words", "", ""),
    (Paragraph(Role.RESUMED, TEXT, level=2), "SingleTxt", "words", "1742", ""),
    (Heading(HeadingRole.PART, TEXT, label="I."), "HCh", "|I.|words", "1267", "1267"),
    (Heading(HeadingRole.SUBPART, TEXT, label="A."), "H1", "|A.|words", "1267", "1267"),
    (Heading(HeadingRole.DRAFT, TEXT), "H1", "||words", "1267", "1267"),
    (Heading(HeadingRole.TEXT_TITLE, TEXT), "H1", "||words", "1267", "1267"),
    (Heading(HeadingRole.LETTER, (), label="A"), "H1", "||A", "1267", "1267"),
    (Heading(HeadingRole.ANNEX, (), label="Annex"), "H23", "||Annex", "1267", "1267"),
    (Heading(HeadingRole.SIDE, TEXT), "H23", "||words", "1267", "1267"),
    (Heading(HeadingRole.MINOR, TEXT), "H4", "||words", "1267", "1267"),
]


@pytest.mark.parametrize(("block", "name", "text", "left", "hanging"), ROLES)
def test_every_role_has_its_form(block, name, text, left, hanging):
    found = paragraphs(small(block))[0]
    assert style(found) == name
    assert words(found) == text
    assert value(found, "w:pPr/w:ind/@w:left") == left
    assert value(found, "w:pPr/w:ind/@w:hanging") == hanging


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("level", range(6))
def test_no_role_is_without_a_form(role, level):
    assert paragraphs(small(Paragraph(role, TEXT, label="1.", level=level)))


@pytest.mark.parametrize("role", list(HeadingRole))
def test_no_heading_is_without_a_form(role):
    assert words(paragraphs(small(Heading(role, TEXT, label="X")))[0])


def test_a_label_stands_above_the_title_of_a_side_heading_and_an_annex():
    blocks = (
        Heading(HeadingRole.SIDE, TEXT, label="I"),
        Heading(HeadingRole.ANNEX, (Run("title"),), label="Annex II"),
    )
    found = [words(p) for p in paragraphs(small(*blocks))]
    assert found == ["||I", "||words", "||Annex II", "||title"]


def test_headings_hold_on_to_the_lines_below_them():
    document = small(Heading(HeadingRole.SIDE, TEXT), Paragraph(Role.PLAIN, TEXT))
    heading = paragraphs(document)[0]
    gap = heading.getnext()
    assert value(gap, "w:pPr/w:spacing/@w:line") == "120"
    assert value(gap, "count(w:pPr/w:keepNext)") == "1"


def test_the_last_paragraph_holds_on_to_the_final_rule():
    last = paragraphs(small(Paragraph(Role.PLAIN, TEXT)))[-1]
    assert value(last, "count(w:pPr/w:keepNext)") == "1"
    assert value(last.getnext(), "w:pPr/w:pBdr/w:bottom/@w:sz") == "2"


def test_closing_lines_are_italic_and_to_the_right():
    lines = paragraphs(small(Closing(("52nd plenary meeting", "1 December 2025"))))
    assert [words(line) for line in lines] == ["52nd plenary meeting", "1\u00a0December 2025"]
    assert {value(line, "w:pPr/w:jc/@w:val") for line in lines} == {"right"}
    assert {value(line, "count(w:r/w:rPr/w:i)") for line in lines} == {"1"}


GAPS = [
    ((Heading(HeadingRole.PART, TEXT), Heading(HeadingRole.SUBPART, TEXT)), 2),
    ((Heading(HeadingRole.DRAFT, TEXT), Heading(HeadingRole.TEXT_TITLE, TEXT)), 0),
    ((Heading(HeadingRole.LETTER, TEXT), Heading(HeadingRole.TEXT_TITLE, TEXT)), 0),
    ((Paragraph(Role.PLAIN, TEXT), Heading(HeadingRole.TEXT_TITLE, TEXT)), 2),
    ((Paragraph(Role.PLAIN, TEXT), Heading(HeadingRole.SIDE, TEXT)), 1),
    ((Heading(HeadingRole.MINOR, TEXT), Paragraph(Role.PLAIN, TEXT)), 1),
    ((Paragraph(Role.PLAIN, TEXT), Paragraph(Role.PLAIN, TEXT)), 0),
    ((Paragraph(Role.PLAIN, TEXT), Closing(("1st plenary meeting",))), 1),
]


@pytest.mark.parametrize(("blocks", "count"), GAPS)
def test_blocks_are_parted_by_empty_lines(blocks, count):
    upper, lower = paragraphs(small(*blocks))
    between = 0
    at = upper.getnext()
    while at is not lower:
        between += 1
        at = at.getnext()
    assert between == count
