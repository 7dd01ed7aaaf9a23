"""What the author wrote reaches the page whole, and nothing that XML cannot hold."""

from __future__ import annotations

import pytest

from drafter.document import Paragraph, Role, Run
from drafter.render.word import WordOptions
from drafter.render.word.glue import glue
from drafter.render.word.lines import filled
from drafter.render.word.markup import escape
from drafter.render.word.measure import Face, fill, pieces, width
from drafter.render.word.symbol import split_symbol

from .reading import NAMES, paragraphs, part, small, value, words

HOSTILE = [
    ("a < b & c > d", "a < b & c > d"),
    ('"quoted"', '"quoted"'),
    ("bell\x07 null\x00 page\x0c", "bell null page"),
    ("half \ud800 pair", "half  pair"),
    ("not a character \uffff", "not a character "),
    ("beyond \U0001f600 the plane", "beyond \U0001f600 the plane"),
    ("]]> and <!-- -->", "]]> and <!-- -->"),
    ("two\nlines", "two\nlines"),
    ("a\ttab", "a|tab"),
    ("A/80/L.1\u2011A", "A/80/L.1-A"),
    ("$after ${name}", "$after ${name}"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_any_text_can_be_written(text, expected):
    found = paragraphs(small(Paragraph(Role.RESUMED, (Run(text),))))
    assert words(found[0]) == expected


def test_escape_leaves_ordinary_text_alone():
    assert escape("Côte d’Ivoire – “yes”") == "Côte d’Ivoire – “yes”"


GLUED = [
    ("9 million people", "9~million people"),
    ("52 per cent", "52~per cent"),
    ("resolution 72/266 A of", "resolution 72/266~A of"),
    ("paragraph 2 (b) above", "paragraph 2~(b) above"),
    ("section IV of", "section~IV of"),
    ("on 1 December 2025", "on 1~December 2025"),
    ("from 14 to 25 April", "from 14 to 25~April"),
    ("vol. 1833, No. 31363", "vol.~1833, No.~31363"),
    ("paras. 5 and 6, para. 7", "paras.~5 and 6, para.~7"),
    ("chap. III, sect. A", "chap.~III, sect.~A"),
    ("article 5 of Article 73", "article~5 of Article~73"),
    ("$9.9 million and $5 billion", "$9.9~million and $5~billion"),
    ("Ms. Ada Example", "Ms.~Ada Example"),
    ("Committee (Fourth Committee)", "Committee (Fourth~Committee)"),
]
LOOSE = [
    "resolution 72/249 of 24",
    "articles of faith",
    "the Fourth Committee",
    "paragraph 5",
    "No one",
]


@pytest.mark.parametrize(("text", "expected"), GLUED)
def test_words_that_belong_together_are_glued(text, expected):
    assert glue(text) == expected.replace("~", "\u00a0")


@pytest.mark.parametrize("text", LOOSE)
def test_other_words_are_not_glued(text):
    assert glue(text) == text


def test_a_symbol_is_split_after_the_organ():
    assert split_symbol("A/C.3/80/L.1") == ("A", "/C.3/80/L.1")
    assert split_symbol("draft") == ("draft", "")


# Lines of issued documents and where they end, in points from the indent at 123.4.
MEASURED = [
    ("Destruction and for the Organisation for the", Face(), 191.9),
    ("Agenda item 107", Face(), 73.5),
    ("Eightieth session", Face(bold=True, spacing=0.1), 75.0),
]


@pytest.mark.parametrize(("text", "face", "points"), MEASURED)
def test_words_measure_as_they_print(text, face, points):
    assert width(text, face) == pytest.approx(points, rel=0.02)


def test_an_unknown_character_has_a_width():
    assert width("\u4e00", Face()) > 0


def test_lines_end_at_spaces_hyphens_and_dashes():
    face = Face()
    found = [round(piece.width) for piece in pieces("self-determination 5–13", face)]
    expected = [round(width(text, face)) for text in ("self-", "determination", "5–", "13")]
    assert found == expected


def test_lines_are_filled_one_after_the_other():
    lines = fill(pieces("one two three four five six", Face()), 40.0, 60.0)
    assert [len(line) for line in lines] == [2, 2, 2]


def test_a_title_breaks_where_its_line_is_full():
    face = Face(8.5, bold=True, scale=100, spacing=0)
    title = "Strengthening of cooperation in all the seas of the region"
    assert filled(title, face, 1000.0) == (title,)
    assert filled(title, face, 1.0) == tuple(title.split())
    assert " ".join(filled(title, face, 120.0)) == title
    assert filled("", face, 120.0) == ()


def test_links_are_blue_and_written_once():
    address = "https://docs.un.org/A/80/1"
    runs = (Run("A/80/1", link=address), Run(" and "), Run("again", link=address))
    found = paragraphs(small(Paragraph(Role.PLAIN, runs)))[0]
    links = found.findall("w:hyperlink", NAMES)
    assert [value(link, "w:r/w:rPr/w:rStyle/@w:val") for link in links] == ["Hyperlink"] * 2
    assert len({value(link, "@r:id") for link in links}) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "relative"])
def test_only_web_addresses_are_links(address):
    found = paragraphs(small(Paragraph(Role.PLAIN, (Run("here", link=address),))))[0]
    assert found.find("w:hyperlink", NAMES) is None
    assert words(found) == "|here"


def test_cross_references_lead_to_their_paragraph():
    blocks = (
        Paragraph(Role.OPERATIVE, (Run("first"),), label="1.", id="x"),
        Paragraph(Role.OPERATIVE, (Run("see "), Run("paragraph 1", target="x")), label="2."),
        Paragraph(Role.OPERATIVE, (Run("see "), Run("nothing", target="gone")), label="3."),
    )
    first, second, third = paragraphs(small(*blocks))
    assert value(first, "w:bookmarkStart/@w:name") == value(second, "w:hyperlink/@w:anchor") != ""
    assert third.find("w:hyperlink", NAMES) is None


def test_links_can_be_left_out():
    runs = (Run("A/80/1", link="https://docs.un.org/A/80/1"), Run("paragraph 1", target="x"))
    document = small(Paragraph(Role.PLAIN, runs, id="x"))
    assert part(document, options=WordOptions(links=False)).find(".//w:hyperlink", NAMES) is None


@pytest.mark.parametrize(("draft_mark", "colour"), [(True, "FFF6C0"), (False, "")])
def test_blanks_are_coloured_in_a_working_draft(draft_mark, colour):
    block = Paragraph(Role.PLAIN, (Run("[date]", blank=True),))
    found = paragraphs(small(block, draft_mark=draft_mark))[0]
    assert value(found, "w:r/w:rPr/w:shd/@w:fill") == colour
