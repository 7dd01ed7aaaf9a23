"""Clauses on the command line: found, shown, and put into a draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.cli.clauses import insert as insert_command
from drafter.draft import draft_from
from drafter.errors import NOWHERE, Unusable
from drafter.insertion import Asked, insert
from drafter.library.clauses import Library
from drafter.pasting import clause_entry, dashed, scalar
from drafter.sampling import pasted, printed
from drafter.source import Source
from tests.cli.test_commands import run
from tests.desk import document

CLAUSE = """\
summary: Asks somebody to act
opening: {preambular: Encouraging, operative: Encourages}
text: "{{ who }} to act{% if when %} {{ when }}{% endif %}"
parameters:
  who: {sample: States, help: whom}
  when: {required: no, sample: at once}
variants:
  invites: {preambular: Inviting, operative: Invites, help: milder}
  urges: {operative: Urges}
authority: [A/RES/80/1]
since: 70
until: 82
help: A word to drafters.
"""
DRAFT = """\
symbol: A/C.3/81/L.5
title: Water
preamble:
  - Recalling resolution [@70/1]
  - text: Noting the plan
    id: plan

operative:
  - Notes the plan   # a remark
  - Urges States to act
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "mine" / "operative"
    folder.mkdir(parents=True)
    (folder / "act.yaml").write_text(CLAUSE, encoding="utf-8")
    return tmp_path / "mine"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "water.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


# --- search -------------------------------------------------------------------------------------


def test_search_prints_ids_summaries_and_words(shelf: Path) -> None:
    result = run("clauses", "search", "somebdoy", "act", "--clauses", shelf)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("operative/act  Asks somebody to act\n    Encourages ⟨who⟩ to")


def test_search_marks_words_and_keeps_the_lines_whole(shelf: Path) -> None:
    long = " ".join(f"word{number}" for number in range(40))
    (shelf / "operative" / "long.yaml").write_text(
        f"summary: Long\nopening: {{operative: Notes}}\ntext: {long}\n", encoding="utf-8"
    )
    plain = run("clauses", "search", "word7", "--clauses", shelf).output
    assert "word6 word7 word8" in " ".join(plain.split())
    assert all(len(line) <= 88 for line in plain.splitlines())
    from drafter.cli import root

    coloured = CliRunner().invoke(
        root, ["clauses", "search", "word7", "--clauses", str(shelf)], color=True
    )
    assert "\x1b[32m\x1b[1mword7\x1b[0m" in coloured.output


def test_search_without_a_hit(shelf: Path) -> None:
    result = run("clauses", "search", "zebra", "--clauses", shelf)
    assert result.exit_code == 1
    assert "no clause has these words" in result.output


def test_search_tells_how_many_more_there_are_and_what_is_wrong(shelf: Path) -> None:
    (shelf / "operative" / "broken.yaml").write_text("summary: [", encoding="utf-8")
    twin = shelf / "operative" / "reports" / "submit-report.yaml"
    twin.parent.mkdir()
    twin.write_text(CLAUSE, encoding="utf-8")
    result = run("clauses", "search", "report", "--limit", "1", "--clauses", shelf)
    assert "more with --limit" in result.output
    assert "broken.yaml is no clause that can be read" in result.output
    assert "the clause operative/reports/submit-report stands twice" in result.output


# --- show ---------------------------------------------------------------------------------------


def test_show_says_all_there_is(shelf: Path) -> None:
    result = run("clauses", "show", "operative/act", "--clauses", shelf)
    assert result.exit_code == 0, result.output
    for words in (
        "Encourages ⟨who⟩ to act [⟨when⟩]",
        "who  text\n    whom",
        "when  text, may be left out",
        "Encouraging States to act at once,",
        "Encourages States to act at once.",
        "invites  milder",
        "Inviting States to act at once,",
        "Urges States to act at once.",
        "Strength, from the weakest to the strongest\n"
        "  invites [invites] < encourages [this clause] < calls upon < urges [urges] < strongly\n"
        "  urges < demands\n",
        "A/RES/80/1",
        "since the session 70 until the session 82",
        "A word to drafters.",
        "- clause: operative/act\n    with:\n      who: States\n      # when: at once",
    ):
        assert words in result.output, words


def test_show_does_not_know_it() -> None:
    result = run("clauses", "show", "operative/reports/submit-reprot")
    assert result.exit_code == 2
    assert "did you mean operative/reports/submit-report?" in result.output


