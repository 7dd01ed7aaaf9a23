"""``drafter import``: issued documents and other people's files become drafts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import USAGE, tell
from drafter.cli._desk import DRAFT, save, target_of
from drafter.errors import NOWHERE, Place, Problem, Unusable

if TYPE_CHECKING:
    from drafter.read.files import Settings
    from drafter.read.importing import Imported
    from drafter.read.understand.account import Account, Remark

_STDOUT = Path("-")
_SHOWN = 12


@click.command("import", short_help="Turn a Word file, a PDF or text into a draft.")
@click.argument("files", nargs=-1, required=True, type=DRAFT)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The draft, or a folder; - prints it.",
)
@click.option("--clauses", is_flag=True, help="Write what is a standard clause as one.")
@click.option("--cite", is_flag=True, help="Write treaties, resolutions and references as keys.")
@click.option("--report", is_flag=True, help="Tell what was repaired, doubted and left over.")
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject"]),
    default="accept",
    show_default=True,
    help="What to do with the tracked changes of a Word file.",
)
@click.option("--links", is_flag=True, help="Keep the addresses of hyperlinks.")
@click.option("--force", is_flag=True, help="Replace drafts that exist.")
def command(  # noqa: PLR0913 - the options of a command are its parameters
    files: tuple[Path, ...],
    output: Path | None,
    *,
    clauses: bool,
    cite: bool,
    report: bool,
    changes: str,
    links: bool,
    force: bool,
) -> None:
    """Write each of FILES (Word, PDF, text, Markdown) as a draft in YAML.

    The draft stands beside the file unless -o names another place. It prints the same document;
    what found no place in it is kept as `residue`, and what was doubtful has a comment.

    \b
    drafter import A_RES_80_93.pdf
    drafter import last-year.docx -o water.yaml --clauses --cite
    drafter import *.pdf -o drafts/ --report
    """  # noqa: D301 - click reads the backspace
    from drafter.read.files import Changes, Settings

    settings = Settings(Changes(changes), links=links, clauses=clauses, cite=cite)
    targets = _targets(files, output, force=force)
    failed = 0
    for path, result in _read_all(list(targets), settings):
        if isinstance(result, Unusable):
            tell(result)
            failed += 1
        else:
            _write(targets[path], result)
            _tell_account(path, result.account, report=report)
    if failed:
        sys.exit(USAGE)


def _targets(files: tuple[Path, ...], output: Path | None, *, force: bool) -> dict[Path, Path]:
    """Return where the draft of each file goes. Raises Unusable where something is in the way."""
    targets = {path: _target(path, output, several=len(files) > 1) for path in files}
    taken: dict[Path, Path] = {}
    for path, target in targets.items():
        if target != _STDOUT and target in taken:
            message = f"{path} and {taken[target]} would both be written to {target}"
            raise Unusable(Problem(NOWHERE, message, "import them one by one, with -o"))
        if target.exists() and not force and target != _STDOUT:
            advice = "name another with -o, or add --force"
            raise Unusable(Problem(Place(str(target)), "the draft exists already", advice))
        taken[target] = path
    return targets


def _target(path: Path, output: Path | None, *, several: bool) -> Path:
    return _STDOUT if output == _STDOUT else target_of(path, output, "yaml", several=several)


def _read_all(files: list[Path], settings: Settings) -> Iterator[tuple[Path, Imported | Unusable]]:
    """Yield the draft of each file, or why there is none; several are read side by side."""
    if len(files) == 1:
        import gc

        # The libraries that read PDF and Word make cycles: page after page they must be freed.
        gc.enable()
        yield files[0], _read(files[0], settings)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    workers = min(
        len(files),
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
    )
    with ProcessPoolExecutor(workers) as pool:
        results = zip(files, pool.map(partial(_read, settings=settings), files), strict=True)
        if not sys.stderr.isatty():
            yield from results
            return
        with click.progressbar(results, len(files), label="Reading", file=sys.stderr) as bar:
            yield from bar


def _read(path: Path, settings: Settings) -> Imported | Unusable:
    from drafter.read.importing import imported

    try:
        return imported(path, settings)
    except Unusable as error:
        return error


def _write(target: Path, result: Imported) -> None:
    if target == _STDOUT:
        click.echo(result.text, nl=False)
        return
    save(target, result.text.encode())
    click.echo(f"{target}")


def _tell_account(path: Path, account: Account, *, report: bool) -> None:
    """Say on one line what was understood; with ``report`` everything else too."""
    from drafter.read.understand.account import Weight

    counts = ", ".join(account.counts()) or "nothing"
    click.echo(f"{path.name}: {counts}; {account.sure:.0%} without doubt", err=True)
    weights = list(Weight) if report else [Weight.LOST]
    for weight in weights:
        found = [remark for remark in account.remarks if remark.weight is weight]
        shown = found if report else found[:_SHOWN]
        for remark in shown:
            click.echo(f"  {_line(remark)}", err=True)
        if len(shown) < len(found):
            click.echo(f"  and {len(found) - len(shown)} more: --report tells all", err=True)


def _line(remark: Remark) -> str:
    where = f" ({remark.place.spot})" if remark.place.spot else ""
    times = f" × {remark.count}" if remark.count > 1 else ""
    return f"{remark.weight.value}: {remark.text}{times}{where}"
