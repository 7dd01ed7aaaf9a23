"""LibreOffice prints the file with every baseline where issued documents have it.

The figures are baselines in points from the top of the page, read from A/C.3/80/L.62 (an
amendment), A/RES/79/76 (an adopted resolution) and A/80/L.38 (a star in its frame).
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pdfplumber
import pytest

from drafter.document import (
    AsteriskNote,
    Document,
    Front,
    Kind,
    Paragraph,
    Role,
    Run,
    Star,
)
from drafter.render.word import WordOptions, render
from tests.render import samples

from .reading import MASTHEAD

pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here"),
]

NEAR = 0.5


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Return the lines of page 1 of every document: text by baseline and left edge."""
    folder: Path = tmp_path_factory.mktemp("office")
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(render(document, WordOptions(typed_marks=True)))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in DOCUMENTS]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    return {name: lines(folder / f"{name}.pdf") for name in DOCUMENTS}


def lines(path: Path) -> list[tuple[float, float, str]]:
    with pdfplumber.open(path) as pdf:
        page = pdf.pages[0]
        rows: dict[float, list[dict]] = {}
        for char in page.chars:
            rows.setdefault(round(page.height - char["matrix"][5], 1), []).append(char)
    found = []
    for baseline, chars in sorted(rows.items()):
        seen = sorted((c for c in chars if c["text"].strip()), key=lambda c: c["x0"])
        if seen:
            found.append((baseline, seen[0]["x0"], "".join(c["text"] for c in seen)))
    return found


def runs(*texts: str) -> tuple[Run, ...]:
    return tuple(Run(text) for text in texts)


AMENDMENT = Document(
    kind=Kind.AMENDMENT,
    masthead=samples.masthead("A/C.3/80/L.99", ("Third Committee",)),
    front=Front(submitter=runs("Chad: amendment"), title=runs("Lamps")),
    blocks=(
        Paragraph(Role.PLAIN, runs("Insert:")),
        Paragraph(Role.PREAMBULAR, runs("Quoted " * 30), quoted=True),
    ),
    notes=(),
    asterisk_notes=(),
)
ADOPTED = Document(
    kind=Kind.RESOLUTION,
    masthead=samples.masthead("A/RES/79/999", original=""),
    front=Front(
        adopted="Resolution adopted by the General Assembly on 2 December 2024",
        provenance=runs("[on the report]"),
        number="79/999.",
        title=runs("Lamps"),
    ),
    blocks=(samples.organ_line(), samples.preambular("Recalling", " all,")),
    notes=(),
    asterisk_notes=(),
)
STARRED = Document(
    kind=Kind.DRAFT_RESOLUTION,
    masthead=MASTHEAD,
    front=Front(submitter=(Run("Fiji:"), Star("*"), Run(" draft resolution"))),
    blocks=(Paragraph(Role.PLAIN, runs("Text.")),),
    notes=(),
    asterisk_notes=(AsteriskNote("*", runs("The sponsors.")),),
)
DOCUMENTS = {
    "amendment": AMENDMENT,
    "adopted": ADOPTED,
    "starred": STARRED,
    "draft": samples.DRAFT,
    "report": samples.REPORT,
}

PLACES = [
    ("amendment", "A/C.3/80/L.99", 56.5, None),
    ("amendment", "UnitedNations", 57.8, 123.4),
    ("amendment", "GeneralAssembly", 86.4, 123.4),
    ("amendment", "Distr.:Limited", 86.7, 397.0),
    ("amendment", "12November2025", 98.4, 397.0),
    ("amendment", "Original:English", 122.4, 397.0),
    ("amendment", "Eightiethsession", 222.2, 60.0),
    ("amendment", "ThirdCommittee", 235.4, 60.0),
    ("amendment", "Agendaitem14(b)", 247.7, 60.0),
    ("amendment", "Lighthousesandcoastalsafety:nightsignalsofsmallharbours", 259.7, 60.0),
    ("amendment", "Chad:amendment", 289.7, 123.4),
    ("amendment", "Lamps", 314.9, 123.4),
    ("amendment", "Insert:", 339.2, 147.1),
    ("adopted", "ResolutionadoptedbytheGeneralAssembly", 278.7, 123.4),
    ("adopted", "on2December2024", 293.7, 123.4),
    ("adopted", "[onthereport]", 318.3, 123.4),
    ("adopted", "79/999.Lamps", 343.5, None),
    ("adopted", "TheGeneralAssembly,", 368.0, 147.1),
    ("starred", "*Thesponsors.", 721.9, 115.6),
]


@pytest.mark.parametrize(("name", "text", "baseline", "left"), PLACES)
def test_lines_stand_where_issued_documents_have_them(printed, name, text, baseline, left):
    found = [(y, x) for y, x, line in printed[name] if line == text]
    assert len(found) == 1, printed[name]
    assert found[0][0] == pytest.approx(baseline, abs=NEAR)
    assert left is None or found[0][1] == pytest.approx(left, abs=NEAR)


def test_a_quoted_block_stands_further_in(printed):
    quoted = [x for _, x, text in printed["amendment"] if text.startswith("Quoted")]
    assert quoted[0] == pytest.approx(170.9, abs=NEAR)
    assert {round(x) for x in quoted[1:]} == {147}


def test_every_text_of_a_report_counts_its_notes_from_one(printed):
    texts = [text for _, _, text in printed["report"]]
    assert "UnitedNations,TreatySeries,vol.9999,No.12345." in texts
    assert texts.count("1") >= 2


def test_stars_and_numbers_share_the_foot_of_the_page(printed):
    texts = [text for _, _, text in printed["draft"]]
    assert "**Sponsorswhojoinlaterarenamedintherecordofthemeeting." in texts
    assert "A/80/9999." in texts
