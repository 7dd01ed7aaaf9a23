"""Footnotes: order, first mention, Ibid., repeated numbers, marks after punctuation."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document import Mark
from tests.desk import HEAD, body, document, notes

OLD = HEAD.replace("81", "74")


def draft(*texts: str, extra: str = "") -> str:
    """Return an operative part with these paragraphs, in block style."""
    rows = "".join(f"  - Notes {text}\n" for text in texts)
    return f"operative:\n{rows}{textwrap.dedent(extra)}"


IBID = {
    "series, other volume": (
        ["untoc", "illicit-traffic"],
        [
            "1 United Nations, _Treaty Series_, vol. 2225, No. 39574.",
            "2 Ibid., vol. 1582, No. 27627.",
        ],
    ),
    "session and supplement": (
        ["or12", "or12a"],
        [
            "1 _Official Records of the General Assembly, Eightieth Session, Supplement No. 12_ (A/80/12).",
            "2 Ibid., _Supplement No. 12A_ (A/80/12/Add.1).",
        ],
    ),
    "another session": (
        ["or12", "or53"],
        [
            "1 _Official Records of the General Assembly, Eightieth Session, Supplement No. 12_ (A/80/12).",
            "2 Ibid., _Seventy-first Session, Supplement No. 53_ (A/71/53), chap. V, sect. A.",
        ],
    ),
    "the same thing": (["A/71/114", "again"], ["1 A/71/114.", "2 Ibid."]),
    "another part": (
        ["A/71/114, sect. I", "A/71/114, sect. II"],
        ["1 A/71/114, sect. I.", "2 Ibid., sect. II."],
    ),
    "wider than before is written in full": (
        ["A/71/114, sect. I", "A/71/114"],
        ["1 A/71/114, sect. I.", "2 A/71/114."],
    ),
    "resolution and annex": (
        ["70/174, annex", "70/1", "70/1, para. 5"],
        ["1 Resolution 70/174, annex.", "2 Resolution 70/1.", "3 Ibid., para. 5."],
    ),
    "see": (["seen", "seen-part"], ["1 See A/71/114.", "2 See ibid., sect. II."]),
    "not after a note with several sources": (
        ["two", "crc"],
        [
            "1 United Nations, _Treaty Series_, vols. 2171 and 2173, No. 27531; and resolution 66/138, annex.",
            "2 United Nations, _Treaty Series_, vol. 1577, No. 27531.",
        ],
    ),
    "not after an intervening text note": (
        ["untoc", "words", "uncac"],
        [
            "1 United Nations, _Treaty Series_, vol. 2225, No. 39574.",
            "2 A remark.",
            "3 United Nations, _Treaty Series_, vol. 2349, No. 42146.",
        ],
    ),
    "another organ's resolution": (
        ["council", "council-annex"],
        ["1 Economic and Social Council resolution 2012/15.", "2 Ibid., annex."],
    ),
}

NOTES = """
notes:
  illicit-traffic: {treaty: illicit_traffic_1988}
  or12: {official records: General Assembly, session: 80, supplement: 12}
  or12a: {official records: General Assembly, session: 80, supplement: 12A, symbol: A/80/12/Add.1}
  or53: {official records: General Assembly, session: 71, supplement: 53, part: "chap. V, sect. A"}
  again: {symbol: A/71/114}
  seen: {symbol: A/71/114, see: yes}
  seen-part: {symbol: A/71/114, part: sect. II, see: yes}
  two:
    series: United Nations, *Treaty Series*
    volume: 2171 and 2173
    number: 27531
    also: {resolution: 66/138, part: annex}
  words: A remark
  council: {resolution: 2012/15, organ: Economic and Social Council}
  council-annex: {resolution: 2012/15, organ: Economic and Social Council, part: annex}
