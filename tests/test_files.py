"""A file is written whole or not at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from drafter.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def test_writes_a_new_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new.docx", b"words")
    assert _contents(tmp_path) == {"new.docx": b"words"}


def test_replaces_an_old_file(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(b"a longer text that stood here")
    write_atomically(tmp_path / "old.docx", b"words")
    assert _contents(tmp_path) == {"old.docx": b"words"}


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (tmp_path / "old.docx").write_bytes(b"old")
    monkeypatch.setattr(os, step, _fail)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(tmp_path / "old.docx", b"new")
    assert _contents(tmp_path) == {"old.docx": b"old"}


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", _interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "new.docx", b"new")
    assert _contents(tmp_path) == {}


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "absent" / "new.docx", b"words")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path: Path) -> None:
    old, new, usual = tmp_path / "old", tmp_path / "new", tmp_path / "usual"
    old.write_bytes(b"")
    old.chmod(0o640)
    usual.write_bytes(b"")
    write_atomically(old, b"words")
    write_atomically(new, b"words")
    assert old.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = tmp_path / "link.docx"
    link.symlink_to(folder / "real.docx")
    write_atomically(link, b"words")
    assert link.is_symlink()
    assert _contents(folder) == {"real.docx": b"words"}


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _fail(*_: object) -> None:
    message = "disk full"
    raise OSError(message)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
