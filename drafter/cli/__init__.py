"""The command line: one module a command, nothing in it that the library cannot do."""

from __future__ import annotations

import gc
import pkgutil
import sys
from importlib import import_module

import click

from drafter.errors import Unusable

USAGE = 2


class Commands(click.Group):
    """A group that finds its commands by their files and imports each when it is asked for."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names of the commands in this folder."""
        names = (info.name for info in pkgutil.iter_modules(__path__))
        return sorted(name for name in names if not name.startswith("_"))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command ``name``, or None."""
        if name not in self.list_commands(context):
            return None
        command = import_module(f"{__name__}.{name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Answer an unknown command with the nearest one."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(context):
            context.fail(_unknown(args[0], self.list_commands(context)))
        return super().resolve_command(context, args)


def _unknown(name: str, known: list[str]) -> str:
    if name.endswith((".yaml", ".yml")):
        return f"{name} is a draft: write `drafter render {name}`"
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    advice = f"did you mean {near[0]}?" if near else f"the commands are {', '.join(known)}"
    return f"there is no command {name!r}; {advice}"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="drafter", prog_name="drafter")
def root() -> None:
    """Write United Nations drafts: from a YAML text to a Word file in UN layout.

    Start with `drafter new`, then `drafter render DRAFT.yaml`. Nothing leaves this machine.
    """


def main() -> None:
    """Run the command line; input that cannot be used ends with exit code 2."""
    # One short run makes few cycles and keeps most of what it makes: collecting costs a tenth.
    gc.disable()
    try:
        root()
    except Unusable as error:
        tell(error)
        sys.exit(USAGE)
    finally:
        # What is left is freed by the end of the process, not by a last collection.
        gc.freeze()


def tell(error: Unusable) -> None:
    """Print every problem, then their number."""
    for problem in error.problems:
        click.echo(f"{click.style('error', fg='red', bold=True)}: {problem}", err=True)
    count = len(error.problems)
    click.echo(f"{count} problem{'s' if count > 1 else ''}; nothing was written", err=True)
