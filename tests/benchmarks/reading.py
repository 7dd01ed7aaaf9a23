"""Reading existing files: whole processes of one run, as ratios to what a library alone needs.

    python tests/benchmarks/reading.py PDF [--runs 5]

A PDF is imported, and pdfplumber alone takes the characters of all its pages; the same document,
printed as a Word file by drafter, is imported, and python-docx alone opens it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from peers import measure

CHARACTERS = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        len(page.chars)
        page.close()
"""
OPENED = "import sys, docx; [p.text for p in docx.Document(sys.argv[1]).paragraphs]"


def compared(name: str, ours: list[str], theirs: list[str], runs: int) -> None:
    """Print the medians of two commands, run in turn, and their ratio."""
    pairs = [(measure(ours), measure(theirs)) for _ in range(runs)]
    one = statistics.median(pair[0][0] for pair in pairs)
    other = statistics.median(pair[1][0] for pair in pairs)
    ratio = statistics.median(pair[0][0] / pair[1][0] for pair in pairs)
    peak = max(pair[0][1] for pair in pairs)
    print(f"{name:42} {one:6.2f} s  {other:6.2f} s   ratio {ratio:.2f}   peak {peak:.0f} MiB")


def main() -> None:
    """Print the table for the PDF named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program = str(Path(sys.executable).with_name("drafter"))
    with tempfile.TemporaryDirectory() as folder:
        word, draft = Path(folder, "same.docx"), Path(folder, "same.yaml")
        reading = [program, "import", str(options.pdf), "-o", str(draft), "--force"]
        alone = [sys.executable, "-c", CHARACTERS, str(options.pdf)]
        compared("PDF: import, characters by pdfplumber", reading, alone, options.runs)
        measure([program, "render", str(draft), "-o", str(word)])
        back = [program, "import", str(word), "-o", str(Path(folder, "back.yaml")), "--force"]
        opened = [sys.executable, "-c", OPENED, str(word)]
        compared("Word: import, paragraphs by python-docx", back, opened, options.runs)


if __name__ == "__main__":
    main()
