"""A new draft: what it proposes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from drafter.draft import read_draft
from tests.cli.test_commands import run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new.yaml"


def test_a_draft_resolution_opens_and_closes_with_the_usual_clauses(path: Path) -> None:
    run("new", path, "--session", "81", "--item", "15", "--agenda-title", "Libraries: all of them")
    draft = read_draft(path)
    clauses = [entry.clause.text for entry in (*draft.preamble, *draft.operative) if entry.clause]
    assert clauses == [
        "preamble/charter/purposes-and-principles",
        "preamble/recalling/previous-resolutions",
        "operative/reports/take-note-of-report",
        "operative/reports/submit-report",
        "operative/agenda/item",
    ]
    shown = run("render", path, "-f", "txt")
    assert shown.exit_code == 0
    assert "note: " not in shown.output.replace("note: '__' is not a State", "")
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert "including resolution 80/__ of __," in text
    assert "the item entitled “Libraries: all of them”." in text
    assert run("outline", path, "--blanks").exit_code == 1


@pytest.mark.parametrize("session", ["S-33", "ES-11", "__", "81st", "eighty-first"])
def test_any_session_renders(path: Path, session: str) -> None:
    run("new", path, "--session", session, "--committee", "plenary")
    assert run("render", path, "-f", "txt").exit_code == 0


@pytest.mark.parametrize(
    ("session", "item", "title"),
    [
        ("80", "75 (b)", "Oceans and the law of the sea: Agreement under"),
        ("80", "18", "Sustainable development"),
        ("80", "9999", "…"),
        ("S-32", "18", "…"),
        ("81", "18", "…"),
    ],
)
def test_the_title_of_a_known_item_is_filled_in(
    path: Path, session: str, item: str, title: str
) -> None:
    result = run("new", path, "--session", session, "--item", item)
    assert result.exit_code == 0, result.output
    assert read_draft(path).agenda[0].title.text.startswith(title)
    told = "item 18 of the session 80 was: Sustainable development" in result.output
    assert told is (session == "81")


def test_the_symbol_follows_the_committee(path: Path) -> None:
    run("new", path, "--session", "80", "--committee", "fourth")
    assert read_draft(path).symbol.text == "A/C.4/80/L.__"
    run("new", path, "--session", "80", "--committee", "plenary", "--force")
    assert read_draft(path).symbol.text == "A/80/L.__"


def asked(path: Path, *lines: str) -> Result:
    """Write a new draft, answering with ``lines``."""
    return run("new", path, answers="".join(f"{line}\n" for line in lines))


def test_answers_may_be_piped(path: Path) -> None:
    shown = asked(path, "80", "second", "18", "", "Water for all", "Finland, Turkey, Gahna")
    assert shown.exit_code == 0, shown.output
    draft = read_draft(path)
    assert draft.symbol.text == "A/C.2/80/L.__"
    assert draft.agenda[0].title.text == "Sustainable development"
    assert draft.title.text == "Water for all"
    assert "'Turkey' is written Türkiye in lists" in shown.output
    assert "'Gahna' is not a State; did you mean Ghana?" in shown.output


def test_missing_answers_are_proposed(path: Path) -> None:
    assert asked(path, "79").exit_code == 0
    draft = read_draft(path)
    assert (draft.session.text, draft.symbol.text) == ("79", "A/C.3/79/L.__")


def test_what_is_proposed_is_told(path: Path) -> None:
    shown = run("new", path).output
    assert "it proposes preamble/charter/purposes-and-principles, preamble/recalling/" in shown
    assert "operative/agenda/item" in shown


def test_an_unknown_committee_is_refused(path: Path) -> None:
    refused = asked(path, "81", "Seventh")
    assert refused.exit_code == 2
    assert "'Seventh' is no Main Committee; write one of plenary, First" in refused.output
    assert not path.exists()
