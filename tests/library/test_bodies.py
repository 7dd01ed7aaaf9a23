"""Keys of resolutions: whose they are, and what a list of them shares."""

from __future__ import annotations

import pytest

from drafter.library.bodies import (
    Named,
    all_bodies,
    find_body,
    key_of,
    named_list,
    named_resolution,
    near_body,
)
from drafter.library.symbols import Organ, parse_symbol

ASSEMBLY, COUNCIL, RIGHTS = "General Assembly", "Security Council", "Human Rights Council"

KEYS = {
    "70/1": Named(ASSEMBLY, "70/1"),
    "A/RES/70/1": Named(ASSEMBLY, "70/1", prefix="GA"),
    "GA 70/1 of 25 September 2015": Named(ASSEMBLY, "70/1", "25 September 2015", "GA"),
    "217A(III)": Named(ASSEMBLY, "217 A (III)"),
    "36/87 A and B": Named(ASSEMBLY, "36/87 A and B"),
    "51/211 A to E": Named(ASSEMBLY, "51/211 A to E"),
    "ES-10/23": Named(ASSEMBLY, "ES-10/23"),
    "76/…": Named(ASSEMBLY, "76/…"),
    "1373 (2001)": Named(COUNCIL, "1373 (2001)"),
    "S/RES/1373(2001)": Named(COUNCIL, "1373 (2001)", prefix="SC"),
    "S/RES/1373": Named(COUNCIL, "1373 (2001)", prefix="SC"),
    "SC 9999": Named(COUNCIL, "9999", prefix="SC"),
    "2016/16": Named("Economic and Social Council", "2016/16"),
    "E/RES/2021/14": Named("Economic and Social Council", "2021/14", prefix="ECOSOC"),
    "HRC 60/5": Named(RIGHTS, "60/5", prefix="HRC"),
    "hrc 7/1 of 27 March 2008": Named(RIGHTS, "7/1", "27 March 2008", "hrc"),
    "HRC S-28/1": Named(RIGHTS, "S-28/1", prefix="HRC"),
    "A/HRC/RES/60/5": Named(RIGHTS, "60/5", prefix="HRC"),
    "CAC/COSP 8/1": Named(
        "Conference of the States Parties to the United Nations Convention against Corruption",
        "8/1",
        prefix="CAC/COSP",
    ),
    "XYZ 60/5": Named("", "60/5", prefix="XYZ"),
}


@pytest.mark.parametrize(("key", "named"), KEYS.items())
def test_a_key_names_a_resolution(key: str, named: Named) -> None:
    assert named_resolution(key) == named


@pytest.mark.parametrize(
    "key",
    ["uncac", "A/71/114", "8/1", "1373", "HRC 60", "resolution 70/1", "Decision 8/1", "", "XY"],
)
def test_other_keys_name_none(key: str) -> None:
    assert named_resolution(key) is None


def test_a_prefix_holds_for_the_numbers_after_it() -> None:
    names = [(named.body, named.number) for named in named_list(["HRC 57/5", "7/1"]) if named]
    assert names == [(RIGHTS, "57/5"), (RIGHTS, "7/1")]
    mixed = [named.body for named in named_list(["70/1", "HRC 60/5", "SC 1373"]) if named]
    assert mixed == [ASSEMBLY, RIGHTS, COUNCIL]


@pytest.mark.parametrize(
    ("number", "body", "key"),
    [
        ("70/1", ASSEMBLY, "70/1"),
        ("60/5", RIGHTS, "HRC 60/5"),
        ("1373 (2001)", COUNCIL, "1373 (2001)"),
        ("9999", COUNCIL, "SC 9999"),
    ],
)
def test_the_shortest_key(number: str, body: str, key: str) -> None:
    assert key_of(number, body) == key


def test_a_misspelt_body_is_guessed() -> None:
    assert near_body("hcr") == "HRC"
    assert not near_body("qqqq")


def test_bodies_have_keys_of_their_own() -> None:
    keys = [key.casefold() for body in all_bodies() for key in (body.key, *body.aliases)]
    assert len(set(keys)) == len(keys)
    assert {body.name for body in all_bodies()} >= {ASSEMBLY, COUNCIL, RIGHTS}
    for body in all_bodies():
        assert find_body(body.key.lower()) is body
        if body.symbol:
            symbol = parse_symbol(f"{body.symbol}70/1")
            assert symbol
            assert Organ(body.name) is symbol.organ
