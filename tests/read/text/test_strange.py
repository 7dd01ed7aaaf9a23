"""Whatever the bytes are, something is found or the file is refused; the time is bounded."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import Unusable
from drafter.read.formats.text import fits
from tests.read.text.reading import noted, read, repaired, shown

SOME = 20_000
SECONDS = 20
BLOCKS = ("\n", "\n\n", "\f", "____________\n", "---\n", "--- ---\n", "| a | b |\n", "|---|---|\n")
STARTS = ("1. ", "(a) ", "¹ ", "[^1]: ", "# ", "> ", "* ", "3", "Annex", "Draft resolution I")
SIGNS = (
    "[^1]",
    "<sup>2</sup>",
    "*",
    "**",
    "\t",
    "  ",
    "\\",
    "&amp;",
    "\u00ad",
    "“",
    "”",
    ", ",
    "; ",
    ". ",
)
FACTS = ("A/80/1", "3/4", "26-12345", "The General Assembly,", "Albania: draft resolution")
WORDS = ("Recalling ", "Requests ", "the Assembly")
PIECES = st.sampled_from((*BLOCKS, *STARTS, *SIGNS, *FACTS, *WORDS))
LONG = {
    "lines": "abc def\n",
    "numbers": "1. Requests the x;\n",
    "notes": "¹ See x.\n",
    "both": "abc¹ def,\n\n¹ See x.\n\n",
    "stars": "* a ",
    "links": "[a](b)",
    "rows": "| a | b |\n",
    "table": "| a | b |\n|---|---|\n",
    "tabs": "a\tb\tc\nx\ty\n",
    "rulers": "a\n--- ---\n",
    "pages": "\fabc\n1\n____________\nfoo\n2\n",
    "comments": "a <!-- ",
    "tags": "a<sup>1</sup>",
    "hyphens": "inter-\n",
    "digits": "word 1 word, 2 ",
    "headings": "# a\n",
}


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    with suppress(Unusable):
        assert read(data).format == "text"
        assert fits(data)


@settings(max_examples=250, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_word_is_lost(text: str) -> None:
    try:
        found = read(text)
    except Unusable:
        return
    cells = (
        cell for chunk in found.chunks if chunk.grid for row in chunk.grid.rows for cell in row
    )
    kept = " ".join(
        [*shown(found), *noted(found), *map(str, cells), *(r.text for r in found.residues)]
    )
    for word in ("Recalling", "Requests", "Annex", "Albania", "Assembly"):
        assert len(re.findall(word, kept)) == text.count(word), word


@pytest.mark.parametrize("name", LONG)
def test_long_files_take_time_in_proportion(name: str) -> None:
    start = time.monotonic()
    with suppress(Unusable):
        read(LONG[name] * SOME)
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize(
    "data",
    [b"", b"\n" * 1000, b"\0" * 100, b"{\\rtf1 hello}", b"<html><p>hello", b"a" * 12_000_001],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable) as raised:
        read(data)
    assert raised.value.problems[0].advice


@pytest.mark.parametrize(
    ("codec", "told"), [("utf-8", False), ("utf-8-sig", False), ("utf-16", True), ("cp1252", True)]
)
def test_encodings(codec: str, told: object) -> None:
    found = read("The General Assembly,\n\nRecalling “Côte d’Ivoire” – its place,\n".encode(codec))
    assert shown(found)[1] == "Recalling “Côte d’Ivoire” – its place,"
    assert any(what.startswith("read as") for what in repaired(found)) is told
