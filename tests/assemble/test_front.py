"""The first page: masthead, sponsors, title, how a text was adopted."""

from __future__ import annotations

import textwrap

import pytest

from drafter.assemble import assemble
from drafter.document import Document, plain
from drafter.draft import draft_from
from drafter.errors import Unusable
from drafter.source import Source
from tests.desk import shown


def made(text: str) -> Document:
    """Return the document of a whole draft."""
    return assemble(draft_from(Source("d.yaml", textwrap.dedent(text).lstrip())))


BODY = "title: T\noperative: [Notes x]\n"

MASTHEADS = {
    "a committee draft": (
        "symbol: A/C.4/80/L.6\n",
        {
            "organ": "General Assembly",
            "session": "Eightieth session",
            "committee": ("Special Political and Decolonization Committee", "(Fourth Committee)"),
            "distribution": "Distr.: Limited",
            "original": "Original: English",
        },
    ),
    "a plenary draft": ("symbol: A/80/L.6\n", {"committee": (), "session": "Eightieth session"}),
    "a special session": (
        "symbol: A/S-32/L.1\nsession: S-32\n",
        {"session": "Thirty-second special session"},
    ),
    "a session to come": ("session: __\n", {"session": "__ session"}),
    "a session in words": ("session: eightieth\n", {"session": "Eightieth session"}),
    "a session as an ordinal": ("session: 80th session\n", {"session": "Eightieth session"}),
    "a special session in words": (
        "session: Thirty-second special session\n",
        {"session": "Thirty-second special session"},
    ),
    "an emergency special session": (
        "symbol: A/ES-11/L.1\n",
        {"session": "Eleventh emergency special session"},
    ),
    "the Economic and Social Council": (
        "symbol: E/2026/L.4\n",
        {"organ": "Economic and Social Council", "session": "2026 session", "committee": ()},
    ),
    "what the author says goes first": (
        "symbol: A/C.3/80/L.6\ndistribution: Restricted\noriginal: French\ncommittee: none\n",
        {"distribution": "Distr.: Restricted", "original": "Original: French", "committee": ()},
    ),
    "an ISO date": ("symbol: A/80/L.6\ndate: 2025-11-04\n", {"date": "4 November 2025"}),
    "a date to come": ("symbol: A/80/L.6\ndate: __ November 2025\n", {"date": "__ November 2025"}),
    "a sub-item": (
        "symbol: A/80/L.6\nagenda: {item: 75 (b), title: Oceans}\n",
        {"agenda_line": "Agenda item 75 (b)", "agenda_titles": ("Oceans",)},
    ),
    "several items": (
        "symbol: A/80/L.6\nagenda:\n  - {item: 15, title: One}\n  - {item: 116, title: Two}\n",
        {"agenda_line": "Agenda items 15 and 116", "agenda_titles": ("One", "Two")},
    ),
    "sub-items of one item": (
        "symbol: A/80/L.6\nagenda: {item: 71 (b) and (c), title: One}\n",
        {"agenda_line": "Agenda item 71 (b) and (c)"},
    ),
    "the provisional agenda": (
        "symbol: A/80/L.6\nagenda: {item: 12, title: One, provisional: A/80/150}\n",
        {"agenda_line": "Item 12 of the provisional agenda", "agenda_stars": "*"},
    ),
    "the preliminary list": (
        "symbol: A/80/L.6\nagenda: {item: 12, title: One, preliminary: yes}\n",
        {"agenda_line": "Item 12 of the preliminary list", "agenda_stars": ""},
    ),
    "an adopted text has no language": (
        "kind: adopted resolution\nsymbol: A/RES/80/1\n",
        {"original": "", "distribution": "Distr.: General", "committee": ()},
    ),
    "a job number": ("symbol: A/80/L.6\njob number: 25-18530\n", {"job_number": "25-18530"}),
}


@pytest.mark.parametrize(("text", "expected"), MASTHEADS.values(), ids=MASTHEADS)
def test_masthead(text: str, expected: dict[str, object]) -> None:
    head = made(text + BODY).masthead
    assert {name: getattr(head, name) for name in expected} == expected


