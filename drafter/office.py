"""LibreOffice at work on one file: in a folder and with a profile of its own, and for a limited time.

It never meets a LibreOffice that the user has open, and leaves neither files nor processes behind.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

_COMMANDS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
_PATIENCE = 120.0


_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""No macro is run, and nothing that a file points to is fetched."""


class OfficeError(Exception):
    """LibreOffice did not do what it was asked; the message says why, in a clause of its own."""


class OfficeMissingError(OfficeError):
    """LibreOffice is not on this machine."""


class OfficeTimeoutError(OfficeError):
    """LibreOffice did not come to an end in the time that it had."""


class Conversion(msgspec.Struct, frozen=True):
    """What is to become what: suffixes with their dots, and LibreOffice's name of the filter."""

    source: str
    target: str
    filter: str
    patience: float = _PATIENCE


def convert(data: bytes, how: Conversion) -> bytes:
    """Return ``data`` converted. Raises OfficeError."""
    office = find_office()
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document{how.source}"
        result = folder / "converted" / f"document{how.target}"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        said = _run(_command(office, folder, source, how), folder, how.patience)
        if not result.is_file():
            raise OfficeError(f"LibreOffice made nothing of it; it said: {said or 'nothing'}")
        return result.read_bytes()


def find_office() -> str:
    """Return the command of LibreOffice. Raises OfficeMissingError."""
    on_path = (shutil.which(command) for command in _COMMANDS)
    elsewhere = (str(place) for place in _USUAL_PLACES if place.is_file())
    found = next((place for place in (*on_path, *elsewhere) if place), "")
    if not found:
        raise OfficeMissingError("LibreOffice was not found")
    return found


def _command(office: str, folder: Path, source: Path, how: Conversion) -> list[str]:
    target = f"{how.target.removeprefix('.')}:{how.filter}"
    outdir = folder / "converted"
    return command_of(
        office, folder, ["--convert-to", target, "--outdir", str(outdir), str(source)]
    )


def command_of(office: str, folder: Path, order: list[str]) -> list[str]:
    """Return the command that gives LibreOffice an order, its profile in ``folder``."""
    profile = (folder / "profile").as_uri()
    quiet = ["--headless", "--nologo", "--norestore", "--nolockcheck", "--nodefault"]
    return [office, f"-env:UserInstallation={profile}", *quiet, *order]


def _run(command: list[str], folder: Path, patience: float) -> str:
    """Return what LibreOffice said by its end."""
    try:
        said = output_of(command, environment(folder), patience)
    except subprocess.TimeoutExpired:
        raise OfficeTimeoutError(
            f"LibreOffice did not finish within {patience:g} seconds"
        ) from None
    except OSError as error:
        raise OfficeError(f"LibreOffice could not be started: {error}") from error
    return said.decode(errors="replace").strip()


def output_of(command: list[str], environment: dict[str, str], patience: float) -> bytes:
    """Return what a command says, its processes ended if it takes longer than ``patience`` seconds.

    Raises OSError and subprocess.TimeoutExpired.
    """
    with subprocess.Popen(  # noqa: S603 - LibreOffice, with file names of our own making
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=patience)[0]
        except BaseException:
            _end(process)
            raise


def environment(folder: Path) -> dict[str, str]:
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
