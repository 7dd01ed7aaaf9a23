"""From typed values to YAML text as a careful person writes it: the inverse of :mod:`drafter.reading`.

What has its default is left out, a value that is only a text stands without a key, long texts are
wrapped. The text is read back before it is returned: it holds the same words, or it is not given.
"""

from __future__ import annotations

import enum
import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from drafter.errors import Place, Unusable
from drafter.reading import Words, Written, read_as
from drafter.source import Source

WIDTH = 100
_STEP = "  "
_UNSAID = {"place", "file"}
_SAFE_START = re.compile(r"[^\W_]|[“(‘£$€]|\[\^")
_UNSAFE = re.compile(r": |:$| #|\t|\n|^[\w./-]+(?: [a-z]+){0,3}:|^---|^\s|\s$|  ")
_KEY_LIKE = re.compile(r"^[\w./-]+(?: [a-z]+){0,3}:(?: |$)|^[-?#&*!|>%@`]")
_FLOW_SAFE = re.compile(r"[^\W_][^,\[\]{}:#\n\"'&*!|>%@`]*(?<! )")
_LONGEST_FLOW = 70
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What YAML takes for a line end, or does not take at all unless it is escaped."""


class Remarks(msgspec.Struct, frozen=True):
    """Comments for the file: ``head`` stands on top, the others above what is at their place."""

    head: tuple[str, ...] = ()
    at: Mapping[Place, tuple[str, ...]] = {}


def write_yaml(value: Written, remarks: Remarks | None = None) -> str:
    """Return ``value`` as YAML text, with ``remarks`` as comments.

    Raises ValueError if the text would not be read back word for word: then the writer is at fault.
    """
    said = remarks or Remarks()
    for careful in (False, True):
        text = "\n".join(_Writer(said, careful=careful).document(value)) + "\n"
        if _reads_back(value, text):
            return text
    message = f"the text of a {type(value).__name__} is not read back as it was written"
    raise ValueError(message)


class _Writer:
    """Writes lines; a careful one leaves no text to YAML's rules of plain text."""

    def __init__(self, remarks: Remarks, *, careful: bool) -> None:
        self.remarks = remarks
        self.careful = careful

    def document(self, value: Written) -> Iterator[str]:
        for line in self.remarks.head:
            yield from _comment(line, "")
        for name, held in _said(value):
            lines = list(self.keyed(name, held, 0))
            if len(lines) > 1 and _is_list(held):
                yield ""
            yield from lines

    def keyed(self, name: str, value: Any, depth: int) -> Iterator[str]:
        """Yield a key with its value."""
        lead = f"{_STEP * depth}{_key(name)}:"
        match value:
            case Words(text):
                yield from self.scalar(lead, text, depth)
            case Written():
                yield from self.struct_below(lead, value, depth)
            case dict():
                yield lead
                for key, held in value.items():
                    yield from self.keyed_raw(key, held, depth + 1)
            case tuple():
                yield from self.listed(lead, value, depth)
            case _:
                yield f"{lead} {_word(value)}"

    def keyed_raw(self, key: str, value: Any, depth: int) -> Iterator[str]:
        """Yield an entry of a mapping whose keys are the author's own."""
        name = key if _FLOW_SAFE.fullmatch(key) else _quoted(key)
        lead = f"{_STEP * depth}{name}:"
        yield from self.comments(value, depth)
        if isinstance(value, Written):
            yield from self.struct_below(lead, value, depth)
        elif isinstance(value, tuple):
            yield from self.listed(lead, value, depth)
        else:
            yield from self.scalar(lead, value.text, depth)

    def struct_below(self, lead: str, value: Written, depth: int) -> Iterator[str]:
        if short := _short(value):
            yield from self.scalar(lead, short.text, depth)
            return
        lines = [line for name, held in _said(value) for line in self.keyed(name, held, depth + 1)]
        yield lead if lines else f"{lead} {{}}"
        yield from lines

    def listed(self, lead: str, values: tuple[Any, ...], depth: int) -> Iterator[str]:
        only = values[0] if len(values) == 1 else None
        if isinstance(only, Written) and not only.PROSE and not _short(only):
            # A list of one is read without its dash.
            yield from self.struct_below(lead, only, depth)
            return
        if (flow := _flow(lead, values)) and not self.careful:
            yield flow
            return
        yield lead
        for value in values:
            yield from self.item(value, depth + 1)

    def item(self, value: Any, depth: int) -> Iterator[str]:
        """Yield an item of a list, its dash in front."""
        indent = _STEP * depth
        yield from self.comments(value, depth)
        if isinstance(value, tuple):
            yield f"{indent}- [{', '.join(_cell(cell) for cell in value)}]"
        elif isinstance(value, Words):
            yield from self.scalar(f"{indent}-", value.text, depth)
        elif short := _short(value):
            yield from self.scalar(f"{indent}-", short.text, depth)
        else:
            lines = [
                line for name, held in _said(value) for line in self.keyed(name, held, depth + 1)
            ]
            yield f"{indent}- {lines[0].lstrip()}" if lines else f"{indent}- {{}}"
            yield from lines[1:]

    def comments(self, value: Any, depth: int) -> Iterator[str]:
        if isinstance(value, Written):
            for line in self.remarks.at.get(value.place, ()):
                yield from _comment(line, _STEP * depth)

    def scalar(self, lead: str, text: str, depth: int) -> Iterator[str]:
        """Yield ``text`` behind ``lead``: plain if YAML leaves it alone, else folded or quoted."""
        indent = _STEP * (depth + 1)
        if self._plain(text):
            lines = _wrapped(f"{lead} {text}", indent)
            if not any(_KEY_LIKE.match(line.strip()) for line in lines[1:]):
                yield from lines
                return
        if len(lead) + len(text) < WIDTH or not _foldable(text):
            yield f"{lead} {_quoted(text)}"
            return
        yield f"{lead} >-"
        yield from _wrapped(text, indent, first=indent)

    def _plain(self, text: str) -> bool:
        safe = _SAFE_START.match(text) and not _UNSAFE.search(text)
        return bool(safe) and not self.careful and not _UNPRINTED.search(text)


