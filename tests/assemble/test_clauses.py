"""Clauses in a draft: variants, sessions, the part they fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import Unusable
from tests.desk import document, lines

CLAUSE = """
opening: {preambular: Encouraging, operative: Encourages}
text: {{ who }} to act
parameters: {who: {sample: States}}
variants:
  invites: {preambular: Inviting, operative: Invites}
  urges: {operative: Urges, text: "{{ who }} to act at once"}
since: 70
until: 82
"""


@pytest.fixture
def shelf(tmp_path: Path) -> tuple[Path]:
    folder = tmp_path / "operative"
    folder.mkdir()
    text = CLAUSE.replace("text: {{ who }} to act\n", 'text: "{{ who }} to act"\n')
    (folder / "act.yaml").write_text(text, encoding="utf-8")
    return (tmp_path,)


def entry(rest: str, part: str = "operative") -> str:
    return f"{part}:\n  - {{clause: operative/act, with: {{who: States}}{rest}}}\n"


CASES = [
    ("", "operative", "_Encourages_ States to act."),
    ("", "preamble", "_Encouraging_ States to act,"),
    (", variant: invites", "preamble", "_Inviting_ States to act,"),
    (", variant: urges", "operative", "_Urges_ States to act at once."),
]


@pytest.mark.parametrize(("rest", "part", "line"), CASES)
def test_wordings(shelf: tuple[Path], rest: str, part: str, line: str) -> None:
    assert lines(document(entry(rest, part), folders=shelf))[1] == line


def test_a_variant_that_is_not_there(shelf: tuple[Path]) -> None:
    with pytest.raises(Unusable, match="has no variant 'urge'; did you mean urges"):
        document(entry(", variant: urge"), folders=shelf)


def test_a_variant_without_the_form_of_the_part(shelf: tuple[Path]) -> None:
    with pytest.raises(Unusable, match="has no preambular form; use it in the operative part"):
        document(entry(", variant: urges", "preamble"), folders=shelf)


@pytest.mark.parametrize(
    ("session", "told"),
    [(69, "since the seventieth session"), (81, ""), (83, "until the eighty-second session")],
)
def test_the_sessions_of_a_practice(shelf: tuple[Path], session: int, told: str) -> None:
    head = f"symbol: A/C.3/{session}/L.5\ntitle: T\n"
    found = document(entry(""), head, folders=shelf).notices
    assert [told in str(notice) for notice in found] == ([True] if told else [])
