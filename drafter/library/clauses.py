"""The clause library: standard paragraphs with typed blanks, one YAML file each, id = path.

A clause's text is a Jinja2 template. Only printing, filters and conditions are let in: a clause
from a stranger can neither loop, nor call, nor reach an attribute.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

import msgspec
from msgspec import Meta

from drafter.draft.model import NoteText
from drafter.errors import Place, Problem, Unusable
from drafter.library import blanks
from drafter.library.packs import pack_folders
from drafter.reading import NO_WORDS, Words, Written, closest, read_as
from drafter.resources import data_path
from drafter.source import read_file

if TYPE_CHECKING:
    from jinja2 import Environment

Given = Mapping[str, "Words | tuple[Words, ...]"]

_TESTS = ("defined", "undefined")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+")


class Type(enum.Enum):
    """What a blank takes."""

    TEXT = "text"
    NAME = "name"
    LIST = "list"
    SESSION = "session"
    NUMBER = "number"
    DATE = "date"
    RESOLUTIONS = "resolutions"
    SYMBOL = "symbol"
    STATE = "state"
    CHOICE = "choice"


class Parameter(Written, frozen=True, kw_only=True):
    """A blank of a clause."""

    type: Annotated[Type, Meta(description="What the blank takes.")] = Type.TEXT
    required: Annotated[bool, Meta(description="no: the clause reads without it.")] = True
    default: Annotated[Words, Meta(description="What stands there if nothing is given.")] = NO_WORDS
    sample: Annotated[tuple[Words, ...], Meta(description="A value for trying the clause.")] = ()
    choices: Annotated[tuple[Words, ...], Meta(description="The values of a choice.")] = ()
    help: Annotated[Words, Meta(description="What to write, in a few words.")] = NO_WORDS


class Openings(Written, frozen=True, kw_only=True):
    """The opening words in each part, without also and further."""

    preambular: Annotated[Words, Meta(description="Welcoming")] = NO_WORDS
    operative: Annotated[Words, Meta(description="Welcomes")] = NO_WORDS


class Variant(Written, frozen=True, kw_only=True):
    """Another wording of a clause, often a stronger or a weaker one."""

    preambular: Annotated[Words, Meta(description="Its preambular opening words.")] = NO_WORDS
    operative: Annotated[Words, Meta(description="Its operative opening words.")] = NO_WORDS
    text: Annotated[Words, Meta(description="What follows them, where it differs.")] = NO_WORDS
    help: Annotated[Words, Meta(description="When to take it.")] = NO_WORDS


class ClauseItem(Written, frozen=True, kw_only=True):
    """A sub-paragraph of a clause."""

    SHORT: ClassVar[str] = "text"
    PROSE: ClassVar[bool] = True
    text: Annotated[Words, Meta(description="Its words.")] = NO_WORDS
    items: Annotated[tuple[ClauseItem, ...], Meta(description="The next level.")] = ()


class Clause(Written, frozen=True, kw_only=True):
    """A standard paragraph."""

    summary: Annotated[Words, Meta(description="What it does, in one line.")] = NO_WORDS
    opening: Annotated[Openings, Meta(description="Opening words by part.")] = Openings()
    text: Annotated[Words, Meta(description="What follows the opening words.")] = NO_WORDS
    variants: Annotated[
        dict[str, Variant], Meta(description="Other wordings by name, the weakest first.")
    ] = {}  # noqa: RUF012
    items: Annotated[tuple[ClauseItem, ...], Meta(description="Sub-paragraphs.")] = ()
    parameters: Annotated[dict[str, Parameter], Meta(description="The blanks.")] = {}  # noqa: RUF012
    notes: Annotated[dict[str, NoteText], Meta(description="Footnotes it brings.")] = {}  # noqa: RUF012
    authority: Annotated[
        tuple[Words, ...], Meta(description="Symbols of adopted texts that use it.")
    ] = ()
    since: Annotated[int, Meta(description="First session of this practice.")] = 0
    until: Annotated[int, Meta(description="Last session of this practice.")] = 0
    help: Annotated[Words, Meta(description="A note for drafters.")] = NO_WORDS
    id: str = ""

    def worded(self, variant: str) -> Clause:
        """Return the clause in the wording ``variant``; its own for an empty name.

        Raises KeyError for a name that it does not have.
        """
        if not variant:
            return self
        other = self.variants[variant]
        opening = self.opening
        if other.preambular or other.operative:
            opening = Openings(preambular=other.preambular, operative=other.operative)
        return msgspec.structs.replace(self, opening=opening, text=other.text or self.text)


class Filled(msgspec.Struct, frozen=True):
    """A clause with its blanks filled: markup, ready for the assembler."""

    text: str
    items: tuple[FilledItem, ...]


class FilledItem(msgspec.Struct, frozen=True):
    """A sub-paragraph of a filled clause."""

    text: str
    items: tuple[FilledItem, ...]


class Library:
    """The shipped clauses, with the user's own folders on top, and packs for what is in neither."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        self.folders = (data_path("boilerplate/clauses"), *folders)
        self._loaded: dict[str, Clause] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all clauses, in order."""
        return tuple(sorted({name for folder in self.all_folders() for name in _ids(folder)}))

    def all_folders(self) -> tuple[Path, ...]:
        """Return every folder with clauses, those of installed packs last."""
        return (*self.folders, *pack_folders())

    def clause(self, name: str, asked: Place) -> Clause:
        """Return the clause ``name``, asked for at ``asked``.

        Raises Unusable when there is none, when two folders have one, or when its file is broken.
        """
        if name not in self._loaded:
            self._loaded[name] = self._load(name, asked)
        return self._loaded[name]

    def _load(self, name: str, asked: Place) -> Clause:
        if not _ID.fullmatch(name):
            raise Unusable(self._unknown(name, asked))
        paths = _files(self.folders, name) or _files(pack_folders(), name)
        if not paths:
            raise Unusable(self._unknown(name, asked))
        if len(paths) > 1:
            where = " and ".join(str(path) for path in paths)
            advice = "give your own clause another name"
            raise Unusable(Problem(asked, f"the clause {name!r} stands twice: {where}", advice))
        return load_clause(paths[0], name)

    def _unknown(self, name: str, asked: Place) -> Problem:
        near = closest(name, self.ids())
        advice = f"did you mean {near}?" if near else "`drafter clauses` lists them"
        return Problem(asked, f"there is no clause {name!r}", advice)


def _ids(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.yaml"):
        yield path.relative_to(folder).with_suffix("").as_posix()


def _files(folders: Iterable[Path], name: str) -> list[Path]:
    return [path for folder in folders if (path := _file(folder, name))]


def _file(folder: Path, name: str) -> Path | None:
    path = folder / f"{name}.yaml"
    inside = path.resolve().is_relative_to(folder.resolve())
    return path if inside and path.is_file() else None


def load_clause(path: Path, name: str) -> Clause:
    """Return the clause in the file ``path``. Raises Unusable with what is wrong with it."""
    source = read_file(path)
    clause = msgspec.structs.replace(read_as(Clause, source), id=name)
    problems = list(_clause_problems(clause))
    if problems:
        raise Unusable(*problems)
    return clause


def _clause_problems(clause: Clause) -> Iterator[Problem]:
    if not clause.text:
        yield Problem(clause.place, "the clause has no text", "add `text: …`")
    for words in _templates(clause):
        names, problems = _inspect(words)
        yield from problems
        for name in sorted(names - clause.parameters.keys()):
            advice = f"describe it under `parameters`, or remove {{{{ {name} }}}}"
            yield Problem(words.place, f"{name!r} is not a parameter of the clause", advice)


def _templates(clause: Clause) -> Iterator[Words]:
    yield clause.text
    yield from (variant.text for variant in clause.variants.values() if variant.text)
    pending = list(clause.items)
    while pending:
        item = pending.pop(0)
        yield item.text
        pending[:0] = item.items


def _inspect(words: Words) -> tuple[set[str], list[Problem]]:
    """Return the blanks of a template and what is wrong with it; nothing of it is run."""
    if not _is_template(words.text):
        return set(), []
    from jinja2 import TemplateSyntaxError, nodes

    printing = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter)
    choosing = (nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.Const)
    logic = (nodes.And, nodes.Or, nodes.Not, nodes.Test)
    allowed = (*printing, *choosing, *logic)
    try:
        found = list(environment().parse(words.text).find_all(nodes.Node))
    except TemplateSyntaxError as error:
        advice = "write blanks as {{ name }} or {{ name | filter }}"
        return set(), [Problem(words.place, f"the text is no template ({error.message})", advice)]
    except RecursionError:
        return set(), [Problem(words.place, "the template is nested too deeply", "make it plain")]
    problems = [_refused(words.place, node) for node in found if not isinstance(node, allowed)]
    problems += _unknown(words.place, found, nodes.Filter, blanks.FILTERS)
    problems += _unknown(words.place, found, nodes.Test, dict.fromkeys(_TESTS))
    return {node.name for node in found if isinstance(node, nodes.Name)}, problems


def _refused(place: Place, node: object) -> Problem:
    what = type(node).__name__.lower()
    advice = "only {{ name }}, filters and {% if %} are let in"
    return Problem(place, f"the template uses something refused here ({what})", advice)


def _unknown(
    place: Place, found: Iterable[object], kind: type, known: Mapping[str, object]
) -> Iterator[Problem]:
    for node in found:
        name = getattr(node, "name", "")
        if isinstance(node, kind) and name not in known:
            near = closest(name, known)
            advice = f"did you mean {near}?" if near else f"write one of {', '.join(sorted(known))}"
            what = kind.__name__.lower()
            yield Problem(place, f"there is no {what} {name!r}", advice)


def _is_template(text: str) -> bool:
    return "{{" in text or "{%" in text or "{#" in text


@cache
def environment() -> Environment:
    """Return the sandbox that fills clauses: strict, without globals, our filters only."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    sandbox.globals.clear()
    sandbox.filters.clear()
    sandbox.filters.update(blanks.FILTERS)
    tests = {name: sandbox.tests[name] for name in _TESTS}
    sandbox.tests.clear()
    sandbox.tests.update(tests)
    return sandbox


