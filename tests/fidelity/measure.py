"""How near our Word file comes to the issued document, over a folder of official PDFs.

    python -m tests.fidelity.measure FOLDER --distance layout_distance.py
        [--only GLOB] [--typed-marks] [--whole] [--json] [--keep FOLDER]

Each PDF is transcribed to a draft, assembled, written as a Word file and printed by LibreOffice;
the words of both PDFs are then compared by the functions of layout_distance.py.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from drafter.assemble import assemble
from drafter.document import Document
from drafter.errors import Unusable
from drafter.render.word import WordOptions, render
from drafter.writing import write_yaml
from tests.fidelity.comparison import Figures, compare
from tests.fidelity.office import convert, workshop
from tests.fidelity.transcribe import ALL_PAGES, draft_of

PAGES = 3
FIGURES = ("coverage", "lines", "even_lines", "font", "dx", "dx_p95", "dy", "dy_p95")
_SHARES = 4
_WORST = 10


@dataclass(frozen=True)
class Found:
    """One document: its kind, the figures of the comparison, or why there are none."""

    name: str
    kind: str
    figures: Figures | None = None
    failure: str = ""


def compared(
    pdfs: Sequence[Path],
    distance: Path,
    *,
    typed_marks: bool = True,
    keep: Path | None = None,
    whole: bool = False,
) -> list[Found]:
    """Return the comparison of each PDF with our print of it: of page 1, or of all pages."""
    read, held = (ALL_PAGES, ALL_PAGES - 1) if whole else (PAGES, 1)
    with workshop() as folder:
        found = [_written(pdf, folder, read, typed_marks=typed_marks) for pdf in pdfs]
        convert(
            [folder / f"{pdf.stem}.docx" for pdf in pdfs if _docx(folder, pdf).is_file()], folder
        )
        if keep:
            shutil.copytree(
                folder, keep, dirs_exist_ok=True, ignore=shutil.ignore_patterns("profile")
            )
        pairs = zip(found, pdfs, strict=True)
        return [_compared(each, pdf, folder, distance, held) for each, pdf in pairs]


def kind_of(document: Document) -> str:
    """Return the kind with what tells its layout: a Committee's or the plenary's, revised …"""
    kind = document.kind.value
    symbol = document.masthead.symbol
    if kind == "resolution":
        return "adopted resolution"
    plenary = "" if "/C." in symbol else "plenary "
    revised = "revised " if "/Rev." in symbol else ""
    annex = " with annex" if any(_is_annex(block) for block in document.blocks) else ""
    return f"{plenary}{revised}{kind}{annex}"


def _is_annex(block: object) -> bool:
    return getattr(getattr(block, "role", None), "name", "") == "ANNEX"


def _docx(folder: Path, pdf: Path) -> Path:
    return folder / f"{pdf.stem}.docx"


def _written(pdf: Path, folder: Path, pages: int, *, typed_marks: bool) -> Found:
    try:
        draft = draft_of(pdf, pages)
        (folder / f"{pdf.stem}.yaml").write_text(write_yaml(draft), encoding="utf-8")
        document = assemble(draft)
        data = render(document, WordOptions(typed_marks=typed_marks))
    except Unusable as error:
        return Found(pdf.stem, "failed", failure=str(error))
    _docx(folder, pdf).write_bytes(data)
    return Found(pdf.stem, kind_of(document))


def _compared(found: Found, pdf: Path, folder: Path, distance: Path, pages: int) -> Found:
    printed = folder / f"{pdf.stem}.pdf"
    if found.failure or not printed.is_file():
        return replace(found, failure=found.failure or "LibreOffice made no PDF")
    return replace(found, figures=compare(printed, pdf, distance, pages=pages))


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    options = _options(arguments)
    pdfs = sorted(options.folder.glob(options.only))
    found = compared(
        pdfs,
        options.distance,
        typed_marks=options.typed_marks,
        keep=options.keep,
        whole=options.whole,
    )
    if options.json:
        rows = [
            {
                "name": f.name,
                "kind": f.kind,
                "failure": f.failure,
                **(asdict(f.figures) if f.figures else {}),
            }
            for f in found
        ]
        print(json.dumps(rows, indent=1))
    else:
        print("\n".join(_table(found)))
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--distance", type=Path, required=True)
    parser.add_argument("--only", default="*.pdf")
    parser.add_argument("--typed-marks", action="store_true", help="print the file of the PDF path")
    parser.add_argument("--whole", action="store_true", help="compare all pages, not the first")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--keep", type=Path, help="leave drafts, Word files and PDFs here")
    return parser.parse_args(arguments)


def _table(found: Sequence[Found]) -> Iterator[str]:
    head = "".join(f"{name.replace('_', ' '):>11}" for name in FIGURES)
    yield f"{'':34}{'n':>3}{head}"
    measured = [each for each in found if each.figures]
    for kind in sorted({each.kind for each in measured}):
        yield _row(kind, [each for each in measured if each.kind == kind])
    if measured:
        yield _row("all", measured)
        yield "\nthe worst by line openings outside squeezed paragraphs, then by coverage"
        for each in sorted(measured, key=_worth)[:_WORST]:
            yield _row(f"{each.name} ({each.kind})"[:34], [each])
        yield from _missing(measured)
    for each in found:
        if each.failure:
            yield f"\n{each.name}: {each.failure}"


def _missing(found: Sequence[Found]) -> Iterator[str]:
    yield "\nwords of the issued page that ours has not"
    for each in found:
        if each.figures and each.figures.missing:
            yield f"{each.name}: {' '.join(each.figures.missing)[:200]}"


def _worth(found: Found) -> tuple[float, float]:
    assert found.figures is not None
    return found.figures.even_lines, found.figures.coverage


def _row(name: str, found: Sequence[Found]) -> str:
    cells = "".join(
        f"{_middle(figure, found):11.1%}" if index < _SHARES else f"{_middle(figure, found):11.2f}"
        for index, figure in enumerate(FIGURES)
    )
    return f"{name:34}{len(found):3}{cells}"


def _middle(figure: str, found: Sequence[Found]) -> float:
    """Shares are averaged; of distances the median says more."""
    values = [float(getattr(each.figures, figure)) for each in found]
    values = [value for value in values if not math.isnan(value)]
    if not values:
        return math.nan
    return statistics.mean(values) if figure in FIGURES[:_SHARES] else statistics.median(values)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
