"""Words and their looks: what a person sees on the page is what is read."""

from __future__ import annotations

import pytest

from drafter.read.files import Settings
from drafter.read.found import Align

from .building import field, lines, p, r, read, repairs, style

ITALIC, B = "<w:i/>", "<w:b/>"
HIGH, LOW = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


def one(content: str, styles: str = "", **links: str) -> str:
    return lines(read(p(content), {"styles": styles}, **links))[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("Recalling", ITALIC) + r(" its resolution"), "*Recalling* its resolution"),
        (r("Recalling ", ITALIC) + r("its resolution"), "*Recalling* its resolution"),
        (r("Recalling,", ITALIC) + r(" in this regard"), "*Recalling*, in this regard"),
        (r("Official", ITALIC) + r(" ") + r("Records", ITALIC) + r("."), "*Official Records*."),
        (r("Re", ITALIC) + r("calling", ITALIC) + r(" its", ITALIC) + r(" own"), "*Recalling its* own"),
        (r("of"), "of"),
        (r("  two   blanks \t and a tab "), "two blanks and a tab"),
        (r("5\u00a0May"), "5\u00a0May"),
        (r("co\u00adoperation\u200b"), "cooperation"),
        (r("co") + "<w:r><w:softHyphen/></w:r>" + r("operate"), "cooperate"),
        (r("P") + "<w:r><w:noBreakHyphen/></w:r>" + r("4"), "P\u20114"),
        (r("Title on\ntwo lines"), "Title on two lines"),
        (r("m") + r("2", HIGH), "m²"),
        (r("CO") + r("2", LOW), "CO₂"),
        (r("21") + r("st", HIGH) + r(" century"), "21st century"),
        (r("x", "<w:caps/>") + r("y", "<w:smallCaps/>"), "xy"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + r(" dot"), "• dot"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
        (r("\uf0b0", '<w:rFonts w:ascii="Symbol"/>'), "°"),
        (r("Official", ITALIC) + r(" ") + r("Loud", B), "*Official* **Loud**"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Other" w:char="F041"/></w:r>', "A"),
        ('<w:r><w:sym w:font="Symbol" w:char="none"/></w:r>' + r("x"), "x"),
        ('<w:r><w:sym w:font="Symbol" w:char="D800"/></w:r>' + r("x"), "x"),
        (r("2", '<w:position w:val="6"/><w:sz w:val="12"/>') + r("nd"), "²nd"),
        (r("Bold", B) + r(" and plain"), "**Bold** and plain"),
        (r("Off", '<w:i w:val="0"/>') + r("on", '<w:i w:val="true"/>'), "Off*on*"),
        ("<w:smartTag><w:smartTag>" + r("Deep") + "</w:smartTag></w:smartTag>", "Deep"),
        ("<w:customXml>" + r("Wrapped") + "</w:customXml>", "Wrapped"),
        ("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "E=mc"),
        ("<w:ruby><w:rt>" + r("above") + "</w:rt><w:rubyBase>" + r("base") + "</w:rubyBase></w:ruby>", "base"),
        ("<w:r><w:t>new\nline</w:t></w:r>", "new line"),
        ("<w:r><w:t>cut  </w:t><w:t>short</w:t></w:r>", "cutshort"),
    ],
)  # fmt: skip
def test_words(content: str, expected: str) -> None:
    assert one(content) == expected


def test_hidden_words_are_left_out_and_counted() -> None:
    found = read(p(r("Seen ") + r("unseen", "<w:vanish/>") + r("again")))
    assert lines(found) == ["Seen again"]
    assert repairs(found) == {"hidden words left out": 1}


def test_struck_words_stay_and_are_told() -> None:
    found = read(p(r("Stays ") + r("struck", "<w:strike/>")))
    assert lines(found) == ["Stays struck"]
    assert repairs(found) == {"struck-out words kept": 1}


STYLES = f"""
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Slanted"><w:basedOn w:val="Normal"/><w:rPr>{ITALIC}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Small"><w:basedOn w:val="Slanted"/>
<w:rPr><w:sz w:val="17"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:rPr>{ITALIC}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
"""


def test_looks_follow_the_styles() -> None:
    emphasis = '<w:rStyle w:val="Emphasis"/>'
    body = (
        p("Plain")
        + p("All", style("Small"))
        + p(r("in and ") + r("out", emphasis) + r(" and in"), style("Slanted"))
        + p(r("out and ") + r("in", emphasis))
        + p(r("roman", '<w:i w:val="0"/>') + r(" in"), style("Slanted"))
        + p("Round in a circle", style("A"))
    )
    found = read(body, {"styles": STYLES})
    assert lines(found) == [
        "Plain",
        "*All*",
        "*in and* out *and in*",
        "out and *in*",
        "roman *in*",
        "Round in a circle",
    ]
    assert [chunk.size for chunk in found.chunks] == [11, 8.5, 11, 11, 11, 11]
    assert [chunk.italic for chunk in found.chunks] == [False, True, False, False, False, False]


@pytest.mark.parametrize(
    ("name", "outline", "rank"),
    [
        ("heading 1", "", 1),
        ("Heading 3", "", 3),
        ("Title", "", 1),
        ("_ H _Ch", "0", 1),
        ("_ H_1", "0", 2),
        ("_ H_2/3", "1", 3),
        ("_ H_4", "3", 4),
        ("Title_H1", "0", 2),
        ("__Single Txt", "", 0),
        ("Mine", "1", 2),
        ("Mine", "9", 0),
    ],
)
def test_headings_by_style(name: str, outline: str, rank: int) -> None:
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline else ""
    styles = (
        f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{name}"/>'
        f"<w:pPr>{level}</w:pPr></w:style>"
    )
    chunk = read(p("Words", style("S")), {"styles": styles}).chunks[0]
    assert (chunk.heading, chunk.style) == (rank, name)


def test_places_of_the_official_layout() -> None:
    tabs = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in (1267, 1742, 2218, 2693))
    text = f'<w:tabs>{tabs}</w:tabs><w:ind w:left="1267" w:right="1267"/><w:jc w:val="both"/>'
    deeper = f'<w:tabs>{tabs}</w:tabs><w:ind w:left="1742" w:hanging="475"/>'
    title = f'<w:tabs><w:tab w:val="right" w:pos="1022"/>{tabs}</w:tabs><w:ind w:left="1267" w:hanging="1267"/>'
    long = "words that fill more than a line of the page so that the margin can be told, " * 2
    body = (
        p(r(f"\tRecalling {long}"), text)
        + p(r(f"\t1.\tDecides {long}"), text)
        + p(r("\t(i)\tOne;"), deeper)
        + p(r("\tIV.\tTitle"), title)
        + p("In the margin", '<w:ind w:left="0"/>')
        + p("End", '<w:jc w:val="right"/>')
    )
    found = read(body)
    assert [(chunk.label, chunk.indent, chunk.wrap) for chunk in found.chunks] == [
        ("", 23.75, 0),
        ("1.", 47.55, 0),
        ("(i)", 47.55, 23.75),
        ("IV.", 0, 0),
        ("", -63.35, -63.35),
        ("", None, None),
    ]
    assert [chunk.align for chunk in found.chunks[::5]] == [Align.JUSTIFIED, Align.RIGHT]


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("1.\tDecides", "1.", "Decides"),
        ("12. Decides", "12.", "Decides"),
        ("1.Decides", "1.", "Decides"),
        ("1)  Decides", "1)", "Decides"),
        ("(a) To act", "(a)", "To act"),
        ("(viii)\tTo act", "(viii)", "To act"),
        ("a) To act", "a)", "To act"),
        ("iv. To act", "iv.", "To act"),
        ("3 bis. Decides", "3 bis.", "Decides"),
        ("3. bis Decides", "3. bis", "Decides"),
        ("OP4. Decides", "OP4.", "Decides"),
        ("PP 2 bis Recalling", "PP 2 bis", "Recalling"),
        ("II.\tPrinciples", "II.", "Principles"),
        ("B. Draft resolution", "B.", "Draft resolution"),
        ("1.1\tScope", "1.1", "Scope"),
        ("•\tTo act", "•", "To act"),
        ("– To act", "–", "To act"),
        ("7\tDecides", "7", "Decides"),
        ("2030 Agenda for Sustainable Development", "", "2030 Agenda for Sustainable Development"),
        ("(the Convention) applies", "", "(the Convention) applies"),
        ("80/36. Title", "", "80/36. Title"),
        ("2.5 per cent of States", "", "2.5 per cent of States"),
        ("etc. and so on", "", "etc. and so on"),
        ("I", "", "I"),
        ("I.", "", "I."),
        ("12 May 2026", "", "12 May 2026"),
    ],
)
def test_typed_labels(text: str, label: str, words: str) -> None:
    chunk = read(p(r(text))).chunks[0]
    assert (chunk.label, lines(read(p(r(text))))[0]) == (label, f"{label} {words}".strip())


