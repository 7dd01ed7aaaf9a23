"""``drafter clauses``: the clause library."""

from __future__ import annotations

from drafter.cli._commands import Commands

command = Commands(
    "clauses",
    package=__name__,
    path=__path__,
    short_help="Find, show and use standard clauses.",
    help="Find, show and use the clauses of the library.",
)
