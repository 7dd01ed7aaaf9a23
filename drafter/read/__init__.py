"""Existing texts become drafts: Word, PDF, plain text and Markdown.

>>> from drafter.read import read
>>> reading = read(Path("A_RES_80_93.pdf"))          # doctest: +SKIP
>>> reading.draft.title.text, *reading.account.counts()   # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from drafter.errors import Place, Problem, Unusable
from drafter.read.files import Changes, InputFile, Settings
from drafter.read.understand import Account, Remark, Understood, Weight

MAX_BYTES = 64_000_000


def read(path: Path, settings: Settings | None = None) -> Understood:
    """Return the draft that prints what stands in the file at ``path``, and what was understood.

    The format is told by the content. Raises Unusable for what cannot be read at all.
    """
    return read_data(input_file(path), settings)


def read_data(file: InputFile, settings: Settings | None = None) -> Understood:
    """Return the draft that prints what stands in ``file``. Raises Unusable."""
    from drafter.read.formats import format_of, load
    from drafter.read.understand import understand

    name = format_of(file)
    if name is None:
        message = "this is neither a Word file, a PDF nor text"
        raise Unusable(Problem(Place(file.name), message, "save it in one of these formats"))
    return understand(load(name).find(file, settings or Settings()), file.name)


def import_file(path: Path, settings: Settings | None = None) -> Understood:
    """Return the draft of the file at ``path`` as an author would write it, held against the file.

    Final marks that the program puts by itself are left out; the account tells every paragraph
    that would be printed otherwise than it stands in the file. Raises Unusable.
    """
    from drafter.read.lean import lean
    from drafter.read.proof import prove

    understood = read(path, settings)
    asked = settings or Settings()
    draft = lean(understood.draft)
    found = prove(draft, understood.said, looks=understood.looks)
    if asked.cite or asked.clauses:
        from drafter.read.rewrite import cited, with_clauses

        draft = cited(draft) if asked.cite else draft
        draft = with_clauses(draft) if asked.clauses else draft
    remarks = (*understood.account.remarks, *found)
    account = msgspec.structs.replace(understood.account, remarks=remarks)
    return msgspec.structs.replace(understood, draft=draft, account=account)


def input_file(path: Path) -> InputFile:
    """Return the file at ``path``. Raises Unusable where it is missing, a folder or too large."""
    place = Place(str(path))
    if path.is_dir():
        raise Unusable(Problem(place, "this is a folder", "name the file inside it"))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"the file has {size // 1_000_000} MB, more than {MAX_BYTES // 1_000_000}"
            raise Unusable(Problem(place, message, "split it, or save it without pictures"))
        return InputFile(str(path), path.read_bytes(), path)
    except FileNotFoundError:
        raise Unusable(Problem(place, "there is no such file", "check the name")) from None
    except OSError as error:
        message = f"the file cannot be read ({error.strerror or type(error).__name__})"
        raise Unusable(Problem(place, message, "check the name and the folder")) from None


__all__ = [
    "Account",
    "Changes",
    "InputFile",
    "Remark",
    "Settings",
    "Understood",
    "Weight",
    "import_file",
    "input_file",
    "read",
    "read_data",
]
