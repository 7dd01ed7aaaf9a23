"""``drafter new``: a commented draft to start from."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from drafter.cli._desk import DRAFT, save
from drafter.errors import Place, Problem, Unusable
from drafter.library.committees import main_committees

_KINDS = ("draft resolution", "draft decision", "amendment", "committee report")
_COMMITTEES = ("plenary", *(committee.ordinal for committee in main_committees()))
_OPEN = "…"


def _ask(text: str, given: str | None, default: str, *, asks: bool) -> str:
    if given is not None:
        return given
    return str(click.prompt(text, default=default, err=True)) if asks else default


def _known_title(item: str, session: str, *, asks: bool) -> str:
    """Return the title of an item; that of an earlier session is only proposed, or told."""
    from drafter.library.agenda import agenda_title

    found = agenda_title(item, int(session)) if session.isdigit() else None
    if found is None or asks or str(found.session) == session:
        return found.title if found else _OPEN
    click.echo(f"item {item} of the session {found.session} was: {found.title}", err=True)
    return _OPEN


@click.command("new", short_help="Write a commented draft to start from.")
@click.argument("path", type=DRAFT)
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    default="draft resolution",
    show_default=True,
    help="What the document is.",
)
@click.option("--session", help="Session of the Assembly: 81")
@click.option(
    "--committee",
    type=click.Choice(_COMMITTEES, case_sensitive=False),
    help="Main Committee, or plenary.",
)
@click.option("--item", help="Agenda item: 75 (b)")
@click.option("--agenda-title", help="Title of the agenda item.")
@click.option("--title", help="Title of the draft.")
@click.option("--sponsor", "sponsors", multiple=True, help="A sponsoring State; repeat it.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
def command(  # noqa: PLR0913, PLR0917 - the options of a command are its parameters
    path: Path,
    kind: str,
    session: str | None,
    committee: str | None,
    item: str | None,
    agenda_title: str | None,
    title: str | None,
    sponsors: tuple[str, ...],
    *,
    force: bool,
) -> None:
    """Write a new draft to PATH, asking for what the options leave out.

    \b
    drafter new water.yaml
    drafter new water.yaml --session 81 --committee Second --item 18 --title "Water for all"
    """  # noqa: D301 - click reads the backspace
    if path.exists() and not force:
        advice = "name another, or add --force"
        raise Unusable(Problem(Place(str(path)), "the file exists already", advice))
    asks = sys.stdin.isatty()
    session = _ask("Session", session, "81", asks=asks)
    committee = _ask("Committee (or plenary)", committee, "Third", asks=asks)
    item = _ask("Agenda item", item, "__", asks=asks)
    known = _known_title(item, session, asks=asks or agenda_title is not None)
    answers = {
        "kind": kind,
        "session": session,
        "committee": committee,
        "item": item,
        "agenda_title": _ask("Title of the agenda item", agenda_title, known, asks=asks),
        "title": _ask("Title of the draft", title, _OPEN, asks=asks),
    }
    if not sponsors:
        answer = _ask("Sponsors, separated by commas", None, "__", asks=asks)
        sponsors = tuple(name.strip() for name in answer.split(",") if name.strip())
    from drafter.starting import starting_draft

    save(path, starting_draft(answers, sponsors).encode())
    click.echo(f"{path}")
    click.echo(f"next: edit it, then `drafter render {path}`", err=True)