def _said(value: Written) -> Iterator[tuple[str, Any]]:
    """Yield the fields that are not as they are by default."""
    for field in _fields(type(value)):
        held = getattr(value, field.name)
        if not _is_default(field, held):
            yield field.name, held


@cache
def _fields(kind: type[Written]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return tuple(field for field in msgspec.structs.fields(kind) if field.name not in _UNSAID)


def _is_default(field: msgspec.structs.FieldInfo, held: Any) -> bool:
    if isinstance(held, Words):
        return not held.text
    if field.default_factory is not msgspec.NODEFAULT:
        return bool(held == field.default_factory())
    return bool(held == field.default)


def _short(value: Any) -> Words | None:
    """Return the one text of a value that has nothing else."""
    if not isinstance(value, Written) or not value.SHORT:
        return None
    said = list(_said(value))
    if [name for name, _ in said] != [value.SHORT]:
        return None
    held = said[0][1]
    return held if isinstance(held, Words) else None


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", " ")


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value if isinstance(value, enum.Enum) else value)


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple | dict) and len(value) > 1


def _flow(lead: str, values: tuple[Any, ...]) -> str:
    """Return a list of a few short words in one line."""
    texts = [value.text for value in values if isinstance(value, Words)]
    line = f"{lead} [{', '.join(texts)}]"
    short = len(texts) == len(values) and len(line) <= _LONGEST_FLOW
    return line if short and all(_FLOW_SAFE.fullmatch(text) for text in texts) else ""


def _cell(words: Words) -> str:
    safe = _FLOW_SAFE.fullmatch(words.text)
    return words.text if safe else _quoted(words.text)


def _foldable(text: str) -> bool:
    """Tell whether a folded block gives ``text`` back: one line, single blanks, no edge blanks."""
    edged = re.search(r"  |^\s|\s$", text)
    return bool(text) and not edged and not _UNPRINTED.search(text)


def _quoted(text: str) -> str:
    """Return ``text`` in double quotes, with escapes for what YAML does not take as it is."""
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def _wrapped(text: str, indent: str, first: str = "") -> list[str]:
    """Return ``text`` in lines; non-breaking spaces and hyphens stay where they are."""
    wrapper = textwrap.TextWrapper(
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    wrapper.wordsep_simple_re = re.compile(r"( +)")
    return wrapper.wrap(text)


def _comment(text: str, indent: str) -> Iterator[str]:
    lead = f"{indent}# "
    yield from textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=lead)


def _reads_back(value: Written, text: str) -> bool:
    try:
        again = read_as(type(value), Source("written", text))
    except Unusable:
        return False
    return same(value, again)


def same(one: Any, other: Any) -> bool:
    """Tell whether two values say the same, wherever they stand."""
    match one:
        case Words(text):
            return isinstance(other, Words) and text == other.text
        case Written():
            return type(one) is type(other) and all(
                same(getattr(one, name), getattr(other, name))
                for name in one.__struct_fields__
                if name not in _UNSAID
            )
        case tuple():
            return len(one) == len(other) and all(map(same, one, other))
        case dict():
            return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
        case _:
            return bool(one == other)
