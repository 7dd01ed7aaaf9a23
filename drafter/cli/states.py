"""``drafter states``: names of States, and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.errors import NOWHERE, Problem, Unusable

if TYPE_CHECKING:
    from drafter.library.states import State


@click.command("states", short_help="Show names of States, or put them in order.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--sort", is_flag=True, help="Print the names in United Nations order.")
def command(names: tuple[str, ...], *, sort: bool) -> None:
    """Show the list form, the running form and the adjective of each NAME; of all without one.

    The list form stands in sponsor lists, the running form in sentences.

    \b
    drafter states turkey "ivory coast"
    drafter states --sort Norway Albania "Viet Nam"
    """  # noqa: D301 - click reads the backspace
    from drafter.library.states import all_states, sort_states

    chosen = _found(names) if names else all_states()
    if sort:
        for name in sort_states(state.list_form for state in chosen):
            click.echo(name)
        return
    for state in chosen:
        if names:
            _print(state)
        else:
            other = f"  ({state.in_sentence})" if state.in_sentence != state.list_form else ""
            click.echo(f"{state.list_form}{other}")


def _found(names: tuple[str, ...]) -> tuple[State, ...]:
    """Return the States of ``names``. Raises Unusable with every name that is none."""
    from drafter.library.states import find_state, state_problem

    found = {name: find_state(name) for name in names}
    problems = []
    for name, state in found.items():
        if state is None:
            near = state_problem(name)
            advice = f"did you mean {near}?" if near else "`drafter states` lists them"
            problems.append(Problem(NOWHERE, f"{name!r} is not a State", advice))
    if problems:
        raise Unusable(*problems)
    return tuple(dict.fromkeys(state for state in found.values() if state))


def _print(state: State) -> None:
    rows = [
        ("in a list", "; ".join((state.list_form, *state.also_listed))),
        ("in a sentence", state.in_sentence),
        ("adjective", state.adjective),
        *(
            ("before", f"{former.name} (until the session {former.since - 1})")
            for former in state.former
        ),
        ("status", state.status.value),
        *((code, name) for code, name in state.translations),
        ("note", state.note),
    ]
    click.echo(click.style(state.list_form, bold=True))
    for name, text in rows:
        if text:
            click.echo(f"  {name:14} {text}")
