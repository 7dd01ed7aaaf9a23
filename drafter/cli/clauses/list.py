"""``drafter clauses list``: all clauses, by folder."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli._desk import clause_folders
from drafter.cli.clauses._shelf import print_tree


@click.command("list", short_help="List the clauses by folder.")
@click.argument("folder", default="")
@clause_folders
def command(folder: str, folders: tuple[Path, ...]) -> None:
    """List the clauses, those under FOLDER only if it is given: `preamble`, `operative/reports`."""
    print_tree(folders, folder)
