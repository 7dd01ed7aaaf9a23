"""How a text was adopted: the date, and the line in brackets below it."""

from __future__ import annotations

import re

from drafter.library.committees import find_committee

_REPORT = re.compile(
    r"\[on the report of the (?P<committee>.+?) \((?P<report>[A-Z]/[\w/.]+)"
    r"(?:, para(?:graph|\.) ?(?P<paragraph>\d+))?\)\]"
)
_WITHOUT = re.compile(r"\[without reference to a Main Committee(?: \((?P<symbols>.+)\))?\]")


def adoption_keys(date: str | None, bracket: str) -> tuple[dict[str, str], bool]:
    """Return the keys under ``adoption``, and whether the line in brackets found its place."""
    keys = {"date": date} if date else {}
    folded = re.sub(r"\s+", " ", bracket.replace("\u00a0", " ")).strip()
    if report := _REPORT.fullmatch(folded):
        told = {name: text for name, text in report.groupdict().items() if text}
        committee = find_committee(told["committee"])
        if committee and committee.ordinal and committee.name == told["committee"]:
            told["committee"] = committee.ordinal
        order = ("report", "paragraph", "committee")
        return keys | {name: told[name] for name in order if name in told}, True
    if without := _WITHOUT.fullmatch(folded):
        return keys | {"without_reference": without["symbols"] or "yes"}, True
    return keys, not folded