@pytest.mark.parametrize("name", Library().ids())
def test_every_shipped_clause_prints_and_can_be_pasted(name: str) -> None:
    library = Library()
    clause = library.clause(name, NOWHERE)
    assert [each for each in printed(library, clause) if not each.variant]
    opening = clause.opening
    if opening.operative or opening.preambular:
        entry = "\n".join(f"  {line}" for line in pasted(library, clause))
        found = document(f"{'operative' if opening.operative else 'preamble'}:\n{entry}\n")
        assert [block for block in found.blocks if getattr(block, "clause", "") == name]


@pytest.mark.parametrize(
    "name", ["amendment/title", "report/action/adopted", "decision/defer-item"]
)
def test_clauses_without_opening_words_print_in_their_own_documents(name: str) -> None:
    library = Library()
    clause = library.clause(name, NOWHERE)
    first = next(printed(library, clause))
    assert first.mood == "paragraph"
    assert first.lines[0][0].isupper()
    assert pasted(library, clause)[0] == f"- clause: {name}"


def test_a_note_under_sponsors_is_pasted_as_one() -> None:
    library = Library()
    lines = pasted(library, library.clause("sponsors/on-behalf-of", NOWHERE))
    assert lines[-1].startswith("  note: On behalf of the States Members of the United Nations")


def test_a_blank_without_a_sample_stays_open(shelf: Path) -> None:
    text = 'opening: {operative: Notes}\ntext: "{{ a }} {{ b }} {{ c }}"\n'
    text += "parameters: {a: {type: state}, b: {type: symbol}, c: {choices: [x, y]}}\n"
    (shelf / "operative" / "bare.yaml").write_text(text, encoding="utf-8")
    library = Library((shelf,))
    (found,) = printed(library, library.clause("operative/bare", NOWHERE))
    assert found.lines == ("Notes Norway A/81/__ x.",)


# --- YAML that is written -----------------------------------------------------------------------


@given(st.text(max_size=30), st.lists(st.text(max_size=12), min_size=2, max_size=3))
def test_what_is_written_is_read_back(text: str, several: list[str]) -> None:
    values = {"one": (text,), "many": tuple(several)}
    lines = dashed(clause_entry("a/b", values), "  ")
    head = "title: T\noperative:\n"
    try:
        (entry,) = draft_from(Source("d", head + "\n".join(lines))).operative
    except Unusable as error:
        # YAML has no way to write half a character.
        assert "not YAML text" in str(error)  # noqa: PT017
        return
    one, many = entry.with_["one"], entry.with_["many"]
    assert getattr(one, "text", "") == folded(text)
    assert [words.text for words in many] == [folded(each) for each in several]  # type: ignore[union-attr]


def folded(text: str) -> str:
    return " ".join(text.split())


def test_plain_words_stay_plain() -> None:
    assert scalar("the right to  water") == "the right to water"
    assert scalar("Oceans: the sea") == '"Oceans: the sea"'
    assert scalar('"a" \\ b') == '"\\"a\\" \\\\ b"'


# --- insert -------------------------------------------------------------------------------------


def put(draft: Path, after: str, *options: str, shelf: Path) -> str:
    given = options or ("--with", "who=States")
    result = run(
        "clauses", "insert", "operative/act", draft, "--after", after, *given, "--clauses", shelf
    )
    assert result.exit_code == 0, result.output
    return result.output


ENTRY = "  - clause: operative/act\n    with:\n      who: States\n"
SPOTS = {
    "preamble 0": ("preamble:\n", ""),
    "preamble 1": ("[@70/1]\n", ""),
    "preamble 2": ("id: plan\n", ""),
    "preamble end": ("id: plan\n", ""),
    "#plan": ("id: plan\n", ""),
    "plan": ("id: plan\n", ""),
    "operative 1": ("# a remark\n", ""),
    "operative end": ("to act\n", ""),
    "end": ("to act\n", ""),
}


@pytest.mark.parametrize(("after", "before"), [(k, v[0]) for k, v in SPOTS.items()])
def test_where_it_goes(draft: Path, shelf: Path, after: str, before: str) -> None:
    output = put(draft, after, shelf=shelf)
    head, tail = DRAFT.split(before)
    assert draft.read_text(encoding="utf-8") == head + before + ENTRY + tail
    line = (head + before).count("\n") + 1
    assert f"water.yaml:{line}\n" in output
    assert "to act" in output


def test_variants_and_lists_of_values(draft: Path, shelf: Path) -> None:
    put(draft, "end", "--variant", "urges", "--with", "who=all: States", shelf=shelf)
    assert draft.read_text(encoding="utf-8").endswith(
        '    variant: urges\n    with:\n      who: "all: States"\n'
    )


