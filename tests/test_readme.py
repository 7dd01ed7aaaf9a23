"""The README cannot rot: its commands run, its drafts render, its printed notes are the true ones."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import document, notes

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:<!-- (?P<mark>[^>]+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)
BLOCKS = [match.groupdict() for match in BLOCK.finditer(README)]


def test_the_commands_and_files_of_the_tour_work_in_their_order(tmp_path: Path) -> None:
    tools = Path(sys.executable).parent
    environment = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(tmp_path)}
    ran = 0
    for block in BLOCKS:
        mark = block["mark"] or ""
        if mark.startswith("file: "):
            path = tmp_path / mark.removeprefix("file: ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8")
        elif block["kind"] in {"sh", "python"} and not mark:
            program = ["bash", "-euc"] if block["kind"] == "sh" else [sys.executable, "-c"]
            done = subprocess.run(
                [*program, block["text"]],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
                check=False,
            )
            assert done.returncode == 0, f"{block['text']}\n{done.stdout}{done.stderr}"
            assert "note:" not in done.stderr, done.stderr
            ran += 1
    assert ran >= 7
    assert (tmp_path / "out" / "amendment.docx").exists()


FRAGMENTS = [block["text"] for block in BLOCKS if block["mark"] == "fragment"]


@pytest.mark.parametrize("text", FRAGMENTS)
def test_the_fragments_assemble_without_a_notice(text: str) -> None:
    found = document(text)
    assert [str(notice) for notice in found.notices] == []


def test_the_printed_notes_are_the_true_ones() -> None:
    printed = next(block["text"] for block in BLOCKS if block["text"].startswith("1 United"))
    fragment = next(text for text in FRAGMENTS if "official records" in text)
    assert [note.replace("_", "") for note in notes(document(fragment))] == printed.splitlines()


def test_what_is_said_of_references_is_true() -> None:
    fragment = next(text for text in FRAGMENTS if "#training" in text)
    last = document(fragment).blocks[-1]
    assert "paragraph 1 above" in "".join(getattr(part, "text", "") for part in last.inlines)  # type: ignore[union-attr]


def test_both_commands_are_marked_for_the_proof() -> None:
    marks = [block["mark"] for block in BLOCKS if block["kind"] == "sh"]
    assert marks.count("first") == marks.count("tests") == 1
