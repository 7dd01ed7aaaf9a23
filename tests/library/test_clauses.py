"""Clauses that are refused, and values that do not fill one: what is said, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.assemble import assemble
from drafter.draft import draft_from
from drafter.errors import NOWHERE, Place, Problem, Unusable
from drafter.library.clauses import Library
from drafter.source import Source

GOOD = """\
summary: Asks for something
opening: {operative: Requests}
text: the {{ body | figures }} to {{ action }} in {{ months | listed }}
parameters:
  body: {type: number, sample: 3}
  action: {sample: report}
  months: {type: list, sample: [May, June]}
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    (tmp_path / "operative").mkdir()
    return tmp_path


# --- the clause itself --------------------------------------------------------------------------


def test_a_good_clause_is_filled(shelf: Path) -> None:
    put(shelf, GOOD)
    assert printed(shelf, "body: 3, action: report, months: [May, June, July]") == (
        "Requests the 3rd to report in May, June and July."
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{% for x in name %}{{ x }}{% endfor %}", "for"),
        ("{{ name.__class__ }}", "getattr"),
        ("{{ name['__class__'] }}", "getitem"),
        ("{{ name() }}", "call"),
        ("{{ name.upper() }}", "call"),
        ("{% set name = 1 %}", "assign"),
        ("{% macro name() %}{% endmacro %}", "macro"),
        ("{% include 'other' %}", "include"),
        ("{% import 'other' as name %}", "import"),
        ("{% extends 'other' %}", "extends"),
        ("{% block name %}{% endblock %}", "block"),
        ("{{ [1] }}", "list"),
        ("{{ {1: 2} }}", "dict"),
        ("{{ 'a' * 99999999999 }}", "mul"),
        pytest.param("{{ 2 ** 99999999 }}", "pow"),
        ("{{ 'a' ~ name }}", "concat"),
        ("{% for x in 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}x{% endfor %}", "for"),
        ("{% if name.secret %}x{% endif %}", "getattr"),
        ("{{ 1 if name() else 2 }}", "call"),
        ("{{ name | plural(name.x, 1) }}", "getattr"),
    ],
)
def test_a_template_may_only_print_and_choose(shelf: Path, text: str, what: str) -> None:
    put(shelf, clause(text))
    found = problems(shelf, "name: x")
    assert f"the template uses something refused here ({what})" in messages(found)
    assert place_of(found, f"({what})").line == 4


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        pytest.param("{{ name | ordnal }}", "there is no filter 'ordnal'", "did you mean ordinal?"),
        pytest.param(
            "{{ name | upper }}", "there is no filter 'upper'", "write one of count, figures"
        ),
        pytest.param("{{ name | attr('x') }}", "there is no filter 'attr'", "write one of"),
        ("{{ nme }}", "'nme' is not a parameter of the clause", "under `parameters`"),
        ("{% if nme %}x{% endif %}", "'nme' is not a parameter of the clause", "parameters"),
        ("{{ name", "the text is no template", "{{ name }}"),
        ("{{ }}", "the text is no template", "{{ name }}"),
        ("{% if name %}", "the text is no template", "{{ name }}"),
        ("{{ name is odd }}", "there is no test 'odd'", "write one of defined, undefined"),
        ("{% raw %}{{ name }}{% endraw %} {% nothing %}", "the text is no template", "name"),
    ],
)
def test_a_broken_template_is_told(shelf: Path, text: str, message: str, advice: str) -> None:
    put(shelf, clause(text))
    found = problem(problems(shelf, "name: x"), message)
    assert advice in found.advice
    assert found.place.line == 4
    assert found.place.file.endswith("clause.yaml")


def test_a_clause_without_text_is_refused(shelf: Path) -> None:
    put(shelf, "summary: Nothing\nopening: {operative: Requests}\n")
    assert messages(problems(shelf)) == ["the clause has no text"]


def test_an_empty_clause_is_refused(shelf: Path) -> None:
    put(shelf, "")
    assert problems(shelf)


def test_an_unknown_key_is_refused_with_the_likely_one(shelf: Path) -> None:
    put(shelf, GOOD.replace("summary", "sumary"))
    found = problem(problems(shelf), "unknown key 'sumary'")
    assert found.advice == "did you mean summary?"
    assert found.place.line == 1


def test_an_unknown_type_is_refused(shelf: Path) -> None:
    put(shelf, GOOD.replace("type: number", "type: nubmer"))
    assert "did you mean 'number'?" in problem(problems(shelf), "'nubmer' is not known").advice


def test_items_are_looked_at_too(shelf: Path) -> None:
    put(shelf, GOOD + "items:\n  - text: One\n    items:\n      - Two {{ other }}\n")
    found = problem(problems(shelf), "'other' is not a parameter of the clause")
    assert found.place.line == 11


