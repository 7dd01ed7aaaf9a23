"""Packs: clauses of installed packages, found by their metadata and never run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.errors import NOWHERE, Unusable
from drafter.library import clauses
from drafter.library.clauses import Library
from drafter.library.packs import pack_folders

Install = Callable[..., Path]
CLAUSE = "summary: Thanks\nopening: {operative: Thanks}\ntext: the hosts\n"
THANK = "operative/libraries/thank"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Lay packages out as pip does; importing one of them would fail."""
    monkeypatch.syspath_prepend(tmp_path)
    pack_folders.cache_clear()

    def lay(package: str, clause: str = THANK, value: str = "") -> Path:
        metadata = tmp_path / f"{package}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Name: {package}\nVersion: 1.0\n")
        points = f"[drafter.clauses]\n{package} = {value or package}\n"
        (metadata / "entry_points.txt").write_text(points)
        path = tmp_path / package / "clauses" / f"{clause}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(CLAUSE, encoding="utf-8")
        (tmp_path / package / "__init__.py").write_text("raise SystemExit('a pack was run')\n")
        return path

    yield lay
    pack_folders.cache_clear()


def test_a_clause_of_a_pack_is_found_without_running_it(install: Install) -> None:
    path = install("norway_pack")
    library = Library()
    assert library.clause(THANK, NOWHERE).summary.text == "Thanks"
    assert THANK in library.ids()
    assert str(pack_folders()[0]) == str(path.parents[2])


def test_packs_are_not_looked_for_where_a_clause_is_at_hand(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("norway_pack")
    monkeypatch.setattr(clauses, "pack_folders", lambda: pytest.fail("packs were looked for"))
    assert Library().clause("operative/reports/submit-report", NOWHERE)


def test_the_same_id_in_two_packs_is_an_error(install: Install) -> None:
    install("norway_pack")
    install("chile_pack")
    with pytest.raises(Unusable, match=r"stands twice: .*chile_pack.* and .*norway_pack"):
        Library().clause(THANK, NOWHERE)


@pytest.mark.parametrize("value", ["no_such_package", "norway_pack.no_such", "json"])
def test_a_pack_without_its_folder_is_told(install: Install, value: str) -> None:
    install("norway_pack", value=value)
    with pytest.raises(Unusable, match="the pack 'norway_pack' has no folder `clauses`"):
        Library().clause(THANK, NOWHERE)


@pytest.mark.usefixtures("install")
def test_without_packs_there_is_none() -> None:
    assert pack_folders() == ()
