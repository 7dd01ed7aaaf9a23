"""The file is valid, the same every time, and read by other programs as it was meant."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile

import pytest
from openxml_audit import OpenXmlValidator

from drafter.document import Document
from drafter.render.word import WordOptions, render
from drafter.render.word.proof import proof
from tests.render import samples

from .reading import files

OPTIONS = {
    "word": WordOptions(),
    "office": WordOptions(typed_marks=True),
    "unlinked": WordOptions(links=False),
}
every_sample = pytest.mark.parametrize("document", samples.ALL.values(), ids=samples.ALL)
every_option = pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)


@every_sample
@every_option
def test_nothing_is_wrong_with_the_file(document: Document, options: WordOptions):
    assert proof(render(document, options)) == ()


@every_sample
@every_option
def test_a_validator_finds_nothing(tmp_path, document: Document, options: WordOptions):
    path = tmp_path / "draft.docx"
    path.write_bytes(render(document, options))
    result = OpenXmlValidator().validate(str(path))
    assert [str(error) for error in result.errors] == []


@every_sample
def test_the_same_document_is_the_same_file(document: Document):
    assert render(document) == render(document)


def test_nobody_elses_name_or_date_is_in_the_file():
    data = render(samples.DRAFT)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(b"python-docx" in content for content in files(data).values())
    core = files(data)["docProps/core.xml"].decode()
    assert "Keeping the lamps of small harbours lit" in core
    assert "en-GB" in core
    assert "dcterms" not in core


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_pandoc_reads_notes_and_italics(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(render(samples.DRAFT))
    command = ["pandoc", "-f", "docx", "-t", "markdown", "--wrap=none", str(path)]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "*Guided* by the Convention on Harbour Lamps[^" in text
    assert "United Nations, *Treaty Series*, vol." in text
    assert "the Convention^1^ keeps" in text
    assert "https://undocs.org/en/A/RES/78/901" in text
