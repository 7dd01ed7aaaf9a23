"""The compiled index of the clauses: what a search needs, without reading a clause file.

It is kept in the user's cache folder as MessagePack, which holds values and never code. It is
used only while every clause file has the size and the time of change that it was compiled from,
so it is never stale; where the folder cannot be written, it is compiled for each search.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from unicodedata import normalize

import msgspec

from drafter.errors import Unusable
from drafter.files import write_atomically
from drafter.resources import data_path

Stamp = tuple[int, int]
Files = dict[str, tuple[str, Stamp]]

FIELDS = ("id", "summary", "text", "help")
_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or")
) | {"that", "the", "to", "with"}
_SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file surely shows in its time of change."""
_NEVER: Stamp = (-1, -1)
_DIGEST = 16


class Card(msgspec.Struct, frozen=True, array_like=True):
    """A clause as a search shows it; ``path`` is that of its file."""

    id: str
    summary: str
    text: str
    help: str
    path: str


class Index(msgspec.Struct, frozen=True, array_like=True):
    """All clauses of some folders.

    ``files`` and ``cards`` stand in the same order; the card of a file that is no clause is empty.
    ``words`` are in order; a posting is the place of a card times the number of fields, plus the
    field. Cards and postings stay packed until they are asked for.
    """

    basis: tuple[str, ...]
    files: Files
    cards: tuple[bytes, ...]
    words: tuple[str, ...]
    packed: tuple[bytes, ...]

    def card(self, place: int) -> Card:
        """Return the card at ``place``."""
        return msgspec.msgpack.decode(self.cards[place], type=Card)

    def postings(self, word: int) -> Iterable[int]:
        """Return where the word number ``word`` stands."""
        return msgspec.msgpack.decode(self.packed[word], type=tuple[int, ...])

    def broken(self) -> tuple[str, ...]:
        """Return the paths of files that are no clauses."""
        return tuple(path for path, card in zip(self.files, self.cards, strict=True) if not card)

    def twins(self) -> Iterator[tuple[str, str, str]]:
        """Yield each id that stands twice, with both paths."""
        seen: dict[str, str] = {}
        for path, (name, _) in self.files.items():
            if name in seen:
                yield name, seen[name], path
            seen.setdefault(name, path)


def index_of(folders: Iterable[Path]) -> Index:
    """Return the index of the clauses in ``folders``, from the cache where that is up to date."""
    roots = tuple(folder.resolve() for folder in folders)
    basis, files, kept = _basis(), _scan(roots), _cache_file(roots)
    known = _read(kept)
    if known and known.basis == basis and known.files == files:
        return known
    index = _compile(basis, files, known if known and known.basis == basis else None)
    _keep(kept, index)
    return index


def words_of(text: str) -> list[str]:
    """Return the words of a text for comparison: no capitals, no accents, no small words."""
    return [word for word in map(folded, _WORD.findall(text)) if word not in _STOP]


def folded(word: str) -> str:
    """Return a word without capitals and accents."""
    if word.isascii():
        return word.lower()
    letters = normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def cache_folder() -> Path:
    """Return the user's folder for files that may be lost, as the platform has it."""
    if (named := Path(os.environ.get("XDG_CACHE_HOME", ""))).is_absolute():
        return named / "drafter"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "drafter" / "Cache"
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / caches / "drafter"


# --- what is there ------------------------------------------------------------------------------


def _basis() -> tuple[str, ...]:
    """Return what cards are made with, besides the clauses: drafter itself and the treaties."""
    here = Path(__file__)
    made_with = (
        here,
        here.with_name("wording.py"),
        data_path("boilerplate/registries/treaties.tsv"),
    )
    stats = (path.stat() for path in made_with)
    return (version("drafter"), *(f"{stat.st_size} {stat.st_mtime_ns}" for stat in stats))


def _scan(roots: tuple[Path, ...]) -> Files:
    found = [
        (path, name, stamp)
        for root in roots
        for path, name, stamp in _clause_files(str(root), len(str(root)) + 1)
    ]
    return {path: (name, stamp) for path, name, stamp in sorted(found)}


def _clause_files(folder: str, cut: int) -> Iterator[tuple[str, str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".yaml") and entry.is_file():
                stat = entry.stat()
                name = entry.path[cut:].removesuffix(".yaml").replace(os.sep, "/")
                yield entry.path, name, (stat.st_size, stat.st_mtime_ns)
            elif entry.is_dir(follow_symlinks=False):
                yield from _clause_files(entry.path, cut)


# --- compiling ----------------------------------------------------------------------------------


def _compile(basis: tuple[str, ...], files: Files, known: Index | None) -> Index:
    old = dict(zip(known.files, known.cards, strict=True)) if known else {}
    stamps = known.files if known else {}
    now = time.time_ns()
    cards = tuple(
        old[path] if stamps.get(path) == (name, stamp) else _card(path, name)
        for path, (name, stamp) in files.items()
    )
    # A file that changed a moment ago may change again within one tick of the clock.
    settled = {
        path: (name, stamp if stamp[1] < now - _SETTLED else _NEVER)
        for path, (name, stamp) in files.items()
    }
    postings = _postings(cards)
    words = tuple(sorted(postings))
    packed = tuple(msgspec.msgpack.encode(postings[word]) for word in words)
    return Index(basis, settled, cards, words, packed)


def _card(path: str, name: str) -> bytes:
    from drafter.library.clauses import Clause
    from drafter.library.wording import wording
    from drafter.reading import read_as
    from drafter.source import read_file

    try:
        clause = read_as(Clause, read_file(Path(path)))
    except Unusable:
        return b""
    opening = clause.opening.operative or clause.opening.preambular
    forms = [opening.text, wording(clause, "")]
    for other in clause.variants.values():
        forms += [(other.operative or other.preambular).text, other.help.text]
    text, *others = " ".join(filter(None, forms[:2])), *forms[2:]
    note = " ".join([clause.help.text, *others]).split()
    card = Card(name, " ".join(clause.summary.text.split()), text, " ".join(note), path)
    return msgspec.msgpack.encode(card)


def _postings(cards: Iterable[bytes]) -> dict[str, list[int]]:
    words: dict[str, list[int]] = {}
    for place, packed in enumerate(cards):
        if not packed:
            continue
        card = msgspec.msgpack.decode(packed, type=Card)
        for field, name in enumerate(FIELDS):
            for word in dict.fromkeys(words_of(getattr(card, name))):
                words.setdefault(word, []).append(place * len(FIELDS) + field)
    return words


# --- the cache ----------------------------------------------------------------------------------


def _cache_file(roots: tuple[Path, ...]) -> Path:
    name = hashlib.blake2b("\0".join(map(str, roots)).encode(), digest_size=_DIGEST).hexdigest()
    return cache_folder() / f"clauses-{name}.msgpack"


def _read(path: Path) -> Index | None:
    """Return the index kept at ``path``; None if there is none, or one that is not whole."""
    try:
        data = path.read_bytes()
        digest, body = data[:_DIGEST], memoryview(data)[_DIGEST:]
        whole = hashlib.blake2b(body, digest_size=_DIGEST).digest() == digest
        return msgspec.msgpack.decode(body, type=Index) if whole else None
    except (OSError, msgspec.MsgspecError):
        return None


def _keep(path: Path, index: Index) -> None:
    body = msgspec.msgpack.encode(index)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, hashlib.blake2b(body, digest_size=_DIGEST).digest() + body)
