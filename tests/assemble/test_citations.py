"""Resolutions of any body are cited by key: date at the first mention, number afterwards."""

from __future__ import annotations

import pytest

from drafter.document import Paragraph, plain
from drafter.errors import Unusable
from tests.desk import document

PRINTED = {
    "Human Rights Council resolution [@HRC 60/5]": (
        "Human Rights Council resolution 60/5 of 6 October 2025"
    ),
    "Human Rights Council resolution [@A/HRC/RES/60/5]": (
        "Human Rights Council resolution 60/5 of 6 October 2025"
    ),
    "Human Rights Council resolution [@HRC 99/1 of 3 May 2028]": (
        "Human Rights Council resolution 99/1 of 3 May 2028"
    ),
    "Human Rights Council resolutions [@HRC 23/9, 60/5]": (
        "Human Rights Council resolutions 23/9 of 13 June 2013 and 60/5 of 6 October 2025"
    ),
    "Economic and Social Council resolution [@E/RES/2016/16]": (
        "Economic and Social Council resolution 2016/16 of 26 July 2016"
    ),
    "Security Council resolution [@S/RES/1373]": (
        "Security Council resolution 1373 (2001) of 28 September 2001"
    ),
    "its resolution [@GA 70/1]": "its resolution 70/1 of 25 September 2015",
    "its resolution [@60/5] and Council resolution [@HRC 60/5]": (
        "its resolution 60/5 of 26 October 2005 and Council resolution 60/5 of 6 October 2025"
    ),
    "its resolution 70/1 of 25 September 2015 and later resolution [@70/1]": (
        "its resolution 70/1 of 25 September 2015 and later resolution 70/1"
    ),
    "Human Rights Council resolution [@HRC 60/5], and again [@A/HRC/RES/60/5]": (
        "Human Rights Council resolution 60/5 of 6 October 2025, and again 60/5"
    ),
}
NOTED = {
    "it[^HRC 60/5, annex]": "Human Rights Council resolution 60/5, annex.",
    "it[^70/174, annex]": "Resolution 70/174, annex.",
    "it[^A/HRC/RES/60/5]": "A/HRC/RES/60/5.",
}
TOLD = {
    "resolution [@HRC 99/1]": (
        "the date of Human Rights Council resolution 99/1 is not in the registry;"
        " write it: [@HRC 99/1 of 18 December 2025]"
    ),
    "resolution [@SC 9999]": "the year of Security Council resolution 9999 is not in the registry",
}
REFUSED = {
    "[@HCR 60/5]": "no body has the key 'HCR'; did you mean HRC?",
    "[@QQQQ 60/5]": "no body has the key 'QQQQ'; write one of GA, SC, ",
    "[@70/1, HRC 60/5]": "one citation names resolutions of the General Assembly and the Human",
    "[@HRC 60/5, uncac]": "mixes resolutions and other sources",
    "[@HRC 60]": "there is nothing to cite as 'HRC 60'",
}


def preamble(text: str) -> str:
    return f"preamble: ['Recalling {text}']\noperative: [Notes it]"


@pytest.mark.parametrize(("text", "printed"), PRINTED.items())
def test_how_it_prints(text: str, printed: str) -> None:
    done = document(preamble(text))
    found = [plain(block.inlines) for block in done.blocks if isinstance(block, Paragraph)]
    assert f"Recalling {printed}," in found
    assert [str(notice) for notice in done.notices] == []


@pytest.mark.parametrize(("text", "note"), NOTED.items())
def test_how_a_note_reads(text: str, note: str) -> None:
    assert [plain(each.inlines) for each in document(preamble(text)).notes] == [note]


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_what_the_registry_does_not_know_is_told(text: str, told: str) -> None:
    assert any(told in str(notice) for notice in document(preamble(text)).notices)


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_cannot_be_cited(text: str, reason: str) -> None:
    with pytest.raises(Unusable) as refused:
        document(preamble(text))
    assert any(reason in str(problem) for problem in refused.value.problems)
