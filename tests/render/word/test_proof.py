"""The proof reader finds what no validator finds; each case breaks a sound file in one place."""

from __future__ import annotations

import pytest

from drafter.render.word import render
from drafter.render.word.proof import proof
from tests.render.samples import DRAFT

from .reading import files, packed

TEXT = "word/document.xml"
NOTES = "word/footnotes.xml"
HEADER = "word/header-even.xml"
FOOTER = "word/footer-even.xml"
RELATIONS = "word/_rels/document.xml.rels"
LAST_LINE = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'

BROKEN = [
    (TEXT, '<w:footnoteReference w:id="4"/>', "", "footnote 4 is referenced 0 times"),
    (
        TEXT,
        'footnoteReference w:id="5"',
        'footnoteReference w:id="4"',
        "footnote 4 is referenced 2",
    ),
    (NOTES, '<w:footnote w:id="4">', '<w:footnote w:id="44">', "footnote 4 is written 0 times"),
    (TEXT, 'w:pStyle w:val="TitleH1"', 'w:pStyle w:val="Title1"', "style Title1 is used but not"),
    (TEXT, 'w:fldCharType="separate"', 'w:fldCharType="end"', "field in word/document.xml does"),
    (FOOTER, 'w:fldCharType="end"', 'w:fldCharType="begin"', "field in word/footer-even.xml does"),
    (TEXT, 'w:name="_RefFn3"', 'w:name="_RefFn9"', "bookmark _RefFn3 is asked for"),
    (TEXT, 'w:bookmarkStart w:id="2"', 'w:bookmarkStart w:id="1"', "bookmark id 1 does not"),
    (TEXT, 'w:name="_Para1"', 'w:name="_RefFn3"', "bookmark _RefFn3 stands twice"),
    (HEADER, f"{LAST_LINE}</w:hdr>", "</w:hdr>", "hdr in word/header-even.xml does not end"),
    (HEADER, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "tc in word/header-even.xml does not end"),
    (TEXT, 'r:id="header-even"', 'r:id="header-odd"', "relationship header-odd of word/document"),
    (RELATIONS, "styles.xml", "style.xml", "points at style.xml"),
]


@pytest.mark.parametrize(("name", "old", "new", "finding"), BROKEN)
def test_a_broken_file_is_found_out(name, old, new, finding):
    content = files(render(DRAFT))
    text = content[name].decode()
    assert old in text
    content[name] = text.replace(old, new, 1).encode()
    assert any(finding in found for found in proof(packed(content)))
