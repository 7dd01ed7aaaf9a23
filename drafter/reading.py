"""From YAML nodes to typed values, with every problem of the file in one run.

The types are frozen structs; a field's name is its key, its annotation says what it takes.
"""

from __future__ import annotations

import builtins
import enum
import re
import types
import typing
from functools import cache
from typing import Any, ClassVar, TypeVar

import msgspec

from drafter.errors import NOWHERE, Place, Problem, Unusable
from drafter.source import Mapping, Node, Scalar, Sequence, Source, read_yaml


class Words(msgspec.Struct, frozen=True):
    """A text as written, with its place in the file.

    ``at`` is the place of words that come from another file than YAML.
    """

    text: str
    scalar: Scalar | None = None
    at: Place = NOWHERE

    @property
    def place(self) -> Place:
        """Return where the text begins."""
        return self.scalar.place() if self.scalar else self.at

    def place_at(self, offset: int) -> Place:
        """Return where the character ``offset`` of the text stands."""
        return self.scalar.place(offset) if self.scalar else self.at

    def __bool__(self) -> bool:
        return bool(self.text.strip())


NO_WORDS = Words("")


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What every mapping in a file has: its place.

    ``SHORT`` names the field that a plain text (or a list) stands for, so that the common case
    needs no nesting. ``PROSE`` says that a key with blanks in it is text which holds a colon.
    """

    SHORT: ClassVar[str] = ""
    PROSE: ClassVar[bool] = False
    place: Place = NOWHERE


T = TypeVar("T", bound=Written)

_YES = {"yes": True, "true": True, "no": False, "false": False}


def read_as(kind: type[T], source: Source) -> T:
    """Return the YAML text as a value of ``kind``. Raises Unusable with all problems found."""
    node = read_yaml(source, all_keys(kind))
    reading = _Reading()
    if not isinstance(node, Mapping):
        advice = "begin with lines such as `kind: draft resolution` and `title: …`"
        raise Unusable(Problem(node.place(), "the file has no keys", advice))
    value = reading.struct(kind, node)
    if reading.problems or value is None:
        raise Unusable(*reading.problems)
    return value


class _Reading:
    """Collects problems; each method returns a value, or None where it noted one."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def note(self, place: Place, message: str, advice: str) -> None:
        self.problems.append(Problem(place, message, advice))

    def value(self, kind: Any, node: Node, name: str) -> Any:
        """Return ``node`` read as the annotated type ``kind``."""
        if kind is Words and isinstance(node, Scalar):
            return Words(node.text, node)
        origin, args = _shape(kind)
        match origin:
            case types.UnionType | typing.Union:
                return self.union(args, node, name)
            case builtins.tuple:
                return self.many(args[0], node, name)
            case builtins.dict:
                return self.mapping(args[1], node, name)
            case _:
                return self.one(kind, node, name)

    def one(self, kind: Any, node: Node, name: str) -> Any:
        if kind is Words:
            return self.words(node, name)
        if kind in {bool, int}:
            return self.bool_or_int(kind, node, name)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return self.choice(kind, node, name)
        return self.struct(kind, node)

    def union(self, kinds: tuple[Any, ...], node: Node, name: str) -> Any:
        choices = [choice for choice in kinds if choice is not type(None)]
        if len(choices) > 1 and isinstance(node, Scalar):
            return self.value(choices[0], node, name)
        return self.value(choices[-1], node, name)

    def many(self, kind: Any, node: Node, name: str) -> tuple[Any, ...]:
        if isinstance(node, Sequence):
            read = (self.value(kind, item, name) for item in node.items)
            return tuple(value for value in read if value is not None)
        if isinstance(node, Scalar) and not node.text.strip():
            return ()
        # A list of one may be written without its dash.
        value = self.value(kind, node, name)
        return () if value is None else (value,)

    def mapping(self, kind: Any, node: Node, name: str) -> dict[str, Any]:
        if isinstance(node, Scalar) and not node.text.strip():
            return {}
        if not isinstance(node, Mapping):
            self.note(node.place(), f"{name} needs keys", "write `key: text` lines, indented")
            return {}
        read = {key.text: self.value(kind, value, key.text) for key, value in node.entries}
        return {key: value for key, value in read.items() if value is not None}

    def words(self, node: Node, name: str) -> Words | None:
        if isinstance(node, Scalar):
            return Words(node.text, node)
        text = _text_with_colon(node)
        if text is not None:
            return text
        what = "a list" if isinstance(node, Sequence) else "keys"
        self.note(
            node.place(),
            f"{name} is {what} where a text is expected",
            "write plain text",
        )
        return None

    def bool_or_int(self, kind: type, node: Node, name: str) -> Any:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if kind is bool and text.lower() in _YES:
            return _YES[text.lower()]
        if kind is int and re.fullmatch(r"\d{1,4}", text):
            return int(text)
        wanted = "yes or no" if kind is bool else "a number"
        self.note(node.place(), f"{name} is not {wanted}", f"write {wanted}")
        return None

    def choice(self, kind: type[enum.Enum], node: Node, name: str) -> Any:
        text = (
            re.sub(r"[\s_-]+", " ", node.text.strip().lower()) if isinstance(node, Scalar) else ""
        )
        try:
            return kind(text)
        except ValueError:
            values = [str(member.value) for member in kind]
            near = closest(text, values)
            advice = f"did you mean {near!r}?" if near else "write one of: " + ", ".join(values)
            self.note(node.place(), f"{name} {text!r} is not known", advice)
            return None

    def struct(self, kind: type[T], node: Node) -> T | None:
        if not isinstance(node, Mapping):
            return self.short(kind, node)
        fields = fields_of(kind)
        values: dict[str, Any] = {"place": node.place()}
        for key, child in node.entries:
            field = field_of(key.text)
            if field in fields:
                if (value := self.value(fields[field], child, key.text)) is not None:
                    values[field] = value
            elif kind.PROSE and _is_prose(key.text):
                self.colon_text(kind, values, key, child)
            else:
                self.unknown_key(key, fields)
        return kind(**values)

    def short(self, kind: type[T], node: Node) -> T | None:
        if kind.SHORT and (isinstance(node, Scalar) or _takes_list(kind)):
            value = self.value(fields_of(kind)[kind.SHORT], node, kind.SHORT)
            return None if value is None else kind(place=node.place(), **{kind.SHORT: value})
        keys = ", ".join(key_of(name) for name in fields_of(kind))
        self.note(node.place(), "keys are expected here", f"write one of: {keys}")
        return None

    def colon_text(
        self, kind: type[Written], values: dict[str, Any], key: Scalar, child: Node
    ) -> None:
        """Read ``Requests the Office: …`` as the text it is, and a list below it as its items."""
        if "text" in values:
            self.note(
                key.place(),
                f"{key.text!r} is a second text",
                "begin a new paragraph with -",
            )
        elif isinstance(child, Sequence):
            values["text"] = Words(key.text.strip() + ":", key)
            values["items"] = self.value(fields_of(kind)["items"], child, "items")
        elif isinstance(child, Scalar):
            values["text"] = _joined(key, child)
        else:
            self.note(
                child.place(),
                "keys stand where text is expected",
                "put the text in quotes",
            )

    def unknown_key(self, key: Scalar, fields: dict[str, Any]) -> None:
        names = [key_of(name) for name in fields]
        near = closest(field_of(key.text), names)
        advice = f"did you mean {near}?" if near else "the keys here are: " + ", ".join(names)
        self.note(key.place(), f"unknown key {key.text!r}", advice)


