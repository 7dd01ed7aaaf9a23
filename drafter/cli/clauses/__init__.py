"""``drafter clauses``: the clause library."""

from __future__ import annotations

import click

from drafter.cli._commands import Commands


@click.group(
    "clauses",
    cls=Commands,
    package=__name__,
    path=__path__,
    invoke_without_command=True,
    short_help="Find, show and use standard clauses.",
)
@click.pass_context
def command(context: click.Context) -> None:
    """Find, show and use the clauses of the library; alone, it lists them all."""
    if context.invoked_subcommand is None:
        from drafter.cli.clauses._shelf import print_tree

        print_tree(())
