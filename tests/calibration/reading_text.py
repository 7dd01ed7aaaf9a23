"""Show what the reader of text finds, and measure what is lost on the way from a PDF.

    python -m tests.calibration.reading_text FILE...          # chunks, notes, marks, repairs
    python -m tests.calibration.reading_text --pdf FOLDER     # pdftotext, read, words compared

Every ``*.pdf`` in FOLDER is turned into text by pdftotext, as it flows and with ``-layout``, and
read; the words found are held against those that the reader of PDF finds: how many are missing, how
many are new, and what share stands in the same order.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from drafter.inline import NoteKey, Parts, Text
from drafter.read.files import InputFile, Settings
from drafter.read.formats import load
from drafter.read.found import Found

WORD = re.compile(r"\w+")
MODES: dict[str, list[str]] = {"flowing": [], "layout": ["-layout"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pdf", type=Path)
    asked = parser.parse_args()
    for path in asked.files:
        print(f"=== {path.name}", *lines_of(read("text", path.name, path.read_bytes())), sep="\n")
    for path in sorted(asked.pdf.glob("*.pdf")) if asked.pdf else ():
        print(*measured(path), sep="\n", flush=True)


def read(name: str, file: str, data: bytes) -> Found:
    return load(name).find(InputFile(file, data), Settings())


def lines_of(found: Found) -> Iterator[str]:
    yield f"looks {found.looks}, {len(found.chunks)} chunks, {len(found.notes)} notes"
    for chunk in found.chunks:
        signs = f"{'#' * chunk.heading}{'>' * chunk.quoted}"
        yield f"{chunk.origin.line:5} {signs:3} {chunk.label:5} {written(chunk.parts)}"
        for row in chunk.grid.rows if chunk.grid else ():
            yield "            | " + " | ".join(map(written, row))
    for note in found.notes:
        yield f"{note.origin.line:5} note {note.mark} (from {note.after}) {written(note.parts)}"
    for repair in found.repairs:
        yield f"{repair.origin.line:5} {repair.count} times: {repair.what}"
    for residue in found.residues:
        yield f"{residue.origin.line:5} left: {residue.why}: {residue.text}"


def written(parts: Parts) -> str:
    return "".join(_written(part) for part in parts)


def _written(part: object) -> str:
    match part:
        case Text(text, italic, bold):
            stars = "*" * (italic + 2 * bold)
            return f"{stars}{text}{stars}"
        case NoteKey(key):
            return f"{{{key}}}"
        case _:
            return ""


def measured(path: Path) -> Iterator[str]:
    ours = words_of(read("pdf", path.name, path.read_bytes()))
    for mode, options in MODES.items():
        command = ["pdftotext", *options, str(path), "-"]
        data = subprocess.run(command, capture_output=True, check=True).stdout
        found = words_of(read("text", path.name, data))
        missing, new = Counter(ours) - Counter(found), Counter(found) - Counter(ours)
        matcher = SequenceMatcher(None, ours, found, autojunk=False)
        order = sum(block.size for block in matcher.get_matching_blocks()) / max(len(ours), 1)
        yield (
            f"{path.stem:20} {mode:8} {len(ours):6} words, {missing.total():4} missing, "
            f"{new.total():4} new, {order:.2%} in order"
        )


def words_of(found: Found) -> list[str]:
    """Return the words of chunks, tables and notes; hyphens part words, whatever their form."""
    texts: list[Parts] = []
    for chunk in found.chunks:
        texts.append((Text(f"{chunk.label} "), *chunk.parts))
        texts += [cell for row in chunk.grid.rows for cell in row] if chunk.grid else []
    texts += [note.parts for note in found.notes]
    return [
        word
        for parts in texts
        for word in WORD.findall("".join(p.text if isinstance(p, Text) else " " for p in parts))
    ]


if __name__ == "__main__":
    main()