MISTAKES = {
    "nothing given": (
        "end",
        [],
        "the clause operative/act needs 'who' (whom); write under `with`: who: States",
    ),
    "no equals sign": ("end", ["--with", "who"], "--with 'who' has no key and value"),
    "unknown blank": ("end", ["--with", "whom=x"], "has no blank 'whom'; did you mean who?"),
    "unknown variant": (
        "end",
        ["--with", "who=x", "--variant", "urge"],
        "has no variant 'urge'; did you mean urges?",
    ),
    "no form for the part": (
        "preamble 1",
        ["--with", "who=x", "--variant", "urges"],
        "has no preambular form; put it into the operative part",
    ),
    "no such number": (
        "operative 3",
        ["--with", "who=x"],
        "there is no paragraph operative 3; the last one is operative 2",
    ),
    "no such id": (
        "#plam",
        ["--with", "who=x"],
        "no paragraph has the id 'plam'; did you mean #plan?",
    ),
    "no paragraph at all": (
        "after the plan",
        ["--with", "who=x"],
        "'after the plan' names no para",
    ),
}


@pytest.mark.parametrize(("after", "options", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(draft: Path, shelf: Path, after: str, options: list[str], message: str) -> None:
    result = run(
        "clauses", "insert", "operative/act", draft, "--after", after, *options, "--clauses", shelf
    )
    assert result.exit_code == 2
    assert message in result.output
    assert draft.read_text(encoding="utf-8") == DRAFT


REFUSED = {
    "brackets": ("operative: [Notes x, Urges y]\n", "`operative` is a list in brackets"),
    "one text": ("operative: Notes x\n", "`operative` is no list with dashes"),
    "no such part": ("preamble:\n  - Noting x\n", "the draft has no `operative`"),
    "several": (
        "parts:\n  - operative:\n      - Notes x\n  - operative:\n      - Notes y\n",
        "`operative end` stands 2 times, in the lines 5, 7",
    ),
    "a draft that is wrong": ("operative:\n  - Notes [#x]\n", "no paragraph has the id 'x'"),
    "closed at the margin": (
        "operative:\n- text: Notes\n  items: [x,\ny\n]\n",
        "cannot be put there without changing what stands around it",
    ),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, shelf: Path, text: str, message: str) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(f"symbol: A/81/L.5\ntitle: T\n{text}", encoding="utf-8")
    before = path.read_bytes()
    result = run(
        *("clauses", "insert", "operative/act", path, "--after", "operative end"),
        *("--with", "who=x", "--clauses", shelf),
    )
    assert result.exit_code == 2, result.output
    assert message in result.output
    assert path.read_bytes() == before


def test_numbers_are_those_that_print(tmp_path: Path, shelf: Path) -> None:
    path = tmp_path / "d.yaml"
    head = "symbol: A/81/L.5\ntitle: T\noperative:\n"
    rows = ["- heading: A\n", "- Notes x\n", "- heading: B\n", "- {text: Notes y}\n", "- Urges z\n"]
    path.write_text(head + "".join(rows), encoding="utf-8")
    output = put(path, "operative 2", shelf=shelf)
    entry = "- clause: operative/act\n  with:\n    who: States\n"
    assert path.read_text(encoding="utf-8") == head + "".join([*rows[:4], entry, *rows[4:]])
    assert "3. Encourages States to act;" in output


def test_a_draft_inside_a_report(tmp_path: Path, shelf: Path) -> None:
    path = tmp_path / "d.yaml"
    text = (
        "kind: committee report\nsymbol: A/81/5\ntitle: T\nsections:\n  - heading: H\n"
        "    paragraphs:\n      - The Committee recommends\n      - drafts:\n"
        "          - title: One\n            operative:\n              - Notes x\n"
        "          - title: Two\n            operative:\n              - text: Notes y\n"
        "                id: y\n"
    )
    path.write_text(text, encoding="utf-8")
    put(path, "#y", shelf=shelf)
    entry = "".join(f"            {line}\n" for line in ENTRY.splitlines())
    assert path.read_text(encoding="utf-8") == text + entry


def test_a_value_called_id_is_no_id(tmp_path: Path, shelf: Path) -> None:
    (shelf / "operative" / "id.yaml").write_text(
        'opening: {operative: Notes}\ntext: "{{ id }}"\nparameters: {id: {sample: x}}\n'
    )
    path = tmp_path / "d.yaml"
    path.write_text(DRAFT + "  - clause: operative/id\n    with: {id: inner}\n", encoding="utf-8")
    with pytest.raises(Unusable, match="no paragraph has the id 'inner'"):
        insert(path, Asked("operative/act", "#inner", {"who": ("x",)}), Library((shelf,)))


def test_an_end_of_the_document_stays_at_the_end(tmp_path: Path, shelf: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(f"---\n{DRAFT}...\n", encoding="utf-8")
    put(path, "end", shelf=shelf)
    assert path.read_text(encoding="utf-8") == f"---\n{DRAFT}{ENTRY}...\n"


def test_answers_are_asked_for_until_they_fit() -> None:
    clause = Library().clause("operative/reports/submit-report", NOWHERE)
    with CliRunner().isolation(input="eighty\n82\n") as (_, errors, _both):
        answer = insert_command._ask("session", clause.parameters["session"])
        shown = errors.getvalue().decode()
    assert answer == ("82",)
    assert "session (session at which the report is due; e.g. 82):" in shown
    assert "'eighty' is not a number" in shown


def test_only_what_is_missing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(insert_command, "_ask", lambda name, _: asked.append(name) or ("x",))
    clause = Library().clause("operative/reports/take-note-of-report", NOWHERE)
    assert insert_command._asked(clause, {}) == {"symbol": ("x",)}
    assert insert_command._asked(clause, {"symbol": ("A/80/1",)}) == {}
    assert asked == ["symbol"]


# --- whatever the layout ------------------------------------------------------------------------

PARAGRAPHS = (
    "Notes {0}",
    "Notes {0}: all of it",
    "Notes {0}\n{1}  and more\n{1}  of it",
    "text: Notes {0}\n{1}id: n{0}",
    "text: >-\n{1}  Notes {0}\n\n{1}  and more",
    "text: |\n{1}  Notes {0}\n{1}  # no comment",
    '"Notes {0} # no comment"',
    "text: Notes\n{1}items:\n{1}- to {0}\n{1}-   to go",
    "text: Notes\n{1}items: [to {0},\n{1}  to go\n{1} ]",
    "{{text: Notes {0}, id: n{0}}}",
    "text: Notes {0}\n{1}comment:",
    "clause: operative/act\n{1}with:\n{1}  who: those {0}",
)
BETWEEN = ("", "", "\n", "{0}# about the next\n", "\n{0}# about the next\n", "{0}      # deeper\n")


@st.composite
def layouts(chance: st.DrawFn) -> tuple[str, int, int]:
    """Return a draft, how many operative paragraphs it has, and one of them (0: before all)."""
    indent = " " * chance(st.sampled_from([0, 2, 4]))
    gap = " " * chance(st.integers(1, 3))
    under = indent + " " + gap
    count = chance(st.integers(1, 4))
    text = "# first\nsymbol: A/81/L.5\ntitle: T  # trailing\npreamble:\n- Noting a\noperative:\n"
    for number in range(count):
        form = chance(st.sampled_from(PARAGRAPHS)).format(number, under)
        between = chance(st.sampled_from(BETWEEN)).format(indent)
        text += f"{indent}-{gap}{form}\n{between}"
    text += chance(
        st.sampled_from(["", "author: Norway\n", "# last\n", "\n\nauthor: x\n", "...\n"])
    )
    if chance(st.booleans()):
        text = text.rstrip("\n")
    if chance(st.booleans()):
        text = text.replace("\n", "\r\n")
    return chance(st.sampled_from(["", "\ufeff"])) + text, count, chance(st.integers(0, count))


@given(layouts())
@settings(max_examples=400, deadline=None)
def test_nothing_else_changes(
    tmp_path_factory: pytest.TempPathFactory, layout: tuple[str, int, int]
) -> None:
    text, count, after = layout
    folder = tmp_path_factory.mktemp("layout")
    path, mine = folder / "d.yaml", folder / "mine" / "operative"
    mine.mkdir(parents=True)
    (mine / "act.yaml").write_text(CLAUSE, encoding="utf-8")
    path.write_bytes(text.encode())
    library = Library((folder / "mine",))
    asked = Asked("operative/act", f"operative {after}", {"who": ("everybody",)})
    new = insert(path, asked, library).data.decode()
    start = next(
        (i for i, pair in enumerate(zip(text, new, strict=False)) if pair[0] != pair[1]), len(text)
    )
    added = len(new) - len(text)
    starts = range(max(0, start - added), start + 1)
    assert any(text == new[:at] + new[at + added :] for at in starts)
    assert ("\r\n" in new) == ("\r\n" in text)
    assert not re.search(r"(?<!\r)\n", new) or "\r\n" not in text
    read = draft_from(Source("d", new.removeprefix("\ufeff"))).operative
    old = draft_from(Source("d", text.removeprefix("\ufeff"))).operative
    assert len(read) == count + 1
    assert read[after].clause.text == "operative/act"
    rest = (*read[:after], *read[after + 1 :])
    assert [entry.text.text.rstrip() for entry in rest] == [e.text.text.rstrip() for e in old]
