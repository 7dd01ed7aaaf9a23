"""The Main Committees, and the commissions that a document symbol names."""

from __future__ import annotations

from functools import cache

import msgspec

from drafter.library.registry import registry_rows, several


class Committee(msgspec.Struct, frozen=True):
    """A committee: ``lines`` as page 1 prints it; only Main Committees have an ``ordinal``."""

    prefix: str
    ordinal: str
    lines: tuple[str, ...]
    formal: str

    @property
    def name(self) -> str:
        """The printed name in one line."""
        return " ".join(self.lines)


@cache
def all_committees() -> tuple[Committee, ...]:
    """Return the Main Committees in their order, then the commissions."""
    return tuple(
        Committee(prefix, ordinal, several(printed), formal or " ".join(several(printed)))
        for prefix, ordinal, printed, formal in registry_rows("committees")
    )


@cache
def main_committees() -> tuple[Committee, ...]:
    """Return the Main Committees in their order."""
    return tuple(committee for committee in all_committees() if committee.ordinal)


def committee_of(prefix: str) -> Committee | None:
    """Return the committee whose symbols begin with ``prefix``: ``A/C.3``."""
    return _by_prefix().get(prefix)


def find_committee(asked: str) -> Committee | None:
    """Return the Main Committee of ``Third``, ``third committee``, ``3`` or its name."""
    return _by_name().get(_folded(asked))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removesuffix("committee").strip()


@cache
def _by_prefix() -> dict[str, Committee]:
    return {committee.prefix: committee for committee in all_committees()}


@cache
def _by_name() -> dict[str, Committee]:
    return {
        _folded(name): committee
        for number, committee in enumerate(main_committees(), start=1)
        for name in _names(number, committee)
    }


def _names(number: int, committee: Committee) -> tuple[str, ...]:
    alone = committee.formal.partition(" (")[0]
    return (str(number), committee.ordinal, committee.name, committee.formal, alone)
