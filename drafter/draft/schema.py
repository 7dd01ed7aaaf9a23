"""The JSON Schema of a draft, made from the same types that read it."""

from __future__ import annotations

import enum
import types
import typing
from typing import Any

import msgspec

from drafter.draft.model import Draft
from drafter.reading import Words, Written, fields_of, key_of

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number"]}
_NAME = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) that editors use to complete and check a draft."""
    definitions: Schema = {}
    _define(Draft, definitions)
    return {
        "$schema": _NAME,
        "title": "A United Nations draft, as drafter reads it",
        "$ref": "#/$defs/Draft",
        "$defs": dict(sorted(definitions.items())),
    }


def _define(kind: type[Written], definitions: Schema) -> None:
    if kind.__name__ in definitions:
        return
    definitions[kind.__name__] = {}
    properties = {
        key_of(name): _property(kind, name, hint, definitions)
        for name, hint in fields_of(kind).items()
    }
    definitions[kind.__name__] = {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "properties": properties,
        "additionalProperties": _extra(kind),
    }


def _extra(kind: type[Written]) -> Schema | bool:
    # A paragraph that holds a colon reads as a mapping: its key is the text before the colon.
    return {"type": ["string", "number", "array", "null"]} if kind.PROSE else False


def _property(kind: type[Written], name: str, hint: Any, definitions: Schema) -> Schema:
    described = typing.get_type_hints(kind, include_extras=True)[name]
    text = next(
        (
            meta.description
            for meta in getattr(described, "__metadata__", ())
            if isinstance(meta, msgspec.Meta)
        ),
        None,
    )
    schema = _schema(hint, definitions)
    return {"description": text, **schema} if text else schema


def _schema(hint: Any, definitions: Schema) -> Schema:
    origin = typing.get_origin(hint)
    if origin in {types.UnionType, typing.Union}:
        choices = [each for each in typing.get_args(hint) if each is not type(None)]
        schemas = [_schema(each, definitions) for each in choices]
        return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    if origin is tuple:
        item = _schema(typing.get_args(hint)[0], definitions)
        return {"anyOf": [{"type": "array", "items": item}, item, {"type": "null"}]}
    if origin is dict:
        values = _schema(typing.get_args(hint)[1], definitions)
        return {"type": ["object", "null"], "additionalProperties": values}
    return _plain(hint, definitions)


def _plain(hint: Any, definitions: Schema) -> Schema:
    if hint is Words:
        return {**_TEXT, "type": ["string", "number", "null"]}
    if hint is bool:
        return {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}
    if hint is int:
        return {"type": "integer"}
    if issubclass(hint, enum.Enum):
        return {"enum": [name for member in hint for name in _names(hint, str(member.value))]}
    _define(hint, definitions)
    reference: Schema = {"$ref": f"#/$defs/{hint.__name__}"}
    if not hint.SHORT:
        return reference
    return {"anyOf": [_schema(fields_of(hint)[hint.SHORT], definitions), reference]}


def _names(hint: type[enum.Enum], value: str) -> list[str]:
    spellings = {value, f"revised {value}", f"adopted {value}"}
    usual = {name for name in spellings if _accepts(hint, name) and _sensible(name)}
    return sorted(usual, key=lambda name: (len(name), name))


def _accepts(hint: type[enum.Enum], value: str) -> bool:
    try:
        return bool(hint(value))
    except ValueError:
        return False


def _sensible(name: str) -> bool:
    head, _, rest = name.partition(" ")
    if head == "revised":
        return rest.startswith("draft")
    if head == "adopted":
        return rest in {"resolution", "decision"}
    return True
