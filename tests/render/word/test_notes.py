"""Footnotes are counted by Word, marked once, and pointed at again by a field."""

from __future__ import annotations

import msgspec
import pytest

from drafter.document import (
    AsteriskNote,
    Front,
    Mark,
    Note,
    Paragraph,
    Role,
    Run,
    Star,
    Table,
)
from drafter.render.word import WordOptions

from .reading import NAMES, W, paragraphs, part, small, value, words

TYPED = WordOptions(typed_marks=True)


def noted(*marks: Mark, scope: int = 0) -> Paragraph:
    return Paragraph(Role.PLAIN, (Run("text"), *marks), scope=scope)


def note(name: str, number: int, scope: int = 0) -> Note:
    return Note(name, number, (Run(f"note {name}"),), scope=scope)


def written(document, options=None):
    """Return the notes of the footnotes part, without the separators."""
    root = part(document, "footnotes", options)
    return [n for n in root.findall("w:footnote", NAMES) if not value(n, "@w:type")]


def test_notes_stand_in_the_order_of_their_marks():
    document = small(noted(Mark(1, "b")), noted(Mark(2, "a")), notes=(note("a", 2), note("b", 1)))
    assert [words(n) for n in written(document)] == ["|note b", "|note a"]
    assert [value(n, "@w:id") for n in written(document)] == ["1", "2"]
    references = part(document).iter(f"{W}footnoteReference")
    assert [value(r, "@w:id") for r in references] == ["1", "2"]


def test_a_note_is_marked_once_and_then_pointed_at():
    document = small(noted(Mark(1, "a")), noted(Mark(1, "a", again=True)), notes=(note("a", 1),))
    first, again = paragraphs(document)
    name = value(first, "w:bookmarkStart/@w:name")
    assert (
        value(first, "w:bookmarkStart/following-sibling::w:r[1]/w:footnoteReference/@w:id") == "1"
    )
    assert f"NOTEREF {name} \\f \\h" in value(again, ".//w:instrText")
    assert words(again) == "|text1"
    assert {value(run, "w:rPr/w:rStyle/@w:val") for run in again.findall("w:r", NAMES)[2:]} == {
        "FootnoteReference"
    }


def test_marks_side_by_side_are_parted_by_a_raised_comma():
    document = small(noted(Mark(1, "a"), Mark(2, "b")), notes=(note("a", 1), note("b", 2)))
    runs = paragraphs(document)[0].findall("w:r", NAMES)
    assert [words(run) for run in runs] == ["|", "text", "", ",", ""]
    assert value(runs[3], "w:rPr/w:vertAlign/@w:val") == "superscript"


def test_marks_in_tables_count_too():
    table = Table(((Run("a"),),), (((Run("b"), Mark(1, "a")),),), ())
    document = small(table, noted(Mark(2, "b")), notes=(note("a", 1), note("b", 2)))
    assert [words(n) for n in written(document)] == ["|note a", "|note b"]


def test_the_separators_are_underscores():
    root = part(small(), "footnotes")
    separators = root.findall("w:footnote", NAMES)
    assert [value(s, "@w:id") for s in separators] == ["-1", "0"]
    assert [words(s) for s in separators] == ["_" * 18] * 2


@pytest.mark.parametrize(("number", "start"), [(9, 1139), (10, 1084), (100, 1028)])
def test_numbers_end_at_the_same_place(number, start):
    """Numerals of 2.78 points end at 1195 twips: issued documents have them at 117.0 and 114.2."""
    marks = tuple(Mark(n, f"n{n}") for n in range(1, number + 1))
    notes = tuple(note(f"n{n}", n) for n in range(1, number + 1))
    last = written(small(noted(*marks), notes=notes))[-1]
    left, hanging = (int(value(last, f"w:p/w:pPr/w:ind/@w:{side}")) for side in ("left", "hanging"))
    assert left - hanging == start


def test_typed_marks_leave_nothing_to_count():
    document = small(
        noted(Mark(7, "a"), Mark(8, "b")),
        noted(Mark(7, "a", again=True)),
        notes=(note("a", 7), note("b", 8)),
    )
    root = part(document, options=TYPED)
    references = list(root.iter(f"{W}footnoteReference"))
    assert [value(r, "@w:customMarkFollows") for r in references] == ["1", "1"]
    unseen = "\u200b"
    assert [words(p) for p in paragraphs(document, TYPED)] == [
        f"|text7{unseen},8{unseen}",
        "|text7",
    ]
    assert not list(root.iter(f"{W}fldChar"))


