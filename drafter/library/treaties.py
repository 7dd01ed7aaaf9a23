"""Treaties and other instruments: their names, and the note that the first mention carries."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

import msgspec

from drafter.library.registry import registry_rows, several


class InstrumentKind(StrEnum):
    """What an entry of the registry is."""

    TREATY = "treaty"
    PROTOCOL = "protocol"
    TREATY_AND_PROTOCOLS = "treaty and protocols"
    INSTRUMENT = "instrument"


class Treaty(msgspec.Struct, frozen=True):
    """A treaty or instrument; ``short`` is what the text says after the first mention.

    ``volumes`` and ``number`` are those of the United Nations *Treaty Series*; ``note`` is the
    footnote of a text that is cited from elsewhere. Where sources disagree, ``remark`` says why
    this form was taken.
    """

    key: str
    kind: InstrumentKind
    name: str
    short: str
    volumes: tuple[str, ...] = ()
    number: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    evidence: str = ""
    remark: str = ""

    @property
    def footnote(self) -> str:
        """The whole note in paragraph markup; "" for the Charter, which is never footnoted."""
        if not self.volumes:
            return self.note
        return f"United Nations, *Treaty Series*, {self.place_in_series}."

    @property
    def place_in_series(self) -> str:
        """Volume and number, ``vols. 2225 and 2237, No. 39574``, as they follow "Ibid." too."""
        if not self.volumes:
            return ""
        *others, last = self.volumes
        volumes = f"vols. {', '.join(others)} and {last}" if others else f"vol. {last}"
        return f"{volumes}, {'Nos.' if '–' in self.number else 'No.'} {self.number}"


def find_treaty(key: str) -> Treaty | None:
    """Return the treaty of a key, an alias or a name; capitals, ``_`` and spaces do not matter."""
    return _treaties_by_key().get(_folded(key))


def treaty_keys() -> tuple[str, ...]:
    """Return the keys of all treaties in alphabetical order."""
    return tuple(treaty.key for treaty in _treaties())


def all_treaties() -> tuple[Treaty, ...]:
    """Return every treaty of the registry."""
    return _treaties()


def find_treaties(words: Iterable[str]) -> tuple[Treaty, ...]:
    """Return the treaties with all ``words`` in their key, names or note, capitals aside."""
    asked = [word.casefold() for word in words]
    return tuple(
        treaty for treaty in _treaties() if all(word in _searched(treaty) for word in asked)
    )


def _searched(treaty: Treaty) -> str:
    names = (treaty.key, treaty.name, treaty.short, *treaty.aliases, treaty.footnote)
    return " ".join(names).casefold()


def _folded(key: str) -> str:
    return "-".join(key.casefold().replace("_", " ").replace("-", " ").split())


@cache
def _treaties() -> tuple[Treaty, ...]:
    return tuple(
        Treaty(
            key=key,
            kind=InstrumentKind(kind),
            name=name,
            short=short,
            volumes=several(volumes),
            number=number,
            note=note,
            aliases=several(aliases),
            evidence=evidence,
            remark=remark,
        )
        for key, kind, name, short, volumes, number, note, aliases, evidence, remark in (
            registry_rows("treaties")
        )
    )


@cache
def _treaties_by_key() -> dict[str, Treaty]:
    names = {
        _folded(name): treaty
        for treaty in _treaties()
        for name in (treaty.name, treaty.short, *treaty.aliases)
    }
    return names | {treaty.key: treaty for treaty in _treaties()}
