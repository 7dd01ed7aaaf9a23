"""What a Word file must not get wrong and no validator finds: notes, fields, bookmarks, ends.

Word repairs or refuses such a file without saying why.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SETTINGS = "word/settings.xml"
_STYLED = ("pStyle", "rStyle", "tblStyle")
_STORIES = ("body", "hdr", "ftr", "tc", "footnote")
_FIELD = ("begin", "separate", "end")


def proof(data: bytes) -> tuple[str, ...]:
    """Return what is wrong with the Word file ``data``, a sentence each; nothing if all is well."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    parts = {
        name: ET.fromstring(content)  # noqa: S314  # the file is our own
        for name, content in files.items()
        if name.endswith((".xml", ".rels"))
    }
    return (
        *_notes(parts),
        *_styles(parts),
        *(found for name, root in sorted(parts.items()) for found in _fields(name, root)),
        *_bookmarks(parts),
        *(found for name, root in sorted(parts.items()) for found in _ends(name, root)),
        *_relations(parts, frozenset(files)),
    )


def _notes(parts: Mapping[str, Element]) -> Iterator[str]:
    written = Counter(
        note.get(f"{_W}id", "")
        for note in parts["word/footnotes.xml"].iter(f"{_W}footnote")
        if note.get(f"{_W}type") is None
    )
    cited = Counter(
        mark.get(f"{_W}id", "")
        for root in parts.values()
        for mark in root.iter(f"{_W}footnoteReference")
    )
    for note in sorted(written | cited):
        if written[note] != 1:
            yield f"footnote {note} is written {written[note]} times, not once"
        if cited[note] != 1:
            yield f"footnote {note} is referenced {cited[note]} times, not once"


def _styles(parts: Mapping[str, Element]) -> Iterator[str]:
    styles = parts["word/styles.xml"].iter(f"{_W}style")
    defined = {style.get(f"{_W}styleId") for style in styles}
    used = {
        element.get(f"{_W}val")
        for root in parts.values()
        for tag in _STYLED
        for element in root.iter(_W + tag)
    }
    for name in sorted(str(style) for style in used - defined):
        yield f"style {name} is used but not defined"


def _fields(name: str, root: Element) -> Iterator[str]:
    """Yield the fields that do not open, divide and close inside one paragraph."""
    for paragraph in root.iter(f"{_W}p"):
        states = [mark.get(f"{_W}fldCharType") for mark in paragraph.iter(f"{_W}fldChar")]
        whole = len(states) // len(_FIELD)
        if tuple(states) != _FIELD * whole:
            yield f"a field in {name} does not begin, separate and end"


def _bookmarks(parts: Mapping[str, Element]) -> Iterator[str]:
    starts = [s for root in parts.values() for s in root.iter(f"{_W}bookmarkStart")]
    ends = Counter(
        end.get(f"{_W}id") for root in parts.values() for end in root.iter(f"{_W}bookmarkEnd")
    )
    for number, count in Counter(start.get(f"{_W}id") for start in starts).items():
        if count != 1 or ends[number] != 1:
            yield f"bookmark id {number} does not start and end once"
    names = Counter(start.get(f"{_W}name", "") for start in starts)
    yield from (f"bookmark {name} stands twice" for name, count in names.items() if count > 1)
    for name in sorted(_wanted(parts) - set(names)):
        yield f"bookmark {name} is asked for but does not exist"


def _wanted(parts: Mapping[str, Element]) -> set[str]:
    """Return the bookmarks that fields and internal links point at."""
    roots = parts.values()
    texts = [(i.text or "").split() for r in roots for i in r.iter(f"{_W}instrText")]
    fields = {words[1] for words in texts if words[:1] == ["NOTEREF"] and len(words) > 1}
    anchors = (link.get(f"{_W}anchor") for r in roots for link in r.iter(f"{_W}hyperlink"))
    return fields | {anchor for anchor in anchors if anchor}


def _ends(name: str, root: Element) -> Iterator[str]:
    """Yield the headers, footers, cells and notes without a last paragraph (17.4.66, 17.10.4)."""
    if name == _SETTINGS:
        return
    for tag in _STORIES:
        for story in root.iter(_W + tag):
            children = [child.tag for child in story if child.tag != f"{_W}sectPr"]
            if not children or children[-1] != f"{_W}p":
                yield f"{tag} in {name} does not end with a paragraph"


def _relations(parts: Mapping[str, Element], files: frozenset[str]) -> Iterator[str]:
    for name, root in sorted(parts.items()):
        if name.endswith(".rels"):
            yield from _targets(name, root, files)
            continue
        known = {rel.get("Id") for rel in parts.get(_rels_of(name), ())}
        used = {v for e in root.iter() for key, v in e.attrib.items() if key.startswith(_R)}
        for relation in sorted(used - known):
            yield f"relationship {relation} of {name} does not exist"


def _targets(name: str, rels: Element, files: frozenset[str]) -> Iterator[str]:
    owner = posixpath.dirname(posixpath.dirname(name))
    for rel in rels:
        target = rel.get("Target", "")
        path = posixpath.normpath(posixpath.join("/", owner, target)).lstrip("/")
        if rel.get("TargetMode") != "External" and path not in files:
            yield f"{name} points at {target}, which does not exist"


def _rels_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")
