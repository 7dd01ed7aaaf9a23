"""The examples: no notice, the text that was looked at, Word files that validators accept."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml
from openxml_audit import OpenXmlValidator

from drafter.assemble import assemble
from drafter.document import Document
from drafter.draft import read_draft
from drafter.draft.schema import json_schema
from drafter.render import renderer
from drafter.render.word.proof import proof

FOLDER = Path(__file__).parent.parent / "examples"
EXAMPLES = sorted(FOLDER.glob("*.yaml"))
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def document(example: Path) -> Document:
    return assemble(read_draft(example))


def test_there_are_a_short_a_long_and_a_report() -> None:
    assert {"short", "long", "report"} <= {path.stem for path in EXAMPLES}


def test_nothing_is_unlike_the_rules(document: Document) -> None:
    assert [str(notice) for notice in document.notices] == []


def test_the_text_is_the_one_that_was_read(example: Path, document: Document) -> None:
    """Set GOLDEN=write to store a new text, and say in the commit why the paper changed."""
    path = GOLDEN / f"{example.stem}.txt"
    text = renderer("txt")(document).decode()
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_the_word_file_is_valid_and_the_same_twice(document: Document, tmp_path: Path) -> None:
    data = renderer("docx")(document)
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert proof(data) == ()
    assert renderer("docx")(document) == data


def test_the_page_is_whole(document: Document) -> None:
    page = io.BytesIO(renderer("html")(document)).read().decode()
    assert page.rstrip().endswith("</html>")


def test_editors_find_nothing_wrong(example: Path) -> None:
    jsonschema.validate(yaml.safe_load(example.read_text(encoding="utf-8")), json_schema())


def test_the_schema_beside_the_examples_is_the_one_printed() -> None:
    stored = json.loads((FOLDER / "draft.schema.json").read_text(encoding="utf-8"))
    assert stored == json_schema()