"""


@pytest.mark.parametrize(("keys", "expected"), IBID.values(), ids=IBID)
def test_ibid(keys: list[str], expected: list[str]) -> None:
    kept = [line for line in NOTES.splitlines() if _key(line) in {*keys, "notes", ""}]
    found = document(draft(*(f"x,[^{key}]" for key in keys), extra="\n".join(kept)))
    assert notes(found) == expected


def _key(line: str) -> str:
    stripped = line.strip()
    inner = line.startswith("    ")
    return "two" if inner else stripped.partition(":")[0]


def test_ibid_was_italic_before_the_word_became_roman() -> None:
    found = document(draft("x[^untoc]", "y[^uncac]"), OLD)
    assert notes(found)[1] == "2 _Ibid._, vol. 2349, No. 42146."


def test_ibid_can_be_switched_off() -> None:
    found = document(draft("x[^untoc]", "y[^uncac]", extra="options: {ibid: never}"))
    assert notes(found)[1] == "2 United Nations, _Treaty Series_, vol. 2349, No. 42146."


def test_a_source_is_noted_once_since_the_seventy_fifth_session() -> None:
    text = draft("a,[^uncac]", "b,[^untoc]", "c[^uncac]")
    assert body(text) == ["1. _Notes_ a,[1]", "2. _Notes_ b,[2]", "3. _Notes_ c."]
    assert body(text, HEAD.replace("81", "75"))[2] == "3. _Notes_ c."


def test_its_number_was_repeated_before() -> None:
    text = draft("a,[^uncac]", "b,[^untoc]", "c[^uncac]")
    assert body(text, OLD)[2] == "3. _Notes_ c.[1 again]"
    assert len(document(text, OLD).notes) == 2


@pytest.mark.parametrize(
    ("policy", "mark"), [("once", "c."), ("number", "c.[1 again]"), ("new", "c.[2]")]
)
def test_the_practice_can_be_chosen(policy: str, mark: str) -> None:
    text = draft("a,[^uncac]", "c[^uncac]", extra=f"options: {{repeated notes: {policy}}}")
    assert body(text)[1] == f"2. _Notes_ {mark}"


PLACES = {
    "x [^uncac], y": "x,[1] y;",
    "x[^uncac], y": "x,[1] y;",
    "x,[^uncac] y": "x,[1] y;",
    "the Strategy[^uncac] adopted": "the Strategy[1] adopted;",
    "x[^uncac]": "x;[1]",
    "x[^uncac][^untoc], y": "x,[1][2] y;",
    "“x”[^uncac]; y": "“x”;[1] y;",
    "*Series*[^uncac], y": "_Series_,[1] y;",
    "the [@uncac], y": "the United Nations Convention against Corruption,[1] y;",
    "the [@uncac]": "the United Nations Convention against Corruption;[1]",
}


@pytest.mark.parametrize(("text", "expected"), PLACES.items(), ids=PLACES)
def test_marks_stand_after_punctuation(text: str, expected: str) -> None:
    assert body(draft(text, "z"))[0] == f"1. _Notes_ {expected}"


def test_notes_count_in_reading_order_through_items_tables_and_annexes() -> None:
    found = document(
        textwrap.dedent("""
        preamble: ["Noting x[^A/80/1]"]
        operative:
          - text: Requests y[^A/80/2]
            items: ["a[^A/80/3]", "b[^A/80/4]"]
            then: z[^A/80/5]
          - table: {columns: ["A[^A/80/6]", B], rows: [["c[^A/80/7]", d]]}
          - heading: H[^A/80/8]
        annexes:
          - {title: "T[^A/80/9]", paragraphs: ["e[^A/80/10]"]}
        """)
    )
    assert notes(found) == [f"{n} A/80/{n}." for n in range(1, 11)]


def test_notes_restart_in_each_draft_of_a_report() -> None:
    found = document(
        textwrap.dedent("""
        kind: committee report
        agenda: {item: 3, title: Water}
        sections:
          - heading: Introduction
            paragraphs: ["The Committee met.[^A/80/1]"]
          - heading: Recommendations
            paragraphs:
              - The Committee recommends the following
              - drafts:
                  - {title: One, operative: ["Notes a[^A/80/1]", "Urges b[^A/80/2]"]}
                  - {title: Two, operative: ["Notes c[^A/80/2]"]}
        """),
        "symbol: A/81/100\nsession: 81\n",
    )
    assert [(note.scope, note.number) for note in found.notes] == [(0, 1), (1, 1), (1, 2), (2, 1)]
    assert len({note.id for note in found.notes}) == 4


def test_a_clause_brings_its_notes(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "preamble"
    folder.mkdir()
    (folder / "mine.yaml").write_text(
        "opening: {preambular: Recalling}\ntext: the plan,[^plan]\n"
        "notes: {plan: {resolution: 70/1, part: annex}}\n"
    )
    found = document("preamble: [{clause: preamble/mine}]", folders=(tmp_path,))
    assert notes(found) == ["1 Resolution 70/1, annex."]


def test_asterisk_notes_use_no_number() -> None:
    found = document(
        draft("x[^a]", "y[^b]", extra="notes: {a: {text: Star, asterisk: yes}, b: Words}\n")
        + "sponsors: {states: Cuba, note: On behalf of others.}\n"
    )
    assert [note.stars for note in found.asterisk_notes] == ["*", "**"]
    assert notes(found) == ["1 Words."]


@given(st.lists(st.sampled_from(["untoc", "uncac", "70/1", "70/1, annex", "A/71/114"]), min_size=1))
def test_every_mark_has_its_note_and_numbers_have_no_gap(keys: list[str]) -> None:
    for head in (HEAD, OLD):
        found = document(draft(*(f"x[^{key}]" for key in keys)), head)
        marks = [p for b in found.blocks for p in getattr(b, "inlines", ()) if isinstance(p, Mark)]
        first = [mark for mark in marks if not mark.again]
        assert [mark.number for mark in first] == list(range(1, len(set(keys)) + 1))
        assert [mark.note for mark in first] == [note.id for note in found.notes]
        assert len(marks) == (len(keys) if head is OLD else len(set(keys)))