SUBMITTERS = {
    "one State": ("sponsors: [Cuba]\n", "Cuba: draft resolution"),
    "two States": ("sponsors: [Cuba, Togo]\n", "Cuba and Togo: draft resolution"),
    "three States": ("sponsors: [Chad, Cuba, Togo]\n", "Chad, Cuba and Togo: draft resolution"),
    "a revision": (
        "symbol: A/C.3/80/L.6/Rev.1\nsponsors: [Cuba]\n",
        "Cuba: revised draft resolution",
    ),
    "a decision": ("kind: draft decision\nsponsors: [Cuba]\n", "Cuba: draft decision"),
    "nobody": ("", "Draft resolution"),
    "an officer": (
        "submitted_by: the Chair of the Committee following informal consultations\n",
        "Draft resolution submitted by the Chair of the Committee following informal consultations",
    ),
    "a group": (
        "sponsors: {states: [Cuba], on behalf of: Group of African States}\n",
        "Cuba:* draft resolution",
    ),
    "an amendment": (
        "kind: amendment\namends: A/C.3/80/L.24\nsponsors: [Cuba]\n",
        "Cuba: amendment to draft resolution A/C.3/80/L.24",
    ),
    "an amendment to a revision": (
        "kind: amendment\namends: A/C.3/80/L.24/Rev.1\nsponsors: [Cuba]\n",
        "Cuba: amendment to revised draft resolution A/C.3/80/L.24/Rev.1",
    ),
    "an amendment to something else": (
        "kind: amendment\namends: draft resolution 4 of the Second Committee\nsponsors: [Cuba]\n",
        "Cuba: amendment to draft resolution 4 of the Second Committee",
    ),
    "a line of its own": ("submitter line: Cuba presents\n", "Cuba presents"),
}


@pytest.mark.parametrize(("text", "line"), SUBMITTERS.values(), ids=SUBMITTERS)
def test_submitter_line(text: str, line: str) -> None:
    body = BODY.replace("operative", "paragraphs") if "kind" in text else BODY
    assert shown(made(text + body).front.submitter) == line


NOTES = {
    "a known group": ("on behalf of: G77", "Group of 77 and China"),
    "another group": ("on behalf of: the Friends of Water", "On behalf of the Friends of Water."),
    "words of one's own": ("note: A *note* of ours.", "A _note_ of ours."),
}


@pytest.mark.parametrize(("text", "expected"), NOTES.values(), ids=NOTES)
def test_sponsors_note(text: str, expected: str) -> None:
    found = made(f"sponsors:\n  states: Cuba\n  {text}\n{BODY}").asterisk_notes
    assert [note.stars for note in found] == ["*"]
    assert expected in shown(found[0].inlines)


def test_stars_count_from_the_agenda_on() -> None:
    found = made(
        "agenda: {item: 12, title: One, provisional: A/80/150}\n"
        f"sponsors: {{states: [Cuba], note: N.}}\n{BODY}"
    )
    assert [(note.stars, plain(note.inlines)) for note in found.asterisk_notes] == [
        ("*", "A/80/150."),
        ("**", "N."),
    ]
    assert shown(found.front.submitter) == "Cuba:** draft resolution"


def test_a_reissue_has_the_first_star() -> None:
    found = made(
        "symbol: A/80/L.13\nreissued: Reissued for technical reasons on 14 May 2026.\n"
        f"sponsors: {{states: [Cuba], note: N.}}\n{BODY}"
    )
    assert found.masthead.symbol == "A/80/L.13*"
    assert [plain(note.inlines)[:8] for note in found.asterisk_notes] == ["Reissued", "N."]


def test_an_officer_may_have_a_note() -> None:
    found = made(f"submitted by: the President\nsubmitter note: Hear, hear.\n{BODY}")
    assert shown(found.front.submitter) == "Draft resolution submitted by the President*"
    assert plain(found.asterisk_notes[0].inlines) == "Hear, hear."


ADOPTED = {
    "on the report of a committee": (
        "{date: 5 December 2025, committee: 4, report: A/80/537, paragraph: 15, meeting: 55}",
        "Resolution adopted by the General Assembly on 5 December 2025",
        "on the report of the Special Political and Decolonization Committee (Fourth Committee)"
        " (A/80/537, para. 15)",
        ("55th plenary meeting", "5 December 2025"),
    ),
    "before the paragraph was named": (
        "{date: 18 December 2014, committee: Third, report: A/69/489, meeting: 73}",
        "Resolution adopted by the General Assembly on 18 December 2014",
        "on the report of the Third Committee (A/69/489)",
        ("73rd plenary meeting", "18 December 2014"),
    ),
    "without reference to a committee": (
        "{date: 7 December 2023, without reference: A/78/L.13, meeting: 50 (resumed)}",
        "Resolution adopted by the General Assembly on 7 December 2023",
        "without reference to a Main Committee (A/78/L.13)",
        ("50th (resumed) plenary meeting", "7 December 2023"),
    ),
}


@pytest.mark.parametrize(("adoption", "heading", "line", "closing"), ADOPTED.values(), ids=ADOPTED)
def test_adopted_text(adoption: str, heading: str, line: str, closing: tuple[str, ...]) -> None:
    found = made(f"kind: resolution\nsymbol: A/RES/80/104\nadoption: {adoption}\n{BODY}")
    assert found.front.adopted == heading
    assert plain(found.front.provenance) == f"[{line}]"
    assert found.front.number == "80/104."
    assert found.blocks[-1].lines == closing  # type: ignore[union-attr]


