"""``drafter schema``: the JSON Schema of a draft."""

from __future__ import annotations

import click


@click.command("schema", short_help="Print the JSON Schema of a draft, for editors.")
def command() -> None:
    """Print the JSON Schema (2020-12) of a draft.

    An editor that knows it completes keys and marks mistakes while you type. Save it beside your
    drafts and name it in their first line:

    \b
    drafter schema > draft.schema.json
    # yaml-language-server: $schema=draft.schema.json
    """  # noqa: D301 - click reads the backspace
    import msgspec

    from drafter.draft.schema import json_schema

    click.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode())
