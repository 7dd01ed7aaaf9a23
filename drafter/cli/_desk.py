"""What the commands share: from the path of a draft to its document, and where output goes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from drafter.errors import NOWHERE, Place, Problem, Unusable

if TYPE_CHECKING:
    from drafter.document import Document
    from drafter.draft import Draft

DRAFT = click.Path(path_type=Path)

clause_folders = click.option(
    "--clauses",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with your own clauses, on top of the shipped ones.",
)


def document_of(path: Path, folders: Iterable[Path] = ()) -> Document:
    """Return the finished document of the draft at ``path``; a Word, PDF or text file will do too.

    What was read of such a file is said. Raises Unusable.
    """
    from drafter.assemble import assemble
    from drafter.draft import is_written, read_draft
    from drafter.library.clauses import Library

    draft = read_draft(path) if is_written(path) else _read(path)
    document = assemble(draft, Library(tuple(folders)))
    if not document.emblem:
        return document
    return msgspec.structs.replace(document, emblem=str(_inside(path, document.emblem)))


def _read(path: Path) -> Draft:
    """Return the draft of a file that is not YAML, and say what was understood of it."""
    import gc

    from drafter.read import read

    # The libraries that read PDF and Word make cycles: page after page they must be freed.
    gc.enable()
    understood = read(path)
    counts = ", ".join(understood.account.counts()) or "nothing"
    click.echo(f"read {path.name}: {counts}", err=True)
    return understood.draft


def _inside(draft: Path, name: str) -> Path:
    """Return the path of a file that a draft names; it must lie in the draft's own folder."""
    folder = draft.resolve().parent
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        advice = "put the file beside the draft, or name it with --emblem"
        raise Unusable(Problem(NOWHERE, f"{name} lies outside the draft's folder", advice))
    if not path.is_file():
        raise Unusable(Problem(NOWHERE, f"there is no file {name}", "check `emblem`"))
    return path


def tell_notices(document: Document) -> None:
    """Print what stays as written but is unlike the rule."""
    for notice in document.notices:
        click.echo(f"{click.style('note', fg='yellow', bold=True)}: {notice}", err=True)


def target_of(source: Path, output: Path | None, extension: str, *, several: bool) -> Path:
    """Return where what is made of ``source`` goes: beside it, to the file or folder ``output``.

    Raises Unusable where several files would go to one.
    """
    own = f"{source.stem}.{extension}"
    if output is None:
        return source.with_name(own)
    if several or output.is_dir() or not output.suffix:
        if output.is_file():
            advice = "name a folder for several files"
            raise Unusable(Problem(Place(str(output)), "this is a file", advice))
        return output / own
    return output


def save(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` whole or not at all, its folder included. Raises Unusable."""
    from drafter.files import write_atomically

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except OSError as error:
        message = f"the file cannot be written ({error.strerror or type(error).__name__})"
        raise Unusable(Problem(Place(str(path)), message, "name another with -o")) from None
