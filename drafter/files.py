"""Writing files so that a failure never costs the user what stood there before."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` whole or not at all; OSError leaves the old file as it was.

    A symbolic link is followed, and a file that is there keeps its permissions.
    """
    target = path.resolve()
    temporary = target.with_name(f".drafter-{os.urandom(6).hex()}.tmp")
    try:
        _write_through(temporary, data)
        with suppress(FileNotFoundError):
            temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    """Write a new file down to the disk, with the permissions the user's umask gives."""
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
