"""The commands as a delegate meets them: files, messages, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from drafter.cli import main, root

DRAFT = """\
symbol: A/C.3/81/L.5
session: 81
title: Water
sponsors: [Italy, Norway]
preamble:
  - Recalling resolution [@70/1][^70/1]
operative:
  - text: Notes the plan of __ December 2026
    id: plan
  - Urges States to act on [#plan]
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "water.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(*args: object, answers: str | None = None) -> Result:
    """Run the command line in this process; ``answers`` is what is piped in."""
    return CliRunner().invoke(_Whole(), [str(arg) for arg in args], input=answers)


class _Whole:
    """The whole program, so that problems become messages and exit codes."""

    name = "drafter"

    def main(self, args: list[str], **_options: object) -> None:
        before = sys.argv
        sys.argv = ["drafter", *args]
        try:
            main()
        finally:
            sys.argv = before


def test_render_writes_beside_the_draft_and_says_where(draft: Path) -> None:
    result = run("render", draft)
    assert result.exit_code == 0, result.output
    assert str(draft.with_suffix(".docx")) in result.output
    assert draft.with_suffix(".docx").read_bytes()[:2] == b"PK"


def test_the_format_follows_the_name_of_the_output(draft: Path, tmp_path: Path) -> None:
    assert run("render", draft, "-o", tmp_path / "deep" / "x.html").exit_code == 0
    assert (tmp_path / "deep" / "x.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_several_drafts_and_formats_go_to_a_folder(draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(DRAFT, encoding="utf-8")
    result = run("render", draft, other, "-o", tmp_path / "out", "-f", "txt", "-f", "html")
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["other.html", "other.txt", "water.html", "water.txt"]


def test_one_bad_draft_does_not_stop_the_others(draft: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("titel: x\n")
    result = run("render", bad, draft, "-f", "txt")
    assert result.exit_code == 2
    assert "unknown key 'titel'" in result.output
    assert draft.with_suffix(".txt").exists()
    assert not bad.with_suffix(".txt").exists()


def test_a_failed_run_leaves_the_file_that_was_there(draft: Path) -> None:
    target = draft.with_suffix(".docx")
    target.write_bytes(b"last year's")
    draft.write_text(DRAFT + "titel: x\n", encoding="utf-8")
    result = run("render", draft)
    assert result.exit_code == 2
    assert target.read_bytes() == b"last year's"
    assert [path.name for path in draft.parent.iterdir() if ".tmp" in path.name] == []


MISTAKES = {
    "unknown format": (["-f", "dox"], "there is no format “dox”; did you mean docx?"),
    "the draft itself": (["-o", "water.yaml", "-f", "txt"], "is the draft itself"),
    "a file for several": (["-o", "taken.txt", "-f", "txt", "-f", "html"], "this is a file"),
}


@pytest.mark.parametrize(("options", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_in_the_options(
    draft: Path, options: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(draft.parent)
    Path("taken.txt").write_text("x")
    result = run("render", "water.yaml", *options)
    assert result.exit_code == 2
    assert message in result.output
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_two_drafts_of_one_name_cannot_share_a_folder(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    twin = tmp_path / "b" / "water.yaml"
    twin.write_text(DRAFT)
    result = run("render", draft, twin, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "would both be written to" in result.output


def test_a_missing_draft_and_a_folder(tmp_path: Path) -> None:
    assert "there is no such file" in run("render", tmp_path / "no.yaml").output
    assert "this is a folder" in run("render", tmp_path).output


def test_an_unwritable_place(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run("render", draft, "-o", tmp_path / "file" / "x.docx")
    assert result.exit_code == 2
    assert "the file cannot be written" in result.output


def test_notices_are_told_and_strict_makes_them_count(draft: Path) -> None:
    draft.write_text(DRAFT.replace("[Italy, Norway]", "[Norway, Italy]"))
    result = run("render", draft, "-f", "txt")
    assert result.exit_code == 0
    assert "Norway stands out of alphabetical order; Italy comes here" in result.output
    assert run("render", draft, "-f", "txt", "--strict").exit_code == 1
    assert "alphabetical" not in run("render", draft, "-f", "txt", "--quiet").output


def test_links_can_be_left_out(draft: Path) -> None:
    run("render", draft, "-f", "html")
    assert "docs.un.org" in draft.with_suffix(".html").read_text(encoding="utf-8")
    run("render", draft, "-f", "html", "--no-links")
    assert "docs.un.org" not in draft.with_suffix(".html").read_text(encoding="utf-8")


def test_an_emblem_outside_the_draft_s_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    climbing = inner / "d.yaml"
    climbing.write_text(DRAFT + "emblem: ../secret.png\n")
    result = run("render", climbing)
    assert result.exit_code == 2
    assert "lies outside the draft's folder" in result.output
    climbing.write_text(DRAFT + "emblem: none.png\n")
    assert "there is no file none.png" in run("render", climbing).output


def test_clauses_of_one_s_own(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "mine" / "operative").mkdir(parents=True)
    clause = tmp_path / "mine" / "operative" / "greet.yaml"
    clause.write_text("opening: {operative: Welcomes}\ntext: everybody\n")
    draft.write_text(DRAFT + "  - clause: operative/greet\n")
    result = run("render", draft, "-f", "txt", "--clauses", tmp_path / "mine")
    assert result.exit_code == 0, result.output
    assert "Welcomes everybody." in draft.with_suffix(".txt").read_text(encoding="utf-8")


def test_outline_lists_paragraphs_ids_notes_and_blanks(draft: Path) -> None:
    result = run("outline", draft)
    assert result.exit_code == 0, result.output
    assert "1. Notes the plan of __ December 2026;  #plan" in result.output
    assert "[1]" in result.output
    assert "1 preambular and 2 operative paragraphs, 1 notes" in result.output
    assert "water.yaml:8:11: 1.: Notes the plan of __ December 2026;" in result.output


def test_outline_as_json_and_blanks_alone(draft: Path) -> None:
    found = json.loads(run("outline", draft, "--json").output)
    assert (found["preambular"], found["operative"], found["notes"]) == (1, 2, 1)
    result = run("outline", draft, "--blanks")
    assert result.exit_code == 1
    assert "1 blank to fill" in result.output
    draft.write_text(DRAFT.replace("__", "3"))
    assert run("outline", draft, "--blanks").exit_code == 0


def test_the_schema_takes_the_drafts_that_drafter_takes() -> None:
    schema = json.loads(run("schema").output)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(DRAFT), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"titel": "x"}, schema)


@pytest.mark.parametrize(
    "kind", ["draft resolution", "draft decision", "amendment", "committee report"]
)
def test_new_writes_a_draft_that_renders(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "new.yaml"
    options = ["--kind", kind, "--session", "81", "--committee", "Second", "--item", "18 (a)"]
    options += ["--title", 'Water: "ours" # and', "--sponsor", "Viet Nam", "--sponsor", "Chad"]
    result = run("new", path, *options, "--agenda-title", "Oceans: the sea")
    assert result.exit_code == 0, result.output
    shown = run("render", path, "-f", "txt")
    assert shown.exit_code == 0, shown.output
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert "Oceans: the sea" in text
    assert 'Water: "ours" # and' in text
    if kind != "committee report":
        assert "Chad and Viet Nam:" in text
        assert "A/C.2/81/L.__" in text


def test_new_does_not_replace_a_file(draft: Path) -> None:
    result = run("new", draft)
    assert result.exit_code == 2
    assert "the file exists already; name another, or add --force" in result.output
    assert draft.read_text(encoding="utf-8") == DRAFT
    assert run("new", draft, "--force").exit_code == 0


def test_unknown_commands_get_the_nearest() -> None:
    assert "did you mean render?" in run("rendr").output
    assert "is a draft: write `drafter render" in run("water.yaml").output
    assert run("rendr").exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_DRAFTER_COMPLETE" in run("completion", shell).output


def test_help_names_every_command_and_every_option_has_help() -> None:
    text = run("--help").output
    for name, command in (
        (name, root.get_command(None, name)) for name in root.list_commands(None)
    ):  # type: ignore[arg-type]
        assert name in text
        for option in command.params:  # type: ignore[union-attr]
            assert option.param_type_name == "argument" or option.help, (name, option.name)  # type: ignore[attr-defined]


def test_commands_that_write_no_word_do_not_import_python_docx(draft: Path) -> None:
    code = (
        "import sys; from drafter.cli import root; "
        f"root(['outline', {str(draft)!r}], standalone_mode=False); "
        "print('docx' in sys.modules, 'jinja2' in sys.modules, 'lxml' in sys.modules)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert found.stdout.splitlines()[-1] == "False False False"
