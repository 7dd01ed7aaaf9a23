"""The PDF is what LibreOffice prints of the Word file, and nothing is left behind."""

from __future__ import annotations

import io
import shutil
import sys
import time
from typing import TYPE_CHECKING

import msgspec
import pdfplumber
import pytest

from drafter import office
from drafter.errors import Unusable
from drafter.render import pdf
from tests.desk import document as draft

from . import samples

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.document import Document

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")),
    reason="LibreOffice is not installed",
)
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the writing of a Word file that no LibreOffice reads."""
    monkeypatch.setattr(pdf, "render_word", lambda *_: b"a Word file")


@pytest.mark.office
@pytest.mark.slow
@needs_office
@pytest.mark.parametrize("document", [samples.DRAFT, samples.REPORT], ids=["draft", "report"])
def test_prints_the_document(document: Document, scratch: Path) -> None:
    with pdfplumber.open(io.BytesIO(pdf.render(document))) as printed:
        words = " ".join(page.extract_text() for page in printed.pages).split()
    assert document.masthead.symbol in words
    assert "Lantern" in words or "keepers" in words
    assert list(scratch.iterdir()) == []


def test_says_where_libreoffice_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    with pytest.raises(Unusable, match=r"needs LibreOffice.*--format docx and print from Word"):
        pdf.render(samples.DRAFT)


def test_looks_in_the_usual_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = tmp_path / "no program"
    place.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL_PLACES", (tmp_path / "absent", place))
    monkeypatch.setattr(pdf, "render_word", lambda *_: b"a Word file")
    with pytest.raises(Unusable, match="could not be started"):
        pdf.render(samples.DRAFT)


@needs_shell
@pytest.mark.usefixtures("no_word")
def test_gives_libreoffice_a_profile_of_its_own(stand_in: Path, scratch: Path) -> None:
    stand_in.write_text(
        '#!/bin/sh\nfor last; do :; done\nfolder=$(dirname "$last")/converted\nmkdir "$folder"\n'
        'echo "$@" > "$folder/document.pdf"\n'
    )
    said = pdf.render(samples.DRAFT).decode()
    assert f"-env:UserInstallation={scratch.as_uri()}/drafter-" in said
    assert "--headless" in said
    assert list(scratch.iterdir()) == []


@needs_shell
@pytest.mark.usefixtures("no_word")
def test_passes_on_what_libreoffice_said(stand_in: Path, scratch: Path) -> None:
    stand_in.write_text("#!/bin/sh\necho source file could not be loaded >&2\n")
    with pytest.raises(Unusable, match="it said: source file could not be loaded; write"):
        pdf.render(samples.DRAFT)
    assert list(scratch.iterdir()) == []


@needs_shell
@pytest.mark.usefixtures("no_word")
@pytest.mark.parametrize("launcher", ["wait", "exit 0"], ids=["waiting", "gone"])
def test_stops_all_processes_of_a_libreoffice_that_hangs(
    stand_in: Path, scratch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, launcher: str
) -> None:
    late = tmp_path / "late"
    stand_in.write_text(f"#!/bin/sh\n(sleep 1; touch {late}) &\n{launcher}\n")
    monkeypatch.setattr(pdf, "_HOW", msgspec.structs.replace(pdf._HOW, patience=0.3))
    with pytest.raises(Unusable, match=r"no PDF within 0\.3 seconds"):
        pdf.render(samples.DRAFT)
    assert list(scratch.iterdir()) == []
    time.sleep(1)
    assert not late.exists()


@pytest.mark.office
@pytest.mark.slow
@needs_office
def test_every_mark_and_every_number_is_printed_once() -> None:
    text = "preamble:\n" + "".join(f"  - Noting x[^A/80/{n}], y\n" for n in range(100, 112))
    with pdfplumber.open(io.BytesIO(pdf.render(draft(text)))) as printed:
        small = [
            word["text"]
            for page in printed.pages
            for word in page.extract_words(extra_attrs=["size"], x_tolerance=1)
            if word["size"] < 7
        ]
    expected = [str(n) for n in range(1, 13)]
    assert small == [*expected, *expected]
