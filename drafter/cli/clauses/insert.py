"""``drafter clauses insert``: a clause into a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli._desk import DRAFT, clause_folders, save
from drafter.errors import NOWHERE, Place, Problem, Unusable

if TYPE_CHECKING:
    from drafter.library.clauses import Clause, Parameter


@click.command("insert", short_help="Put a clause into a draft.")
@click.argument("name", metavar="ID")
@click.argument("draft", type=DRAFT)
@click.option(
    "--after",
    required=True,
    metavar="PARAGRAPH",
    help="#id, `preamble 2`, `operative 3`, `operative end` or `end`; 0 is before the first.",
)
@click.option(
    "--with",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="What fills a blank; repeat it for each, and for each value of a list.",
)
@click.option("--variant", default="", help="Which wording of the clause, such as urges.")
@clause_folders
def command(  # noqa: PLR0913, PLR0917 - the options of a command are its parameters
    name: str,
    draft: Path,
    after: str,
    given: tuple[str, ...],
    variant: str,
    folders: tuple[Path, ...],
) -> None:
    """Put the clause ID into DRAFT after a paragraph; nothing else in the file changes.

    What is missing is asked for on a terminal.

    \b
    drafter clauses insert operative/reports/submit-report water.yaml --after end \\
        --with session=83 --with "subject=the right to water"
    """  # noqa: D301 - click reads the backspace
    from drafter.insertion import Asked, insert
    from drafter.library.clauses import Library

    library = Library(folders)
    values = _values(given)
    if sys.stdin.isatty():
        values |= _asked(library.clause(name, NOWHERE), values)
    before = draft.read_bytes() if draft.is_file() else b""
    done = insert(draft, Asked(name, after, values, variant), library)
    if draft.read_bytes() != before:
        raise Unusable(Problem(Place(str(draft)), "the file has changed meanwhile", "try again"))
    save(draft, done.data)
    click.echo(f"{draft}:{done.line}")
    for line in done.printed:
        click.echo(f"  {line}")
    for notice in done.notices:
        click.echo(f"{click.style('note', fg='yellow', bold=True)}: {notice}", err=True)


def _values(given: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    values: dict[str, tuple[str, ...]] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            message = f"--with {pair!r} has no key and value"
            raise Unusable(Problem(NOWHERE, message, "write --with session=83"))
        values[key.strip()] = (*values.get(key.strip(), ()), value.strip())
    return values


def _asked(clause: Clause, values: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Ask for the blanks that must be filled and are not."""
    return {
        name: _ask(name, parameter)
        for name, parameter in clause.parameters.items()
        if name not in values and parameter.required and not parameter.default
    }


def _ask(name: str, parameter: Parameter) -> tuple[str, ...]:
    from drafter.library import blanks
    from drafter.reading import Words

    sample = ", ".join(words.text for words in parameter.sample)
    hint = "; ".join(
        filter(None, (parameter.help.text.strip(), f"e.g. {sample}" if sample else ""))
    )
    if parameter.choices:
        hint = ", ".join(choice.text for choice in parameter.choices)
    while True:
        answer = str(click.prompt(f"{name} ({hint})" if hint else name, err=True)).strip()
        values: tuple[str, ...] = (answer,)
        if parameter.type.value in {"list", "resolutions"}:
            values = tuple(part.strip() for part in answer.split(",") if part.strip())
        given = tuple(map(Words, values))
        _, problem = blanks.read(parameter.type.value, given, parameter.choices)
        if problem is None:
            return values
        click.echo(str(problem), err=True)
