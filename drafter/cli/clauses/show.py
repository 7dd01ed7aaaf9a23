"""``drafter clauses show``: all that there is to know of a clause."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli._desk import clause_folders
from drafter.errors import NOWHERE

if TYPE_CHECKING:
    from drafter.library.clauses import Clause, Library, Parameter
    from drafter.library.strength import Step
    from drafter.sampling import Printed

_WIDTH = 88


@click.command("show", short_help="Show a clause: its text, blanks, wordings and the entry.")
@click.argument("name", metavar="ID")
@clause_folders
def command(name: str, folders: tuple[Path, ...]) -> None:
    """Show the clause ID: its text, its blanks, how it prints, its wordings, and what to paste.

    \b
    drafter clauses show operative/reports/submit-report
    """  # noqa: D301 - click reads the backspace
    from drafter.library.clauses import Library

    library = Library(folders)
    clause = library.clause(name, NOWHERE)
    click.echo(f"{click.style(clause.id, bold=True)}  {_folded(clause.summary.text)}")
    for title, lines in _sections(library, clause):
        if lines:
            click.echo(f"\n{click.style(title, bold=True)}")
            for line in lines:
                click.echo(f"  {line}")


def _sections(library: Library, clause: Clause) -> Iterator[tuple[str, list[str]]]:
    from drafter.library.wording import wording
    from drafter.sampling import pasted, printed

    opening = clause.opening.operative or clause.opening.preambular
    prints = list(printed(library, clause))
    yield "Text", _wrapped(wording(clause, opening.text))
    yield "Blanks", [line for name in clause.parameters for line in _blank(clause, name)]
    yield "Printed", [line for each in prints if not each.variant for line in _print(each)]
    yield (
        "Other wordings, the weakest first",
        [line for name in clause.variants for line in _variant(clause, name, prints)],
    )
    yield "Strength, from the weakest to the strongest", list(_strength(clause))
    yield "Notes", sorted({f"{note}" for each in prints for note in each.notes})
    yield "Used in", _wrapped(", ".join(words.text for words in clause.authority))
    yield "Sessions", _sessions(clause)
    yield "For drafters", _wrapped(_folded(clause.help.text))
    yield "To paste", pasted(library, clause)


def _blank(clause: Clause, name: str) -> list[str]:
    parameter = clause.parameters[name]
    words = f"{name}  {parameter.type.value}{_need(parameter)}"
    notes = [_folded(parameter.help.text)]
    if parameter.choices:
        notes.append("one of: " + ", ".join(choice.text for choice in parameter.choices))
    return [words, *(f"  {line}" for note in notes if note for line in _wrapped(note))]


def _need(parameter: Parameter) -> str:
    if parameter.default:
        return f", “{_folded(parameter.default.text)}” if left out"
    return "" if parameter.required else ", may be left out"


def _print(printed: Printed) -> list[str]:
    first, *others = printed.lines
    head = click.style(first[: printed.opening], italic=True, underline=True)
    lines = _wrapped(first)
    if lines and len(lines[0]) >= printed.opening:
        lines[0] = head + lines[0][printed.opening :]
    items = (line for other in others for line in _wrapped(other))
    return [f"{printed.mood}:", *(f"  {line}" for line in (*lines, *items))]


def _variant(clause: Clause, name: str, prints: Iterable[Printed]) -> list[str]:
    help_text = _folded(clause.variants[name].help.text)
    head = click.style(name, bold=True) + (f"  {help_text}" if help_text else "")
    mine = (each for each in prints if each.variant == name)
    return [head, *(f"  {line}" for each in mine for line in _print(each))]


def _strength(clause: Clause) -> Iterator[str]:
    """Yield each scale that the wordings of the clause stand on, with their places."""
    from drafter.library.strength import Scale

    here: dict[Scale, dict[int, list[str]]] = {}
    for variant in ("", *clause.variants):
        if step := _step(clause, variant):
            here.setdefault(step.scale, {}).setdefault(step.index, []).append(variant)
    for scale, places in here.items():
        steps = [
            _marked(words[0], places.get(index, [])) for index, words in enumerate(scale.steps)
        ]
        yield from _wrapped(" < ".join(steps))


def _step(clause: Clause, variant: str) -> Step | None:
    from drafter.library.opening import Part
    from drafter.library.strength import step_of

    opening = clause.worded(variant).opening
    if opening.operative:
        return step_of(opening.operative.text, Part.OPERATIVE)
    return step_of(opening.preambular.text, Part.PREAMBULAR)


def _marked(words: str, variants: list[str]) -> str:
    """Return a step; in brackets what stands there, the clause itself or variants by name."""
    names = [variant or "this clause" for variant in variants]
    return f"{words.lower()} [{', '.join(names)}]" if names else words.lower()


def _sessions(clause: Clause) -> list[str]:
    since = [f"since the session {clause.since}"] if clause.since else []
    until = [f"until the session {clause.until}"] if clause.until else []
    return [" ".join(since + until)] if since or until else []


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH - 4, break_long_words=False, break_on_hyphens=False)


def _folded(text: str) -> str:
    return " ".join(text.split())
