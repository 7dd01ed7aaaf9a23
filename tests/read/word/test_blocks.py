"""Tables, text boxes, content controls, headers: everything around paragraphs."""

from __future__ import annotations

from drafter.read.found import Align, Zone

from .building import RULED, cell, lines, listed, p, r, read, repairs, table, w_list

LEFT, RIGHT, TEXT = Zone.HEAD_LEFT, Zone.HEAD_RIGHT, Zone.TEXT
HEAD = "<w:trPr><w:tblHeader/></w:trPr>"
FRAME = "<w:jc w:val='right'/>"


# --- tables -----------------------------------------------------------------------------------------


def test_a_table_of_figures() -> None:
    right = '<w:jc w:val="right"/>'
    body = table(
        (p(r("Item", "<w:i/>")), p(r("Hours", "<w:i/>"))),
        ("Ethics", p("24", right)),
        ("", ""),
        ("Total", p(r("24", "<w:b/>"), right)),
        properties=RULED,
    )
    found = read(body.replace("<w:tr>", f"<w:tr>{HEAD}", 1)).chunks[0]
    assert lines(read(body))[0] == "Item | Hours / Ethics | 24 / Total | **24**"
    assert found.grid is not None
    assert (found.grid.heads, found.grid.align) == (1, (Align.LEFT, Align.RIGHT))


def test_a_style_may_set_off_the_first_row() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="Grid Table 4"/>'
        '<w:tblStylePr w:type="firstRow"/></w:style>'
    )
    for look, heads in (('w:firstRow="1"', 1), ('w:val="04A0"', 1), ('w:val="0000"', 0)):
        how = f'<w:tblStyle w:val="T"/><w:tblLook {look}/>'
        found = read(table(("A", "B"), ("1", "2"), properties=how), {"styles": styles}).chunks[0]
        assert found.grid is not None
        assert found.grid.heads == heads


def test_heads_in_several_rows_are_joined() -> None:
    wide = cell("Variance", '<w:gridSpan w:val="2"/>')
    tall = cell("Category", '<w:vMerge w:val="restart"/>')
    body = table(
        (tall, wide),
        (cell("", "<w:vMerge/>"), "Amount", "Percentage"),
        ("Travel", "(0.9)", "(0.3)"),
        properties=RULED,
    )
    found = read(body.replace("<w:tr>", f"<w:tr>{HEAD}", 2))
    assert lines(found) == [
        "Category | Variance Amount | Variance Percentage / Travel | (0.9) | (0.3)"
    ]


def test_empty_tables_are_nothing() -> None:
    assert read(table(("", ""), ("", ""), properties=RULED)).chunks == ()


def test_rows_beyond_what_word_knows_lose_no_words() -> None:
    row = tuple(str(number) for number in range(100))
    (chunk,) = read(table(row, row, properties=RULED)).chunks
    assert chunk.grid is not None
    assert lines(read(table(row, row, properties=RULED)))[0].count("99") == 2


def test_columns_that_only_make_room_are_left_out() -> None:
    body = table(("A", "", "1"), ("B", "", "2"), properties=RULED)
    assert lines(read(body)) == ["A | 1 / B | 2"]


def test_a_note_in_the_last_row_stands_below_the_table() -> None:
    raised = p(r("a", '<w:vertAlign w:val="superscript"/>') + r(" Estimates."))
    body = table(
        ("A", "1"), ("B", "2"), (cell(raised, '<w:gridSpan w:val="2"/>'),), properties=RULED
    )
    assert lines(read(body)) == ["A | 1 / B | 2", "ᵃ Estimates."]


def test_tables_that_only_place_paragraphs_are_dissolved() -> None:
    frame = table((p("One") + p("Two"),), properties=RULED)
    assert lines(read(frame)) == ["One", "Two"]
    labels = table(("1.", "Decides to act;"), ("(a)", "To go on;"), ("", "and more"))
    assert lines(read(labels)) == ["1. Decides to act;", "(a) To go on;", "and more"]
    automatic = table((p("", listed()), "Decides to act;"), (p("", listed()), "Decides more."))
    found = read(automatic, {"numbering": w_list(("decimal", "%1."))})
    assert lines(found) == ["1. Decides to act;", "2. Decides more."]


def test_tables_in_tables() -> None:
    inner = table(("A", "1"), ("B", "2"), properties=RULED)
    assert lines(read(table((p("Before") + inner + p("After"),)))) == [
        "Before",
        "A | 1 / B | 2",
        "After",
    ]
    deep = p("Deep")
    for _ in range(40):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    assert lines(read(deep)) == ["Deep"]


def test_rows_and_cells_may_be_wrapped() -> None:
    row = "<w:tr><w:sdt><w:sdtContent><w:tc>" + p("A") + "</w:tc></w:sdtContent></w:sdt></w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert lines(read(body)) == ["A"]


# --- wrappers ---------------------------------------------------------------------------------------


def box(inside: str) -> str:
    """Return a text box as Word writes it, twice: for itself and for older programs."""
    new = f"<wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp>"
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{new}</w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    found = read(p(r("One") + box(p("In the box") + p("still"))) + p("Two"))
    assert lines(found) == ["One", "In the box", "still", "Two"]


