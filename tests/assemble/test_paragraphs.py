"""Numbers, letters, final marks, opening words and references."""

from __future__ import annotations

import pytest

from tests.desk import HEAD, body, document, lines

CASES = {
    "marks and numbers are added": (
        """
        preamble:
          - Recalling its work
          - Noting the report
        operative:
          - Welcomes the report
          - Urges States to act
        """,
        [
            "_Recalling_ its work,",
            "_Noting_ the report,",
            "1. _Welcomes_ the report;",
            "2. _Urges_ States to act.",
        ],
    ),
    "a single operative paragraph has no number": (
        "operative: [Takes note of the report]",
        ["_Takes note_ of the report."],
    ),
    "written marks stay": (
        """
        operative:
          - Welcomes the report;
          - Urges States to act.
        """,
        ["1. _Welcomes_ the report;", "2. _Urges_ States to act."],
    ),
    "lists lead in with a colon and letter their items": (
        """
        operative:
          - text: Requests the Office
            items:
              - To help
              - text: To report
                items: [early, often]
          - Urges States to act
        """,
        [
            "1. _Requests_ the Office:",
            "  (a) To help;",
            "  (b) To report:",
            "    (i) early;",
            "    (ii) often;",
            "2. _Urges_ States to act.",
        ],
    ),
    "text resumes after a list": (
        """
        operative:
          - text: Requests the Office
            items: [To help, To report]
            then: and to do so every year
        """,
        [
            "_Requests_ the Office:",
            "  (a) To help;",
            "  (b) To report;",
            "and to do so every year.",
        ],
    ),
    "a list in the preamble ends with a comma": (
        """
        preamble:
          - text: Recalling
            items: [its work, its plans]
        """,
        ["_Recalling_:", "  (a) its work;", "  (b) its plans,"],
    ),
    "a colon in the words needs no quotes": (
        """
        operative:
          - Requests the Office:
              - To help
              - To work on the theme “Water: a right”
          - Recalls the theme “Transforming our
            world: the 2030 Agenda: again”
        """,
        [
            "1. _Requests_ the Office:",
            "  (a) To help;",
            "  (b) To work on the theme “Water: a right”;",
            "2. _Recalls_ the theme “Transforming our world: the 2030 Agenda: again”.",
        ],
    ),
    "numbering runs on through headings": (
        """
        operative:
          - Welcomes the report
          - {heading: Next steps, numeral: automatic}
          - Welcomes the plan
          - heading: Minor matters
            level: 2
          - Urges States to act
        """,
        [
            "1. _Welcomes_ the report;",
            "# I Next steps",
            "2. _Welcomes_ the plan;",
            "# Minor matters",
            "3. _Urges_ States to act.",
        ],
    ),
    "a label of one's own, and the numbers after it": (
        """
        operative:
          - {text: Welcomes a, number: 4}
          - Notes b
          - {text: Urges c, number: 5 bis}
          - Calls upon d
        """,
        ["4. _Welcomes_ a;", "5. _Notes_ b;", "5 bis. _Urges_ c;", "6. _Calls upon_ d."],
    ),
    "opening words may be named, or left roman": (
        """
        operative:
          - {text: Gladly receives the report, opening: Gladly receives}
          - {text: Welcomes the plan, opening: none}
          - "*Solemnly* greets"
        """,
        ["1. _Gladly receives_ the report;", "2. Welcomes the plan;", "3. _Solemnly_ greets."],
    ),
    "an ending of one's own": (
        """
        operative:
          - {text: Welcomes x, ending: none}
          - {text: Urges y, ending: "!"}
        """,
        ["1. _Welcomes_ x", "2. _Urges_ y!"],
    ),
    "references follow their paragraphs": (
        """
        preamble: [Recalling x]
        operative:
          - Notes [#second] and [#item]
          - text: Requests the Office
            id: second
            items:
              - {text: To help, id: item}
              - text: To report
                items: [{text: early, id: deep}]
          - Recalls [#item, #deep] and [#item, #second]
        """,
        [
            "_Recalling_ x,",
            "1. _Notes_ paragraph 2 below and paragraph 2 (a) below;",
            "2. _Requests_ the Office:",
            "  (a) To help;",
            "  (b) To report:",
            "    (i) early;",
            "3. _Recalls_ paragraph 2 (a) and (b) (i) above and paragraphs 2 (a) and 2 above.",
        ],
    ),
    "a quoted paragraph keeps its number and does not count": (
        """
        operative:
          - text: Decides to insert
            quote:
              - {text: Notes x;, number: 9}
          - Urges States to act
        """,
        ["1. _Decides_ to insert:", "9. _Notes_ x;", "2. _Urges_ States to act."],
    ),
    "composite parts begin anew": (
        """
        parts:
          - title: First matter
            preamble: [Recalling x]
            operative: [Notes a, Urges b]
          - title: Second matter
            operative: [Decides c]
        """,
        [
            "# First matter",
            "_The General Assembly_,",
            "_Recalling_ x,",
            "1. _Notes_ a;",
            "2. _Urges_ b.",
            "# B",
            "# Second matter",
            "_The General Assembly_",
            "_Decides_ c.",
        ],
    ),
    "an annex has its own numbers": (
        """
        operative: ["Adopts the declaration in [#declaration]"]
        annexes:
          - title: Declaration
            id: declaration
            numbered: yes
            paragraphs: [We act, "We help.", {heading: More}, We end]
        """,
        [
            "_Adopts_ the declaration in the annex to the present resolution.",
            "# Annex Declaration",
            "1. We act.",
            "2. We help.",
            "# More",
            "3. We end.",
        ],
    ),
}


