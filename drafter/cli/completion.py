"""``drafter completion``: completion for the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion", short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that completes drafter's commands and options in SHELL.

    \b
    bash:  drafter completion bash >> ~/.bashrc
    zsh:   drafter completion zsh >> ~/.zshrc
    fish:  drafter completion fish > ~/.config/fish/completions/drafter.fish
    """  # noqa: D301 - click reads the backspace
    complete = get_completion_class(shell)
    root = context.find_root().command
    if complete is None:  # pragma: no cover - the choice lets in only shells that click knows
        context.fail(f"click does not know {shell}")
    click.echo(complete(root, {}, "drafter", "_DRAFTER_COMPLETE").source())
