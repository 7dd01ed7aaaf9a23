"""Notes: those that Word counts, and those that somebody typed."""

from __future__ import annotations

import pytest

from .building import field, lines, listed, mark, note, notes, p, r, read, repairs, w_list

HIGH = '<w:vertAlign w:val="superscript"/>'
SMALL = '<w:sz w:val="16"/>'


def bookmarked(name: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="7" w:name="{name}"/>{content}<w:bookmarkEnd w:id="7"/>'


def section(properties: str) -> str:
    return f"<w:p><w:pPr><w:sectPr>{properties}</w:sectPr></w:pPr></w:p>"


def custom(name: int, sign: str) -> str:
    reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="{name}"/>'
    return f"<w:r>{reference}<w:t>{sign}</w:t></w:r>"


ANEW = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'


def test_notes_count_in_the_order_of_their_marks() -> None:
    body = p(r("One,") + mark(5) + r(" two") + mark(2)) + p(r("Three") + mark(9))
    footnotes = note(2, "Second.") + note(9, "Third.") + note(5, "First.")
    found = read(body, {"footnotes": footnotes})
    assert lines(found) == ["One,[^1] two[^2]", "Three[^3]"]
    assert notes(found) == ["1 First.", "2 Second.", "3 Third."]
    assert [each.after for each in found.notes] == [0, 0, 1]
    assert not found.residues


def test_a_note_may_have_several_paragraphs_and_looks() -> None:
    body = p(r("One") + mark(1))
    footnotes = note(1, r("Treaty Series", "<w:i/>") + r(", vol. 1."), "See also below.")
    assert notes(read(body, {"footnotes": footnotes})) == [
        "1 *Treaty Series*, vol. 1. See also below."
    ]


def test_separators_are_no_notes() -> None:
    rule = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>____</w:t></w:r></w:p></w:footnote>'
    found = read(p(r("One") + mark(1)), {"footnotes": rule + note(1, "First.")})
    assert (notes(found), found.residues) == (["1 First."], ())


def test_the_number_of_a_note_said_again_is_its_mark() -> None:
    again = field("NOTEREF _RefFn1 \\f \\h", "9", HIGH)
    body = p(r("One") + bookmarked("_RefFn1", mark(1)) + r(" two") + mark(2) + r(" again") + again)
    found = read(body, {"footnotes": note(1, "First.") + note(2, "Second.")})
    assert lines(found) == ["One[^1] two[^2] again[^1]"]


def test_the_number_of_a_note_in_the_words_stays_a_word() -> None:
    plain = field("NOTEREF _RefFn1 \\h", "1")
    body = p(r("One") + bookmarked("_RefFn1", mark(1)) + r(", see note ") + plain)
    assert lines(read(body, {"footnotes": note(1, "First.")})) == ["One[^1], see note 1"]


def test_a_note_said_again_whose_bookmark_is_gone_keeps_its_figure() -> None:
    body = p(r("One") + field("NOTEREF _Gone \\f", "4", HIGH))
    assert lines(read(body)) == ["One⁴"]


def test_numbers_begin_anew_in_each_section() -> None:
    body = (
        p(r("One") + mark(1)) + p(r("Two") + mark(2)) + section(ANEW)
        + p(r("Three") + mark(3)) + f"<w:sectPr>{ANEW}</w:sectPr>"
    )  # fmt: skip
    footnotes = note(1, "A.") + note(2, "B.") + note(3, "C.")
    found = read(body, {"footnotes": footnotes})
    assert lines(found) == ["One[^1]", "Two[^2]", "Three[^1]"]
    assert [(each.mark, each.after) for each in found.notes] == [("1", 0), ("2", 1), ("1", 2)]


def test_a_section_may_begin_with_another_number_and_other_figures() -> None:
    how = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    body = p(r("One") + mark(1)) + f"<w:sectPr>{how}</w:sectPr>"
    assert lines(read(body, {"footnotes": note(1, "A.")})) == ["One[^c]"]


def test_marks_of_their_own() -> None:
    body = p(r("Zambia") + custom(1, "*") + r(": draft resolution")) + p(r("One") + mark(2))
    footnotes = note(1, r("*\tOn behalf of the Group.")) + note(2, "First.")
    found = read(body, {"footnotes": footnotes.replace("<w:footnoteRef/>", "", 1)})
    assert lines(found) == ["Zambia[^*]: draft resolution", "One[^1]"]
    assert notes(found) == ["* On behalf of the Group.", "1 First."]


def test_marks_typed_before_a_reference_that_shows_nothing() -> None:
    body = p(r("One") + r("12", HIGH) + custom(1, "\u200b") + r(" and more"))
    found = read(body, {"footnotes": note(1, r("12", HIGH) + r("\tFirst."))})
    assert (lines(found), notes(found)) == (["One[^12] and more"], ["12 First."])


def test_a_mark_of_its_own_that_shows_nothing() -> None:
    for sign in ("", "\u200b"):
        found = read(p(custom(1, sign)), {"footnotes": note(1, "First.")})
        assert (lines(found), notes(found)) == (["[^*]"], ["* First."])


def test_a_note_asked_for_twice_counts_twice() -> None:
    found = read(p(r("One") + mark(1) + r(" two") + mark(1)), {"footnotes": note(1, "A.")})
    assert (lines(found), notes(found)) == (["One[^1] two[^2]"], ["1 A.", "2 A."])


def test_figures_of_the_settings() -> None:
    how = '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>'
    found = read(p(r("One") + mark(1)), {"footnotes": note(1, "A."), "settings": how})
    assert notes(found) == ["* A."]


def test_the_raised_comma_between_two_marks_is_no_word() -> None:
    body = p(r("One") + mark(1) + r(",", HIGH) + mark(2) + r(", two"))
    assert lines(read(body, {"footnotes": note(1, "A.") + note(2, "B.")})) == ["One[^1][^2], two"]


def test_endnotes_beside_footnotes_have_marks_of_their_own() -> None:
    decimal = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    body = (
        p(r("One") + mark(1) + r(" two") + mark(1, "endnote")) + f"<w:sectPr>{decimal}</w:sectPr>"
    )
    parts = {"footnotes": note(1, "A."), "endnotes": note(1, "B.", kind="endnote")}
    found = read(body, parts)
    assert (lines(found), notes(found)) == (["One[^1] two[^e1]"], ["1 A.", "e1 B."])


def test_a_note_that_no_mark_asks_for_is_kept() -> None:
    found = read(p("One"), {"footnotes": note(1, "Nobody asks for it.")})
    assert [each.text for each in found.residues] == ["Nobody asks for it."]


def test_a_hidden_mark_counts_for_nothing() -> None:
    hidden = mark(1).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    found = read(p(r("One") + hidden + mark(2)), {"footnotes": note(1, "A.") + note(2, "B.")})
    assert (lines(found), notes(found)) == (["One[^1]"], ["1 B."])


def test_a_mark_without_its_note_stays_a_mark() -> None:
    found = read(p(r("One") + mark(4)))
    assert (lines(found), notes(found)) == (["One[^1]"], ["1 "])


# --- typed ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("heading", ["Notes", "________________", "Endnotes:"])
def test_a_list_of_notes_below_the_text(heading: str) -> None:
    body = (
        p(r("Recalling its resolution,") + r("1", HIGH) + r(" and the report") + r("2", HIGH))
        + p("1. Decides to act.") + p(heading) + p("1. Resolution 70/1.") + p("2. A/80/2.")
    )  # fmt: skip
    found = read(body)
    assert lines(found) == [
        "Recalling its resolution,[^1] and the report[^2]",
        "1. Decides to act.",
    ]
    assert notes(found) == ["1 Resolution 70/1.", "2 A/80/2."]


def test_a_list_of_notes_that_word_counts() -> None:
    body = p(r("One") + r("1", HIGH) + r(" two") + r("2", HIGH)) + p("Notes")
    items = p("First.", listed()) + p("Second.", listed())
    found = read(body + items, {"numbering": w_list(("decimal", "%1."))})
    assert (lines(found), notes(found)) == (["One[^1] two[^2]"], ["1 First.", "2 Second."])


def test_raised_figures_in_front_of_notes_need_no_heading() -> None:
    body = (
        p(r("One,") + r("1", HIGH) + r(" two") + r("2, 3", HIGH))
        + p(r("1", HIGH) + r(" First.")) + p(r("\t") + r("2", HIGH) + r("Second."))
        + p(r("3", HIGH) + r("\tThird."))
    )  # fmt: skip
    found = read(body)
    assert lines(found) == ["One,[^1] two[^2][^3]"]
    assert notes(found) == ["1 First.", "2 Second.", "3 Third."]


def test_each_text_has_its_list_below_it() -> None:
    one = p(r("One") + r("1", HIGH)) + p(r("1", HIGH) + r(" First."))
    two = p(r("Two") + r("1", HIGH)) + p(r("1", HIGH) + r(" Second."))
    found = read(one + two)
    assert notes(found) == ["1 First.", "1 Second."]
    assert [each.after for each in found.notes] == [0, 1]


def test_numbered_paragraphs_are_no_notes() -> None:
    body = p(r("Of ") + r("1", HIGH)) + p("1. Decides to act.") + p("2. Decides more.")
    assert lines(read(body)) == ["Of ¹", "1. Decides to act.", "2. Decides more."]


def test_powers_and_measures_are_no_marks() -> None:
    body = p(r("An area of 10 km") + r("1", HIGH) + r(".")) + p(r("1", HIGH) + r(" Not a note."))
    assert lines(read(body)) == ["An area of 10 km¹.", "¹ Not a note."]


def test_marks_in_brackets_as_web_pages_have_them() -> None:
    body = (
        p("Recalling its resolution[1] and the report,[2]") + p("[1] A/70/1.") + p("[2]\tA/80/2.")
    )
    found = read(body)
    assert lines(found) == ["Recalling its resolution[^1] and the report,[^2]"]
    assert notes(found) == ["1 A/70/1.", "2 A/80/2."]
    assert lines(read(p("Expands [1] and [2]"))) == ["Expands [1] and [2]"]


def test_the_figure_of_a_note_typed_again_is_its_mark() -> None:
    body = p(r("Before") + r("2", HIGH)) + p(r("One") + mark(1)) + p(r("Again") + r("1", HIGH))
    found = read(body, {"footnotes": note(1, "A.")})
    assert lines(found) == ["Before²", "One[^1]", "Again[^1]"]


def test_asterisk_notes_in_a_frame_or_below_a_rule() -> None:
    frame = '<w:framePr w:w="9000" w:y="14000"/>'
    title = p("Zambia:* draft resolution")
    framed = p("______", frame) + p(r("\t*\tOn behalf of the Group."), frame) + title
    ruled = title + p("______") + p(r("* On behalf of the Group."))
    for body in (framed, ruled):
        found = read(body)
        assert notes(found) == ["* On behalf of the Group."]
        assert lines(found) == ["Zambia:[^*] draft resolution"]
        assert repairs(found) == {"rules of underscores left out": 1}


def test_an_asterisk_note_that_a_line_asks_for() -> None:
    body = p("Zambia*: draft resolution") + p("Decides to act.") + p("* On behalf of the Group.")
    found = read(body)
    assert lines(found) == ["Zambia[^*]: draft resolution", "Decides to act."]
    assert notes(found) == ["* On behalf of the Group."]


def test_stars_elsewhere_are_words() -> None:
    assert lines(read(p("* No note at all"))) == ["\\* No note at all"]


# --- comments ---------------------------------------------------------------------------------------


def comment(name: int, author: str, text: str) -> str:
    return f'<w:comment w:id="{name}" w:author="{author}">{p(text)}</w:comment>'


def test_comments_stay_with_their_paragraph() -> None:
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    other = '<w:r><w:commentReference w:id="1"/></w:r>'
    body = p("One") + p(start + r("Two")) + p(r("Three") + end + reference + other)
    comments = comment(0, "Norway", "Can we live with this?") + comment(1, "", "No.")
    found = read(body, {"comments": comments})
    assert [chunk.comment for chunk in found.chunks] == [
        "",
        "Norway: Can we live with this?",
        "No.",
    ]


def test_what_the_document_system_notes_down_is_no_comment() -> None:
    body = p('<w:r><w:commentReference w:id="0"/></w:r>') + p("One")
    machine = "&lt;&lt;ODS JOB NO&gt;&gt;N26"
    found = read(body, {"comments": comment(0, "Start", machine)})
    assert [chunk.comment for chunk in found.chunks] == [""]
    assert repairs(found) == {"comments of the document system left out": 1}


def test_comments_on_notes() -> None:
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    footnotes = note(1, r("First.") + reference)
    parts = {"footnotes": footnotes, "comments": comment(0, "Fiji", "Which one?")}
    assert read(p(r("One") + mark(1)), parts).notes[0].comment == "Fiji: Which one?"
