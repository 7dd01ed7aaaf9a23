"""Older files and those of other programs, which LibreOffice turns into Word files first."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import msgspec

from drafter.errors import Place, Problem, Unusable
from drafter.read.files import InputFile, Settings
from drafter.read.found import Found, Repair

SUFFIXES = (".doc", ".dot", ".rtf", ".odt", ".ott", ".fodt", ".wpd")

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STREAM = "WordDocument".encode("utf-16-le")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FLAT = re.compile(rb'application/vnd\.oasis\.opendocument\.text"|progid="Word\.Document"')
_RICH = re.compile(rb"\s{0,8}\{\\rtf")
_PERFECT = b"\xffWPC"
_TEXT_BLOCK, _LOCKED = b"\xec\xa5", 0x0100
_WITHIN, _LONGEST_LIST = 2_000, 1_000_000
_FILTER = "MS Word 2007 XML"
_ADVICE = "open it in Word and save it as a Word document (.docx)"


def fits(data: bytes) -> bool:
    """Tell whether ``data`` is of a format that LibreOffice reads and this program does not."""
    return bool(_suffix(data))


def find(file: InputFile, settings: Settings) -> Found:
    """Return what the file holds, read as the Word file that LibreOffice makes of it.

    Raises Unusable where LibreOffice is missing or fails, or the file is locked.
    """
    from drafter.office import Conversion, OfficeError, OfficeMissingError, convert
    from drafter.read.formats import word

    suffix = _suffix(file.data)
    if _is_locked(file.data, suffix):
        message = "the file is protected by a password"
        raise _unusable(file, message, "save it without one first")
    try:
        data = convert(file.data, Conversion(suffix, ".docx", _FILTER))
    except OfficeMissingError:
        message = f"reading {suffix} files needs LibreOffice, which was not found"
        raise _unusable(file, message, f"install it, or {_ADVICE}") from None
    except OfficeError as error:
        raise _unusable(file, str(error), _ADVICE) from None
    found = word.find(InputFile(file.name, data, file.path), settings)
    made = Repair(f"{suffix.removeprefix('.')} file read through LibreOffice")
    return msgspec.structs.replace(
        found, format=suffix.removeprefix("."), repairs=(*found.repairs, made)
    )


def _suffix(data: bytes) -> str:
    """Return the suffix that the content of a file asks for; empty where it is none of these."""
    head = data[:_WITHIN]
    if data.startswith(_COMPOUND):
        return ".doc" if _ENCRYPTED not in data and _STREAM in data else ""
    if _OPEN_DOCUMENT in head:
        return ".odt"
    if _RICH.match(head):
        return ".rtf"
    if head.startswith(_PERFECT):
        return ".wpd"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") and (flat := _FLAT.search(head)):
        return ".xml" if b"Word" in flat.group() else ".fodt"
    return ""


def _is_locked(data: bytes, suffix: str) -> bool:
    """Tell whether a password is asked for: a bit of the first block, or the list of contents."""
    if suffix == ".doc":
        starts = (at for at in range(512, len(data), 512) if data.startswith(_TEXT_BLOCK, at))
        at = next(starts, len(data))
        return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _LOCKED)
    return suffix == ".odt" and _lists_encryption(data)


def _lists_encryption(data: bytes) -> bool:
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as stream:
            return b"encryption-data" in stream.read(_LONGEST_LIST)
    except (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError):
        return False
    except zlib.error:
        return False


def _unusable(file: InputFile, message: str, advice: str) -> Unusable:
    return Unusable(Problem(Place(file.name), message, advice))