def test_all_problems_of_a_clause_are_told_at_once(shelf: Path) -> None:
    put(shelf, clause("{{ name | ordnal }} {{ other }} {{ name.x }}"))
    assert len(problems(shelf, "name: x")) == 3


def test_markup_in_a_value_is_markup(shelf: Path) -> None:
    put(shelf, clause("{{ name }}"))
    assert printed(shelf, 'name: "the *Official Records*"') == "Requests the Official Records."


def test_a_template_in_a_value_is_text(shelf: Path) -> None:
    put(shelf, clause("{{ name }}"))
    assert printed(shelf, 'name: "{{ 7 }}"') == "Requests {{ 7 }}."


# --- values -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("session", "eighty", "'eighty' is not a number"),
        ("number", "-1", "'-1' is not a number"),
        ("number", "3.5", "'3.5' is not a number"),
        ("number", "9999999999", "'9999999999' is not a number"),
        ("date", "tomorrow", "'tomorrow' is not a date"),
        ("date", "30 February 2026", "30 February 2026: February 2026 has 28 days"),
        ("symbol", "A-80-302", "'A-80-302' is not a document symbol"),
        ("state", "Atlantis", "'Atlantis' is not a State"),
        ("choice", "read", "'read' is not a choice here"),
        ("text", "[one, two]", "this blank takes one value, 2 are given"),
    ],
)
def test_a_value_of_the_wrong_type_is_told(
    shelf: Path, kind: str, value: str, message: str
) -> None:
    choices = ", choices: [red, blue]" if kind == "choice" else ""
    put(shelf, clause("{{ name }}", f"type: {kind}, sample: x{choices}"))
    found = problem(problems(shelf, f"name: {value}"), message)
    assert found.place.line == 5
    assert found.advice


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("session", "82", "82"),
        ("session", "__", "__"),
        ("date", "2026-12-18", "18 December 2026"),
        ("date", "__ December 2026", "__ December 2026"),
        ("symbol", "A/81/__", "A/81/__"),
        ("state", "Netherlands", "Kingdom of the Netherlands"),
        ("text", "two  words", "two words"),
        ("text", "[one]", "one"),
    ],
)
def test_a_value_is_read_by_its_type(shelf: Path, kind: str, value: str, text: str) -> None:
    put(shelf, clause("x {{ name }} y", f"type: {kind}, sample: x"))
    assert text in printed(shelf, f"name: {value}")


@pytest.mark.parametrize(
    ("template", "kind", "value"),
    [
        ("{{ name | ordinal }}", "session", "0"),
        ("{{ name | ordinal }}", "session", "1000"),
        ("{{ name | figures }}", "session", "__"),
        ("{{ name | roman }}", "number", "4000"),
        ("{{ name | figures }}", "text", "abc"),
        ("{{ name | plural('one', 'many') }}", "number", "3"),
        ("{{ name | plural('one') }}", "list", "3"),
        ("{% if name > 3 %}x{% endif %}", "text", "abc"),
        ("{{ " + "(" * 3000 + "name" + ")" * 3000 + " }}", "text", "abc"),
    ],
)
def test_a_filter_that_cannot_print_its_value_is_told(
    shelf: Path, template: str, kind: str, value: str
) -> None:
    put(shelf, clause(template, f"type: {kind}, sample: x"))
    assembled_or_told(shelf, f"name: {value}")


def test_every_wrong_value_is_told_at_once(shelf: Path) -> None:
    put(shelf, GOOD)
    found = problems(shelf, "body: many, acton: report, colour: red")
    assert sorted(messages(found)) == [
        "'many' is not a number",
        "the clause operative/clause has no blank 'acton'",
        "the clause operative/clause has no blank 'colour'",
        "the clause operative/clause needs 'action'",
        "the clause operative/clause needs 'months'",
    ]
    assert problem(found, "'acton'").advice == "did you mean action?"
    assert problem(found, "'colour'").advice == "it takes body, action, months"
    assert problem(found, "needs 'months'").advice == "write under `with`: months: May, June"
    assert {each.place.file for each in found} == {"draft.yaml"}
    assert all(each.place.line for each in found)


def test_an_empty_value_is_missing(shelf: Path) -> None:
    put(shelf, GOOD)
    found = problems(shelf, 'body: 3, action: "", months: []')
    assert len(found) == 2


def test_a_value_without_a_clause_is_told() -> None:
    with pytest.raises(Unusable, match="`with` stands without a clause"):
        assemble(
            draft_from(Source("draft.yaml", "title: A\noperative:\n  - {text: x, with: {a: b}}"))
        )