def _dedent(text: str) -> str:
    import textwrap

    return textwrap.dedent(text).strip() + "\n"


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_assembled(text: str, expected: list[str]) -> None:
    assert body(_dedent(text)) == expected


def test_the_comma_of_the_organ_line_needs_a_preamble() -> None:
    assert lines(document("operative: [Decides x]"))[0] == "_The General Assembly_"
    assert lines(document("preamble: [Noting x]"))[0] == "_The General Assembly_,"
    assert lines(document("organ_line: none\noperative: [Decides x]"))[0] == "_Decides_ x."


def test_a_single_paragraph_is_numbered_on_request() -> None:
    assert body("operative: [Decides x]\noptions: {numbering: always}") == ["1. _Decides_ x."]


SEQUENCE = {
    "clauses get their sequence word": (
        """
        operative:
          - Requests the Secretary-General to act
          - clause: operative/reports/submit-report
            with: {session: 82, subject: x}
          - clause: operative/reports/submit-report
            with: {session: 83, subject: y}
          - clause: operative/reports/submit-report
            with: {session: 84, subject: z}
        """,
        ["Requests", "Also requests", "Further requests", "Requests"],
        0,
    ),
    "what the author wrote stays and is told": (
        """
        operative:
          - Welcomes a
          - Welcomes b
          - Further welcomes c
        """,
        ["Welcomes", "Welcomes", "Further welcomes"],
        1,
    ),
    "on request every paragraph gets it": (
        """
        options: {sequence_words: everywhere}
        operative:
          - Welcomes a
          - Welcomes b
          - Welcomes c
        """,
        ["Welcomes", "Also welcomes", "Further welcomes"],
        0,
    ),
    "a heading begins anew": (
        """
        operative:
          - Welcomes a
          - heading: H
          - Welcomes b
        """,
        ["Welcomes", "Welcomes"],
        0,
    ),
    "another addressee begins anew": (
        """
        operative:
          - Urges Member States to a
          - Urges the Office to b
        """,
        ["Urges", "Urges"],
        0,
    ),
    "in the preamble it stands behind": (
        """
        options: {sequence_words: everywhere}
        preamble:
          - Deeply concerned about a
          - Deeply concerned about b
          - Taking note of c
          - Taking note of d
        """,
        ["Deeply concerned", "Deeply concerned also", "Taking note", "Taking note also"],
        0,
    ),
}


@pytest.mark.parametrize(("text", "openings", "notices"), SEQUENCE.values(), ids=SEQUENCE)
def test_sequence_words(text: str, openings: list[str], notices: int) -> None:
    found = document(_dedent(text))
    blocks = [block for block in found.blocks[1:] if getattr(block, "opening", 0)]
    assert [block.inlines[0].text for block in blocks] == openings  # type: ignore[union-attr]
    assert len(found.notices) == notices, [str(notice) for notice in found.notices]


NOTICES = {
    "operative: [Notes x, 'Urges y;']": "ends with a semicolon; a full stop is usual here",
    "preamble: [Noting x;]": "ends with a semicolon; a comma is usual here",
    "preamble: [Requests x]": "are no opening words that drafter knows; these words belong to the operative part",
    "operative: [Xyzzies x]": "add `opening: …` with the words to set in italics",
    "sponsors: [Norway, Italy]\noperative: [Notes x]": "Norway stands out of alphabetical order; Italy comes here",
    "sponsors: [Vietnam]\noperative: [Notes x]": "'Vietnam' is not the form used in lists; write Viet Nam",
    "sponsors: [Narnia]\noperative: [Notes x]": "'Narnia' is not a State",
    "operative: ['Recalls resolution [@79/999]']": "the date of resolution 79/999 is not in the registry",
}


@pytest.mark.parametrize(("text", "expected"), NOTICES.items(), ids=NOTICES)
def test_what_is_unlike_the_rule_is_told_with_its_place(text: str, expected: str) -> None:
    found = document(text).notices
    assert any(expected in str(notice) for notice in found), [str(notice) for notice in found]
    assert all(notice.place.line > HEAD.count("\n") for notice in found)
