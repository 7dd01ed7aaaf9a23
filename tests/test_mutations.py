"""Damaged drafts: whatever the damage, the answer is a document or words about the problem."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from drafter.assemble import assemble
from drafter.document import Document
from drafter.draft import draft_from
from drafter.errors import Unusable
from drafter.render import renderer
from drafter.render.word.proof import proof
from drafter.source import Source

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))
JUNK = [
    *":*[]{}#@^&!|>\"'-,%`\\“”…_/()1aA\u00a0\t\x85",
    *(
        "[^",
        "[@",
        "[#",
        "**",
        "- ",
        "  ",
        "__",
        "76/…",
        ": ",
        "~",
        "yes",
        "A/80/1",
        "70/1",
        "\n  - ",
    ),
]


def damaged(text: str, chance: random.Random) -> str:
    """Return ``text`` with a few lines dropped, doubled, shifted or scribbled on."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(at, chance.choice(lines))
            case 2:
                lines[at] = " " * chance.randint(0, 8) + lines[at].lstrip()
            case _:
                line, cut = lines[at], chance.randint(0, len(lines[at]))
                lines[at] = line[:cut] + chance.choice(JUNK) + line[cut + chance.randint(0, 3) :]
    return "\n".join(lines)


def made(text: str) -> Document | None:
    try:
        return assemble(draft_from(Source("f.yaml", text)))
    except Unusable as error:
        words = [problem.message for problem in error.problems]
    assert all(words)
    return None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_damaged_drafts(seed: int) -> None:
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    documents = [made(damaged(chance.choice(texts), chance)) for _ in range(120)]
    found = [document for document in documents if document]
    assert found
    for document in found:
        assert renderer("txt")(document)
        assert renderer("html")(document)
        assert proof(renderer("docx")(document)) == ()
