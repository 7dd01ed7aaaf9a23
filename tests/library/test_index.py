"""The compiled index: used while it is true, made anew otherwise, never in the way."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from drafter.library import index as index_module
from drafter.library.index import Card, Index, cache_folder, folded, index_of, words_of

LONG_AGO = 1_600_000_000_000_000_000
CLAUSE = "summary: Thanks {0}\nopening: {{operative: Thanks}}\ntext: the {0}\n"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "shelf"
    for name in ("hosts", "donors"):
        put(folder, name)
    return folder


def put(folder: Path, name: str, word: str = "", when: int = LONG_AGO) -> Path:
    path = folder / "operative" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CLAUSE.format(word or name), encoding="utf-8")
    os.utime(path, ns=(when, when))
    return path


def cards(found: Index) -> dict[str, Card]:
    whole = (found.card(place) for place, packed in enumerate(found.cards) if packed)
    return {card.id: card for card in whole}


def kept() -> list[Path]:
    return sorted(cache_folder().glob("*"))


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, _name: str) -> bytes:
        pytest.fail(f"{path} is read again")

    monkeypatch.setattr(index_module, "_card", refuse)


def test_a_card_has_the_words_of_its_clause(shelf: Path) -> None:
    found = cards(index_of([shelf]))
    assert list(found) == ["operative/donors", "operative/hosts"]
    assert found["operative/hosts"].text == "Thanks the hosts"
    assert found["operative/hosts"].path.endswith("hosts.yaml")


def test_what_is_unchanged_is_not_read_again(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = index_of([shelf])
    no_reading(monkeypatch)
    assert index_of([shelf]) == first
    assert len(kept()) == 1


def test_only_what_changed_is_read_again(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index_of([shelf])
    changed = put(shelf, "hosts", "guests", LONG_AGO + 1)
    read: list[str] = []
    card = index_module._card
    monkeypatch.setattr(index_module, "_card", lambda p, n: (read.append(p), card(p, n))[1])
    assert cards(index_of([shelf]))["operative/hosts"].summary == "Thanks guests"
    assert read == [str(changed.resolve())]


def test_what_came_and_what_went(shelf: Path) -> None:
    index_of([shelf])
    put(shelf, "readers")
    (shelf / "operative" / "donors.yaml").unlink()
    assert list(cards(index_of([shelf]))) == ["operative/hosts", "operative/readers"]
    assert index_of([shelf]).words == tuple(sorted(index_of([shelf]).words))
    assert "donors" not in index_of([shelf]).words


def test_a_change_within_one_tick_of_the_clock_is_seen(shelf: Path) -> None:
    now = put(shelf, "hosts", "ghosts").stat().st_ctime_ns
    put(shelf, "hosts", "guests", now)
    assert cards(index_of([shelf]))["operative/hosts"].summary == "Thanks guests"
    put(shelf, "hosts", "groups", now)
    assert cards(index_of([shelf]))["operative/hosts"].summary == "Thanks groups"


def test_another_version_of_drafter_reads_anew(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_of([shelf])
    monkeypatch.setattr(index_module, "version", lambda _name: "99")
    monkeypatch.setattr(index_module, "_card", lambda _path, _name: b"")
    assert cards(index_of([shelf])) == {}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"\x80\x04}q\x00." * len(data),
        lambda data: os.urandom(len(data)),
    ],
)
def test_a_damaged_index_is_made_anew(shelf: Path, damage: object) -> None:
    first = index_of([shelf])
    (path,) = kept()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))  # type: ignore[operator]
    assert index_of([shelf]) == first
    assert path.read_bytes() == whole


def test_an_index_of_another_shape_is_made_anew(shelf: Path) -> None:
    import hashlib

    import msgspec

    first = index_of([shelf])
    body = msgspec.msgpack.encode(["0.1.0", {"path": 3}])
    kept()[0].write_bytes(hashlib.blake2b(body, digest_size=16).digest() + body)
    assert index_of([shelf]) == first


def test_where_nothing_can_be_kept_it_works_without(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    assert len(cards(index_of([shelf]))) == 2


def test_what_is_no_clause_is_told_and_left_out(shelf: Path) -> None:
    path = put(shelf, "broken")
    path.write_text("summary: [", encoding="utf-8")
    found = index_of([shelf])
    assert found.broken() == (str(path.resolve()),)
    assert len(cards(found)) == 2


def test_an_id_that_stands_twice_is_told(shelf: Path, tmp_path: Path) -> None:
    put(tmp_path / "other", "hosts")
    ((name, first, second),) = index_of([shelf, tmp_path / "other"]).twins()
    assert name == "operative/hosts"
    assert {Path(first).parts[-3], Path(second).parts[-3]} == {"other", "shelf"}


PLATFORMS = {
    "linux": "home/.cache/drafter",
    "darwin": "home/Library/Caches/drafter",
    "win32": "local/drafter/Cache",
}


@pytest.mark.parametrize(("platform", "folder"), PLATFORMS.items())
@pytest.mark.parametrize("named", ["", "relative/path"])
def test_the_folder_is_that_of_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, folder: str, named: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    assert cache_folder() == tmp_path / folder


def test_words_are_compared_without_capitals_accents_and_small_words() -> None:
    assert words_of("The Secretary-General of Côte d’Ivoire") == [
        "secretary",
        "general",
        "cote",
        "d",
        "ivoire",
    ]
    assert folded("TÜRKİYE") == "turkiye"
