"""PDF files made byte by byte: what they say is kept, and those that mean harm are refused."""

from __future__ import annotations

import time

import pytest

from drafter.errors import Unusable
from drafter.read import InputFile, Settings, read_data
from drafter.read.formats.pdf import find
from drafter.read.formats.pdf.glyphs import Glyph, Sheet
from drafter.read.formats.pdf.lines import page_of
from tests.read.pdf.building import assembled, page, pdf, stream, text

WORDS = text("A first line of words that is long enough", "and a second line below it.")


def refused(data: bytes) -> str:
    """Return why a file is not read."""
    with pytest.raises(Unusable) as caught:
        read_data(InputFile("made.pdf", data))
    return str(caught.value)


def test_the_words_of_a_small_file_are_read() -> None:
    found = find(InputFile("made.pdf", pdf([WORDS])), Settings())
    words = " ".join(part.text for chunk in found.chunks for part in chunk.parts)
    assert words == "A first line of words that is long enough and a second line below it."
    assert found.residues == ()


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 40 300", "0 -1 1 0 40 300", "-1 0 0 -1 300 90"], ids=["up", "down", "over"]
)
def test_words_that_run_another_way_are_kept(matrix: str) -> None:
    aside = f"BT /F1 9 Tf {matrix} Tm (Advance copy) Tj ET".encode()
    found = find(InputFile("made.pdf", pdf([WORDS + b" " + aside])), Settings())
    assert [(each.text, each.origin.page) for each in found.residues] == [("Advance copy", 1)]


@pytest.mark.parametrize(("gap", "printed"), [(0.2, "10–14"), (2.4, "10– 14")])
def test_a_blank_is_read_if_it_is_seen(gap: float, printed: str) -> None:
    glyphs, x = [], 123.4
    for letter in "10– 14":
        width = gap if letter == " " else 5.0
        glyphs.append(Glyph(letter, x, x + (2.5 if letter == " " else 5.0), 100.0, 10.0))
        x += width
    (line,) = page_of(Sheet(1, 612.0, 792.0, tuple(glyphs), ())).lines
    assert line.text == printed


@pytest.mark.parametrize("gap", [2.5, 14.0], ids=["a blank", "a tab"])
def test_an_italic_full_stop_belongs_to_the_number(gap: float) -> None:
    glyphs, x = [], 147.1
    for letter in "21. Invites":
        width = gap if letter == " " else 5.0
        glyphs.append(Glyph(letter, x, x + width, 100.0, 10.0, italic=letter not in "21"))
        x += width
    (line,) = page_of(Sheet(1, 612.0, 792.0, tuple(glyphs), ())).lines
    assert [(span.text.strip(), span.italic) for span in line.spans] == [
        ("21.", False),
        ("Invites", True),
    ]


def test_a_picture_of_a_page_is_told_to_be_one() -> None:
    assert "pictures of pages" in refused(pdf([b"0 0 612 792 re f"]))


def test_too_many_pages_are_refused_before_they_are_read() -> None:
    start = time.process_time()
    assert "more than 600" in refused(pdf([WORDS], count=2000))
    assert time.process_time() - start < 5


def test_a_file_that_unfolds_without_measure_is_refused() -> None:
    huge = stream(b" " * 310_000_000, packed=True)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        page(5),
        huge,
    ]
    assert "unfolds to more" in refused(assembled(objects))


def test_a_form_that_paints_itself_ends() -> None:
    form = stream(
        b"/X Do /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        page(5, b"/XObject << /X 6 0 R >>"),
        stream(WORDS + b" /X Do"),
        form,
    ]
    start = time.process_time()
    found = find(InputFile("made.pdf", assembled(objects)), Settings())
    assert "second line" in " ".join(part.text for chunk in found.chunks for part in chunk.parts)
    assert time.process_time() - start < 30


@pytest.mark.parametrize("end", [200, 400, 600])
def test_a_file_that_is_cut_off_is_damaged(end: int) -> None:
    assert "damaged" in refused(pdf([WORDS])[:end])
