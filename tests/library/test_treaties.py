"""Treaties: the registry holds together, keys are found, notes read as they are printed."""

from __future__ import annotations

import re

import pytest

from drafter.library.treaties import Treaty, find_treaty, treaty_keys

TREATIES = [treaty for treaty in map(find_treaty, treaty_keys()) if treaty]


def test_keys_are_sorted_and_single() -> None:
    assert list(treaty_keys()) == sorted(set(treaty_keys()))
    assert len(TREATIES) == len(treaty_keys())


@pytest.mark.parametrize("treaty", TREATIES, ids=lambda treaty: treaty.key)
def test_entry_is_whole(treaty: Treaty) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", treaty.key)
    assert treaty.name
    assert treaty.short
    assert bool(treaty.volumes) == bool(treaty.number)
    assert not (treaty.volumes and treaty.note)
    assert treaty.evidence
    assert treaty.key == "un-charter" or treaty.footnote.endswith(".")
    assert not treaty.short.startswith("the ")


def test_aliases_lead_to_one_treaty() -> None:
    names = [name for treaty in TREATIES for name in (treaty.key, *treaty.aliases)]
    assert len(set(names)) == len(names)


def test_short_names_tell_treaties_apart() -> None:
    shorts = [treaty.short for treaty in TREATIES]
    assert len(set(shorts)) == len(shorts)


@pytest.mark.parametrize(
    ("key", "note"),
    [
        ("uncac", "United Nations, *Treaty Series*, vol. 2349, No. 42146."),
        ("UNCAC", "United Nations, *Treaty Series*, vol. 2349, No. 42146."),
        (
            "untoc_protocols",
            "United Nations, *Treaty Series*, vols. 2225, 2237, 2241 and 2326, No. 39574.",
        ),
        ("geneva-conventions", "United Nations, *Treaty Series*, vol. 75, Nos. 970–973."),
        ("Arms Trade Treaty", "United Nations, *Treaty Series*, vol. 3013, No. 52373."),
        ("udhr", "Resolution 217 A (III)."),
        ("genocide", "Resolution 260 A (III), annex."),
        ("un-charter", ""),
    ],
)
def test_footnote(key: str, note: str) -> None:
    treaty = find_treaty(key)
    assert treaty is not None
    assert treaty.footnote == note


def test_place_in_series() -> None:
    treaty = find_treaty("uncac")
    assert treaty is not None
    assert treaty.place_in_series == "vol. 2349, No. 42146"
    udhr = find_treaty("udhr")
    assert udhr is not None
    assert udhr.place_in_series == ""


@pytest.mark.parametrize("key", ["", "the-convention", "uncacc"])
def test_find_nothing(key: str) -> None:
    assert find_treaty(key) is None
