"""Word files whose elements were moved, doubled, renamed or emptied: read, or refused with a reason."""

from __future__ import annotations

import copy
import io
import random
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from lxml import etree

from drafter.assemble import assemble
from drafter.draft import read_draft
from drafter.errors import Unusable
from drafter.read.files import Changes, InputFile, Settings
from drafter.read.formats import word
from drafter.render import renderer
from tests.shared import shared

from .building import RULED, field, listed, mark, note, p, package, r, table, w_list, zipped

EXAMPLES = Path(__file__).parents[3] / "examples"
SECONDS = 6.0
SLOW = 5.0
VALUES = [
    *("", "0", "-1", "1", "99999999999", "abc", "true", "none", "-5pt", "%1.%2", "bullet", "3.7"),
    *("begin", "separate", "end", "eachSect", "restart", "lowerLetter", "right", "*", "\u0130"),
]
HIGH = '<w:vertAlign w:val="superscript"/>'
CHANGED = '<w:rPr><w:del w:id="1"/></w:rPr>'
BODY = "".join(
    (
        p(r("One") + mark(1) + r(" two") + r("1", HIGH)),
        p("Deleted", CHANGED),
        p(f"<w:ins>{r('added')}</w:ins><w:del>{r('gone')}</w:del>"),
        *(p("In a list", listed(1, depth)) for depth in (0, 1, 1, 0)),
        table(("A", "B"), ("1", "2"), properties=RULED),
        p(field("NOTEREF a \\f", "1", HIGH) + field("TOC", "I\t1") + field('HYPERLINK "x"', "y")),
        p(r("a") + f"<w:r><w:pict><w:txbxContent>{p('Box')}</w:txbxContent></w:pict></w:r>"),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Control')}</w:sdtContent></w:sdt>",
        p("Notes"),
        p("1. Typed."),
        "<w:sectPr><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:sectPr>",
    )
)
PARTS = {
    "footnotes": note(1, "First.", "More."),
    "numbering": w_list(("decimal", "%1."), ("lowerLetter", "(%2)")),
    "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>',
}


def mutated(root: etree._Element, chance: random.Random, count: int) -> None:
    """Change ``count`` elements below ``root`` at random."""
    elements = list(root.iter())
    for _ in range(count):
        one, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(7):
            case 0 if (above := one.getparent()) is not None:
                above.remove(one)
            case 1 if one.attrib:
                one.set(chance.choice(list(one.attrib)), chance.choice(VALUES))
            case 2 if one.attrib:
                del one.attrib[chance.choice(list(one.attrib))]
            case 3:
                one.tag = other.tag
            case 4 if other is not one and other not in list(one.iterancestors()):
                one.append(other)
            case 5 if len(list(other.iter())) < 200:
                one.append(copy.deepcopy(other))
            case _:
                one.text = chance.choice(VALUES)


def keep_on(files: list[dict[str, bytes]]) -> int:
    """Mutate and read ``files`` for a while; return how many were read or refused."""
    chance, count = random.Random(1949), 0
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        parts = dict(chance.choice(files))
        names = [name for name in parts if name.endswith((".xml", ".rels"))]
        for name in ("word/document.xml", chance.choice(names)):
            root = etree.fromstring(parts[name])
            mutated(root, chance, chance.choice((1, 5, 40)))
            parts[name] = etree.tostring(root)
        settings = Settings(changes=chance.choice(list(Changes)), links=chance.random() < 0.5)
        start = time.monotonic()
        with suppress(Unusable):
            word.find(InputFile("draft.docx", zipped(parts)), settings)
        assert time.monotonic() - start < SLOW
        count += 1
    return count


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.slow
def test_files_made_of_strings() -> None:
    assert keep_on([package(BODY, PARTS)]) > 10


@pytest.mark.slow
def test_our_own_output() -> None:
    names = ("short.yaml", "report.yaml")
    written = [renderer("docx")(assemble(read_draft(EXAMPLES / name))) for name in names]
    assert keep_on([unzipped(data) for data in written]) > 10


@pytest.mark.slow
def test_official_files() -> None:
    official = sorted(shared("word-samples").glob("*.docx"), key=lambda path: path.stat().st_size)
    assert keep_on([unzipped(path.read_bytes()) for path in official[:2]]) > 5
