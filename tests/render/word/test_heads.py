"""The masthead, the heads and feet of later pages, and what the user gives for them."""

from __future__ import annotations

import msgspec
import pytest

from drafter.document import Front, Kind, Run
from drafter.errors import Unusable
from drafter.render.word import WordOptions, render
from drafter.render.word.picture import picture

from .reading import MASTHEAD, NAMES, W, files, part, small, value, words

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x20\x00\x00\x00\x10\x08\x06\x00\x00\x00"
GIF = b"GIF89a\x20\x00\x10\x00\x80\x00\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x10\x00\x20\x03" + bytes(16)


def with_masthead(**changes):
    return small(masthead=msgspec.structs.replace(MASTHEAD, **changes))


def adopted(title):
    front = Front(
        adopted="Resolution adopted by the General Assembly on 1 May 2025",
        number="80/1.",
        title=(Run(title),),
    )
    return msgspec.structs.replace(small(), kind=Kind.RESOLUTION, front=front)


def test_the_symbol_begins_with_a_large_letter():
    runs = part(with_masthead(symbol="A/80/L.9"), "header-first").xpath(
        "//w:r[w:rPr/w:position]", namespaces=NAMES
    )
    assert [words(run) for run in runs] == ["A", "/80/L.9"]
    assert [value(run, "w:rPr/w:sz/@w:val") for run in runs] == ["40", ""]


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("Limited", "Distr.: Limited"),
        ("Distr.: Limited", "Distr.: Limited"),
        ("", ""),
    ],
)
def test_the_distribution_is_printed_as_it_is(given, printed):
    cell = part(with_masthead(distribution=given), "header-first").iter(f"{W}p")
    lines = [words(p) for p in cell]
    assert (printed in lines) if printed else not any("Distr" in line for line in lines)


def test_the_symbol_stands_outside_on_later_pages():
    even, odd = (part(small(), f"header-{page}") for page in ("even", "default"))
    assert [words(cell) for cell in even.iter(f"{W}tc")] == ["A/80/L.999", ""]
    assert [words(cell) for cell in odd.iter(f"{W}tc")] == ["", "A/80/L.999"]


def test_an_adopted_text_repeats_its_title():
    odd = part(
        adopted("Question of the lamps of small harbours and of those who keep them lit"),
        "header-default",
    )
    title, symbol = (words(cell) for cell in odd.iter(f"{W}tc"))
    assert title.count("\n") == 1
    assert title.replace("\n", " ").startswith("Question of the lamps")
    assert symbol == "A/80/L.999"


def test_a_very_long_title_is_set_smaller():
    odd = part(
        adopted("Implementation of the recommendations of the conference " * 6), "header-default"
    )
    assert value(odd, "//w:sz/@w:val") == "14"


def test_pages_are_counted_by_fields():
    even = part(small(), "footer-even")
    assert [i.text.split()[0] for i in even.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("job", ["", "26-04887"])
def test_job_number_and_bar_code_are_the_secretariats(job):
    document = with_masthead(job_number=job)
    first, even = (words(part(document, f"footer-{page}")) for page in ("first", "even"))
    assert ("26-04887 (E)" in first and "*2604887*" in first) is bool(job)
    assert ("26-04887" in even) is bool(job)


@pytest.mark.parametrize("draft_mark", [True, False])
def test_a_working_draft_says_so(draft_mark):
    document = small(draft_mark=draft_mark)
    said = [
        "DRAFT" in words(part(document, f"header-{page}")) for page in ("first", "even", "default")
    ]
    assert said == [draft_mark] * 3


@pytest.mark.parametrize(("data", "extension"), [(PNG, "png"), (GIF, "gif"), (JPEG, "jpg")])
def test_the_emblem_is_known_by_its_first_bytes(tmp_path, data, extension):
    path = tmp_path / "emblem.bin"
    path.write_bytes(data)
    document = small(emblem=str(path))
    written = files(render(document))
    assert written[f"word/media/emblem.{extension}"] == data
    extent = part(document, "header-first").find(".//wp:extent", NAMES)
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (713232, 356616)


def test_a_tall_emblem_fits_its_box():
    tall = PNG.replace(b"\x00\x00\x00\x10\x08", b"\x00\x00\x00\x40\x08")
    assert picture(tall, "x").fitted(713232, 597103) == (298552, 597103)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", JPEG[:8], PNG[:12], b"\xff\xd8\xff\xda\x00"])
def test_an_emblem_that_is_no_image_is_refused(data):
    with pytest.raises(Unusable, match="the emblem is not an image"):
        picture(data, "emblem.png")


def test_a_file_for_libreoffice_has_the_masthead_where_word_prints_it():
    after = {
        option.typed_marks: value(part(small(), "header-first", option), "//w:spacing/@w:after")
        for option in (WordOptions(), WordOptions(typed_marks=True))
    }
    assert after.keys() == {True, False}
    rows = [
        value(part(small(), "header-even", option), "//w:tc[1]//w:spacing/@w:after")
        for option in (WordOptions(), WordOptions(typed_marks=True))
    ]
    assert rows == ["80", "40"]
