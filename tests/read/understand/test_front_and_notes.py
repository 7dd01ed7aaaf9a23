"""Lines above the text, notes at the foot, captions of tables."""

from __future__ import annotations

from drafter.inline import NoteKey, Text
from drafter.read.found import Chunk, FoundNote, Grid
from tests.read.understand.lines import HEAD, ORGAN, SPONSOR, draft_of, heading, line

REPORT = (
    "A/81/600",
    heading("Oceans"),
    heading("Report of the Third Committee"),
    "Rapporteur: Ms. Eva Muster (Austria)",
    heading("I. Recommendation of the Third Committee"),
)


def note(mark: str, text: str, after: int = 0) -> FoundNote:
    return FoundNote(mark, (Text(text),), after=after)


def noted(text: str, mark: str, label: str = "") -> Chunk:
    """Return a paragraph that ends with the mark of a note."""
    return Chunk((Text(text), NoteKey(mark)), label=label, wrap=0.0, indent=23.75)


def test_one_star_for_the_sponsors_and_one_for_the_proposal() -> None:
    draft = draft_of(
        *HEAD,
        Chunk((Text("Fiji:"), NoteKey("*"), Text(" draft decision"), NoteKey("**")), bold=True),
        heading("Postponement"),
        ORGAN,
        "Recalling its resolutions,",
        "Decides to wait.",
        notes=(note("*", "On behalf of the islands."), note("**", "A vote is needed.")),
    )
    assert draft.sponsors
    assert draft.sponsors.note.text == "On behalf of the islands."
    assert draft.submitter_note.text == "A vote is needed."


def test_the_language_of_the_copy_is_no_title() -> None:
    head = ("A/C.4/81/L.3", "9 October 2026", "English", "Original: English and Spanish")
    draft = draft_of(*head, *HEAD[1:], SPONSOR, "Lakes", ORGAN, "Decides to act.", looks=False)
    assert draft.agenda[0].title.text == "Oceans"
    assert draft.original.text == "English and Spanish"


def test_notes_of_two_texts_at_one_foot_go_to_their_own_text() -> None:
    recommends = "The Third Committee recommends the adoption of the following draft resolution:"
    draft = draft_of(
        *REPORT,
        noted("The Committee met.", "1", "1."),
        line(recommends, "2.", wrap=0.0),
        heading("Lakes"),
        ORGAN,
        noted("Recalling the past,", "1"),
        "Decides to act.",
        notes=(note("1", "Of the report."), note("1", "Of the draft.")),
    )
    inside = draft.sections[0].paragraphs[2].drafts[0]
    assert draft.notes["n1"].text.text == "Of the report."
    assert inside.notes["n1"].text.text == "Of the draft."


def test_a_mark_repeated_on_one_page_keeps_its_note() -> None:
    draft = draft_of(
        *HEAD,
        SPONSOR,
        heading("Lakes"),
        ORGAN,
        noted("Recalling the past,", "1"),
        noted("Noting the future,", "1"),
        "Decides to act.",
        notes=(note("1", "A report."), note("1", "Another.")),
    )
    assert [entry.text.text[-5:] for entry in draft.preamble] == ["[^n1]", "[^n1]"]


def test_the_number_of_a_table_need_not_look_like_a_heading() -> None:
    cells = ((Text("Region"),), (Text("Readers"),)), ((Text("Africa"),), (Text("1"),))
    table = Chunk(grid=Grid(cells))
    text = (ORGAN, "Decides to act.", "Table 1", heading("Readers by region"), table)
    entry = draft_of(*HEAD, SPONSOR, heading("Lakes"), *text).operative[-1]
    assert entry.table
    assert (entry.table.label.text, entry.table.title.text) == ("Table 1", "Readers by region")


def test_a_heading_that_ends_in_the_middle_goes_on_in_the_next_line() -> None:
    lines = (heading("Outcome document of the"), heading("meeting on lakes"), heading("Aims"))
    text = (ORGAN, "Adopts the following document:", *lines, line("We met.", "1.", wrap=0.0))
    draft = draft_of(*HEAD, SPONSOR, heading("Lakes"), *text)
    headings = [entry.heading.text for entry in draft.operative if entry.heading]
    assert headings == ["Outcome document of the meeting on lakes", "Aims"]


def test_a_running_head_is_no_heading() -> None:
    lines = (heading("A/81/L.5 Lakes and"), heading("libraries"), heading("Lakes"))
    text = (ORGAN, line("Decides to act;", "1."), *lines, line("Decides to wait.", "2."))
    draft = draft_of(*HEAD, SPONSOR, heading("Lakes and libraries"), *text)
    assert [entry.heading.text for entry in draft.operative] == ["", "Lakes", ""]


def test_the_large_letter_of_a_symbol_may_stand_apart() -> None:
    adopted = "Resolution adopted by the General Assembly on 2 December 2026"
    head = ("A", "United Nations /RES/81/76", "General Assembly", *HEAD[1:], adopted)
    draft = draft_of(*head, "81/76. Lakes", ORGAN, "Decides to act.", looks=False)
    assert draft.symbol.text == "A/RES/81/76"
    assert draft.agenda[0].title.text == "Oceans"
    assert draft.title.text == "Lakes"


def test_the_line_of_a_council_is_the_usual_one_for_its_symbol() -> None:
    adopted = "Resolution adopted by the Economic and Social Council on 8 June 2026"
    text = ("The Economic and Social Council,", "Recalling its decision,", "Decides to act.")
    head = ("E/RES/2026/12", "2026 session", "Agenda item 12 (c)", adopted)
    draft = draft_of(*head, "2026/12. Lakes", *text, looks=False)
    assert not draft.organ_line
    assert not draft.organ
