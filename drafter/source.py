"""YAML text as nodes that know where they stand; the only module that knows YAML.

Every scalar stays text: what it means is decided by the schema, never by YAML's guesses (``NO``,
``012``, ``1:30``). Aliases, tags, repeated keys and several documents in one file are refused.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
import yaml

from drafter.errors import Place, Problem, Unusable
from drafter.prose import private_base, shield, unshield

MAX_BYTES = 4_000_000
MAX_DEPTH = 60
_EXCERPT = 120

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = {
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:map",
    "!",
}


class Source:
    """A text with a name, able to say where an offset stands."""

    __slots__ = ("name", "private", "starts", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.private = private_base(text)
        self.starts: list[int] = []

    def place(self, offset: int) -> Place:
        """Return the place of the character at ``offset``."""
        if not self.starts:
            lengths = (len(row) + 1 for row in self.text.split("\n"))
            self.starts = [0, *itertools.accumulate(lengths)][:-1]
        line = bisect.bisect_right(self.starts, offset)
        start = self.starts[line - 1]
        end = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        return self._place(line, offset - start, self.text[start:end].rstrip("\r"))

    def _place(self, line: int, column: int, row: str) -> Place:
        if len(row) <= _EXCERPT:
            return Place(self.name, line, column + 1, row)
        shown = row[:_EXCERPT] + "…" if column < _EXCERPT else ""
        return Place(self.name, line, column + 1, shown)


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A piece of text; ``start`` and ``end`` delimit it in the source, quotes included."""

    text: str
    start: int
    end: int
    source: Source
    style: str = ""

    def place(self, offset: int = 0) -> Place:
        """Return where the character ``offset`` of the text stands in the file."""
        return self.source.place(self.start + _raw_offset(self, offset))


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    start: int
    source: Source

    def place(self) -> Place:
        """Return where the list begins."""
        return self.source.place(self.start)


