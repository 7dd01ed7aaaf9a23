"""A draft's keys as YAML text that the program reads back word for word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from drafter.errors import Unusable
from drafter.source import Scalar, Sequence, Source, read_yaml

_INDENT = "  "


def yaml_text(keys: Mapping[str, object]) -> str:
    """Return ``keys`` as YAML; texts stand plain where they can."""
    return "\n".join(_mapping(keys, 0)) + "\n"


def _mapping(keys: Mapping[str, object], depth: int) -> Iterator[str]:
    for key, value in keys.items():
        lead = f"{_INDENT * depth}{key}:"
        match value:
            case Mapping() if value:
                yield lead
                yield from _mapping(value, depth + 1)
            case list() if value:
                yield lead
                yield from _list(value, depth + 1)
            case Mapping() | list():
                continue
            case _:
                yield f"{lead} {_scalar(str(value))}"


def _list(values: list[object], depth: int) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            lines = list(_mapping(value, depth + 1))
            yield f"{_INDENT * depth}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{_INDENT * depth}- {_scalar(str(value))}"


def _scalar(text: str) -> str:
    return text if _reads_back(text) else json.dumps(text, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    try:
        listed = read_yaml(Source("text", f"- {text}\n- end\n"))
        keyed = read_yaml(Source("text", f"- text: {text}\n"))
    except Unusable:
        return False
    if not isinstance(listed, Sequence) or not isinstance(keyed, Sequence):
        return False
    mapping = keyed.items[0]
    found = (listed.items[0], mapping.entries[0][1] if hasattr(mapping, "entries") else None)
    return all(isinstance(node, Scalar) and node.text == text for node in found)
