"""``drafter clauses list``: all clauses, by folder."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from drafter.cli._desk import clause_folders
from drafter.errors import NOWHERE


@click.command("list", short_help="List the clauses by folder.")
@click.argument("folder", default="")
@clause_folders
def command(folder: str, folders: tuple[Path, ...]) -> None:
    """List the clauses, those under FOLDER only if it is given: `preamble`, `operative/reports`."""
    from drafter.library.clauses import Library

    library = Library(folders)
    names = [name for name in library.ids() if name.startswith(folder)]
    for group, members in groupby(names, key=lambda name: name.rpartition("/")[0]):
        click.echo(click.style(group, bold=True))
        for name in members:
            summary = library.clause(name, NOWHERE).summary.text.strip()
            click.echo(f"  {name.rpartition('/')[2]:28} {summary}")
    click.echo(f"{len(names)} clauses")
