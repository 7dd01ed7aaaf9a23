"""Input that cannot be used: every problem in one run, each with its place and what to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.assemble import assemble
from drafter.draft import draft_from, read_draft
from drafter.errors import Unusable
from drafter.source import Source
from tests.desk import document

GOOD = "symbol: A/C.3/81/L.5\nsession: 81\ntitle: T\n"


def problems(text: str) -> list[str]:
    """Return the problems of a draft, one a line, without the source lines."""
    with pytest.raises(Unusable) as caught:
        assemble(draft_from(Source("d.yaml", text)))
    return [str(problem).split("\n", maxsplit=1)[0] for problem in caught.value.problems]


CASES = {
    "unknown key": (GOOD + "titel: x", r"d.yaml:4:1: unknown key 'titel'; did you mean title\?"),
    "wrong type": (GOOD + "preamble: {x: y}", r"d.yaml:4:12: unknown key 'x'"),
    "text where keys go": (GOOD + "adoption: yes", r"4:11: keys are expected here; write one of: "),
    "list where text goes": (
        GOOD + "date:\n  - a",
        r"5:3: date is a list where a text is expected",
    ),
    "unknown kind": (
        "kind: resolutoin\ntitle: T",
        r"1:7: kind 'resolutoin' is not known; did you m",
    ),
    "unknown clause": (
        GOOD + "operative:\n  - clause: operative/reports/submit-reports",
        r"5:13: there is no clause 'operative/reports/submit-reports'; did you mean operative/rep",
    ),
    "clause that climbs": (
        GOOD + "operative:\n  - clause: ../../secret/file",
        r"5:13: there is no clause '../../secret/file'",
    ),
    "missing parameter": (
        GOOD + "operative:\n  - clause: operative/reports/submit-report\n    with: {session: 82}",
        r"5:13: the clause operative/reports/submit-report needs 'subject'.*; write under `with`: s",
    ),
    "superfluous parameter": (
        GOOD + "operative:\n  - clause: operative/reports/submit-report\n"
        "    with: {session: 82, subject: x, sesion: 3}",
        r"6:45: the clause .* has no blank 'sesion'; did you mean session\?",
    ),
    "ill-typed parameter": (
        GOOD + "operative:\n  - clause: operative/reports/submit-report\n"
        "    with: {session: eighty, subject: x}",
        r"6:21: 'eighty' is not a number; write figures: 82",
    ),
    "unknown note": (
        GOOD + 'operative: ["Notes x[^uncca]"]',
        r"4:21: no note has the key 'uncca'; did",
    ),
    "unused note": (
        GOOD + "operative: [Notes x]\nnotes:\n  a: A note.",
        r"6:6: the note 'a' is not used; put \[\^a\] in a paragraph",
    ),
    "unknown reference": (
        GOOD + "operative:\n  - text: Notes [#repot]\n  - text: Requests\n    id: report",
        r"5:17: no paragraph has the id 'repot'; did you mean #report\?",
    ),
    "repeated key": (GOOD + "title: U", r"4:1: 'title' stands twice, first in line 3"),
    "repeated id": (
        GOOD + "operative:\n  - {text: Notes, id: a}\n  - {text: Urges, id: a}",
        r"6:\d+: the id 'a' stands twice, first in line 5",
    ),
    "date that does not exist": (GOOD + "date: 31 November 2026", r"4:7: .*November"),
    "session and symbol": (
        "symbol: A/C.3/81/L.5\nsession: 80\ntitle: T",
        r"2:10: the session is 80, but the symbol A/C.3/81/L.5 belongs to the eighty-first session",
    ),
    "no session": ("session: last\ntitle: T", r"1:10: 'last' is not a session; write 81, S-32"),
    "no symbol": ("symbol: AC3/81\ntitle: T", r"1:9: 'AC3/81' is not a document symbol"),
    "broken markup": (
        GOOD + "operative:\n  - Notes the *report",
        r"5:15: \* opens but does not close",
    ),
    "unknown citation": (
        GOOD + 'operative: ["Notes [@uncacc]"]',
        r"nothing to cite as 'uncacc'; did",
    ),
    "no title": ("symbol: A/C.3/81/L.5", r"1:1: the draft has no title"),
    "two things in one entry": (
        GOOD + "operative:\n  - {text: a, heading: b}",
        r"5:5: one entry has text and heading",
    ),
    "empty paragraph": (GOOD + "operative:\n  - id: x", r"5:5: the paragraph is empty"),
    "too deep": (
        GOOD + "operative:\n  - text: a\n    items:\n      - text: b\n        items:\n"
        "          - text: c\n            items:\n              - text: d\n"
        "                items:\n                  - text: e\n"
        "                    items: [f]",
        r"sub-paragraphs go four levels deep",
    ),
    "not YAML": (GOOD + "operative: [a", r"d.yaml:\d+:\d+: "),
    "a key that a text would swallow": (
        GOOD + "operative:\n  - Notes x\n    id: report",
        r"6:\d+: ",
    ),
    "a mark in a note": (
        GOOD + "operative: ['Notes x[^a]']\nnotes: {a: 'See [#b] and [^c]'}",
        r"5:12: \[#b\] cannot stand in this text; write plain words",
    ),
    "a mark in the title": ("title: T[^a]", r"1:9: \[\^a\] cannot stand in this text"),
    "a tab": (
        GOOD + "agenda:\n\titem: 3",
        r"5:1: a tab stands in the indentation; indent with spaces",
    ),
    "an alias": ("title: &a T\nsymbol: *a", r"2:9: "),
    "an alias to a list": (
        GOOD + "preamble: &p\n  - Noting x\noperative: *p",
        r"6:12: \* opens but does not close",
    ),
    "a Python tag": (
        GOOD + "date: !!python/object/apply:os.system [ls]",
        r"4:7: the tag .* is refused",
    ),
    "a tag": (GOOD + "date: !x 3", r"4:7: the tag !x is refused; remove it"),
    "two documents": (GOOD + "---\ntitle: U", r"a second document begins here"),
    "empty": ("  \n", r"the file is empty"),
    "only comments": ("# nothing\n", r"only comments"),
    "no keys": ("- a\n- b", r"1:1: the file has no keys"),
    "control character": (GOOD + "date: \x07", r"4:7: the file is not YAML text"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_each_problem_has_its_place_and_its_advice(text: str, expected: str) -> None:
    found = problems(text)
    assert any(re.search(expected, problem) for problem in found), found
    assert all(";" in problem for problem in found), found


def test_all_problems_come_in_one_run_in_the_order_of_the_file() -> None:
    found = problems(
        GOOD + "date: 30 February 2026\noperative:\n  - Notes [#x] and[^y]\n  - clause: a/b\n"
    )
    assert [re.match(r"d.yaml:(\d+)", each)[1] for each in found] == ["4", "6", "6", "7"]  # type: ignore[index]


def test_the_source_line_is_shown_with_a_caret_below_the_spot() -> None:
    with pytest.raises(Unusable) as caught:
        draft_from(Source("d.yaml", "title: T\nsessoin: 81\n"))
    assert str(caught.value).splitlines()[1:] == ["    2 | sessoin: 81", "        ^"]


ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [*{last}, *{last}, *{last}, *{last}, *{last}, *{last}, *{last}]\n"
    for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_aliases_that_explode_are_refused_at_once() -> None:
    found = problems(ALIASES)
    assert all("aliases" in each for each in found)


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 50_000 + "a", "{" * 9_000, "? " * 9_000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert "nested too deeply" in problems(text)[0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"title: caf\xe9", r"f.yaml:1:11: the file is not in UTF-8; save it as UTF-8 text"),
        ("title: x".encode("utf-16"), r"in UTF-16"),
        (b"PK\x03\x04\xff\xff", r"Word or zip file"),
        (b"", r"the file is empty"),
        (b"#" * 5_000_000, r"the file has 5 MB, a draft has at most 4 MB"),
    ],
)
def test_files_that_are_no_drafts(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    with pytest.raises(Unusable, match=expected):
        read_draft(path)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="this is a folder; name the YAML file inside it"):
        read_draft(tmp_path)
    with pytest.raises(Unusable, match="there is no such file"):
        read_draft(tmp_path / "none.yaml")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: T\r\nsession: 81\r\noperative:\r\n  - Notes x\r\n")
    draft = read_draft(path)
    assert draft.title.text == "T"
    assert draft.operative[0].place.line == 4


def test_yaml_guesses_nothing() -> None:
    found = document("sponsors: [NO]\noperative:\n  - 012\n  - 1:30\n  - yes\n")
    texts = [block.inlines[0].text for block in found.blocks[1:]]  # type: ignore[union-attr]
    assert texts == ["012;", "1:30;", "yes."]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_words(text: str) -> None:
    try:
        assemble(draft_from(Source("d.yaml", GOOD + "operative:\n  - " + text)))
    except Unusable as error:
        messages = [problem.message for problem in error.problems]
    else:
        messages = ["assembled"]
    assert all(messages)
    assert messages
