"""``drafter render``: drafts become files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from drafter.cli import USAGE, tell
from drafter.cli._desk import DRAFT, clause_folders, document_of, save, target_of, tell_notices
from drafter.errors import NOWHERE, Problem, Unusable

if TYPE_CHECKING:
    from drafter.document import Document


class Settings(msgspec.Struct, frozen=True):
    """What the options of the command ask for."""

    output: Path | None
    formats: tuple[str, ...]
    folders: tuple[Path, ...]
    links: bool
    mark: bool
    emblem: Path | None
    quiet: bool


class Job(msgspec.Struct, frozen=True):
    """One file to be written."""

    draft: Path
    target: Path
    format: str


def _format_names(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    from drafter.render import formats

    return [name for name in formats() if name.startswith(begun)]


@click.command("render", short_help="Write a draft as Word, HTML, text or PDF.")
@click.argument("drafts", nargs=-1, required=True, type=DRAFT)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file, or a folder.")
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT",
    shell_complete=_format_names,
    help="docx (the default), html, txt or pdf; may be given several times.",
)
@clause_folders
@click.option("--no-links", is_flag=True, help="Leave symbols and resolution numbers plain.")
@click.option("--draft-mark", is_flag=True, help="Print DRAFT and mark the blanks.")
@click.option(
    "--emblem",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An image for the masthead. None is shipped: its use is restricted.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is unlike the rules.")
@click.option("-q", "--quiet", is_flag=True, help="Print only problems.")
def command(  # noqa: PLR0913 - the options of a command are its parameters
    drafts: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    folders: tuple[Path, ...],
    *,
    no_links: bool,
    draft_mark: bool,
    emblem: Path | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Write each DRAFT (a YAML file) as a Word file in United Nations layout.

    The file stands beside the draft unless -o names another place. What was there is replaced
    only by a complete file.

    \b
    drafter render draft.yaml
    drafter render draft.yaml -o out/A_C.3_81_L.5.docx
    drafter render *.yaml -o out -f docx -f html
    """  # noqa: D301 - click reads the backspace
    settings = Settings(output, formats, folders, not no_links, draft_mark, emblem, quiet)
    jobs = _jobs(drafts, settings)
    noticed = failed = 0
    for path, mine in _each(jobs, quiet=quiet):
        try:
            noticed += _run(path, mine, settings)
        except Unusable as error:
            tell(error)
            failed += 1
    if failed:
        sys.exit(USAGE)
    if strict and noticed:
        sys.exit(1)


def _each(jobs: dict[Path, list[Job]], *, quiet: bool) -> Iterator[tuple[Path, list[Job]]]:
    if len(jobs) == 1 or quiet or not sys.stderr.isatty():
        yield from jobs.items()
        return
    with click.progressbar(jobs.items(), label="Rendering", file=sys.stderr) as bar:
        yield from bar


def _run(path: Path, jobs: list[Job], settings: Settings) -> int:
    from drafter.render import renderer

    document = _adjusted(document_of(path, settings.folders), settings)
    for job in jobs:
        save(job.target, renderer(job.format)(document))
        if not settings.quiet:
            click.echo(f"{job.target}")
    if not settings.quiet:
        tell_notices(document)
    return len(document.notices)


def _adjusted(document: Document, settings: Settings) -> Document:
    if not settings.links:
        from drafter.assemble.links import without_links

        document = without_links(document)
    if settings.mark:
        document = msgspec.structs.replace(document, draft_mark=True)
    if settings.emblem:
        document = msgspec.structs.replace(document, emblem=str(settings.emblem.resolve()))
    return document


def _jobs(drafts: tuple[Path, ...], settings: Settings) -> dict[Path, list[Job]]:
    """Return what to write for each draft. Raises Unusable where two would share a file."""
    from drafter.render import renderer

    names = settings.formats or (_suffix_format(settings.output) or "docx",)
    for name in names:
        renderer(name)
    several = len(drafts) > 1 or len(names) > 1
    jobs: dict[Path, list[Job]] = {}
    taken: dict[Path, Path] = {}
    for draft in dict.fromkeys(drafts):
        for name in names:
            target = target_of(draft, settings.output, name, several=several)
            _check_target(draft, target, taken)
            taken[target] = draft
            jobs.setdefault(draft, []).append(Job(draft, target, name))
    return jobs


def _suffix_format(output: Path | None) -> str:
    if output is None or output.is_dir():
        return ""
    return output.suffix.lstrip(".").lower()


def _check_target(draft: Path, target: Path, taken: dict[Path, Path]) -> None:
    if target in taken:
        message = f"{draft} and {taken[target]} would both be written to {target}"
        raise Unusable(Problem(NOWHERE, message, "rename one draft, or render them one by one"))
    if draft.exists() and target.exists() and target.samefile(draft):
        message = f"{target} is the draft itself"
        raise Unusable(Problem(NOWHERE, message, "name another file with -o"))
