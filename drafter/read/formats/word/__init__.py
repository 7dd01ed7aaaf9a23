"""Word files: official ones, our own, and drafts that delegations typed in any way."""

from __future__ import annotations

from drafter.errors import Place, Problem, Unusable
from drafter.read.files import InputFile, Settings
from drafter.read.found import Found

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MIMETYPE_WITHIN = 100


def fits(data: bytes) -> bool:
    """Tell whether ``data`` is an archive that may be a Word file, or a locked Word file."""
    if data.startswith(_COMPOUND):
        return _ENCRYPTED in data
    return data.startswith(_ZIP) and _OPEN_DOCUMENT not in data[:_MIMETYPE_WITHIN]


def find(file: InputFile, settings: Settings) -> Found:
    """Return what the Word file holds; macros, links and other files are never followed.

    Raises Unusable if the file is locked, damaged, of another kind or beyond all bounds.
    """
    if file.data.startswith(_COMPOUND):
        message, advice = "the file is protected by a password", "save it without one first"
        raise Unusable(Problem(Place(file.name), message, advice))
    from drafter.read.formats.word.finding import found_in
    from drafter.read.formats.word.package import Package

    return found_in(Package(file.name, file.data), settings)
