"""Facts that the author typed are held against the registries."""

from __future__ import annotations

import pytest

from tests.desk import document

TOLD = {
    "a date": (
        "operative: ['Recalls its resolution 67/1 of 19 September 2012']",
        "resolution 67/1 is dated 19 September 2012; it was adopted on 24 September 2012",
    ),
    "a date in a list": (
        "operative: ['Recalls its resolutions 69/193 of 18 December 2014 and 70/1 of 1 May 2015']",
        "resolution 70/1 is dated 1 May 2015",
    ),
    "no date": (
        "operative: ['Recalls its resolution 67/1']",
        "resolution 67/1 is first mentioned without its date;"
        " it was adopted on 24 September 2012: write [@67/1]",
    ),
    "no date in a sub-paragraph": (
        "operative: [{text: Recalls, items: ['Its resolution 67/1']}]",
        "resolution 67/1 is first mentioned without its date",
    ),
    "no date of another organ": (
        "operative: ['Recalls Human Rights Council resolution 53/26']",
        "it is dated by most texts 14 July 2023: write [@HRC 53/26]",
    ),
    "a wrong date of another organ": (
        "operative: ['Recalls Human Rights Council resolution 53/26 of 13 July 2023']",
        "resolution 53/26 is dated 13 July 2023; it is dated by most texts 14 July 2023",
    ),
    "a volume": (
        "operative: ['Recalls it[^a]']\n"
        "notes: {a: 'United Nations, *Treaty Series*, vol. 2225, No. 42146'}",
        "No. 42146 does not stand in volume 2225; United Nations Convention against Corruption:"
        " vol. 2349, No. 42146",
    ),
}
RIGHT = {
    "a date": "operative: ['Recalls its resolution 67/1 of 24 September 2012']",
    "a date for two": "operative: ['Recalls resolutions 69/193 and 69/196 of 18 December 2014']",
    "another organ": "operative: ['Recalls Human Rights Council resolution 53/26 of 14 July 2023']",
    "no date the second time": "preamble: ['Recalling its resolution 67/1 of 24 September 2012']\n"
    "operative: ['Recalls its resolution 67/1']",
    "no date after a citation": "preamble: ['Recalling its resolution [@67/1]']\n"
    "operative: ['Recalls its resolution 67/1']",
    "no date that is known": "operative: ['Recalls its resolution 99/99']",
    "a part between": "operative: ['Recalls its resolution 45/248 B, section VI, of 21 December 1990']",
    "a date later on": "operative: ['Recalls the adoption of its resolution 67/1 on 24 September 2012']",
    "a volume": "operative: ['Recalls it[^a]']\n"
    "notes: {a: 'United Nations, *Treaty Series*, vol. 2349, No. 42146'}",
    "one of its volumes": "operative: ['Recalls it[^a]']\n"
    "notes: {a: 'United Nations, *Treaty Series*, vol. 2237, No. 39574'}",
    "an unknown treaty": "operative: ['Recalls it[^a]']\n"
    "notes: {a: 'United Nations, *Treaty Series*, vol. 1, No. 99999'}",
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_what_the_registry_gives_otherwise_is_told(text: str, expected: str) -> None:
    found = [str(notice) for notice in document(text).notices]
    assert any(expected in notice for notice in found), found


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_is_right_passes(text: str) -> None:
    assert [str(notice) for notice in document(text).notices] == []