def test_lines_of_one_paragraph_are_paragraphs_where_they_begin_and_end_as_such() -> None:
    text = "Recalling its resolution,\nNoting the report,\n1. Decides to act;\n\nAnnex"
    assert lines(read(p(r(text)))) == [
        "Recalling its resolution,",
        "Noting the report,",
        "1. Decides to act;",
        "Annex",
    ]
    assert lines(read(p(r("II\nPrinciples")))) == ["II", "Principles"]
    sponsors = "Albania, Algeria,\nZambia and Zimbabwe: draft resolution"
    assert lines(read(p(r(sponsors)))) == [sponsors.replace("\n", " ")]


PREAMBLE = ("Recalling", "Noting", "Reaffirming")


def test_underlined_opening_words_are_italics() -> None:
    look = '<w:u w:val="single"/>'
    body = "".join(p(r(word, look) + r(" its resolution,")) for word in PREAMBLE)
    found = read(body)
    assert lines(found) == [f"*{word}* its resolution," for word in PREAMBLE]
    assert found.looks
    assert repairs(found) == {"underlined words read as italics": 1}


def test_bold_opening_words_are_italics() -> None:
    body = "".join(p(r(word, B) + r(" its resolution,")) for word in PREAMBLE)
    assert lines(read(body)) == [f"*{word}* its resolution," for word in PREAMBLE]


