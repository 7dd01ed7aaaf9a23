"""``drafter import``: what it writes, what it says, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.assemble import assemble
from drafter.cli import root
from drafter.draft import read_draft
from drafter.render import renderer

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(root, ["import", *map(str, arguments)])


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "issued.docx"
    path.write_bytes(renderer("docx")(assemble(read_draft(EXAMPLES / "short.yaml"))))
    return path


def test_the_draft_stands_beside_the_file(word: Path) -> None:
    done = run(word)
    assert done.exit_code == 0
    draft = word.with_suffix(".yaml")
    assert str(draft) in done.output
    assert "4 preambular paragraphs" in done.output
    assert draft.read_text(encoding="utf-8").startswith("# Imported from issued.docx: ")


def test_a_draft_that_exists_is_not_replaced(word: Path) -> None:
    draft = word.with_suffix(".yaml")
    draft.write_text("mine", encoding="utf-8")
    done = run(word)
    assert done.exit_code == 1
    assert "the draft exists already" in str(done.exception)
    assert draft.read_text(encoding="utf-8") == "mine"
    assert run(word, "--force").exit_code == 0
    assert draft.read_text(encoding="utf-8") != "mine"


def test_it_is_printed_on_demand(word: Path) -> None:
    done = CliRunner().invoke(root, ["import", str(word), "-o", "-"])
    assert "preamble:\n" in done.output
    assert not word.with_suffix(".yaml").exists()


def test_several_files_go_to_a_folder(word: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.docx"
    other.write_bytes(word.read_bytes())
    done = run(word, other, "-o", tmp_path / "drafts")
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == [
        "issued.yaml",
        "other.yaml",
    ]


def test_what_cannot_be_read_ends_with_2_and_the_rest_is_read(word: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 and no more")
    done = run(word, bad, "-o", tmp_path / "drafts")
    assert done.exit_code == 2
    assert "bad.pdf" in done.output
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["issued.yaml"]


@pytest.mark.parametrize("name", ["missing.pdf", "."])
def test_a_missing_file_or_a_folder_is_told(name: str, tmp_path: Path) -> None:
    done = run(tmp_path / name, "-o", tmp_path / "draft.yaml")
    assert done.exit_code == 2


def test_other_commands_take_the_file_and_say_what_they_read(word: Path) -> None:
    done = CliRunner().invoke(root, ["outline", str(word)])
    assert done.exit_code == 0
    assert "read issued.docx: " in done.output
    assert "4 preambular and 4 operative paragraphs" in done.output


def test_keys_and_clauses_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "day.docx"
    path.write_bytes(renderer("docx")(assemble(read_draft(EXAMPLES / "day.yaml"))))
    done = run(path, "--clauses", "--cite")
    assert done.exit_code == 0
    text = path.with_suffix(".yaml").read_text(encoding="utf-8")
    assert text.count("clause: ") >= 5