def scoped():
    blocks = (
        noted(Mark(1, "a"), Mark(2, "b")),
        noted(Mark(1, "c", again=False), scope=1),
        noted(Mark(1, "d"), scope=2),
        noted(Mark(3, "e")),
    )
    notes = (note("a", 1), note("b", 2), note("c", 1, 1), note("d", 1, 2), note("e", 3))
    return small(*blocks, notes=notes)


def test_every_text_of_a_report_counts_its_notes_from_one():
    sections = list(part(scoped()).iter(f"{W}sectPr"))
    starts = [value(s, "w:footnotePr/w:numStart/@w:val") for s in sections]
    assert starts == ["", "", "", "3"]
    assert {value(s, "w:footnotePr/w:numRestart/@w:val") for s in sections} == {"eachSect"}
    assert [value(s, "w:type/@w:val") for s in sections] == ["", *["continuous"] * 3]
    assert [value(s, "count(w:headerReference)") for s in sections] == ["3", "0", "0", "0"]
    assert [value(s, "count(w:titlePg)") for s in sections] == ["1", "0", "0", "0"]


@pytest.mark.parametrize(
    ("document", "options"),
    [
        (scoped(), TYPED),
        (small(noted(Mark(1, "a")), noted(scope=1), notes=(note("a", 1),)), None),
        (small(), None),
    ],
)
def test_one_section_is_enough_where_nothing_starts_again(document, options):
    section = list(part(document, options=options).iter(f"{W}sectPr"))
    assert [value(s, "count(w:headerReference)") for s in section] == ["3"]
    assert section[0].find("w:footnotePr", NAMES) is None


STAR = AsteriskNote("*", (Run("On behalf of the Group."),))
LONG = "considers " * 60


def starred(*blocks, notes=(), stars=(STAR,)):
    front = Front(submitter=(Run("Cuba:"), Star("*"), Run(" draft resolution")))
    return small(*blocks, notes=notes, front=front, asterisk_notes=stars)


def frames(document):
    return part(document).xpath("//w:p[w:pPr/w:framePr]", namespaces=NAMES)


def test_a_star_alone_on_page_1_has_a_frame_above_the_footer():
    rule, text = frames(starred())
    assert set(words(rule)) == {"_"}
    assert words(text) == "|*|On behalf of the Group."
    assert value(text, "w:pPr/w:framePr/@w:y") == "14201"
    assert not written(starred())


def test_a_star_beside_numbered_notes_is_a_footnote_above_them():
    document = starred(noted(Mark(1, "a")), notes=(note("a", 1),))
    assert not frames(document)
    assert [words(n) for n in written(document)] == ["*|On behalf of the Group.", "|note a"]
    star = part(document).find(".//w:footnoteReference", NAMES)
    assert value(star, "@w:customMarkFollows") == "1"
    assert words(star.getparent()) == "*"
    assert value(star.getparent(), "w:rPr/w:b/@w:val") == "0"


@pytest.mark.parametrize(("before", "framed"), [(2, False), (8, True), (12, True)])
def test_notes_of_later_pages_do_not_move_the_star(before, framed):
    """Each paragraph fills eight or nine lines; page 1 has room for about four of them."""
    blocks = [Paragraph(Role.PLAIN, (Run(LONG),)) for _ in range(before)]
    document = starred(*blocks, noted(Mark(1, "a")), notes=(note("a", 1),))
    assert bool(frames(document)) is framed


def test_the_frame_grows_upwards():
    long = AsteriskNote("**", (Run("words " * 80),))
    heights = [
        int(value(frames(starred(stars=s))[0], "w:pPr/w:framePr/@w:y"))
        for s in ((STAR,), (STAR, long))
    ]
    assert heights[0] - heights[1] > 3 * 196 - 10


def test_a_star_of_the_masthead_has_its_note_in_the_frame():
    reissued = AsteriskNote("**", (Run("Reissued."),))
    document = starred(noted(Mark(1, "a")), notes=(note("a", 1),), stars=(STAR, reissued))
    assert [words(p) for p in frames(document)][1:] == ["|**|Reissued."]


def test_stars_may_follow_the_agenda_line():
    masthead = msgspec.structs.replace(small().masthead, agenda_stars="*")
    document = msgspec.structs.replace(small(), masthead=masthead, asterisk_notes=(STAR,))
    found = part(document).xpath(
        "//w:p[w:pPr/w:pStyle/@w:val='AgendaItemNormal']", namespaces=NAMES
    )
    assert words(found[0]) == "Agenda item 7*"