def test_boxes_for_older_programs_alone() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Old')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert lines(read(p(old))) == ["Old"]


def test_boxes_in_boxes_have_an_end() -> None:
    inside = p("Deep")
    for _ in range(15):
        inside = p(f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>")
    assert lines(read(inside)) == ["Deep"]


def test_content_controls() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('One')}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{r('two')}</w:sdtContent></w:sdt>"
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"
    found = read(control + p(r("and ") + inline + hint))
    assert lines(found) == ["One", "and two"]
    assert repairs(found) == {"empty content controls left out": 1}


def test_wrappers_at_any_depth() -> None:
    inside = p("Deep")
    for _ in range(80):
        inside = f"<w:customXml><w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt></w:customXml>"
    assert lines(read(inside)) == ["Deep"]


def test_pictures_are_counted() -> None:
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    assert repairs(read(p(r("One") + picture))) == {"pictures and charts left out": 1}


def test_a_large_initial_belongs_to_its_word() -> None:
    body = p("R", '<w:framePr w:dropCap="drop"/>') + p("ecalling its resolution")
    assert lines(read(body)) == ["Recalling its resolution"]


def test_quotations_by_style() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>'
    assert read(p("Words", '<w:pStyle w:val="Q"/>'), {"styles": styles}).chunks[0].quoted


# --- masthead -----------------------------------------------------------------------------------------

MASTHEAD = table(
    ("", "United Nations", p("A/C.3/80/L.1", '<w:jc w:val="right"/>')),
    ("", "General Assembly", p("Distr.: Limited") + p("8 October 2025") + p("Original: English")),
    widths=(1267, 4000, 4000),
)
ZONES = [
    (LEFT, "United Nations"),
    (RIGHT, "A/C.3/80/L.1"),
    (LEFT, "General Assembly"),
    (RIGHT, "Distr.: Limited"),
    (RIGHT, "8 October 2025"),
    (RIGHT, "Original: English"),
]
REFERENCES = "".join(
    f'<w:{kind}Reference w:type="{page}" r:id="{kind}-{page}"/>'
    for kind in ("header", "footer")
    for page in ("first", "default")
)


def zones(body: str, parts: dict[str, str] | None = None) -> list[tuple[Zone, str]]:
    found = read(body, parts)
    return [(chunk.zone, line) for chunk, line in zip(found.chunks, lines(found), strict=True)]


def test_a_masthead_in_the_header_of_page_1() -> None:
    parts = {
        "header-first": MASTHEAD + p(),
        "header-default": p("A/C.3/80/L.1"),
        "footer-first": p("25-12345 (E)"),
        "footer-default": p(r("2/3")),
    }
    body = p("Eightieth session") + f"<w:sectPr>{REFERENCES}<w:titlePg/></w:sectPr>"
    assert zones(body, parts) == [*ZONES, (TEXT, "Eightieth session")]
    assert repairs(read(body, parts)) == {"page headers and footers left out": 3}


def test_a_masthead_at_the_top_of_the_text() -> None:
    assert zones(p() + MASTHEAD + p("Eightieth session")) == [*ZONES, (TEXT, "Eightieth session")]


def test_a_masthead_of_lines_in_cells_without_widths() -> None:
    body = table(
        (p(r("United Nations\nGeneral Assembly")), p(r("A/C.3/80/L.1\nDistr.: Limited"))),
        (cell("Eightieth session", '<w:gridSpan w:val="2"/>'),),
    )
    assert zones(body) == [
        (LEFT, "United Nations"),
        (LEFT, "General Assembly"),
        (RIGHT, "A/C.3/80/L.1"),
        (RIGHT, "Distr.: Limited"),
        (LEFT, "Eightieth session"),
    ]


def test_a_masthead_of_lines_in_the_header() -> None:
    header = p("United Nations") + p("A/C.3/80/L.1")
    body = p("Eightieth session") + f"<w:sectPr>{REFERENCES}</w:sectPr>"
    assert zones(body, {"header-default": header})[:2] == [
        (LEFT, "United Nations"),
        (RIGHT, "A/C.3/80/L.1"),
    ]


def test_a_masthead_in_the_only_header() -> None:
    body = p("Eightieth session") + f"<w:sectPr>{REFERENCES}</w:sectPr>"
    assert zones(body, {"header-default": MASTHEAD})[:-1] == ZONES


def test_a_symbol_that_only_the_running_header_has() -> None:
    body = p("Eightieth session") + f"<w:sectPr>{REFERENCES}</w:sectPr>"
    assert zones(body, {"header-default": p("A/C.3/80/L.1")}) == [
        (RIGHT, "A/C.3/80/L.1"),
        (TEXT, "Eightieth session"),
    ]
    again = p("A/C.3/80/L.1") + body
    assert [zone for zone, _ in zones(again, {"header-default": p("A/C.3/80/L.1")})] == [TEXT, TEXT]


def test_asterisk_notes_in_the_footer() -> None:
    body = p("Zambia* and others") + f"<w:sectPr>{REFERENCES}<w:titlePg/></w:sectPr>"
    found = read(body, {"footer-first": p("* On behalf of the Group.") + p("*2512345*")})
    assert lines(found) == ["Zambia[^*] and others"]
    assert len(found.notes) == 1