def test_a_clause_in_the_wrong_part_is_told(shelf: Path) -> None:
    put(shelf, GOOD)
    text = GOOD_DRAFT.replace("operative:", "preamble:").format("body: 3, action: a, months: b")
    with pytest.raises(Unusable, match="has no preambular form; use it in the operative part"):
        assemble(draft_from(Source("draft.yaml", text)), Library((shelf,)))


# --- where clauses stand ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../operative/clause",
        "operative/../../secret",
        "/etc/passwd",
        "operative//clause",
        "operative/clause/",
        "operative",
        "Operative/Clause",
        "operative/clause.yaml",
        "operative\\clause",
        "operative/cla use",
        "operative/*",
    ],
)
def test_an_id_does_not_climb(shelf: Path, name: str) -> None:
    put(shelf, GOOD)
    with pytest.raises(Unusable, match="there is no clause"):
        Library((shelf,)).clause(name, NOWHERE)


def test_a_link_out_of_the_folder_is_not_followed(shelf: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(GOOD, encoding="utf-8")
    inside = shelf / "shelf"
    (inside / "operative").mkdir(parents=True)
    (inside / "operative" / "clause.yaml").symlink_to(outside)
    with pytest.raises(Unusable, match="there is no clause"):
        Library((inside,)).clause("operative/clause", NOWHERE)


def test_one_id_in_two_folders_is_told(shelf: Path) -> None:
    second = shelf / "second"
    (second / "operative").mkdir(parents=True)
    put(shelf, GOOD)
    put(second, GOOD)
    with pytest.raises(Unusable, match="'operative/clause' stands twice") as caught:
        Library((shelf, second)).clause("operative/clause", NOWHERE)
    assert caught.value.problems[0].advice == "give your own clause another name"


def test_a_shipped_clause_is_not_replaced(shelf: Path) -> None:
    put(shelf, GOOD, "operative/reports/submit-report")
    with pytest.raises(Unusable, match="stands twice"):
        Library((shelf,)).clause("operative/reports/submit-report", NOWHERE)


def test_an_unknown_id_is_told_with_the_likely_one() -> None:
    with pytest.raises(Unusable) as caught:
        Library().clause("operative/reports/submit-repot", Place("draft.yaml", 7, 3))
    found = caught.value.problems[0]
    assert found.message == "there is no clause 'operative/reports/submit-repot'"
    assert found.advice == "did you mean operative/reports/submit-report?"
    assert found.place.line == 7


def test_an_id_like_no_other_is_told_where_they_are_listed() -> None:
    with pytest.raises(Unusable) as caught:
        Library().clause("zzzz/qqqq", NOWHERE)
    assert "drafter clauses" in caught.value.problems[0].advice


def test_own_clauses_are_listed_among_the_shipped(shelf: Path) -> None:
    put(shelf, GOOD)
    ids = Library((shelf,)).ids()
    assert "operative/clause" in ids
    assert list(ids) == sorted(ids)


# --- helpers ------------------------------------------------------------------------------------

GOOD_DRAFT = """\
title: A title
operative:
  - clause: operative/clause
    with:
      {{{}}}
"""


def put(shelf: Path, text: str, name: str = "operative/clause") -> None:
    path = shelf / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def clause(text: str, parameter: str = "sample: x") -> str:
    """Return a clause whose template stands on its fourth line."""
    return (
        "summary: Asks\nopening: {operative: Requests}\n"
        f"text: |-\n  {text}\nparameters:\n  name: {{{parameter}}}\n"
    )


def assembled(shelf: Path, given: str) -> str:
    text = GOOD_DRAFT.format(given)
    document = assemble(draft_from(Source("draft.yaml", text)), Library((shelf,)))
    return "".join(part.text for part in document.blocks[-1].inlines)  # type: ignore[union-attr]


def printed(shelf: Path, given: str) -> str:
    """Return the paragraph that the clause prints with the values ``given``."""
    return assembled(shelf, given)


def problems(shelf: Path, given: str = "") -> tuple[Problem, ...]:
    with pytest.raises(Unusable) as caught:
        assembled(shelf, given)
    return caught.value.problems


def assembled_or_told(shelf: Path, given: str) -> None:
    try:
        assembled(shelf, given)
    except Unusable as error:
        assert error.problems  # noqa: PT017 - either end is right; another exception is not


def messages(found: tuple[Problem, ...]) -> list[str]:
    return [each.message for each in found]


def problem(found: tuple[Problem, ...], words: str) -> Problem:
    return next(each for each in found if words in each.message)


def place_of(found: tuple[Problem, ...], words: str) -> Place:
    return problem(found, words).place