def test_the_annex_of_an_adopted_text_stands_after_the_closing_lines() -> None:
    found = made(
        "kind: resolution\nsymbol: A/RES/80/104\nadoption: {date: 5 December 2025, meeting: 5}\n"
        f"{BODY}annexes: [{{title: A, paragraphs: [One., Two.]}}, {{title: B, paragraphs: [x]}}]\n"
    )
    names = [type(block).__name__ for block in found.blocks]
    assert names.index("Closing") < names.index("Heading")
    labels = [block.label for block in found.blocks if type(block).__name__ == "Heading"]
    assert labels == ["Annex I", "Annex II"]


def test_a_report_whose_committee_is_not_said() -> None:
    with pytest.raises(
        Unusable, match="the report is not said to be whose; add `committee: Third`"
    ):
        made(f"kind: resolution\nsymbol: A/RES/80/1\nadoption: {{report: A/80/5}}\n{BODY}")


REPORT = """
    kind: committee report
    symbol: A/81/512
    session: 81
    committee: Second
    agenda: {item: 18, title: Water}
    rapporteur: Ms. A (Chad)
    sections:
      - heading: Introduction
        paragraphs:
          - The Committee met
      - heading: Consideration of proposals
        sections:
          - heading: Draft resolution A/C.2/81/L.9
            paragraphs:
              - The Committee adopted it (see [#one]) and another (see [#two])
              - text: It heard
                items: [Chad, Togo]
          - heading: Draft decision
            paragraphs: ["It decided so (see [#three])"]
      - heading: Recommendations
        paragraphs:
          - text: The Committee recommends the following draft resolutions
          - drafts:
              - {id: one, title: One, preamble: [Noting x], operative: [Urges a, Notes b]}
              - {id: two, title: Two, operative: [Notes c]}
          - It also recommends the following draft decision
          - drafts:
              - id: three
                kind: draft decision
                title: Three
                paragraphs: [The General Assembly decides so]
"""


def test_a_committee_report() -> None:
    from tests.desk import lines

    found = made(REPORT)
    assert plain(found.front.title) == "Water"
    assert found.front.subtitle == "Report of the Second Committee"
    assert shown(found.front.rapporteur) == "_Rapporteur:_ Ms. A (Chad)"
    assert found.masthead.agenda_titles == ()
    assert found.masthead.distribution == "Distr.: General"
    assert lines(found) == [
        "# I. Introduction",
        "1. The Committee met.",
        "# II. Consideration of proposals",
        "# A. Draft resolution A/C.2/81/L.9",
        "2. The Committee adopted it (see para. 5, draft resolution I) and another"
        " (see para. 5, draft resolution II).",
        "3. It heard:",
        "  (a) Chad;",
        "  (b) Togo.",
        "# B. Draft decision",
        "4. It decided so (see para. 6).",
        "# III. Recommendations",
        "5. The Committee recommends the following draft resolutions:",
        "# Draft resolution I",
        "# One",
        "_The General Assembly_,",
        "_Noting_ x,",
        "1. _Urges_ a;",
        "2. _Notes_ b.",
        "# Draft resolution II",
        "# Two",
        "_The General Assembly_",
        "_Notes_ c.",
        "6. It also recommends the following draft decision:",
        "# Draft decision",
        "# Three",
        "The General Assembly decides so.",
    ]


def test_an_amendment_quotes() -> None:
    from tests.desk import lines

    found = made(
        """
        kind: amendment
        amends: A/80/L.2
        title: T
        paragraphs:
          - text: After the third preambular paragraph, insert
            quote:
              - Recalling the report,
          - Delete operative paragraph 5
        """
    )
    assert lines(found) == [
        "After the third preambular paragraph, insert:",
        "_Recalling_ the report,",
        "Delete operative paragraph 5.",
    ]
    assert [getattr(block, "quoted", False) for block in found.blocks] == [False, True, False]


def test_a_decision_with_items() -> None:
    from tests.desk import lines

    found = made(
        """
        kind: draft decision
        title: T
        paragraphs:
          - text: The General Assembly, recalling its decision
            items: [Decides to meet, Requests a report]
        """
    )
    assert lines(found) == [
        "The General Assembly, recalling its decision:",
        "  (a) Decides to meet;",
        "  (b) Requests a report.",
    ]


def test_tables() -> None:
    found = made(
        """
        title: T
        operative:
          - Notes x
          - table:
              title: Posts
              columns: [Grade, 2025, 2026]
              align: [left, right, centre]
              rows:
                - [P-5, 3, 4]
                - [P-4, "1"]
              note: A note.
        """
    )
    table = found.blocks[-1]
    assert [align.value for align in table.align] == ["left", "right", "centre"]  # type: ignore[union-attr]
    assert [len(row) for row in table.rows] == [3, 3]  # type: ignore[union-attr]
    with pytest.raises(Unusable, match="a column cannot stand 'middle'; write left, right or cent"):
        made("title: T\noperative: [{table: {columns: [a], align: [middle], rows: [[b]]}}]")
