"""Word files as PDFs, many in one run of LibreOffice."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from drafter.office import OfficeMissingError, command_of, environment, find_office, output_of

_SECONDS_A_FILE = 20
_SECONDS_TO_START = 120
_AT_ONCE = 25


def office() -> str:
    """Return the command of LibreOffice, or an empty string where there is none."""
    try:
        return find_office()
    except OfficeMissingError:
        return ""


@contextmanager
def workshop() -> Iterator[Path]:
    """Give a folder for the time of the conversions; LibreOffice keeps its profile in it."""
    with tempfile.TemporaryDirectory(prefix="fidelity-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def convert(files: Sequence[Path], folder: Path) -> None:
    """Convert Word files to PDFs beside them, several in one run of LibreOffice."""
    for start in range(0, len(files), _AT_ONCE):
        some = files[start : start + _AT_ONCE]
        names = [str(file) for file in some]
        order = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(some[0].parent), *names]
        seconds = _SECONDS_TO_START + _SECONDS_A_FILE * len(some)
        output_of(command_of(office(), folder, order), environment(folder), seconds)
