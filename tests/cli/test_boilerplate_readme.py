"""The README of the boilerplate cannot rot: its clause is one, its tables name what there is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from drafter.library import blanks
from drafter.library.clauses import Clause, Type
from drafter.library.packs import GROUP
from drafter.reading import fields_of
from tests.cli.test_commands import run

FOLDER = Path(__file__).parents[2] / "boilerplate"
README = (FOLDER / "README.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def test_the_clause_has_ten_lines_and_its_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    path = Path("mine/operative/libraries/thank.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(block("yaml"), encoding="utf-8")
    assert len(block("yaml").splitlines()) == 10
    for line in block("sh").splitlines():
        result = run(*line.split()[1:])
        assert result.exit_code == 0, result.output
        assert "Thanks a host" in result.output


def test_keys_types_and_filters_are_all_named() -> None:
    named = set(re.findall(r"`([\w-]+)`", README))
    assert {name for name in fields_of(Clause) if name != "id"} <= named
    assert {kind.value for kind in Type} <= named
    assert blanks.FILTERS.keys() <= named


def test_the_package_names_the_entry_points_that_are_looked_for() -> None:
    assert GROUP in tomllib.loads(block("toml"))["project"]["entry-points"]


def test_the_registries_are_all_named() -> None:
    for path in (FOLDER / "registries").iterdir():
        assert f"`{path.name}`" in README, path.name
