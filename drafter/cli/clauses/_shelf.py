"""The clauses at hand, without reading their files again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from drafter.library.index import Index


def print_tree(folders: Iterable[Path], below: str = "") -> None:
    """Print the ids and summaries of all clauses whose id begins with ``below``, by folder."""
    from drafter.library.clauses import Library
    from drafter.library.index import index_of

    index = index_of(Library(tuple(folders)).all_folders())
    places = (place for place, card in enumerate(index.cards) if card)
    cards = sorted((index.card(place) for place in places), key=lambda card: card.id)
    shown = [card for card in cards if card.id.startswith(below)]
    for shelf, members in groupby(shown, key=lambda card: card.id.rpartition("/")[0]):
        click.echo(click.style(shelf, bold=True))
        for card in members:
            click.echo(f"  {card.id.rpartition('/')[2]:34} {card.summary}")
    tell_flaws(index)
    click.echo(f"{len(shown)} clauses")


def tell_flaws(index: Index) -> None:
    """Print which files are no clauses, and which ids stand twice."""
    note = click.style("note", fg="yellow", bold=True)
    for path in index.broken():
        click.echo(f"{note}: {path} is no clause that can be read", err=True)
    for name, first, second in index.twins():
        click.echo(f"{note}: the clause {name} stands twice: {first} and {second}", err=True)
