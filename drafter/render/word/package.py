"""The file itself: parts, their relationships, and a zip that is the same every time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.opc.part import Part

_EPOCH = (1980, 1, 1, 0, 0, 0)
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
    """Return the same zip without the time of writing, so that equal documents are equal files."""
    result = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()
