"""What the symbol tells of the organ, and lines of sponsors with two notes."""

from __future__ import annotations

import pytest

from drafter.assemble import assemble
from drafter.document import Document, Paragraph, Role, plain
from drafter.draft import draft_from
from drafter.render import renderer
from drafter.source import Source


def made(text: str) -> Document:
    return assemble(draft_from(Source("draft.yaml", text)))


@pytest.mark.parametrize(
    ("symbol", "line"),
    [
        ("E/2026/L.12", "The Economic and Social Council,"),
        ("A/HRC/61/L.12", "The Human Rights Council,"),
        ("A/81/L.5", "The General Assembly,"),
    ],
)
def test_the_symbol_tells_who_speaks(symbol: str, line: str) -> None:
    text = f"symbol: {symbol}\ntitle: Lakes\npreamble: [Recalling its decision]\noperative: [Decides to act]\n"
    first = made(text).blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.role, plain(first.inlines)) == (Role.ORGAN_LINE, line)


def test_a_council_adopts_under_its_own_name() -> None:
    text = (
        "kind: adopted resolution\nsymbol: E/RES/2026/12\ntitle: Lakes\n"
        "adoption: {date: 8 June 2026}\noperative: [Decides to act]\n"
    )
    front = made(text).front
    assert front.adopted == "Resolution adopted by the Economic and Social Council on 8 June 2026"
    assert front.number == "2026/12."


def test_sponsors_and_proposal_may_each_have_a_note() -> None:
    text = (
        "symbol: A/81/L.5\nsession: 81\ntitle: Lakes\noperative: [Decides to act]\n"
        "sponsors: {states: [Fiji], note: One.}\nsubmitter note: Two.\n"
    )
    document = made(text)
    assert [(note.stars, plain(note.inlines)) for note in document.asterisk_notes] == [
        ("*", "One."),
        ("**", "Two."),
    ]


def test_word_prints_the_number_of_a_quoted_paragraph() -> None:
    text = (
        "kind: amendment\nsymbol: A/81/L.6\nsession: 81\ntitle: Lakes\namends: A/81/L.5\n"
        "submitted by: Fiji\nparagraphs:\n"
        "  - {text: Insert a new paragraph, quote: [{text: Decides to meet;, number: 9 bis.}]}\n"
    )
    word = renderer("docx")(made(text))
    again = renderer("txt")(made(text)).decode()
    assert "9 bis. Decides to meet;" in again
    assert b"9 bis." in _document(word)


def _document(word: bytes) -> bytes:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").replace(b"\xc2\xa0", b" ")
