"""PDF, printed by LibreOffice from the Word file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import NOWHERE, Problem, Unusable
from drafter.render.word import WordOptions
from drafter.render.word import render as render_word

if TYPE_CHECKING:
    from drafter.document import Document

EXTENSION = "pdf"

_COMMANDS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
_PATIENCE = 120.0
_FALLBACK = "write --format docx and print from Word"


def render(document: Document) -> bytes:
    """Return the document as PDF; raises Unusable where LibreOffice is missing or fails."""
    office = _find_office()
    return _convert(office, render_word(document, WordOptions(typed_marks=True)))


def _find_office() -> str:
    on_path = (shutil.which(command) for command in _COMMANDS)
    elsewhere = (str(place) for place in _USUAL_PLACES if place.is_file())
    found = next((place for place in (*on_path, *elsewhere) if place), "")
    if not found:
        raise _failure("PDF needs LibreOffice, which was not found", "install it")
    return found


def _convert(office: str, word: bytes) -> bytes:
    """Convert in a folder and profile of its own, clear of a LibreOffice that is at work."""
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, result = folder / "document.docx", folder / "document.pdf"
        source.write_bytes(word)
        said = _run(_command(office, folder, source), folder)
        if not result.is_file():
            raise _failure(f"LibreOffice made no PDF; it said: {said or 'nothing'}")
        return result.read_bytes()


def _command(office: str, folder: Path, source: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    quiet = ["--headless", "--nologo", "--norestore", "--nolockcheck", "--nodefault"]
    order = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source)]
    return [office, f"-env:UserInstallation={profile}", *quiet, *order]


def _run(command: list[str], folder: Path) -> str:
    """Return what LibreOffice said by its end; raises Unusable where it does not come to one."""
    try:
        return _output(command, _environment(folder)).decode(errors="replace").strip()
    except subprocess.TimeoutExpired:
        raise _failure(f"LibreOffice made no PDF within {_PATIENCE:g} seconds") from None
    except OSError as error:
        raise _failure(f"LibreOffice could not be started: {error}") from error


def _output(command: list[str], environment: dict[str, str]) -> bytes:
    with subprocess.Popen(  # noqa: S603 - LibreOffice, with file names of our own making
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=_PATIENCE)[0]
        except BaseException:
            _end(process)
            raise


def _environment(folder: Path) -> dict[str, str]:
    """Keep what LibreOffice and its libraries write in our folder, and the desktop out of it."""
    ours = dict.fromkeys(("TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME"), str(folder))
    return os.environ | ours | {"SAL_USE_VCLPLUGIN": "svp"}


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop LibreOffice with the processes it started: the command is only their launcher."""
    if sys.platform == "win32":
        kill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(kill, check=False)  # noqa: S603 - our own process number
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _failure(message: str, remedy: str = "") -> Unusable:
    advice = f"{remedy}, or {_FALLBACK}" if remedy else _FALLBACK
    return Unusable(Problem(NOWHERE, message, advice))
