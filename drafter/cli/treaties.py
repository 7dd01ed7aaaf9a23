"""``drafter treaties``: the treaties and instruments that can be cited by key."""

from __future__ import annotations

import sys

import click


@click.command("treaties", short_help="Find treaties: keys, names and notes.")
@click.argument("words", nargs=-1)
def command(words: tuple[str, ...]) -> None:
    """List the treaties and instruments that have all WORDS in their key, names or note.

    `[@key]` in a draft prints the name with its note, and the short name later.

    \b
    drafter treaties
    drafter treaties child protocol
    """  # noqa: D301 - click reads the backspace
    from drafter.library.treaties import find_treaties

    found = find_treaties(words)
    for treaty in found:
        click.echo(f"{click.style(treaty.key, bold=True)}  {treaty.kind.value}")
        click.echo(f"  {treaty.name}")
        if treaty.short != treaty.name:
            click.echo(f"  later: {treaty.short}")
        if treaty.footnote:
            click.echo(f"  note: {treaty.footnote}")
    click.echo(f"{len(found)} of {_count()}", err=True)
    sys.exit(0 if found else 1)


def _count() -> str:
    from drafter.library.treaties import treaty_keys

    return f"{len(treaty_keys())} treaties and instruments"
