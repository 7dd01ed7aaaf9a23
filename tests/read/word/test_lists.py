"""Automatic numbering: each paragraph has the label that Word shows."""

from __future__ import annotations

import pytest

from .building import lines, listed, p, read, style, w_list

DECIMAL = ("decimal", "%1.")
LETTER = ("lowerLetter", "(%2)")
ROMAN = ("lowerRoman", "(%3)")
THREE = (DECIMAL, LETTER, ROMAN)


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    found = read(body, {"numbering": numbering, "styles": styles})
    return [chunk.label for chunk in found.chunks]


def items(*depths: int, number: int = 1) -> str:
    return "".join(p("Words", listed(number, depth)) for depth in depths)


def test_levels_count_below_each_other() -> None:
    found = labels(items(0, 1, 1, 2, 2, 0, 1, 2), w_list(*THREE))
    assert found == ["1.", "(a)", "(b)", "(i)", "(ii)", "2.", "(a)", "(i)"]


def test_levels_may_show_those_above() -> None:
    numbering = w_list(DECIMAL, ("decimal", "%1.%2"), ("upperLetter", "%1.%2.%3"))
    assert labels(items(0, 1, 2, 2, 0, 1), numbering) == [
        "1.",
        "1.1",
        "1.1.A",
        "1.1.B",
        "2.",
        "2.1",
    ]


def test_a_level_without_those_above_counts_from_their_start() -> None:
    assert labels(items(1, 1), w_list(DECIMAL, ("decimal", "%1.%2"))) == ["1.1", "1.2"]


def test_lists_begin_where_they_say() -> None:
    assert labels(items(0, 0), w_list(("decimal", "%1.", '<w:start w:val="7"/>'))) == ["7.", "8."]


def test_a_level_may_go_on_whatever_stands_above() -> None:
    numbering = w_list(DECIMAL, ("lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>'))
    assert labels(items(0, 1, 0, 1), numbering) == ["1.", "(a)", "2.", "(b)"]


def test_lists_of_one_kind_share_their_count_unless_they_begin_anew() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = items(0, 0) + items(0, number=2) + items(0, 0, number=3)
    assert labels(body, w_list(*THREE, more=more)) == ["1.", "2.", "3.", "1.", "2."]


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("upperRoman", "%1.", "III."),
        ("upperLetter", "%1", "C"),
        ("ordinal", "%1", "3rd"),
        ("cardinalText", "%1", "Three"),
        ("ordinalText", "%1", "Third"),
        ("decimalZero", "%1", "03"),
        ("bullet", "\uf0b7", "•"),
        ("bullet", "-", "–"),
        ("bullet", "o", "◦"),
        ("none", "%1", ""),
        ("aFormatOfTheFuture", "%1)", "3)"),
        ("upperRoman", "Chapter %1", "Chapter III"),
    ],
)
def test_formats(kind: str, text: str, label: str) -> None:
    assert labels(items(0, 0, 0), w_list((kind, text)))[-1] == label


def test_letters_double_after_z() -> None:
    assert labels(items(*[0] * 28), w_list(("lowerLetter", "(%1)")))[-2:] == ["(aa)", "(bb)"]


def test_a_style_may_hold_the_list() -> None:
    numbering = w_list(("decimal", "%1.", '<w:pStyle w:val="Op"/>'), LETTER)
    styles = (
        '<w:style w:type="paragraph" w:styleId="Op"><w:name w:val="Op"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="Op"/><w:pPr>'
        '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    body = p("One", style("Op")) + p("Not one", style("Off")) + p("Two", style("Op"))
    assert labels(body, numbering, styles) == ["1.", "", "2."]


def test_indents_come_from_the_list_unless_the_paragraph_has_its_own() -> None:
    indent = '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    numbering = w_list(("decimal", "%1.", indent))
    long = "Words that are long enough to show where the margin of the running text may be. " * 2
    own = '<w:ind w:left="1440" w:firstLine="0"/>'
    body = p(long) + p("In", listed()) + p("Further in", listed() + own)
    found = read(body, {"numbering": numbering})
    assert [(chunk.indent, chunk.wrap) for chunk in found.chunks] == [(0, 0), (36, 36), (108, 72)]


def test_labels_made_by_the_list_are_not_searched_for_in_the_words() -> None:
    found = read(p("(a) and (b) above", listed()), {"numbering": w_list(DECIMAL)})
    assert lines(found) == ["1. (a) and (b) above"]


def test_words_of_a_label_are_kept() -> None:
    found = read(p("Recalling", listed()), {"numbering": w_list(("decimal", "PP%1"))})
    assert lines(found) == ["PP1 Recalling"]


def test_linked_lists() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Mine"/></w:abstractNum>'
        + w_list(DECIMAL, inside='<w:styleLink w:val="Mine"/>')
        + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels(items(0, number=2) + items(0), numbering) == ["1.", "2."]
