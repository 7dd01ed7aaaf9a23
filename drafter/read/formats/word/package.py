"""The file as a package of parts (ISO/IEC 29500-2), read within bounds whatever it claims of itself."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

import msgspec

from drafter.errors import Place, Problem, Unusable
from drafter.read.formats.word.names import Element
from drafter.read.found import Repair

MAX_PARTS = 20_000
MAX_PART = 48_000_000
MAX_TOTAL = 96_000_000
MAX_TAGS = 2_500_000

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)
_DOCTYPE = re.compile(rb"<\x00*!\x00*D\x00*O\x00*C\x00*T\x00*Y\x00*P\x00*E", re.IGNORECASE)
_TEXT_CODES = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"}
_BROKEN = (
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What zipfile raises on archives that contradict themselves or use what Word files do not."""
_ENTRY = b"PK\x01\x02"
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OTHERS = (
    ("xl/", "this is an Excel workbook, not a Word file"),
    ("ppt/", "this is a PowerPoint presentation, not a Word file"),
    ("visio/", "this is a Visio drawing, not a Word file"),
    ("index/document.iwa", "this is a Pages document, not a Word file"),
    ("mimetype", "this is an OpenDocument or EPUB file of another kind, not a Word file"),
)
_SAVE = "open it in its program and save it as a Word document (.docx)"
_AGAIN = "get it anew, or open it in Word and save it again"


class Relation(msgspec.Struct, frozen=True):
    """How a part hangs on another; ``kind`` is the last word of its type, ``footnotes``."""

    kind: str
    target: str
    external: bool = False


class Package:
    """The parts of one Word file; nothing outside the file is ever looked at."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.repairs: list[Repair] = []
        self._total = 0
        if data.count(_ENTRY) > MAX_PARTS:
            message = f"the file has more than {MAX_PARTS} parts"
            raise self.unusable(message, "save it anew without its pictures")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN:
            raise self.damaged("the file is damaged or cut off") from None
        self._entries = {_folded(entry.filename): entry for entry in self._zip.infolist()}

    def main(self) -> tuple[str, Element]:
        """Return the name and the root of the text. Raises Unusable where there is none."""
        names = [rel.target for rel in self.relations("").values() if rel.kind == "officeDocument"]
        for name in (*names, "word/document.xml"):
            if _folded(name) in self._entries:
                return name, self._main_root(name)
        raise self._no_text()

    def _main_root(self, name: str) -> Element:
        root = self._parsed(name, self._read(name))
        if not str(root.tag).endswith("}document"):
            raise self._no_text()
        return root

    def _no_text(self) -> Unusable:
        for start, message in _OTHERS:
            if any(name.startswith(start) for name in self._entries):
                return self.unusable(message, _SAVE)
        return self.unusable("this is an archive, but no Word file is in it", _SAVE)

    def relations(self, owner: str) -> dict[str, Relation]:
        """Return the relations of the part ``owner`` by their ids; none where it has none."""
        folder, _, base = owner.rpartition("/")
        root = self.optional(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for each in root.iter(_RELATION) if root is not None else ():
            target, external = each.get("Target") or "", each.get("TargetMode") == "External"
            place = target if external else _resolved(folder, target)
            kind = (each.get("Type") or "").rpartition("/")[2]
            found[each.get("Id") or ""] = Relation(kind, place, external)
        return found

    def optional(self, name: str) -> Element | None:
        """Return the root of a part; None where it is missing, or damaged, which is recorded."""
        if _folded(name) not in self._entries:
            return None
        try:
            return self._parsed(name, self._read(name))
        except Unusable as error:
            if any(problem.message.startswith("the file") for problem in error.problems):
                raise
            self.repairs.append(Repair(f"damaged part {name} left out"))
            return None

    def _read(self, name: str) -> bytes:
        """Return the bytes of a part, counted while they are read: headers may say anything."""
        entry = self._entries[_folded(name)]
        if entry.flag_bits & 1:
            message = "the file is protected by a password"
            raise self.unusable(message, "save it without one first")
        if entry.compress_type not in _PLAIN:
            raise self.damaged(f"part {name} is packed in a way that Word files are not")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(MAX_PART + 1)
        except _BROKEN:
            raise self.damaged(f"part {name} is damaged") from None
        self._total += len(data)
        if len(data) > MAX_PART or self._total > MAX_TOTAL:
            message = f"the file unpacks to more than {MAX_PART // 1_000_000} MB of text"
            raise self.unusable(message, "save it in parts")
        return data

    def _parsed(self, name: str, data: bytes) -> Element:
        from lxml import etree

        if _DOCTYPE.search(data):
            raise self.damaged(f"part {name} declares a document type, which Word files never do")
        if data.count(b"<") > MAX_TAGS:
            raise self.unusable("the file has too many parts to be a text", "save it in parts")
        if b"purl.oclc.org/ooxml" in data[:8000]:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError, LookupError):
            raise self.damaged(f"part {name} is damaged") from None
        info = root.getroottree().docinfo
        if info.doctype or (info.encoding or "UTF-8").upper() not in _TEXT_CODES:
            raise self.damaged(f"part {name} is not written as Word writes")
        return root

    def unusable(self, message: str, advice: str) -> Unusable:
        """Return the exception that says why this file cannot be used."""
        return Unusable(Problem(Place(self.name), message, advice))

    def damaged(self, message: str) -> Unusable:
        """Return the exception for a file that is not whole."""
        return self.unusable(message, _AGAIN)


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _resolved(folder: str, target: str) -> str:
    path = unquote(target).replace("\\", "/").partition("#")[0]
    joined = path if path.startswith("/") else posixpath.join(folder, path)
    return posixpath.normpath(joined).lstrip("/")
