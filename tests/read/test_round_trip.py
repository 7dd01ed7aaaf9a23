"""Document → file → draft → document gives the same document."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.assemble import assemble
from drafter.document import Document
from drafter.draft import draft_from, read_draft
from drafter.read import InputFile, read_data
from drafter.read.lean import lean
from drafter.read.rewrite import cited, with_clauses
from drafter.render import renderer
from drafter.source import Source
from drafter.writing import write_yaml
from tests.read.printing import lines_of

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def read_back(document: Document, name: str) -> Document:
    """Return ``document`` after it was a file and a draft in YAML."""
    extension = name.rpartition(".")[2]
    understood = read_data(InputFile(name, renderer(extension)(document)))
    return assemble(draft_from(Source("again.yaml", write_yaml(understood.draft))))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_back_from_word(path: Path) -> None:
    document = assemble(read_draft(path))
    assert lines_of(read_back(document, "example.docx")) == lines_of(document)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_keys_and_clauses_print_the_same(path: Path) -> None:
    document = assemble(read_draft(path))
    draft = read_data(InputFile("example.docx", renderer("docx")(document))).draft
    for step in (lean, cited, with_clauses):
        draft = step(draft)
        assert lines_of(assemble(draft)) == lines_of(document), step.__name__
    again = draft_from(Source("again.yaml", write_yaml(draft)))
    assert lines_of(assemble(again)) == lines_of(document)
