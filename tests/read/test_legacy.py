"""Older formats: LibreOffice turns them into Word files, which are read as such."""

from __future__ import annotations

import io
import shutil
import zipfile

import pytest

from drafter import office
from drafter.errors import Unusable
from drafter.inline import markup
from drafter.office import Conversion, OfficeError, OfficeMissingError
from drafter.read.files import InputFile, Settings
from drafter.read.formats import format_of, legacy
from drafter.render import renderer
from tests.desk import document

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")),
    reason="LibreOffice is not installed",
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAM = "WordDocument".encode("utf-16-le")
OPEN = b"application/vnd.oasis.opendocument.text"
RICH = rb"{\rtf1\ansi{\b Annex}\par \i Recalling\i0  its resolution{\super\chftn{\footnote A/80/1.}},\par}"
DRAFT = """
preamble:
  - Recalling the report,[^A/80/1]
  - Noting *Treaty Series* and the rest
operative:
  - Requests the Secretary-General to act
  - text: Decides
    items: [to meet, to go on]
"""


def old_word(flags: int = 0) -> bytes:
    """Return as much of a binary Word file as is looked at."""
    block = bytearray(512)
    block[:2], block[10:12] = b"\xec\xa5", flags.to_bytes(2, "little")
    return COMPOUND + bytes(504) + bytes(block) + STREAM


def open_document(manifest: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", OPEN)
        archive.writestr("META-INF/manifest.xml", manifest)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (old_word(), "legacy"),
        (RICH, "legacy"),
        (open_document(), "legacy"),
        (b"\xffWPC and more", "legacy"),
        (b'<?xml version="1.0"?><office:document office:mimetype="' + OPEN + b'">', "legacy"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "word"),
        (COMPOUND + b"a table of figures", None),
    ],
)
def test_the_content_tells_the_format(data: bytes, name: str | None) -> None:
    assert format_of(InputFile("draft.docx", data)) == name


def refused(data: bytes) -> str:
    with pytest.raises(Unusable) as caught:
        legacy.find(InputFile("draft.doc", data), Settings())
    return str(caught.value)


@pytest.mark.parametrize(
    "data", [old_word(0x0100), open_document(b"<manifest:encryption-data/>")], ids=["doc", "odt"]
)
def test_locked_files_are_told(data: bytes) -> None:
    assert "draft.doc: the file is protected by a password" in refused(data)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OfficeMissingError("gone"), "reading .rtf files needs LibreOffice, which was not found; install it, or"),
        (OfficeError("LibreOffice made nothing of it"), "LibreOffice made nothing of it; open it in Word"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told(
    monkeypatch: pytest.MonkeyPatch, error: OfficeError, message: str
) -> None:
    def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(office, "convert", fail)
    assert message in refused(RICH)


@pytest.mark.office
@pytest.mark.slow
@needs_office
def test_rich_text() -> None:
    found = legacy.find(InputFile("draft.doc", RICH), Settings())
    assert [markup(chunk.parts) for chunk in found.chunks] == [
        "**Annex**",
        "*Recalling* its resolution[^1],",
    ]
    assert [markup(note.parts) for note in found.notes] == ["A/80/1."]
    assert found.format == "rtf"


@pytest.mark.office
@pytest.mark.slow
@needs_office
@pytest.mark.parametrize(
    ("suffix", "filter_name"), [(".doc", "MS Word 97"), (".odt", "writer8"), (".rtf", "Rich Text Format")]
)  # fmt: skip
def test_our_own_output_in_older_formats(suffix: str, filter_name: str) -> None:
    data = renderer("docx")(document(DRAFT))
    old = office.convert(data, Conversion(".docx", suffix, filter_name))
    found = legacy.find(InputFile(f"draft{suffix}", old), Settings())
    shown = [f"{chunk.label} {markup(chunk.parts)}".strip() for chunk in found.chunks]
    text = shown[shown.index("*The General Assembly*,") :]
    assert text == [
        "*The General Assembly*,",
        "*Recalling* the report,[^1]",
        "*Noting* *Treaty Series* and the rest,",
        "1. *Requests* the Secretary-General to act;",
        "2. *Decides*:",
        "(a) to meet;",
        "(b) to go on.",
    ]
    assert [markup(note.parts) for note in found.notes] == ["A/80/1."]
