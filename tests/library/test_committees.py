"""Committees and agenda items: the registries, and how they are asked."""

from __future__ import annotations

import pytest

from drafter.library.agenda import agenda_title
from drafter.library.committees import (
    all_committees,
    committee_of,
    find_committee,
    main_committees,
)
from drafter.library.registry import registry_rows

FOURTH = "Special Political and Decolonization Committee (Fourth Committee)"


def test_the_main_committees_are_in_their_order() -> None:
    names = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"]
    assert [committee.ordinal for committee in main_committees()] == names
    prefixes = [committee.prefix for committee in main_committees()]
    assert prefixes == [f"A/C.{number}" for number in range(1, 7)]
    assert len({committee.prefix for committee in all_committees()}) == len(all_committees())


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Third", "Third Committee"),
        ("third committee", "Third Committee"),
        ("3", "Third Committee"),
        ("Social, Humanitarian and Cultural Committee", "Third Committee"),
        ("4", FOURTH),
        ("Fourth", FOURTH),
        ("Special Political and Decolonization", FOURTH),
        ("special political and decolonization committee", FOURTH),
        (FOURTH, FOURTH),
        ("Legal", "Sixth Committee"),
    ],
)
def test_a_committee_by_any_of_its_names(asked: str, name: str) -> None:
    found = find_committee(asked)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("asked", ["", "Committee", "0", "7", "plenary", "Conference Committee"])
def test_what_is_no_main_committee(asked: str) -> None:
    assert find_committee(asked) is None


def test_a_committee_by_its_symbols() -> None:
    found = committee_of("A/C.4")
    assert found is not None
    assert found.lines == ("Special Political and Decolonization Committee", "(Fourth Committee)")
    assert committee_of("E/CN.15") is not None
    assert committee_of("A/C.7") is None


TITLES = [
    ("75 (b)", 80, "Oceans and the law of the sea: Agreement", 80),
    ("75(b)", 78, "Oceans and the law of the sea: sustainable fisheries", 78),
    ("75 B", 78, "Oceans and the law of the sea: sustainable fisheries", 78),
    ("99 (dd)", 80, "General and complete disarmament: humanitarian", 80),
    ("15", 80, "Information and communications technologies", 80),
    ("18", 81, "Sustainable development", 80),
]


@pytest.mark.parametrize(("item", "session", "begins", "known"), TITLES)
def test_titles(item: str, session: int, begins: str, known: int) -> None:
    found = agenda_title(item, session)
    assert found is not None
    assert found.title.startswith(begins)
    assert found.session == known


@pytest.mark.parametrize(("item", "session"), [("18", 60), ("999", 80), ("", 80), ("x (", 80)])
def test_no_title(item: str, session: int) -> None:
    assert agenda_title(item, session) is None


def test_the_titles_are_whole_and_single() -> None:
    rows = registry_rows("agenda-titles")
    assert len({(session, item) for session, item, *_ in rows}) == len(rows)
    for session, item, title, evidence in rows:
        assert session.isdigit()
        assert item
        assert title == " ".join(title.split())
        assert evidence
