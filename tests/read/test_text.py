"""Plain text with the damage that scans and copies do: page furniture, notes, lost marks."""

from __future__ import annotations

from drafter.read import InputFile, read_data
from drafter.read.understand import Understood

SCANNED = """\
United Nations A/C.2/81/L.9

Distr.: Limited 5 November 2026

Original: English

Eighty-first session
Second Committee
Agenda item 15
Water for all

Fiji and Nepal: draft resolution

Wells and springs

The General Assembly,

Recalling the Convention on Springs,¹ and noting that wells

¹ A/80/1.

2/3 26-12345

are deep,

Noting with concern the drought in many regions,

- 1. Encourages Member States:

(a) To dig wells;

(b) To protect springs;

- 2. Requests the Secretary-General to report on the wells.
"""


def understood(text: str) -> Understood:
    return read_data(InputFile("scan.txt", text.encode()))


def test_a_scan_becomes_a_draft() -> None:
    draft = understood(SCANNED).draft
    assert (draft.symbol.text, draft.session.text) == ("A/C.2/81/L.9", "81")
    assert draft.sponsors is not None
    assert [state.text for state in draft.sponsors.states] == ["Fiji", "Nepal"]
    assert draft.title.text == "Wells and springs"
    assert [entry.text.text for entry in draft.preamble] == [
        "Recalling the Convention on Springs,[^n1] and noting that wells are deep,",
        "Noting with concern the drought in many regions,",
    ]
    assert [item.text.text for item in draft.operative[0].items] == [
        "To dig wells;",
        "To protect springs;",
    ]
    assert len(draft.operative) == 2
    assert draft.notes["n1"].text.text == "A/80/1."


def test_what_was_repaired_is_told() -> None:
    account = understood(SCANNED).account
    told = " ".join(remark.text for remark in account.remarks)
    assert "halves" in told
    assert (account.preambular, account.operative, account.items, account.notes) == (2, 2, 2, 1)


def test_a_note_without_mark_is_kept() -> None:
    found = understood(SCANNED.replace("Springs,¹", "Springs,"))
    assert found.account.loose_notes == 1
    assert [entry.residue.text for entry in found.draft.operative if entry.residue] == ["1 A/80/1."]


def test_markdown() -> None:
    text = "# Wells\n\n*The General Assembly,*\n\n*Recalling* the *Water Report*,[^1]\n\n"
    text += "1. *Calls upon* States to dig.\n\n[^1]: A/80/1.\n"
    draft = read_data(InputFile("wells.md", text.encode())).draft
    assert draft.preamble[0].text.text == "Recalling the *Water Report*,[^n1]"
    assert draft.title.text == "Wells"
    assert draft.notes["n1"].text.text == "A/80/1."