def fill(clause: Clause, given: Given, asked: Place) -> Filled:
    """Return the clause with its blanks filled from ``given``.

    Raises Unusable with every missing, superfluous and ill-typed value.
    """
    problems: list[Problem] = [*_superfluous(clause, given)]
    values: dict[str, object] = {}
    for name, parameter in clause.parameters.items():
        value = given.get(name) or (parameter.default or None)
        if value is None or value == ():
            if parameter.required:
                problems.append(_missing(clause, name, parameter, asked))
            values[name] = ""
            continue
        read, problem = blanks.read(parameter.type.value, value, parameter.choices)
        values[name] = read
        if problem:
            problems.append(problem)
    if problems:
        raise Unusable(*problems)
    from jinja2 import TemplateError

    try:
        return Filled(_fill(clause.text, values), _fill_items(clause.items, values))
    except (TemplateError, ValueError, TypeError, RecursionError) as error:
        message = f"the clause {clause.id} cannot be filled ({error})"
        raise Unusable(Problem(asked, message, "check the values under `with`")) from None


def _missing(clause: Clause, name: str, parameter: Parameter, asked: Place) -> Problem:
    sample = ", ".join(words.text for words in parameter.sample)
    help_text = f" ({parameter.help.text})" if parameter.help else ""
    message = f"the clause {clause.id} needs {name!r}{help_text}"
    return Problem(asked, message, f"write under `with`: {name}: {sample or '…'}")


def _superfluous(clause: Clause, given: Given) -> Iterator[Problem]:
    for name, value in given.items():
        if name not in clause.parameters:
            words = value if isinstance(value, Words) else value[0] if value else NO_WORDS
            near = closest(name, clause.parameters)
            known = ", ".join(clause.parameters) or "no parameters"
            advice = f"did you mean {near}?" if near else f"it takes {known}"
            if not words:
                advice = f"{advice}; a list stands in brackets: [70/1, 71/222]"
            yield Problem(words.place, f"the clause {clause.id} has no blank {name!r}", advice)


def _fill_items(items: tuple[ClauseItem, ...], values: dict[str, object]) -> tuple[FilledItem, ...]:
    return tuple(
        FilledItem(_fill(item.text, values), _fill_items(item.items, values)) for item in items
    )


def _fill(words: Words, values: dict[str, object]) -> str:
    if not _is_template(words.text):
        return words.text
    return environment().from_string(words.text).render(values)