def closest(word: str, choices: typing.Iterable[str]) -> str:
    """Return the choice most like ``word``, or an empty string if none is near."""
    import difflib

    near = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return near[0] if near else ""


def _is_prose(key: str) -> bool:
    # Keys are lower-case words; a blank or a capital letter makes it the author's own text.
    return " " in key.strip() or key[:1].isupper()


def _text_with_colon(node: Node) -> Words | None:
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, child = node.entries[0]
        if isinstance(child, Scalar) and _is_prose(key.text):
            return _joined(key, child)
    return None


def _joined(key: Scalar, child: Scalar) -> Words:
    text = f"{key.text}: {child.text}" if child.text else f"{key.text}:"
    return Words(text, Scalar(text, key.start, max(child.end, key.end), key.source))


def _takes_list(kind: type[Written]) -> bool:
    return typing.get_origin(fields_of(kind)[kind.SHORT]) is tuple


@cache
def all_keys(kind: type[Written]) -> frozenset[str]:
    """Return every key that ``kind`` and the types inside it know, in all their spellings."""
    keys: set[str] = set()
    seen: set[type] = set()
    pending: list[Any] = [kind]
    while pending:
        each = pending.pop()
        pending.extend(_shape(each)[1])
        if isinstance(each, type) and issubclass(each, Written) and each not in seen:
            seen.add(each)
            keys.update(map(key_of, fields_of(each)))
            pending.extend(fields_of(each).values())
    return frozenset(spelling for key in keys for spelling in (key, key.replace("_", " ")))


@cache
def _shape(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    return typing.get_origin(kind), typing.get_args(kind)


@cache
def fields_of(kind: type[Written]) -> dict[str, Any]:
    """Return the fields that a file can give, with their types."""
    hints = typing.get_type_hints(kind)
    names = [name for name in kind.__struct_fields__ if name not in {"place", "file"}]
    return {name: hints[name] for name in names}


def field_of(key: str) -> str:
    """Return the field that a key names: ``Job number`` is ``job_number``."""
    name = re.sub(r"[\s-]+", "_", key.strip().lower())
    return "with_" if name == "with" else name


def key_of(field: str) -> str:
    """Return the key of a field: ``with_`` is ``with``."""
    return field.rstrip("_")
