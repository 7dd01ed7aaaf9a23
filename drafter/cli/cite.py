"""``drafter cite``: how a source is cited."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from drafter.errors import Problem, Unusable

if TYPE_CHECKING:
    from drafter.citing import Cited


@click.command("cite", short_help="Show how a resolution, a treaty or a document is cited.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
def command(sources: tuple[str, ...]) -> None:
    """Show how each SOURCE is cited at the first mention and later, its note and its address.

    A SOURCE is the number of a resolution, the key of a treaty (`drafter treaties`) or the
    symbol of a document. The exit code is 1 where a date is not known.

    \b
    drafter cite 70/1 uncac A/71/114
    drafter cite "1325 (2000)" 2016/16 "217 A (III)"
    """  # noqa: D301 - click reads the backspace
    from drafter.citing import cited

    found: list[Cited] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            found.append(cited(source))
        except Unusable as error:
            problems += error.problems
    if problems:
        raise Unusable(*problems)
    for each in found:
        _print(each)
    sys.exit(1 if any(each.undated for each in found) else 0)


def _print(cited: Cited) -> None:
    write = f"[^{cited.key}]" if not cited.first else f"[@{cited.key}]"
    rows = (
        ("first mention", cited.first),
        ("later", cited.later),
        ("note", cited.note),
        ("link", cited.link),
        ("write", write),
        ("date", click.style(cited.doubt, fg="yellow") if cited.doubt else ""),
    )
    click.echo(f"{click.style(cited.key, bold=True)}  {cited.what}")
    for name, text in rows:
        if text:
            click.echo(f"  {name:14} {text}")
