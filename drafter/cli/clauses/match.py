"""``drafter clauses match``: which paragraphs of a draft are instances of clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from drafter.cli._desk import DRAFT, clause_folders, document_of

if TYPE_CHECKING:
    from drafter.library.match import Match
    from drafter.library.printed import Placed

_WIDTH = 88


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One paragraph: its number, its words, and the clause that it is an instance of."""

    part: str
    label: str
    text: str
    clause: str = ""
    variant: str = ""
    values: Mapping[str, str | tuple[str, ...]] = {}
    share: float = 0.0
    exact: bool = False


@click.command("match", short_help="Tell which paragraphs are standard clauses.")
@click.argument("draft", type=DRAFT)
@clause_folders
@click.option(
    "--share",
    default=0.5,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="How much of the words must be the clause's own.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
def command(draft: Path, folders: tuple[Path, ...], *, share: float, as_json: bool) -> None:
    """List the paragraphs of DRAFT with the clause that each is an instance of.

    Under the clause stand the values that print the same paragraph again. A question mark says
    that a note is not recovered.
    """
    from drafter.library.clauses import Library
    from drafter.library.match import Matcher
    from drafter.library.printed import placed

    paragraphs = list(placed(document_of(draft, folders)))
    matcher = Matcher(Library(folders), share)
    lines = [_line(each, matcher.match_printed(each.printed, each.part)) for each in paragraphs]
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(lines), indent=2).decode())
        return
    for line in lines:
        _print(line)
    click.echo(_totals(lines))
    for name, reason in matcher.unreadable.items():
        note = click.style("note", fg="yellow", bold=True)
        click.echo(f"{note}: the clause {name} is not recognised: {reason}", err=True)


def _line(each: Placed, match: Match | None) -> Line:
    where = each.part.value, each.paragraph.label, each.printed.text
    if match is None:
        return Line(*where)
    share = round(match.share, 3)
    return Line(*where, match.clause, match.variant, match.values, share, match.exact)


def _print(line: Line) -> None:
    words = f"{line.label} {line.text}".strip()
    click.echo(words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1].rstrip()}…")
    if line.clause:
        name = f"{line.clause} ({line.variant})" if line.variant else line.clause
        mark = "" if line.exact else " ?"
        click.echo(f"    {click.style(name, fg='cyan')}  {line.share:.0%}{mark}")
        for value in _values(line):
            click.echo(f"      {value}")


def _values(line: Line) -> Iterator[str]:
    for name, value in line.values.items():
        yield f"{name}: {value if isinstance(value, str) else '[' + ', '.join(value) + ']'}"


def _totals(lines: list[Line]) -> str:
    found = [line for line in lines if line.clause]
    share = f" ({len(found) / len(lines):.0%})" if lines else ""
    clauses = len({line.clause for line in found})
    return (
        f"\n{len(found)} of {len(lines)} paragraphs{share} are instances of {clauses} clauses, "
        f"{sum(line.exact for line in found)} with their notes"
    )
