"""Word files as PDFs, converted by LibreOffice in one profile of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_COMMANDS = ("soffice", "libreoffice")
_SECONDS_A_FILE = 20
_SECONDS_TO_START = 120
_AT_ONCE = 25


def office() -> str:
    """Return the command of LibreOffice, or an empty string where there is none."""
    found = (shutil.which(command) for command in _COMMANDS)
    return next((place for place in found if place), "")


@contextmanager
def workshop() -> Iterator[Path]:
    """Give a folder for the time of the conversions; LibreOffice keeps its profile in it."""
    with tempfile.TemporaryDirectory(prefix="fidelity-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def convert(files: Sequence[Path], folder: Path) -> None:
    """Convert Word files to PDFs beside them, several in one run of LibreOffice."""
    for start in range(0, len(files), _AT_ONCE):
        some = files[start : start + _AT_ONCE]
        _run(_command(some, folder), _SECONDS_TO_START + _SECONDS_A_FILE * len(some), folder)


def _command(files: Sequence[Path], folder: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    quiet = ["--headless", "--nologo", "--norestore", "--nolockcheck", "--nodefault"]
    names = [str(file) for file in files]
    outdir = ["--outdir", str(files[0].parent)]
    convert_to = ["--convert-to", "pdf:writer_pdf_Export"]
    return [office(), f"-env:UserInstallation={profile}", *quiet, *convert_to, *outdir, *names]


def _run(command: list[str], seconds: float, folder: Path) -> None:
    environment = os.environ | {"SAL_USE_VCLPLUGIN": "svp", "TMPDIR": str(folder)}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout=seconds)
        except BaseException:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop LibreOffice with the processes it started: the command is only their launcher."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
