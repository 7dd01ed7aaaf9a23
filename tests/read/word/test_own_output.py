"""What the program writes to Word is found there again: words, italics, labels, marks and notes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.assemble import assemble
from drafter.document import Document, Inlines, Mark, Paragraph, Run, Star, Table
from drafter.draft import draft_from, read_draft
from drafter.inline import NoteKey, Parts, Text
from drafter.read.files import InputFile, Settings
from drafter.read.formats import word
from drafter.read.found import Found
from drafter.render import renderer
from drafter.source import Source

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))

Signs = tuple[str, ...]


def found_in(document: Document) -> Found:
    data = renderer("docx")(document)
    return word.find(InputFile("draft.docx", data), Settings())


def said(label: str, signs: Iterator[str]) -> Signs:
    """Return a paragraph as its label and its letters, each italic one with a slash in front."""
    return (label, *signs)


def of_inlines(inlines: Inlines) -> Iterator[str]:
    for part in inlines:
        match part:
            case Run():
                yield from _letters(part.text, italic=part.italic)
            case Mark():
                yield f"[{part.number}]"
            case Star():
                yield f"[{part.stars}]"


def of_parts(parts: Parts) -> Iterator[str]:
    for part in parts:
        match part:
            case Text(text, italic):
                yield from _letters(text, italic=italic)
            case NoteKey(key):
                yield f"[{key}]"


def _letters(text: str, *, italic: bool) -> Iterator[str]:
    # Blanks have no look, nor has the comma behind italics.
    for sign in text:
        if not sign.isspace():
            yield f"/{sign}" if italic and sign not in ",;:" else sign


def paragraphs(document: Document) -> list[Signs]:
    blocks = (block for block in document.blocks if isinstance(block, Paragraph))
    return [said(block.label, of_inlines(block.inlines)) for block in blocks]


def check(document: Document) -> None:
    found = found_in(document)
    chunks = iter([said(chunk.label, of_parts(chunk.parts)) for chunk in found.chunks])
    for paragraph in paragraphs(document):
        assert paragraph in chunks, "".join(paragraph)
    expected = [(str(n.number), *of_inlines(n.inlines)) for n in document.notes]
    expected += [(n.stars, *of_inlines(n.inlines)) for n in document.asterisk_notes]
    assert sorted((note.mark, *of_parts(note.parts)) for note in found.notes) == sorted(expected)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    grids = [chunk.grid for chunk in found.chunks if chunk.grid]
    for one, other in zip(tables, grids, strict=True):
        rows = [*([one.columns] if other.heads else []), *one.rows]
        assert [[[*of_inlines(cell)] for cell in row] for row in rows] == [
            [[*of_parts(cell)] for cell in row] for row in other.rows
        ]
    assert found.looks
    assert not found.residues


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    check(assemble(read_draft(path)))


WORDS = st.sampled_from(
    [
        *("the libraries of small States,", "5 May 2026", "–", "paragraph 3 (a)", "“A title”"),
        *("No. 4", "$9.9 million;", "*Treaty Series*", "a;", "*b*:", "c,", "co-operation"),
        *(
            "États",
            "2030",
            "70/1",
            "(i)",
            "I.",
            "\\*y",
            "\\[z]",
            "A/80/1",
            "km²",
            "H₂O",
            "**bold**",
        ),
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).map(str.strip)
OPENINGS = st.sampled_from(["Recalling", "Noting with concern", "Reaffirming", "Welcoming"])
VERBS = st.sampled_from(["Requests", "Decides", "Takes note of", "Urges"])
NOTES = ("one", "two", "three")
KEYS = st.sampled_from(["", "[^one]", "[^two]", ",[^one] and the rest[^three]", "[^A/80/7]"])


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda found: " ".join(found[:-1]) + found[-1])


ITEMS = st.recursive(
    TEXTS,
    lambda items: st.fixed_dictionaries(
        {"text": TEXTS, "items": st.lists(items, max_size=3, min_size=1)}
    ),
    max_leaves=6,
)
PREAMBLE = st.lists(joined(OPENINGS, TEXTS, KEYS), max_size=5)
OPERATIVE = st.lists(
    st.one_of(
        joined(VERBS, TEXTS, KEYS),
        st.fixed_dictionaries({"text": joined(VERBS, TEXTS, KEYS), "items": st.lists(ITEMS, min_size=1, max_size=4)}),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PREAMBLE, OPERATIVE, st.lists(TEXTS, min_size=3, max_size=3))
def test_drafts_of_any_kind(preamble: list[str], operative: list[object], texts: list[str]) -> None:
    draft: dict[str, object] = {
        "kind": "draft resolution",
        "symbol": "A/C.3/81/L.5",
        "session": "81",
        "sponsors": {"states": ["Fiji", "Ghana"], "note": "In the name of both"},
        "title": "A title",
        "preamble": preamble,
        "operative": operative,
    }
    names = [name for name in NOTES if f"[^{name}]" in json.dumps(draft)]
    draft["notes"] = dict(zip(names, texts, strict=False))
    check(assemble(draft_from(Source("draft.yaml", json.dumps(draft)))))
