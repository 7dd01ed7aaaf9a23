"""``drafter outline``: what a draft holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli._desk import DRAFT, clause_folders, document_of, tell_notices

if TYPE_CHECKING:
    from drafter.outline import Blank, Line, Outline

_WIDTH = 88


@click.command("outline", short_help="List paragraphs, ids, notes and blanks of a draft.")
@click.argument("draft", type=DRAFT)
@clause_folders
@click.option("--blanks", "only_blanks", is_flag=True, help="List only what is still open.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
def command(draft: Path, folders: tuple[Path, ...], *, only_blanks: bool, as_json: bool) -> None:
    """List the paragraphs of DRAFT with their numbers, ids and notes, and count its words.

    Blanks such as `76/…` and `__ of __ 2026` stand at the end; with --blanks the exit code is 1
    while any is left.
    """
    from drafter.outline import outline

    document = document_of(draft, folders)
    found = outline(document)
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    if not only_blanks:
        _print_lines(found)
    _print_blanks(found.blanks)
    if only_blanks:
        sys.exit(1 if found.blanks else 0)
    tell_notices(document)


def _print_lines(found: Outline) -> None:
    click.echo(click.style(f"{found.symbol or found.kind.value}  {found.title}", bold=True))
    for line in found.lines:
        click.echo(_line(line))
    counts = (
        f"{found.preambular} preambular and {found.operative} operative paragraphs, "
        f"{found.notes} notes, {found.words} words"
    )
    click.echo(f"\n{counts}")


def _line(line: Line) -> str:
    notes = f"  [{', '.join(map(str, line.notes))}]" if line.notes else ""
    name = f"  #{line.id}" if line.id else ""
    room = _WIDTH - len(notes) - len(name) - 4 * line.level
    words = f"{line.label} {line.text}".strip()
    shown = words if len(words) <= room else f"{words[: room - 1].rstrip()}…"
    shown = click.style(shown, bold=True) if line.heading else shown
    return f"{'    ' * line.level}{shown}{click.style(name, fg='cyan')}{notes}"


def _print_blanks(blanks: tuple[Blank, ...]) -> None:
    if not blanks:
        click.echo("no blanks left")
        return
    click.echo(f"{len(blanks)} blank{'s' if len(blanks) > 1 else ''} to fill:")
    for blank in blanks:
        click.echo(f"  {blank.place}: {blank.where}: {blank.text}")
