"""Names of States and groups: the registry itself, look-up, order and advice."""

from __future__ import annotations

import random

import pytest

from drafter.library import states
from drafter.library.registry import registry_records
from drafter.library.states import (
    Status,
    all_groups,
    all_states,
    find_group,
    find_state,
    sort_states,
    state_problem,
)

MEMBERS = tuple(state.list_form for state in all_states() if state.status is Status.MEMBER)


def test_registry_is_whole() -> None:
    assert len(MEMBERS) == 193
    assert [state.list_form for state in all_states()[193:]] == ["Holy See", "State of Palestine"]


def test_registry_is_in_order() -> None:
    shuffled = random.Random(80).sample(MEMBERS, k=len(MEMBERS))
    assert sort_states(shuffled) == MEMBERS


def test_every_name_leads_back() -> None:
    for state in all_states():
        for name in (state.list_form, state.running_form, *state.also_listed, *state.variants):
            assert find_state(name) == state, name
            assert find_state(name.upper()) == state, name


@pytest.mark.parametrize(
    ("name", "list_form"),
    [
        ("Viet Nam", "Viet Nam"),
        ("vietnam", "Viet Nam"),
        ("Cote d'Ivoire", "Côte d’Ivoire"),
        ("the Sudan", "Sudan"),
        ("The Gambia", "Gambia"),
        ("Turkiye", "Türkiye"),
        ("Congo", "Congo"),
        ("Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("Guinea", "Guinea"),
        ("Guinea Bissau", "Guinea-Bissau"),
        ("Bahamas (The)", "Bahamas"),
        ("Islamic Republic of Iran", "Iran (Islamic Republic of)"),
        ("U.S.", "United States of America"),
        ("Antigua & Barbuda", "Antigua and Barbuda"),
    ],
)
def test_find(name: str, list_form: str) -> None:
    state = find_state(name)
    assert state is not None
    assert state.list_form == list_form


@pytest.mark.parametrize("name", ["", "the", "Europe", "Ruritania", "Group of 77 and China"])
def test_find_nothing(name: str) -> None:
    assert find_state(name) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sudan", "the Sudan"),
        ("Spain", "Spain"),
        ("Netherlands (Kingdom of the)", "the Kingdom of the Netherlands"),
    ],
)
def test_in_sentence(name: str, words: str) -> None:
    state = find_state(name)
    assert state is not None
    assert state.in_sentence == words


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Viet Nam", None),
        ("Bahamas", None),
        ("Bahamas (The)", None),
        ("Côte d'Ivoire", None),
        ("Côte d’Ivoire", None),
        ("Vietnam", "Viet Nam"),
        ("The Bahamas", "Bahamas"),
        ("Turkey", "Türkiye"),
        ("Netherlands", "Netherlands (Kingdom of the)"),
        ("Islamic Republic of Iran", "Iran (Islamic Republic of)"),
        ("viet nam", "Viet Nam"),
        ("Germny", "Germany"),
        ("Brasil", "Brazil"),
        ("Xanadu", ""),
    ],
)
def test_problem(name: str, advice: str | None) -> None:
    assert state_problem(name) == advice


@pytest.mark.parametrize(
    "names",
    [
        ("Costa Rica", "Côte d’Ivoire", "Croatia"),
        ("Guinea", "Guinea-Bissau", "Guyana"),
        ("Niger", "Nigeria"),
        ("Tunisia", "Türkiye", "Turkmenistan"),
        ("Republic of Korea", "Republic of Moldova", "Romania"),
        ("Bahamas (The)", "Bahrain"),
        ("Egypt (on behalf of the Group of African States)", "El Salvador"),
        ("Ukraine", "Yemen", "Holy See", "State of Palestine"),
    ],
)
def test_order(names: tuple[str, ...]) -> None:
    assert sort_states(reversed(names)) == names


def test_palestine_in_its_place() -> None:
    names = ("Spain", "State of Palestine", "Sudan")
    assert sort_states(names) == ("Spain", "Sudan", "State of Palestine")
    assert sort_states(names, palestine_last=False) == names


@pytest.mark.parametrize("name", ["g77", "G-77", "Group of 77", "the Group of 77 and China"])
def test_group(name: str) -> None:
    group = find_group(name)
    assert group is not None
    assert group.key == "g77"


@pytest.mark.parametrize("name", ["", "G8", "Spain"])
def test_no_group(name: str) -> None:
    assert find_group(name) is None


def test_notes_name_their_group() -> None:
    for group in all_groups():
        for note in filter(None, (group.note, group.former_note)):
            assert note.startswith("On behalf of the States "), group.key
            assert note.endswith("."), group.key
            assert f"members of the {group.name}" in note, group.key


def test_groups_have_names_of_their_own() -> None:
    names = [n.casefold() for g in all_groups() for n in (g.key, g.name, *g.aliases)]
    assert len(set(names)) == len(names)
    assert not [name for name in names if find_state(name)]


@pytest.mark.parametrize(
    ("name", "session", "printed"),
    [
        ("Türkiye", 76, "Turkey"),
        ("Türkiye", 77, "Türkiye"),
        ("Eswatini", 72, "Swaziland"),
        ("North Macedonia", 73, "the former Yugoslav Republic of Macedonia"),
        ("North Macedonia", 74, "North Macedonia"),
        ("Netherlands (Kingdom of the)", 77, "Netherlands"),
        ("Cabo Verde", 68, "Cabo Verde"),
        ("Norway", 1, "Norway"),
    ],
)
def test_list_forms_of_their_time(name: str, session: int, printed: str) -> None:
    state = find_state(name)
    assert state is not None
    assert state.list_form_at(session) == printed


def test_former_names_lead_to_the_state() -> None:
    for state in all_states():
        for former in state.former:
            assert find_state(former.name) == state
            assert 1 < former.since <= 80
            assert former.name != state.list_form


def test_adjectives() -> None:
    adjectives = {state.list_form: state.adjective for state in all_states()}
    assert adjectives["Norway"] == "Norwegian"
    assert adjectives["Bosnia and Herzegovina"] == ""
    given = [adjective for adjective in adjectives.values() if adjective]
    assert len(set(given)) == len(given)
    assert all(adjective[0].isupper() for adjective in given)


def test_other_languages_are_columns() -> None:
    record = registry_records("states")[0] | {"article": "", "fr": "Afghanistan", "xx": "Afga"}
    assert states._state(record).translations == (("fr", "Afghanistan"), ("xx", "Afga"))
    assert all(state.translations == () for state in all_states())
