"""``drafter clauses search``: the clauses that say something."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli._desk import clause_folders
from drafter.cli.clauses._shelf import tell_flaws

if TYPE_CHECKING:
    from drafter.library.search import Hit, Piece

_WIDTH = 88
_INDENT = "    "


@click.command("search", short_help="Find clauses by words.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many to show at most.",
)
@clause_folders
def command(words: tuple[str, ...], limit: int, folders: tuple[Path, ...]) -> None:
    """Find the clauses that have WORDS in their id, summary, text or help, the best first.

    Beginnings of words count, and a wrong letter does not matter. The exit code is 1 if there
    is nothing.

    \b
    drafter clauses search report secretary-general
    drafter clauses search voluntry contributions
    """  # noqa: D301 - click reads the backspace
    from drafter.library.clauses import Library
    from drafter.library.index import index_of
    from drafter.library.search import search

    index = index_of(Library(folders).all_folders())
    found = search(index, " ".join(words), limit)
    for hit in found.hits:
        _print(hit)
    tell_flaws(index)
    if not found.total:
        click.echo("no clause has these words; `drafter clauses list` shows all", err=True)
        sys.exit(1)
    more = f", {found.total - len(found.hits)} more with --limit" * (found.total > len(found.hits))
    click.echo(f"{len(found.hits)} clause{'s' * (len(found.hits) != 1)}{more}", err=True)


def _print(hit: Hit) -> None:
    name = click.style(hit.id, bold=True)
    summary = "".join(piece.text for piece in hit.summary)
    if len(hit.id) + 2 + len(summary) <= _WIDTH:
        click.echo(f"{name}  {_styled(hit.summary)}")
    else:
        click.echo(name)
        _print_wrapped(hit.summary)
    _print_wrapped(hit.excerpt)


def _print_wrapped(found: Iterable[Piece]) -> None:
    """Print pieces in indented lines; these break at single spaces, along which pieces are cut."""
    pieces = list(found)
    text = "".join(piece.text for piece in pieces)
    width = _WIDTH - len(_INDENT)
    for line in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False):
        click.echo(_INDENT + _styled(_take(pieces, len(line))))
        _take(pieces, 1)


def _take(pieces: list[Piece], length: int) -> list[Piece]:
    """Take the first ``length`` characters off ``pieces``."""
    import msgspec

    taken: list[Piece] = []
    while pieces and length:
        piece = pieces.pop(0)
        head, tail = piece.text[:length], piece.text[length:]
        taken.append(msgspec.structs.replace(piece, text=head))
        length -= len(head)
        if tail:
            pieces.insert(0, msgspec.structs.replace(piece, text=tail))
    return taken


def _styled(pieces: list[Piece] | tuple[Piece, ...]) -> str:
    return "".join(
        click.style(piece.text, fg="green", bold=True) if piece.matched else piece.text
        for piece in pieces
    )
