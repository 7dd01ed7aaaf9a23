"""Plain text says every word, in reading order, and marks in superscript."""

from __future__ import annotations

import msgspec
import pytest

from drafter.document import Align, Document, Mark, Run, Table
from drafter.render.sections import texts
from drafter.render.text import render

from . import samples

DRAFT_BODY = """\
Chad, Côte d’Ivoire, Fiji and Türkiye:** revised draft resolution

Keeping the lamps of small harbours lit

The General Assembly,

Recalling its resolutions 78/901 of 19 December 2023 and 80/___ of __ December 2025 on the lamps \
of small harbours,

Guided by the Convention on Harbour Lamps¹ and the Protocol thereto,²,³
"""

LIST = """\
2. Calls upon Member States:

    (a) To train keepers of lamps, with due regard to:

        (i) The length of the winter night;

        (ii) The cost of oil, which shall not exceed $2.5 million a year;

    (b) To report wrecks within two days;

and to share what they learn with neighbouring harbours;

Follow-up

3. Requests"""

END = """
__________________

¹ United Nations, Treaty Series, vol. 9999, No. 12345.

² Ibid., vol. 9999, No. 12346.

³ Resolution 78/901, annex II.

⁴ A/80/9999.

* Reissued for technical reasons on 14 November 2025.
** Sponsors who join later are named in the record of the meeting.
"""

ANNEX = """\
52nd plenary meeting
1 December 2025

Annex
Scale of lamps

I.
Range and oil

1. The range of a lamp is measured on a clear night.

Table 1
Least range of a lamp, and its oil

Class of harbour                                   Range (nautical miles)  Oil¹ (litres a night)
-------------------------------------------------  ----------------------  ---------------------
Great harbours, with those at the mouth of a                           24                   12.5
river that ships go up
Fishing harbours                                                        9                    4.0
Landing places                                                          –                    0.5

Note: A dash means that no range is laid down.
"""

SECOND_DRAFT = """\
¹ United Nations, Treaty Series, vol. 9999, No. 12345.

Draft resolution II

Bells of small harbours

The General Assembly,

Recalling the Agreement on Harbour Bells,¹

1. Commends those who ring them in fog² and in snow.

__________________

¹ United Nations, Treaty Series, vol. 9998, No. 12001.
"""

QUOTED = """\
Replace operative paragraph 4 with the following paragraph:

    4. Decides to hear the keepers, and:

        (a) To thank them.
"""


@pytest.mark.parametrize(
    ("document", "passage"),
    [
        pytest.param(samples.DRAFT, DRAFT_BODY, id="marks and blanks"),
        pytest.param(samples.DRAFT, LIST, id="list and text resumed"),
        pytest.param(samples.DRAFT, END, id="notes"),
        pytest.param(samples.ADOPTED, "80/999. Keeping the lamps", id="number before the title"),
        pytest.param(samples.ADOPTED, ANNEX, id="annex and table"),
        pytest.param(samples.REPORT, "\nA. Draft resolution A/C.3/80/L.99/Rev.1\n", id="subpart"),
        pytest.param(samples.REPORT, SECOND_DRAFT, id="notes of each draft"),
        pytest.param(samples.AMENDMENT, QUOTED, id="quotation"),
        pytest.param(samples.BARE, "\n¹ A note that nothing calls for.\n", id="note without mark"),
    ],
)
def test_passage(document: Document, passage: str) -> None:
    assert passage in render(document).decode()


def test_masthead() -> None:
    assert (
        render(samples.DRAFT)
        .decode()
        .startswith(
            "United Nations A/C.3/80/L.99/Rev.1\n"
            "General Assembly\n\n"
            "Distr.: Limited\n12 November 2025\nOriginal: English\n\n"
            "Eightieth session\nThird Committee\nAgenda item 14 (b)*\nLighthouses"
        )
    )


def test_a_working_draft_says_so_and_a_job_number_ends_the_text() -> None:
    head = msgspec.structs.replace(samples.DRAFT.masthead, job_number="25-99999 (E)")
    document = msgspec.structs.replace(samples.DRAFT, draft_mark=True, masthead=head)
    text = render(document).decode()
    assert text.startswith("DRAFT\n\nUnited Nations")
    assert text.endswith("\n\n25-99999 (E)\n")


def test_notes_of_an_interrupted_scope_stand_where_they_are_first_called_for() -> None:
    late = samples.operative(4, "Notes", " the end.", Mark(2, "late"))
    blocks = (*samples.REPORT.blocks, late)
    note = msgspec.structs.replace(samples.REPORT.notes[0], id="late", number=2)
    document = msgspec.structs.replace(
        samples.REPORT, blocks=blocks, notes=(*samples.REPORT.notes, note)
    )
    text = render(document).decode()
    assert text.index("¹ See A/80/252.") < text.index("Draft resolution I\n")
    assert text.endswith("4. Notes the end.²\n\n__________________\n\n² See A/80/252.\n")


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        pytest.param(
            Table((), (samples.cells("a", "b"),), (Align.CENTRE, Align.LEFT)), "a  b", id="bare"
        ),
        pytest.param(
            Table((), (samples.cells("abc", "d"), samples.cells("", "e")), (Align.LEFT,) * 2),
            "abc  d\n     e",
            id="empty cell",
        ),
        pytest.param(
            Table(samples.cells("Head"), (samples.cells(""),), (Align.LEFT,)),
            "Head\n----\n",
            id="empty row",
        ),
        pytest.param(
            Table((), (samples.cells("x" * 120, "word " * 3),), (Align.LEFT,) * 2),
            "x" * 120 + "  word word word",
            id="too wide to fold",
        ),
    ],
)
def test_table(table: Table, lines: str) -> None:
    document = msgspec.structs.replace(samples.BARE, blocks=(table,), notes=())
    assert render(document).decode() == f"United Nations\nGeneral Assembly\n\n{lines}\n"


@pytest.mark.parametrize("document", samples.ALL.values(), ids=samples.ALL)
def test_twice_the_same_and_neat(document: Document) -> None:
    text = render(document).decode()
    assert text == render(document).decode()
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert all(line == line.rstrip() for line in text.splitlines())


def test_every_word_is_there() -> None:
    text = render(samples.DRAFT).decode()
    runs = (part for block in texts(samples.DRAFT) for part in block)
    assert all(part.text in text for part in runs if isinstance(part, Run))
