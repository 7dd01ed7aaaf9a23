"""Search: what comes first, what typing errors are forgiven, what is marked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.clauses import Library
from drafter.library.index import Index, index_of
from drafter.library.search import search
from drafter.library.wording import readable

CLAUSES = {
    "operative/reports/submit-report": (
        "Asks the Secretary-General for a report",
        "Requests",
        "the Secretary-General to submit a report on {{ subject }}",
        "A report may have programme budget implications.",
    ),
    "operative/financing/contributions": (
        "Asks for voluntary contributions",
        "Invites",
        "Member States to make voluntary contributions",
        "Costs the Organization nothing.",
    ),
    "preamble/children/convention": (
        "Recalls the Convention",
        "Recalling",
        "the [@crc]",
        "Then come its Optional Protocols and the report of the Committee.",
    ),
}
TEXT = """\
summary: {}
opening: {{operative: {}}}
text: "{}"
parameters: {{subject: {{sample: x}}}}
help: {}
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("shelf")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        for name, words in CLAUSES.items():
            path = folder / "clauses" / f"{name}.yaml"
            path.parent.mkdir(parents=True)
            path.write_text(TEXT.format(*words), encoding="utf-8")
        return index_of([folder / "clauses"])


def ids(index: Index, query: str) -> list[str]:
    return [hit.id.rpartition("/")[2] for hit in search(index, query).hits]


CASES = [
    ("report", ["submit-report", "convention"]),
    ("reports", ["submit-report", "convention"]),
    ("REPORTING", ["submit-report", "convention"]),
    ("voluntary contributions", ["contributions"]),
    ("voluntry contribtuions", ["contributions"]),
    ("secretary-general", ["submit-report"]),
    ("rights of the child", ["convention"]),
    ("report programme budget", ["submit-report"]),
    ("invites", ["contributions"]),
    ("contrib", ["contributions"]),
    ("optional protocol", ["convention"]),
    ("zebra", []),
    ("the of and", []),
    ("", []),
    ("¡!?", []),
]


@pytest.mark.parametrize(("query", "found"), CASES)
def test_what_is_found_and_in_what_order(index: Index, query: str, found: list[str]) -> None:
    assert ids(index, query) == found


def test_more_words_come_before_rarer_ones(index: Index) -> None:
    assert ids(index, "report zebra budget committee") == ["submit-report", "convention"]


def test_short_words_must_be_right(index: Index) -> None:
    assert ids(index, "anb") == []


@given(place=st.integers(0, 12), letter=st.characters(categories=["Ll"], max_codepoint=0x7F))
def test_one_wrong_letter_is_forgiven(index: Index, place: int, letter: str) -> None:
    word = "contributions"
    for wrong in (
        word[:place] + letter + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1 :],
    ):
        assert "contributions" in ids(index, wrong)


@given(st.text(max_size=60))
def test_any_query_is_answered(index: Index, query: str) -> None:
    found = search(index, query)
    assert len(found.hits) == min(found.total, 10)


@given(st.lists(st.sampled_from(["report", "convention", "voluntary", "contributions", "child"])))
def test_the_marks_stand_on_the_words_and_nothing_is_lost(index: Index, words: list[str]) -> None:
    for hit in search(index, " ".join(words)).hits:
        summary = next(text[0] for name, text in CLAUSES.items() if name == hit.id)
        assert "".join(piece.text for piece in hit.summary) == summary
        marked = [p.text for p in (*hit.summary, *hit.excerpt) if p.matched]
        assert all(any(text.lower().startswith(w[:5]) for w in words) for text in marked)


def test_the_excerpt_is_where_the_word_stands(index: Index) -> None:
    (hit,) = search(index, "implications").hits
    assert "".join(piece.text for piece in hit.excerpt) == CLAUSES[hit.id][3]
    assert [piece.text for piece in hit.excerpt if piece.matched] == ["implications"]


def test_the_limit_is_kept_and_the_rest_is_counted(index: Index) -> None:
    found = search(index, "asks recalls", limit=1)
    assert (len(found.hits), found.total) == (1, 3)


def test_shipped_clauses_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shipped = index_of(Library().all_folders())
    assert shipped.broken() == ()
    first = [hit.id for hit in search(shipped, "submit a report session", 3).hits]
    assert "operative/reports/submit-report" in first


def test_rapidfuzz_is_not_loaded_for_words_that_are_right(tmp_path: Path) -> None:
    code = (
        "import sys; from drafter.cli import root; "
        "root(['clauses', 'search', 'report'], standalone_mode=False); "
        "print('rapidfuzz' in sys.modules, 'jinja2' in sys.modules)"
    )
    environment = {"XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.splitlines()[-1] == "False False"


READABLE = [
    ("a report on {{ subject }}", "a report on ⟨subject⟩"),
    ("its {{ session | ordinal }}  session", "its ⟨session⟩ session"),
    ("a report{% if x %} on {{ x }}{% endif %}", "a report [on ⟨x⟩]"),
    ("{% if x %}one{% else %}two{% endif %} of", "[one | two] of"),
    ('{{ r | plural("resolution", "resolutions") }} {{ r | resolutions }}', "resolutions ⟨r⟩"),
    ("the [@crc],[^A/80/1] and", "the Convention on the Rights of the Child, and"),
    ("report[^{{ symbol }}]", "report"),
]


@pytest.mark.parametrize(("template", "text"), READABLE)
def test_a_template_is_readable(template: str, text: str) -> None:
    assert readable(template) == text