def test_without_any_emphasis_the_looks_say_nothing() -> None:
    assert not read("".join(p(f"{word} its resolution,") for word in PREAMBLE)).looks
    assert read(p("Words that open nothing")).looks


# --- fields and links ---------------------------------------------------------------------------------


def test_fields_show_what_they_show() -> None:
    simple = f'<w:fldSimple w:instr=" REF _Ref1 \\h ">{r("paragraph 2")}</w:fldSimple>'
    inner = field("PAGE", "3")
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        f"{inner}<w:r><w:instrText> = 3 </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("yes")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert one(r("See ") + simple + r(" above")) == "See paragraph 2 above"
    assert one(r("Page ") + field("PAGE", "2") + r(" of 3")) == "Page 2 of 3"
    assert one(r("Is it? ") + nested + r(".")) == "Is it? yes."


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert one(r("Before ") + begun + r("after")) == "Before after"
    separated = begun + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert one(r("Before ") + separated + r("after")) == "Before after"
    assert one('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("after")) == "after"


def test_a_table_of_contents_is_left_out() -> None:
    toc = field("TOC \\o", "I. Introduction\t1")
    gallery = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{p('II. More 2')}</w:sdtContent></w:sdt>"
    )
    found = read(p(toc) + gallery + p("Introduction"))
    assert lines(found) == ["Introduction"]
    assert list(repairs(found)) == ["table of contents left out"]


LINK = f'<w:hyperlink r:id="rel">{r("the report")}</w:hyperlink>'


def test_addresses_are_kept_on_demand() -> None:
    address = "https://undocs.org/A/80/1"
    coded = field(f'HYPERLINK "{address}"', "the report")
    for content in (LINK, coded):
        found = read(p(r("See ") + content + r(".")), rel=address)
        assert lines(found) == ["See the report."]
        kept = read(p(r("See ") + content + r(".")), settings=Settings(links=True), rel=address)
        assert lines(kept) == [f"See the report <{address}>."]


def test_an_address_that_says_what_the_words_say_is_not_repeated() -> None:
    content = f'<w:hyperlink r:id="rel">{r("undocs.org/A/80/1")}</w:hyperlink>'
    found = read(p(content), settings=Settings(links=True), rel="https://undocs.org/A/80/1/")
    assert lines(found) == ["undocs.org/A/80/1"]
