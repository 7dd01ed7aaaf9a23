"""Looking up: names of States, treaties, and how a source is cited."""

from __future__ import annotations

import pytest

from drafter.citing import cited
from tests.cli.test_commands import run


def test_states_by_any_name() -> None:
    result = run("states", "turkey", "Cote d'Ivoire", "sudan")
    assert result.exit_code == 0, result.output
    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    for line in (
        "Türkiye",
        "adjective Turkish",
        "before Turkey (until the session 76)",
        "in a list Côte d’Ivoire",
        "in a sentence the Sudan",
    ):
        assert line in lines


def test_states_are_all_listed_without_a_name() -> None:
    lines = run("states").output.splitlines()
    assert len(lines) == 195
    assert "Viet Nam" in lines
    assert "Netherlands (Kingdom of the)  (the Kingdom of the Netherlands)" in lines


def test_states_are_put_in_order_in_their_list_form() -> None:
    result = run("states", "--sort", "Palestine", "viet nam", "Niger", "Nigeria", "côte d'ivoire")
    assert result.output.split("\n")[:-1] == [
        "Côte d’Ivoire",
        "Niger",
        "Nigeria",
        "Viet Nam",
        "State of Palestine",
    ]


def test_every_name_that_is_no_state_is_told() -> None:
    result = run("states", "Brasil", "Norway", "Xanadu")
    assert result.exit_code == 2
    assert "'Brasil' is not a State; did you mean Brazil?" in result.output
    assert "'Xanadu' is not a State; `drafter states` lists them" in result.output
    assert "Norwegian" not in result.output


def test_treaties_by_words() -> None:
    result = run("treaties", "Child", "armed")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("crc-armed-conflict  protocol\n")
    assert "later: Optional Protocol on children in armed conflict" in result.output
    assert "note: United Nations, *Treaty Series*, vol. 2173, No. 27531." in result.output
    assert run("treaties").output.count("\n  note: ") > 60
    assert run("treaties", "zebra").exit_code == 1


CITED = {
    "70/1": ("resolution 70/1 of 25 September 2015", "resolution 70/1", "Resolution 70/1."),
    "A/RES/70/1": ("resolution 70/1 of 25 September 2015", "resolution 70/1", "Resolution 70/1."),
    "217A(III)": (
        "resolution 217 A (III) of 10 December 1948",
        "resolution 217 A (III)",
        "Resolution 217 A (III).",
    ),
    "2016/16": (
        "Economic and Social Council resolution 2016/16 of 26 July 2016",
        "Economic and Social Council resolution 2016/16",
        "Economic and Social Council resolution 2016/16.",
    ),
    "S/RES/1325 (2000)": (
        "Security Council resolution 1325 (2000)",
        "Security Council resolution 1325 (2000)",
        "Security Council resolution 1325 (2000).",
    ),
    "A/HRC/RES/60/5": (
        "Human Rights Council resolution 60/5 of 6 October 2025",
        "Human Rights Council resolution 60/5",
        "Human Rights Council resolution 60/5.",
    ),
    "HRC 99/1 of 3 May 2028": (
        "Human Rights Council resolution 99/1 of 3 May 2028",
        "Human Rights Council resolution 99/1",
        "Human Rights Council resolution 99/1.",
    ),
    "uncac": (
        "United Nations Convention against Corruption",
        "Convention against Corruption",
        "United Nations, *Treaty Series*, vol. 2349, No. 42146.",
    ),
    "un-charter": ("Charter of the United Nations", "Charter", ""),
    "A/71/114": ("", "", "A/71/114."),
}


@pytest.mark.parametrize(("source", "words"), CITED.items())
def test_how_a_source_is_cited(source: str, words: tuple[str, str, str]) -> None:
    found = cited(source)
    assert (found.first.split(" of 31 October")[0], found.later, found.note) == words


LINKS = {
    "70/1": "https://docs.un.org/en/A/RES/70/1",
    "1325 (2000)": "https://docs.un.org/en/S/RES/1325(2000)",
    "2016/16": "https://docs.un.org/en/E/RES/2016/16",
    "217 A (III)": "https://docs.un.org/en/A/RES/217(III)",
    "A/HRC/RES/23/9": "https://docs.un.org/en/A/HRC/RES/23/9",
}


@pytest.mark.parametrize(("source", "link"), LINKS.items())
def test_where_it_stands(source: str, link: str) -> None:
    assert cited(source).link == link


def test_several_at_once_and_what_to_write() -> None:
    result = run("cite", "70/1", "A/71/114", "crc", "E/RES/2016/16", "A/HRC/RES/60/5")
    assert result.exit_code == 0, result.output
    lines = [line.split(maxsplit=1) for line in result.output.splitlines()]
    written = [line[1] for line in lines if line and line[0] == "write"]
    assert written == ["[@70/1]", "[^A/71/114]", "[@crc]", "[@2016/16]", "[@HRC 60/5]"]


def test_an_unknown_date_is_told() -> None:
    result = run("cite", "99/9")
    assert result.exit_code == 1
    assert "date           not in the registry: write it, [@99/9 of 18 Dec" in result.output
    result = run("cite", "SC 9999")
    assert result.exit_code == 1
    assert "its year is not in the registry: write it, [@SC 9999 (2025) of" in result.output
    assert "docs.un.org" not in result.output


def test_an_unknown_body_is_told() -> None:
    result = run("cite", "HCR 60/5")
    assert result.exit_code == 2
    assert "no body has the key 'HCR'; did you mean HRC?" in result.output


def test_a_date_that_is_only_cited_is_told() -> None:
    assert "that of texts which cite the resolution" in cited("217 A (III)").doubt
    assert cited("70/1").doubt == ""


@pytest.mark.parametrize("source", ["foo", "", "1/2", "[^x]", '"', "A/", "uncacc", "(2000)"])
def test_what_cannot_be_cited(source: str) -> None:
    result = run("cite", "70/1", source)
    assert result.exit_code == 2
    assert "error: " in result.output
    assert "first mention" not in result.output
