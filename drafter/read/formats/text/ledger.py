"""What the reader repaired or left out, counted by kind."""

from __future__ import annotations

from drafter.read.found import Origin, Repair


class Ledger:
    """Collects repairs; of many alike the first tells where."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Origin, int]] = {}

    def add(self, what: str, line: int = 0, count: int = 1) -> None:
        """Take down a repair at ``line``."""
        origin, before = self._found.get(what, (Origin(line=line), 0))
        self._found[what] = (origin, before + count)

    def repairs(self) -> tuple[Repair, ...]:
        """Return what was taken down, in the order in which it was first found."""
        return tuple(Repair(what, origin, count) for what, (origin, count) in self._found.items())
