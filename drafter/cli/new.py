"""``drafter new``: a commented draft to start from."""

from __future__ import annotations

import select
import sys
from pathlib import Path

import click

from drafter.cli._desk import DRAFT, save
from drafter.errors import NOWHERE, Place, Problem, Unusable
from drafter.library.committees import find_committee, main_committees

_KINDS = ("draft resolution", "draft decision", "amendment", "committee report")
_COMMITTEES = ("plenary", *(committee.ordinal for committee in main_committees()))
_OPEN = "…"
_BLANK = "__"


class Desk:
    """Asks for what the options leave out: of a person, or of what is piped in, a line an answer.

    Where neither is there, it answers with what it proposes.
    """

    def __init__(self) -> None:
        self.person = sys.stdin.isatty()
        self._lines = () if self.person else _piped()
        self._next = iter(self._lines)

    @property
    def asks(self) -> bool:
        """Tell whether anybody answers."""
        return self.person or bool(self._lines)

    def ask(self, text: str, given: str | None, default: str) -> str:
        """Return the option ``given``, else the answer to ``text``."""
        if given is not None:
            return given
        if self.person:
            return str(click.prompt(text, default=default, err=True)).strip()
        if not self._lines:
            return default
        answer = next(self._next, "").strip() or default
        click.echo(f"{text} [{default}]: {answer}", err=True)
        return answer

    def ask_committee(self, given: str | None) -> str:
        """Return a committee, asking again until it is one."""
        while True:
            answer = self.ask("Committee (or plenary)", given, "Third")
            if answer.casefold() == "plenary" or find_committee(answer):
                return answer
            advice = f"write one of {', '.join(_COMMITTEES)}"
            problem = Problem(NOWHERE, f"{answer!r} is no Main Committee", advice)
            if not self.person:
                raise Unusable(problem)
            click.echo(f"{problem}", err=True)

    def ask_sponsors(self, given: tuple[str, ...]) -> tuple[str, ...]:
        """Return the sponsors, and tell what is not the list form of a State."""
        answer = given or self.ask("Sponsors, separated by commas", None, "__").split(",")
        names = tuple(name.strip() for name in answer if name.strip())
        for name in names:
            _tell_state(name)
        return names


def _piped() -> tuple[str, ...]:
    """Return the lines that wait in standard input; nothing is waited for."""
    try:
        waiting = bool(select.select([sys.stdin], [], [], 0)[0])
    except (OSError, ValueError):
        # Standard input is closed, no file, or a pipe on Windows, where it cannot be asked.
        waiting = not sys.platform.startswith("win") and not sys.stdin.closed
    return tuple(sys.stdin) if waiting else ()


def _tell_state(name: str) -> None:
    from drafter.library.states import find_state, state_problem

    state = find_state(name)
    if _BLANK in name or (state and name in {state.list_form, *state.also_listed}):
        return
    if state:
        click.echo(f"note: {name!r} is written {state.list_form} in lists", err=True)
        return
    near = state_problem(name)
    advice = f"did you mean {near}?" if near else "`drafter states` lists them"
    click.echo(f"note: {name!r} is not a State; {advice}", err=True)


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

    The draft opens and closes with the usual clauses. Answers may be piped in, one a line.

    \b
    drafter new water.yaml
    drafter new water.yaml --session 81 --committee Second --item 18 --title "Water for all"
    """  # noqa: D301 - click reads the backspace
    if path.exists() and not force:
        advice = "name another, or add --force"
        raise Unusable(Problem(Place(str(path)), "the file exists already", advice))
    desk = Desk()
    session = desk.ask("Session", session, "81")
    committee = desk.ask_committee(committee)
    item = desk.ask("Agenda item", item, _BLANK)
    known = _known_title(item, session, asks=desk.asks or agenda_title is not None)
    answers = {
        "kind": kind,
        "session": session,
        "committee": committee,
        "item": item,
        "agenda_title": desk.ask("Title of the agenda item", agenda_title, known),
        "title": desk.ask("Title of the draft", title, _OPEN),
    }
    sponsors = desk.ask_sponsors(sponsors)
    from drafter.starting import proposed_clauses, starting_draft

    text = starting_draft(answers, sponsors)
    save(path, text.encode())
    click.echo(f"{path}")
    if clauses := proposed_clauses(text):
        click.echo(f"it proposes {', '.join(clauses)}", err=True)
    click.echo(f"next: edit it, then `drafter render {path}`", err=True)
