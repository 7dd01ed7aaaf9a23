"""The file itself: parts, their relationships, and a zip that is the same every time."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.opc.part import Part

# Midnight of 1 January 1980, the earliest time a zip can hold, as two little-endian words.
_EPOCH = b"\x00\x00\x21\x00"
_LOCAL_TIME = 10
_CENTRAL_TIME = 12
_CENTRAL_SIZES = 28
_CENTRAL_LENGTH = 46
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Source(msgspec.Struct, frozen=True):
    """A part to be written, and how it hangs on its owner.

    ``relation`` is the id that the owner's XML uses; ``links`` are relation ids by address.
    """

    name: str
    media_type: str
    relation: str
    relation_type: str
    data: str | bytes
    links: Mapping[str, str] = msgspec.field(default_factory=dict)
    parts: tuple[Source, ...] = ()


def packed(sources: tuple[Source, ...]) -> bytes:
    """Return an Open Packaging file (ISO/IEC 29500-2) with ``sources`` hanging on its root."""
    # python-docx costs 65 milliseconds to import; commands that write no file do not pay them.
    from docx.opc.package import OpcPackage

    package = OpcPackage()
    for source in sources:
        package.load_rel(source.relation_type, _part(source), source.relation)
    written = io.BytesIO()
    package.save(written)
    return _timeless(written)


def _part(source: Source) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    data = source.data.encode() if isinstance(source.data, str) else source.data
    part = Part(PackURI(source.name), source.media_type, data)
    for owned in source.parts:
        part.load_rel(owned.relation_type, _part(owned), owned.relation)
    for address, relation in source.links.items():
        part.load_rel(_LINK, address, relation, is_external=True)
    return part


def _timeless(written: io.BytesIO) -> bytes:
    """Return the same zip without the time of writing, so that equal documents are equal files.

    The time of each entry stands in its directory entry and in its local header (APPNOTE 4.3).
    """
    data = bytearray(written.getvalue())
    with zipfile.ZipFile(written) as archive:
        entries, at = archive.infolist(), archive.start_dir
    for entry in entries:
        local = entry.header_offset + _LOCAL_TIME
        data[local : local + 4] = data[at + _CENTRAL_TIME : at + _CENTRAL_TIME + 4] = _EPOCH
        sizes = struct.unpack_from("<3H", data, at + _CENTRAL_SIZES)
        at += _CENTRAL_LENGTH + sum(sizes)
    return bytes(data)
