"""Groups of commands that find their commands by their files."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import click


class Commands(click.Group):
    """A group whose commands are the modules of ``package``; each is imported when asked for."""

    def __init__(self, *args: Any, package: str, path: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.package = package
        self.path = list(path)

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names of the commands in the folder."""
        names = (info.name for info in pkgutil.iter_modules(self.path))
        return sorted(name for name in names if not name.startswith("_"))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command ``name``, or None."""
        if name not in self.list_commands(context):
            return None
        command = import_module(f"{self.package}.{name}").command
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