class Mapping(msgspec.Struct, frozen=True):
    """A mapping; its keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    start: int
    source: Source

    def place(self) -> Place:
        """Return where the mapping begins."""
        return self.source.place(self.start)


Node: TypeAlias = "Scalar | Sequence | Mapping"


def _raw_offset(scalar: Scalar, offset: int) -> int:
    """Align the text with its raw form: folded white space, doubled quotes, escapes, indentation."""
    if not offset and scalar.style not in {"|", ">"}:
        return 0
    raw = scalar.source.text[scalar.start : scalar.end]
    at = 0
    if scalar.style in {"|", ">"}:
        at = raw.find("\n") + 1
    for char in scalar.text[:offset]:
        while at < len(raw) and not _same(raw[at], char):
            at += 1
        at += 1
    while at < len(raw) and offset < len(scalar.text) and not _same(raw[at], scalar.text[offset]):
        at += 1
    return min(at, max(len(raw) - 1, 0))


def _same(raw: str, char: str) -> bool:
    return raw == char or (raw in " \n\t\r" and char in " \n")


def read_file(path: Path) -> Source:
    """Return the text of ``path``. Raises Unusable for what is not a readable UTF-8 text file."""
    place = Place(str(path))
    if path.is_dir():
        raise Unusable(Problem(place, "this is a folder", "name the YAML file inside it"))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Unusable(_too_large(place, size))
        data = path.read_bytes()
    except OSError as error:
        raise Unusable(Problem(place, _os_words(error), "check the name and the folder")) from None
    return Source(str(path), _decode(place, data))


def _os_words(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return f"the file cannot be read ({error.strerror or type(error).__name__})"


def _too_large(place: Place, size: int) -> Problem:
    limit = MAX_BYTES // 1_000_000
    return Problem(
        place,
        f"the file has {size // 1_000_000} MB, a draft has at most {limit} MB",
        "check that this is the draft",
    )


def _decode(place: Place, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message, advice = "the file is not in UTF-8", "save it as UTF-8 text"
        if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            message = "the file is in UTF-16, not in UTF-8"
        elif data[:4] == b"PK\x03\x04":
            message = "this is a Word or zip file, not a YAML draft"
            advice = "turn it into a draft first: drafter import"
        raise Unusable(Problem(Place(place.file, line, column), message, advice)) from None


def read_yaml(source: Source, keys: frozenset[str] = frozenset()) -> Node:
    """Return the one YAML value of ``source`` as nodes; ``keys`` are the keys it may use.

    Raises Unusable with every repeated key, alias and tag; a syntax error is one problem.
    """
    if not source.text.strip():
        advice = "write a draft into it: `drafter new` makes one to start from"
        raise Unusable(Problem(Place(source.name), "the file is empty", advice))
    root = _compose(source, keys)
    if root is None:
        raise Unusable(Problem(Place(source.name), "the file holds only comments", "write a draft"))
    problems: list[Problem] = []
    node = _convert(root, source, problems, set(), 0)
    if problems:
        raise Unusable(*problems)
    return node


def _compose(source: Source, keys: frozenset[str]) -> Any:
    _refuse_deep_brackets(source)
    try:
        return yaml.compose(shield(source.text, keys, source.private), _Loader)
    except yaml.MarkedYAMLError as error:
        raise Unusable(_syntax_problem(source, error)) from None
    except (yaml.YAMLError, ValueError) as error:
        raise Unusable(_unreadable(source, error)) from None
    except RecursionError:
        raise Unusable(_too_deep(source, 0)) from None


def _refuse_deep_brackets(source: Source) -> None:
    # libyaml composes recursively in C: nesting must be bounded before it is called.
    depth = 0
    for offset, char in _brackets(source.text):
        depth += 1 if char in "[{" else -1 if depth else 0
        if depth > MAX_DEPTH:
            raise Unusable(_too_deep(source, offset))
    suspicious = any(lead in source.text for lead in _LEADS)
    if suspicious and (indented := _INDENTED.search(source.text)):
        raise Unusable(_too_deep(source, indented.start()))


_BRACKET = re.compile(r"[\[\]{}]")
_LEADS = (" " * 4 * MAX_DEPTH, "- " * MAX_DEPTH, "? " * MAX_DEPTH)
_INDENTED = re.compile(rf"^[ \-?:]{{{4 * MAX_DEPTH}}}", re.MULTILINE)


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    for match in _BRACKET.finditer(text):
        yield match.start(), match.group()


def _too_deep(source: Source, offset: int) -> Problem:
    return Problem(source.place(offset), "lists are nested too deeply", "close the brackets before")


def _unreadable(source: Source, error: Exception) -> Problem:
    position = getattr(error, "position", None)
    place = source.place(position) if isinstance(position, int) else Place(source.name)
    reason = getattr(error, "reason", "") or str(error).splitlines()[0]
    return Problem(place, f"the file is not YAML text ({reason})", "remove the character")


def _syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(source.text)) if mark else 0
    place = source.place(offset)
    return Problem(place, *_syntax_words(error, place, source.text[offset : offset + 1]))


def _syntax_words(error: yaml.MarkedYAMLError, place: Place, char: str) -> tuple[str, str]:
    reason = str(error.problem or error.context or "")
    if "\t" in place.excerpt[: place.column]:
        return "a tab stands in the indentation", "indent with spaces"
    if char in {"@", "`", "%"}:
        return f"a text cannot begin with {char}", "put the text in quotes"
    for words, message, advice in _SYNTAX:
        if words in reason:
            return message.format(reason), advice
    return f"this is not YAML ({reason})", "check the indentation, the dashes and the quotes"


_SYNTAX = (
    (
        "mapping values are not allowed",
        "a colon stands where YAML does not expect one",
        "check the indentation, or put the text in quotes",
    ),
    (
        "expected a single document",
        "a second document begins here (---)",
        "keep one draft in one file",
    ),
    (
        "another document",
        "a second document begins here (---)",
        "keep one draft in one file",
    ),
    (
        "not find expected",
        "the YAML does not hold together here ({})",
        "check the indentation and the quotes just above",
    ),
)


def _convert(
    node: Any, source: Source, problems: list[Problem], seen: set[int], depth: int
) -> Node:
    if id(node) in seen:
        advice = "write the text out where it is needed"
        place = source.place(node.start_mark.index)
        problems.append(Problem(place, "aliases (&name, *name) are not used in drafts", advice))
        return Scalar("", node.start_mark.index, node.start_mark.index, source)
    seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        place = source.place(node.start_mark.index)
        problems.append(Problem(place, f"the tag {_tag(node.tag)} is refused", "remove it"))
    if depth > MAX_DEPTH:
        raise Unusable(_too_deep(source, node.start_mark.index))
    return _convert_kind(node, source, problems, seen, depth)


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _convert_kind(
    node: Any, source: Source, problems: list[Problem], seen: set[int], depth: int
) -> Node:
    start = node.start_mark.index
    if isinstance(node, yaml.ScalarNode):
        text = unshield(node.value, source.private)
        return Scalar(text, start, node.end_mark.index, source, node.style or "")
    if isinstance(node, yaml.SequenceNode):
        items = [_convert(item, source, problems, seen, depth + 1) for item in node.value]
        return Sequence(tuple(items), start, source)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.value:
        read = _convert(key, source, problems, seen, depth + 1)
        if not isinstance(read, Scalar):
            problems.append(Problem(read.place(), "a key must be plain text", "write a word"))
            continue
        if read.text in entries:
            first = entries[read.text][0].place().line
            message = f"{read.text!r} stands twice, first in line {first}"
            problems.append(Problem(read.place(), message, "keep one of them"))
        entries[read.text] = (read, _convert(value, source, problems, seen, depth + 1))
    return Mapping(tuple(entries.values()), start, source)
