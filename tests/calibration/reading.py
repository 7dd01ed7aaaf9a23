"""How well issued PDFs become drafts: what the draft prints, held against the page itself.

    python -m tests.calibration.reading FOLDER [--only GLOB] [--worst 10]

The truth is taken from the page by other means than the reader's: words with their fonts and places
as pdfplumber gives them. A paragraph is a line that begins at the first tab stop; it is preambular
if it opens in italics and operative if it opens with a number. Documents are never copied.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pdfplumber
from rapidfuzz.distance import Indel

from drafter.assemble import assemble
from drafter.document import (
    Document,
    Heading,
    Inlines,
    Paragraph,
    Role,
    Run,
    Table,
    plain,
)
from drafter.read import import_file

HEAD, FOOT, TAB = 70.0, 742.0, (145.5, 149.0)
SMALL, TITLE = 7.2, 11.0
LABEL = re.compile(r"\d{1,3}\.")
RULE = re.compile(r"_{6,}")
COUNTED = {"resolution", "draft resolution"}
"""Only their paragraphs are known by where they begin."""
LETTERS = re.compile(r"[\W_]+")


@dataclass
class Truth:
    """What the page says."""

    preambular: int = 0
    operative: int = 0
    openings: list[str] = field(default_factory=list)
    body: str = ""
    notes: str = ""
    marks: int = 0
    note_count: int = 0
    submitter: str = ""
    titled: bool = False


@dataclass
class Row:
    """One document measured; shares are from 0 to 1."""

    name: str
    kind: str
    counts: bool | None
    text: float
    italics: tuple[int, int]
    notes: tuple[int, int]
    sponsors: bool
    masthead: tuple[int, int]
    doubts: int
    said: str = ""


def main() -> None:
    """Print the table for the folder named on the command line."""
    options = _options()
    files = sorted(options.folder.glob(options.only))
    with ProcessPoolExecutor() as pool:
        rows = list(pool.map(measured, files))
    print("\n".join(table(rows, options.worst)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="*.pdf")
    parser.add_argument("--worst", type=int, default=10, help="how many to name")
    return parser.parse_args()


def measured(path: Path) -> Row:
    """Return the figures of the document at ``path``."""
    understood = import_file(path)
    document = assemble(understood.draft)
    true = truth(path)
    pre, op, openings = _paragraphs(document)
    text = Indel.normalized_similarity(true.body, _body(document))
    notes = Indel.normalized_similarity(true.notes, _notes(document)) if true.notes else 1.0
    share = (text * len(true.body) + notes * len(true.notes)) / max(
        1, len(true.body) + len(true.notes)
    )
    wanted = [opening for opening in true.openings if opening != "\0"]
    same = sum(
        block.size for block in SequenceMatcher(None, wanted, openings).get_matching_blocks()
    )
    counts = (pre, op) == (true.preambular, true.operative) or (
        not true.operative and pre + op == true.preambular
    )
    line = _letters(plain(document.front.submitter))
    return Row(
        path.stem,
        document.kind.value,
        counts if document.kind.value in COUNTED else None,
        share,
        (same, len(wanted)),
        (min(len(document.notes), true.note_count), true.note_count),
        line == _letters(true.submitter),
        _masthead(document, path),
        round((1 - understood.account.sure) * 1000),
        f"{pre}+{op} for {true.preambular}+{true.operative}",
    )


def _paragraphs(document: Document) -> tuple[int, int, list[str]]:
    tops = [
        block
        for block in document.blocks
        if isinstance(block, Paragraph)
        and block.role in {Role.PREAMBULAR, Role.OPERATIVE}
        and not block.quoted
    ]
    pre = sum(block.role is Role.PREAMBULAR for block in tops)
    return pre, len(tops) - pre, [_opening(block) for block in tops]


def _opening(block: Paragraph) -> str:
    first = block.inlines[0] if block.inlines else None
    return first.text.strip() if isinstance(first, Run) and first.italic else ""


def _body(document: Document) -> str:
    front = document.front
    words = [plain(front.submitter), front.adopted, plain(front.provenance), front.number]
    words.append(plain(front.title))
    for block in document.blocks:
        match block:
            case Paragraph() | Heading():
                words += [block.label, plain(block.inlines)]
            case Table():
                words += [block.label, plain(block.title)]
                words += [plain(cell) for row in (block.columns, *block.rows) for cell in row]
            case _:
                words += block.lines
    return _letters(" ".join(words))


def _notes(document: Document) -> str:
    starred = [note.inlines for note in document.asterisk_notes]
    texts: list[Inlines] = [*starred, *(note.inlines for note in document.notes)]
    return _letters(" ".join(map(plain, texts)))


def _masthead(document: Document, path: Path) -> tuple[int, int]:
    head = document.masthead
    with pdfplumber.open(path, pages=[1]) as pdf:
        text = re.sub(r"\s+", " ", pdf.pages[0].extract_text(x_tolerance=1.5) or "")
    told = [head.session, *head.committee, head.agenda_line, head.distribution, head.date]
    told += [*head.agenda_titles, head.original]
    found = [line for line in told if line]
    symbol = path.stem.replace("_", "/").rstrip("*") == head.symbol.rstrip("*").replace("_", "/")
    right = sum(_letters(line) in _letters(text) for line in found) + symbol
    return right, len(found) + 1


# --- the page itself --------------------------------------------------------------------------------


def truth(path: Path) -> Truth:
    """Return what the pages of ``path`` say."""
    found = Truth()
    body: list[str] = []
    notes: list[str] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            above, below = _split(list(_lines(page)))
            found.note_count += sum(_is_note(line) for line in below)
            notes += [word["text"] for line in below for word in line if not _is_mark(word)]
            text = [line for line in above if page.page_number > 1 or line[0]["x0"] > 65]
            body += [word["text"] for line in text for word in line if not _is_mark(word)]
            _count(found, above)
            page.close()
    found.body, found.notes = _letters(" ".join(body)), _letters(" ".join(notes))
    return found


def _lines(page: Any) -> Iterator[list[dict[str, Any]]]:
    """Yield the lines of a page as words, page furniture and masthead left out."""
    words = page.extract_words(x_tolerance=1.5, extra_attrs=["fontname", "size"])
    rules = [
        rule["bottom"]
        for rule in (*page.rects, *page.lines)
        if rule["width"] > 50 and rule["bottom"] < 300
    ]
    top = max(rules, default=HEAD) if page.page_number == 1 else HEAD
    held: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda word: word["bottom"] + _rise(word)):
        if not top < word["bottom"] < FOOT or "arcode" in word["fontname"]:
            continue
        if held and word["bottom"] + _rise(word) - held[0]["bottom"] > 5:
            yield sorted(held, key=lambda word: word["x0"])
            held = []
        held.append(word)
    if held:
        yield sorted(held, key=lambda word: word["x0"])


def _rise(word: dict[str, Any]) -> float:
    """A raised mark belongs to the line below it."""
    return 3.0 if word["size"] < SMALL else 0.0


def _split(lines: Sequence[list[dict[str, Any]]]) -> tuple[list[Any], list[Any]]:
    """Return the text and the notes of a page: they begin at the rule, or where all is small."""
    for index, line in enumerate(lines):
        if RULE.match(line[0]["text"]):
            return list(lines[:index]), list(lines[index + 1 :])
        small = all(word["size"] < 9 for below in lines[index:] for word in below)
        if small and (_is_note(line) or line[0]["text"].startswith("*")):
            return list(lines[:index]), list(lines[index:])
    return list(lines), []


def _is_mark(word: dict[str, Any]) -> bool:
    return bool(word["size"] < SMALL and word["text"].strip(",").isdigit())


def _is_note(line: Sequence[dict[str, Any]]) -> bool:
    return _is_mark(line[0])


def _count(found: Truth, lines: Sequence[list[dict[str, Any]]]) -> None:
    for index, line in enumerate(lines):
        first = line[0]
        bold = "Bold" in first["fontname"]
        if bold and first["text"] in {"Annex", "Appendix"} and len(line) <= 2:
            found.submitter += " "
            found.openings.append("\0")
        if found.openings and found.openings[-1] == "\0":
            continue
        if bold and first["size"] > TITLE and first["x0"] > 120:
            found.titled = True
        if bold and first["size"] < TITLE and first["x0"] > 120 and not found.titled:
            found.submitter += " ".join(word["text"] for word in line) + " "
        if not TAB[0] < first["x0"] < TAB[1] or bold:
            continue
        rest = [*line, *(lines[index + 1] if index + 1 < len(lines) else [])]
        if label := _label(line):
            found.operative += 1
            found.openings.append(_italic(rest[label:]))
        elif "Italic" in first["fontname"] and not _is_organ(line):
            found.preambular += 1
            found.openings.append(_italic(rest))


def _label(line: Sequence[dict[str, Any]]) -> int:
    """Return how many words make the number in front: its full stop may be in another font."""
    words = [word["text"] for word in line[:2]]
    if LABEL.fullmatch(words[0]):
        return 1
    return 2 if LABEL.fullmatch("".join(words)) else 0


def _is_organ(line: Sequence[dict[str, Any]]) -> bool:
    return bool(re.fullmatch(r"The [\w ]+,?", " ".join(word["text"] for word in line)))


def _italic(words: Sequence[dict[str, Any]]) -> str:
    held = []
    for word in words:
        if "Italic" not in word["fontname"]:
            break
        held.append(word["text"])
    return " ".join(held).strip(",; ")


def _letters(text: str) -> str:
    return LETTERS.sub("", text)


# --- the table --------------------------------------------------------------------------------------


def table(rows: Sequence[Row], worst: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'':20}{'n':>4}{'counts':>9}{'text':>10}{'italics':>9}{'notes':>9}{'sponsors':>10}{'masthead':>10}"
    for kind in sorted({row.kind for row in rows}):
        yield _line(kind, [row for row in rows if row.kind == kind])
    yield _line("all", rows)
    yield "\nthe worst by text, then by counts"
    for row in sorted(rows, key=lambda row: (row.text, row.counts is not False))[:worst]:
        yield _line(row.name, [row]) + f"  {row.said}"
    for row in rows:
        if row.counts is False or not row.sponsors or row.masthead[0] < row.masthead[1]:
            yield f"{row.name}: {row.said}; sponsors {row.sponsors}; masthead {row.masthead}"


def _line(name: str, rows: Sequence[Row]) -> str:
    """Return a line of the table; a dash stands where there is nothing to measure."""
    counted = [(int(row.counts), 1) for row in rows if row.counts is not None]
    cells = (
        (counted, 9, 1),
        ([(row.text, 1) for row in rows], 10, 2),
        ([row.italics for row in rows], 9, 1),
        ([row.notes for row in rows], 9, 1),
        ([(int(row.sponsors), 1) for row in rows], 10, 1),
        ([row.masthead for row in rows], 10, 1),
    )
    return f"{name:20}{len(rows):4}" + "".join(_cell(*cell) for cell in cells)


def _cell(pairs: Sequence[tuple[float, int]], width: int, places: int) -> str:
    all_ = sum(count for _, count in pairs)
    share = f"{sum(part for part, _ in pairs) / all_:.{places}%}" if all_ else "–"
    return f"{share:>{width}}"


if __name__ == "__main__":
    main()
