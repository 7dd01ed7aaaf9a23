"""Texts in parts, sections and annexes."""

from __future__ import annotations

import pytest

from drafter.read.found import Chunk
from tests.read.understand.lines import HEAD, ORGAN, SPONSOR, draft_of, heading, line, words

PARTS = (
    heading("A"),
    heading("Oceans"),
    ORGAN,
    "Recalling the past,",
    line("Decides to act;", "1.", wrap=0.0),
    line("Requests a report.", "2.", wrap=0.0),
    heading("B"),
    heading("Lakes"),
    ORGAN,
    "Noting the future,",
    "Calls for peace.",
)


def plain(chunk: Chunk | str) -> Chunk | str:
    """Return a chunk as a file without looks has it."""
    return Chunk(chunk.parts, label=chunk.label) if isinstance(chunk, Chunk) else chunk


@pytest.mark.parametrize("looks", [True, False])
def test_part_a_begins_above_the_first_line_of_the_organ(looks: bool) -> None:
    chunks: tuple[Chunk | str, ...] = (*HEAD, SPONSOR, heading("Oceans and lakes"), *PARTS)
    draft = draft_of(*(chunks if looks else map(plain, chunks)), looks=looks)
    assert draft.title.text == "Oceans and lakes"
    assert [(part.letter.text, part.title.text) for part in draft.parts] == [
        ("A", "Oceans"),
        ("B", "Lakes"),
    ]
    assert words(draft.parts[1].operative) == ["Calls for peace."]


def test_a_draft_in_a_report_may_have_parts() -> None:
    recommends = "The Third Committee recommends the adoption of the following draft resolutions:"
    draft = draft_of(
        "A/81/600",
        heading("Oceans"),
        heading("Report of the Third Committee"),
        "Rapporteur: Ms. Eva Muster (Austria)",
        heading("I. Recommendations of the Third Committee"),
        line(recommends, "1.", wrap=0.0),
        heading("Draft resolution I"),
        heading("Oceans and lakes"),
        *PARTS,
    )
    inside = draft.sections[0].paragraphs[1].drafts[0]
    assert inside.title.text == "Oceans and lakes"
    assert [part.title.text for part in inside.parts] == ["Oceans", "Lakes"]


def test_what_stands_behind_the_last_section_is_an_annex_of_the_report() -> None:
    draft = draft_of(
        "A/81/600",
        heading("Oceans"),
        heading("Report of the Third Committee"),
        "Rapporteur: Ms. Eva Muster (Austria)",
        heading("I. Introduction"),
        line("The Committee met.", "1.", wrap=0.0),
        heading("Annex"),
        heading("List of speakers"),
        "First speaker.",
    )
    assert draft.annexes[0].title.text == "List of speakers"
    assert words(draft.annexes[0].paragraphs) == ["First speaker."]


def test_annexes_with_numerals_and_an_appendix() -> None:
    text = (ORGAN, "Decides to act.", heading("Annex I"), heading("Aims"), "A library is open.")
    more = (heading("Appendix"), "A list.", heading("Annex II"), heading("Means"), "It has books.")
    draft = draft_of(*HEAD, SPONSOR, heading("Oceans"), *text, *more)
    assert [annex.title.text for annex in draft.annexes] == ["Aims", "Means"]
    assert words(draft.annexes[0].paragraphs) == ["A library is open.", "Appendix", "A list."]


def test_an_operative_paragraph_may_stand_above_the_first_number() -> None:
    draft = draft_of(
        *HEAD,
        SPONSOR,
        heading("A compact"),
        "The General Assembly",
        "Adopts the following compact:",
        heading("The compact"),
        line("We have gathered.", "1.", wrap=0.0),
    )
    assert not draft.preamble
    assert words(draft.operative) == [
        "Adopts the following compact:",
        "The compact",
        "We have gathered.",
    ]


def test_sections_with_preambles_of_their_own_in_plain_text() -> None:
    draft = draft_of(
        *HEAD,
        SPONSOR,
        "Special subjects",
        ORGAN,
        Chunk((heading("I").parts), heading=0),
        Chunk(heading("Books").parts, heading=2),
        "Recalling its resolution on books,",
        line("Takes note of the report;", "1."),
        Chunk(heading("II").parts),
        Chunk(heading("Maps").parts, heading=2),
        "Having considered the report on maps,",
        line("Takes note of the report.", "1."),
        looks=False,
    )
    second = draft.operative[1]
    assert (second.heading.text, second.numeral.text) == ("Maps", "II")
    assert draft.operative[2].opening.text == "Having considered"
    assert draft.operative[3].number.text == "1."


def test_a_revised_draft_of_an_officer() -> None:
    submitter = (
        "Revised draft resolution submitted by the Chair of the Committee, Ana Ejemplo (Peru)"
    )
    draft = draft_of(
        "A/C.2/81/L.9/Rev.1", heading(submitter), heading("Books"), ORGAN, "Decides to act."
    )
    assert draft.submitted_by.text == "the Chair of the Committee, Ana Ejemplo (Peru)"
    assert draft.title.text == "Books"


def test_a_meeting_that_resumed_is_kept_as_printed() -> None:
    adopted = "Resolution adopted by the General Assembly on 24 December 2026"
    text = (ORGAN, "Decides to act.", "72nd plenary meeting (resumed)", "24 December 2026")
    draft = draft_of("A/RES/81/250", adopted, "81/250. Books", *text, looks=False)
    assert draft.adoption
    assert draft.adoption.meeting.text == "72nd plenary meeting (resumed)"
