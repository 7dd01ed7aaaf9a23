"""Each role of our Word file has, property by property, what the Secretariat's own files have.

Differences that are meant stand in ``MEANT``, each with its reason.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from drafter.document import Heading, HeadingRole, Paragraph, Role, Run
from drafter.render.word import render
from tests.fidelity import effective
from tests.render import samples
from tests.shared import shared

W = effective.W
UNDOF = "word-samples/A_80_604_Add.1.docx"
LIST = "word-samples/A_80_604_Add.4.docx"
REPORT = "word-samples/A_80_615.docx"

MEANT = {
    ("agenda title", "ind.right"): "issued L. documents break the title later; see layout.toml",
    ("note", "ind.hanging"): "LibreOffice drops a tab before the number; see notes.py",
    ("note", "tabs"): "no tab stop for the number, which stands at the first line's start",
    ("distribution", "color"): "a black of 010000, the trace of a program",
}

# Role, part of the file, the words in ours, the official file, the words there.
PARAGRAPHS = [
    ("session", "document", "Eightieth session", UNDOF, "Eightieth session"),
    ("agenda item", "document", "Agenda item", UNDOF, "Agenda item"),
    ("agenda title", "document", "Lighthouses and coastal safety: night", UNDOF, "Financing of"),
    ("title of a report", "document", r"\|\|Lighthouses and coastal safety$", UNDOF, r"\|\|Budget"),
    ("second title", "document", r"\|\|Report of the", UNDOF, r"\|\|Report of the"),
    ("part", "document", r"\|I\.\|", UNDOF, r"\|I\.\|"),
    ("subpart", "document", r"\|A\.\|", UNDOF, r"\|A\.\|"),
    ("side heading", "document", r"\|\|A side heading", UNDOF, r"\|\|Financial resources"),
    ("minor heading", "document", r"\|\|A minor heading", UNDOF, r"\|\|Matters pertaining"),
    ("numbered paragraph", "document", r"1\.\|", UNDOF, r"1\.\|During"),
    ("sub-paragraph (a)", "document", r"\|\(a\)\|", LIST, r"\|\(a\)\|"),
    ("sub-paragraph (i)", "document", r"\|\(i\)\|", REPORT, r"\|\(i\)\|Community"),
    ("note", "footnotes", r".*\|See", UNDOF, r"\| *\|Excludes"),
    ("separator", "footnotes", "_{18}", UNDOF, "_{18}"),
    ("United Nations", "header-first", "United Nations", UNDOF, "United Nations"),
    ("symbol", "header-first", "A/80/998", UNDOF, "A/80/604"),
    ("organ", "header-first", "General Assembly", UNDOF, "General Assembly"),
    ("distribution", "header-first", "Distr", UNDOF, "Distr"),
    ("date", "header-first", "12 November", UNDOF, "7 April"),
    ("running symbol", "header-even", "A/80/998", UNDOF, "A/80/604"),
]
PARTS = {
    "header-first": "header3",
    "header-even": "header1",
    "footer-even": "footer2",
    "footer-default": "footer1",
}


@pytest.fixture(scope="module")
def ours(tmp_path_factory) -> Path:
    text = (Run("words"),)
    more = (
        Heading(HeadingRole.SIDE, (Run("A side heading"),)),
        Heading(HeadingRole.MINOR, (Run("A minor heading"),)),
        Paragraph(Role.ITEM, text, label="(a)", level=1),
        Paragraph(Role.ITEM, text, label="(i)", level=2),
        Paragraph(Role.PLAIN, (Run("A/80/1", link="https://docs.un.org/A/80/1"),)),
    )
    document = msgspec.structs.replace(samples.REPORT, blocks=(*samples.REPORT.blocks, *more))
    path: Path = tmp_path_factory.mktemp("fidelity") / "ours.docx"
    path.write_bytes(render(document))
    return path


def find(path: Path, part: str, pattern: str) -> etree._Element:
    """Return the first paragraph whose words begin with ``pattern``."""
    name = PARTS.get(part, part) if path.name != "ours.docx" else part
    paragraphs = effective.root(path, name).iter(f"{W}p")
    return next(p for p in paragraphs if re.match(pattern, effective.words(p)))


def different(role: str, mine: dict[str, str], theirs: dict[str, str]) -> dict[str, tuple]:
    """Return what differs and is not meant to: ours, theirs."""
    return {
        key: (mine.get(key), theirs.get(key))
        for key in sorted(mine.keys() | theirs.keys())
        if mine.get(key) != theirs.get(key) and (role, key) not in MEANT
    }


every_role = pytest.mark.parametrize("case", PARAGRAPHS, ids=[case[0] for case in PARAGRAPHS])


@every_role
def test_paragraphs_are_the_secretariats(ours, case):
    role, part, pattern, file, official = case
    theirs = shared(file)
    mine, model = find(ours, part, pattern), find(theirs, part, official)
    found = effective.paragraph(ours, mine)
    assert different(role, found, effective.paragraph(theirs, model)) == {}


@every_role
def test_words_are_the_secretariats(ours, case):
    role, part, pattern, file, official = case
    theirs = shared(file)
    mine, model = find(ours, part, pattern), find(theirs, part, official)
    runs = [[r for r in p.findall(f"{W}r") if r.find(f"{W}t") is not None] for p in (mine, model)]
    found, wanted = effective.run(ours, runs[0][-1]), effective.run(theirs, runs[1][-1])
    assert different(role, found, wanted) == {}


RUNS = [
    ("large letter", "header-first", ".//w:r[w:t='A']", "header-first"),
    ("note number", "footnotes", ".//w:r[w:footnoteRef]", "footnotes"),
    ("note mark", "document", ".//w:r[w:footnoteReference]", "document"),
    (
        "link",
        "document",
        ".//w:p[w:pPr/w:pStyle/@w:val='SingleTxt']/w:hyperlink[@r:id]/w:r",
        "document",
    ),
    ("page number", "footer-even", ".//w:r[w:t='/']", "footer-even"),
]


@pytest.mark.parametrize(("role", "part", "path", "official"), RUNS)
def test_runs_are_the_secretariats(ours, role, part, path, official):
    theirs = shared(UNDOF)
    names = {
        "w": W.strip("{}"),
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }
    mine = effective.root(ours, part).xpath(path, namespaces=names)[0]
    model = effective.root(theirs, PARTS.get(official, official)).xpath(path, namespaces=names)[0]
    assert different(role, effective.run(ours, mine), effective.run(theirs, model)) == {}


SETTINGS = ("defaultTabStop", "doNotHyphenateCaps", "evenAndOddHeaders", "compatSetting")
PAGE = ("w", "h", "top", "right", "left", "header", "footer", "gutter")


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_are_the_secretariats(ours, name):
    mine, theirs = (
        [dict(e.attrib) for e in effective.root(path, "settings").iter(W + name)]
        for path in (ours, shared(UNDOF))
    )
    assert mine == theirs


def test_the_page_is_the_secretariats(ours):
    """The bottom margin of page 1 comes from the footer's height, that of the others is theirs."""
    mine, theirs = (
        [
            {key: element.get(W + key) for key in (*PAGE, "bottom") if element.get(W + key)}
            for section in list(effective.root(path, "document").iter(f"{W}sectPr"))[-1:]
            for element in (section.find(f"{W}pgSz"), section.find(f"{W}pgMar"))
        ]
        for path in (ours, shared(UNDOF))
    )
    assert mine == theirs
