"""Words and clause entries as YAML, in quotes only where YAML would misread them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLAIN = re.compile(r"[\w(][^:#\[\]{}&*!|>%@`\"',\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]*")
_ESCAPED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")

Values = Mapping[str, tuple[str, ...]]


def scalar(text: str) -> str:
    """Return ``text`` as YAML, in quotes only where it needs them."""
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(_code, escaped) + '"'


def _code(char: re.Match[str]) -> str:
    return f"\\u{ord(char[0]):04x}"


def value(values: tuple[str, ...]) -> str:
    """Return one value, or several in brackets."""
    if len(values) == 1:
        return scalar(values[0])
    return f"[{', '.join(map(scalar, values))}]"


def clause_entry(clause: str, values: Values, variant: str = "") -> list[str]:
    """Return the lines of an entry that uses a clause, without the dash."""
    lines = [f"clause: {clause}"]
    if variant:
        lines.append(f"variant: {scalar(variant)}")
    if values:
        lines += ["with:", *(f"  {name}: {value(given)}" for name, given in values.items())]
    return lines


def dashed(lines: list[str], indent: str, gap: str = " ") -> list[str]:
    """Return the lines of an entry with the dash of a list before them."""
    under = indent + " " * (len(gap) + 1)
    return [f"{indent}-{gap}{lines[0]}", *(under + line for line in lines[1:])]
