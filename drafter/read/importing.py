"""A file of any format becomes the text of a draft, with comments on what to look at."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import msgspec

from drafter.errors import Place
from drafter.read import import_file
from drafter.read.files import Settings
from drafter.read.understand.account import Account, Weight
from drafter.writing import Remarks, write_yaml


class Imported(msgspec.Struct, frozen=True):
    """The text of a draft in YAML, and what was understood of the file it comes from."""

    text: str
    account: Account


def imported(path: Path, settings: Settings | None = None) -> Imported:
    """Return the draft of the file at ``path`` as YAML text. Raises Unusable."""
    understood = import_file(path, settings)
    account = understood.account
    return Imported(write_yaml(understood.draft, _remarks(path, account)), account)


def _remarks(path: Path, account: Account) -> Remarks:
    """Return the comments of a draft: what to check stands above the paragraph it is about."""
    counts = ", ".join(account.counts()) or "nothing"
    head = [f"Imported from {path.name}: {counts}. Compare it with the original."]
    at: dict[Place, list[str]] = defaultdict(list)
    for remark in account.remarks:
        if remark.weight is Weight.DOUBT:
            at[remark.place].append(f"check: {remark.text}")
        elif remark.weight is Weight.REPAIR and remark.count == 1 and remark.place.known:
            at[remark.place].append(f"repaired: {remark.text}")
    return Remarks(tuple(head), {place: tuple(lines) for place, lines in at.items()})
