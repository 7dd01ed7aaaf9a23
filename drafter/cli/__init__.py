"""The command line: one module a command, nothing in it that the library cannot do."""

from __future__ import annotations

import gc
import sys

import click

from drafter.cli._commands import Commands
from drafter.errors import Unusable

USAGE = 2


@click.group(
    cls=Commands,
    package=__name__,
    path=__path__,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
