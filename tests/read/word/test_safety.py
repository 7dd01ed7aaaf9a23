"""Files that are damaged, locked, of another kind, or made to do harm."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Mapping

import pytest

from drafter.errors import Unusable
from drafter.read.files import InputFile, Settings
from drafter.read.formats import word
from drafter.read.formats.word import package as packages

from .building import field, lines, mark, note, p, package, r, read, repairs, table, zipped

SECONDS = 20.0


def find(data: bytes) -> list[str]:
    return lines(word.find(InputFile("draft.docx", data), Settings()))


def refused(data: bytes) -> str:
    with pytest.raises(Unusable) as caught:
        find(data)
    (problem,) = caught.value.problems
    assert problem.place.file == "draft.docx"
    assert problem.advice
    return problem.message


def changed(**parts: str) -> bytes:
    """Return a Word file with parts put in place of its own: ``document`` is the text."""
    held: dict[str, bytes] = package(p("One"), {"styles": ""})
    return zipped(held | {f"word/{name}.xml": text.encode() for name, text in parts.items()})


# --- of another kind ----------------------------------------------------------------------------------


def other(*names: str) -> bytes:
    return zipped(dict.fromkeys(names, b"<x/>"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (other("xl/workbook.xml"), "this is an Excel workbook, not a Word file"),
        (other("ppt/presentation.xml"), "this is a PowerPoint presentation, not a Word file"),
        (other("mimetype", "content.xml"), "this is an OpenDocument or EPUB file of another kind"),
        (other("a.txt"), "this is an archive, but no Word file is in it"),
        (b"PK\x03\x04 and no more", "the file is damaged or cut off"),
        (zipped(package(p("One")))[:-60], "the file is damaged or cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "the file is protected by a password"),
    ],
)  # fmt: skip
def test_what_is_no_word_file(data: bytes, message: str) -> None:
    assert word.fits(data)
    assert refused(data).startswith(message)


def test_other_files_are_left_to_other_readers() -> None:
    assert not word.fits(b"%PDF-1.7")
    assert not word.fits(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    open_document = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"
    assert not word.fits(open_document)


def test_the_text_may_have_another_name_and_the_strict_form() -> None:
    parts = package(p("One"))
    text = parts.pop("word/document.xml").decode()
    text = text.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    relations = parts["_rels/.rels"].decode().replace("word/document.xml", "/Text/Main.XML")
    assert find(zipped({"text/main.xml": text.encode(), "_rels/.rels": relations.encode()})) == [
        "One"
    ]


def test_without_relations_the_usual_names_hold() -> None:
    assert find(zipped({"word/document.xml": package(p("One"))["word/document.xml"]})) == ["One"]


# --- damaged --------------------------------------------------------------------------------------------


def test_a_damaged_text_is_told() -> None:
    assert refused(changed(document="<w:document")) == "part word/document.xml is damaged"


def test_a_part_whose_bytes_are_not_those_that_were_packed() -> None:
    data = zipped(package(p("One")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    assert "part word/document.xml is damaged" in refused(data[:start] + b"?" + data[start + 1 :])


def test_a_part_in_a_code_that_word_does_not_write() -> None:
    text = (
        '<?xml version="1.0" encoding="iso-8859-5"?>'
        + package(p("One"))["word/document.xml"].decode()
    )
    assert "not written as Word writes" in refused(changed(document=text))


def test_the_text_is_read_without_a_damaged_part() -> None:
    found = word.find(InputFile("draft.docx", changed(styles="<w:styles")), Settings())
    assert lines(found) == ["One"]
    assert repairs(found) == {"damaged part word/styles.xml left out": 1}


def test_a_part_that_is_named_and_not_there() -> None:
    parts = package(p(r("One") + mark(1)), {"footnotes": note(1, "A."), "styles": ""})
    del parts["word/footnotes.xml"], parts["word/styles.xml"]
    assert find(zipped(parts)) == ["One[^1]"]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:ind w:left="much" w:hanging="-"/>',
        '<w:pStyle/><w:outlineLvl w:val="x"/><w:jc/>',
        '<w:numPr><w:ilvl w:val="77"/><w:numId w:val="none"/></w:numPr>',
        '<w:tabs><w:tab w:pos="99999999999"/><w:tab/></w:tabs>',
        '<w:rPr><w:sz w:val="NaN"/></w:rPr>',
    ],
)
def test_properties_that_say_nothing(properties: str) -> None:
    assert lines(
        read(p(r("\tOne", '<w:sz w:val=""/><w:vertAlign/><w:position w:val="z"/>'), properties))
    ) == ["One"]


# --- harm -------------------------------------------------------------------------------------------------

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "encode",
    [str.encode, lambda text: text.encode("utf-16"), lambda text: text.encode("utf-16-le")],
)
def test_document_types_and_entities_are_refused(encode: Callable[[str], bytes]) -> None:
    parts = package(p("One")) | {"word/document.xml": encode(f"{DOCTYPE}<x>&b;</x>")}
    assert "document type" in refused(zipped(parts))


def test_files_outside_are_never_looked_at() -> None:
    parts = package(p(r("One") + mark(1)))
    inside = (
        '<Relationship Id="f" Type="x/footnotes" Target="file:///etc/passwd" TargetMode="External"/>'
        '<Relationship Id="s" Type="x/styles" Target="../../../../etc/passwd"/>'
        '<Relationship Id="n" Type="x/numbering" Target="http://127.0.0.1:9/"/>'
    )
    relations = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = relations.replace("</", f"{inside}</").encode()
    assert find(zipped(parts)) == ["One[^1]"]


def test_a_part_that_unpacks_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_PART", 1_000_000)
    assert "unpacks to more than" in refused(changed(document=" " * 1_000_001))


def test_parts_that_unpack_to_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_TOTAL", 1_500_000)
    assert "unpacks to more than" in refused(changed(styles=" " * 1_600_000))


def test_too_many_parts_and_too_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_PARTS", 3)
    assert "more than 3 parts" in refused(zipped(package(p("One"), {"styles": ""})))
    monkeypatch.undo()
    monkeypatch.setattr(packages, "MAX_TAGS", 5)
    assert "too many parts" in refused(zipped(package(p("One") * 5)))


def test_archives_packed_in_ways_that_word_does_not_know() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_BZIP2) as archive:
        for name, data in package(p("One")).items():
            archive.writestr(name, data)
    assert refused(held.getvalue())


def test_a_locked_part() -> None:
    data = bytearray(zipped(package(p("One"))))
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = data.find(sign)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(sign, start + 1)
    assert refused(bytes(data)) == "the file is protected by a password"


def test_elements_too_deep_for_any_program() -> None:
    deep = "<w:smartTag>" * 5_000 + r("One") + "</w:smartTag>" * 5_000
    assert refused(zipped(package(p(deep)))) == "part word/document.xml is damaged"


_BEGUN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_ENDED = '<w:r><w:t>b</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
HOSTILE: Mapping[str, Callable[[int], str]] = {
    "runs of one look": lambda n: p(r("a", "<w:i/>") * n),
    "runs of blanks": lambda n: p(r("a", "<w:i/>") + r(" ", "<w:i/>") * n + r("b")),
    "paragraphs without end": lambda n: p(r("a"), "<w:rPr><w:del/></w:rPr>") * n,
    "fields in fields": lambda n: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n + r("a") * n),
    "fields that end": lambda n: p(field("PAGE", "3") * n),
    "links in links": lambda n: p(_BEGUN * n + r("a") + _ENDED * n),
    "bookmarks": lambda n: p('<w:bookmarkStart w:id="1" w:name="a"/>' * n + mark(1) * 2),
    "rules": lambda n: p("_" * n + "x"),
    "blanks": lambda n: p("x" + " " * n + "x"),
    "tabs": lambda n: p(r("\t" * n + "x")),
    "raised figures": lambda n: p((r("a") + r("1", '<w:vertAlign w:val="superscript"/>')) * n),
    "lists below rules": lambda n: p(r("a") + r("1", '<w:vertAlign w:val="superscript"/>')) + p("_____") + p("x", "<w:jc/>") * n,
    "wide cells": lambda n: table(tuple("<w:tc><w:tcPr><w:gridSpan w:val='64'/></w:tcPr></w:tc>" for _ in range(n)), ("a", "b")),
    "rows": lambda n: table(*[("a", "1")] * n),
    "lines": lambda n: p(r("a\n" * n)),
    "stars": lambda n: p("* " * n) + p("______") + p("* x"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_size_alone(name: str) -> None:
    start = time.perf_counter()
    read(HOSTILE[name](20_000), settings=Settings(links=True))
    assert time.perf_counter() - start < SECONDS
