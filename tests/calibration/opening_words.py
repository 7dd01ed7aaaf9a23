"""Measure the grammar of opening words on a folder of official PDF documents.

    python tests/calibration/opening_words.py FOLDER [--failures]

Reads every ``*.pdf`` in FOLDER, finds the preambular and operative paragraphs by their layout
alone (indent, number, italic), and compares what is printed in italic with what the grammar
says. The documents themselves are never copied into the repository.
"""

from __future__ import annotations

import argparse
import enum
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pdfplumber

from drafter.library.opening import Opening, Part, expected_adverb, parse_opening

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY_SIZE = (9.5, 10.5)
INDENT = (145.0, 150.0)
HEADING_SIZE = 11.5
WORD_GAP = 1.0
LINE_GAP = 4.0
PARAGRAPH_GAP = 15.0
LINES_KEPT = 5
ORGAN = re.compile(r"The (General Assembly|Economic and Social Council|Human Rights Council)\W*$")
NUMBER = re.compile(r"(\d+)\.\s+")
ANNEX = re.compile(r"Annex\b")
WORDS_END = re.compile(r"\W+$")


class Line(msgspec.Struct, frozen=True):
    """One printed line: its left edge, its distance from the line above, and its letters' fonts."""

    left: float
    gap: float
    text: str
    italics: str
    bold: bool


class Paragraph(msgspec.Struct, frozen=True):
    """The beginning of one paragraph, how much of it is italic, and whether a heading precedes."""

    document: str
    part: Part
    text: str
    italic: int
    first: bool


class Outcome(enum.Enum):
    """What one paragraph says about the grammar."""

    UNKNOWN = "not recognised"
    SPAN = "other italic span"
    ADVERB = "other sequence word"


class Failure(msgspec.Struct, frozen=True):
    """A paragraph on which print and grammar differ."""

    outcome: Outcome
    paragraph: Paragraph
    said: str


def main() -> None:
    """Print the table for the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--failures", action="store_true", help="list every disagreement")
    arguments = parser.parse_args()
    documents = sorted(arguments.folder.glob("*.pdf"))
    with ProcessPoolExecutor() as pool:
        found = [each for part in pool.map(read_paragraphs, documents) for each in part]
    failures = tuple(compare(found))
    print_table(found, failures)
    if arguments.failures:
        print_failures(failures)


def read_paragraphs(path: Path) -> list[Paragraph]:
    """Every opening of a preambular or operative paragraph in the document at ``path``."""
    with pdfplumber.open(path) as pdf:
        lines = [line for page in pdf.pages for line in page_lines(page)]
    return [each for part in resolutions(lines) for each in openings(path.stem, part)]


def page_lines(page: pdfplumber.page.Page) -> Iterator[Line]:
    """The body lines and headings of a page, top down; notes and superscripts left out."""
    words = page.extract_words(x_tolerance=1.5, y_tolerance=2, extra_attrs=["fontname", "size"])
    rows: list[list[dict]] = []
    for word in sorted((w for w in words if is_body(w)), key=lambda w: (w["bottom"], w["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) < LINE_GAP:
            rows[-1].append(word)
        else:
            rows.append([word])
    above = 0.0
    for row in rows:
        yield as_line(sorted(row, key=lambda w: w["x0"]), above)
        above = row[0]["bottom"]


def is_body(word: dict) -> bool:
    smallest, largest = BODY_SIZE
    bold = "Bold" in word["fontname"]
    return smallest <= word["size"] <= largest or (bold and word["size"] >= HEADING_SIZE)


def as_line(row: list[dict], above: float) -> Line:
    """``row`` as one line; a change of font inside a word does not part it."""
    text = italics = ""
    for before, word in zip([None, *row], row, strict=False):
        apart = before is not None and word["x0"] - before["x1"] > WORD_GAP
        italic = "Italic" in word["fontname"]
        text += " " * apart + word["text"]
        italics += " " * apart + ("i" if italic else "r") * len(word["text"])
    bold = all("Bold" in word["fontname"] for word in row)
    return Line(row[0]["x0"], row[0]["bottom"] - above, text, italics, bold)


def resolutions(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines below each organ line, up to the next one or to an annex."""
    current: list[Line] | None = None
    for line in lines:
        if ORGAN.match(line.text) and line.italics.startswith("iii"):
            if current:
                yield current
            current = []
        elif current is not None and line.bold and ANNEX.match(line.text):
            yield current
            current = None
        elif current is not None:
            current.append(line)
    if current:
        yield current


def openings(document: str, lines: list[Line]) -> Iterator[Paragraph]:
    """The paragraphs of one resolution; without numbers only the last of them is operative."""
    starts = [n for n in range(len(lines)) if is_start(lines, n)]
    numbered = any(NUMBER.match(lines[n].text) for n in starts)
    for order, n in enumerate(starts):
        stop = starts[order + 1] if order + 1 < len(starts) else len(lines)
        last = n == starts[-1] and not numbered
        operative = last or NUMBER.match(lines[n].text)
        part = Part.OPERATIVE if operative else Part.PREAMBULAR
        text, italic = beginning(lines[n : min(stop, n + LINES_KEPT)])
        first = n == 0 or lines[n - 1].bold
        yield Paragraph(document, part, text, italic, first)


def is_start(lines: list[Line], n: int) -> bool:
    """Whether a paragraph begins here: indented, italic, and apart from the line above."""
    line = lines[n]
    number = NUMBER.match(line.text)
    italic = line.italics[number.end() if number else 0 :].startswith("i")
    closed = n == 0 or lines[n - 1].bold or lines[n - 1].text.rstrip()[-1:] in ",;:."
    least, most = INDENT
    return least < line.left < most and italic and (closed or 0 < line.gap > PARAGRAPH_GAP)


def beginning(lines: list[Line]) -> tuple[str, int]:
    """The text of the lines without the paragraph's number, and how much of it is italic."""
    text = " ".join(line.text for line in lines)
    italics = " ".join(line.italics for line in lines)
    number = NUMBER.match(text)
    start = number.end() if number else 0
    run = re.match(r"[i ]*", italics[start:])
    words = text[start : start + (run.end() if run else 0)]
    return text[start:], len(WORDS_END.sub("", words))


def compare(paragraphs: list[Paragraph]) -> Iterator[Failure]:
    """Every point on which the grammar and the printed paragraphs differ, in reading order."""
    previous: Opening | None = None
    before: Paragraph | None = None
    for paragraph in paragraphs:
        follows = before and not paragraph.first
        same = follows and (before.document, before.part) == (paragraph.document, paragraph.part)
        opening = parse_opening(paragraph.text, paragraph.part)
        yield from differences(paragraph, opening, previous if same else None)
        previous, before = opening, paragraph


def differences(
    paragraph: Paragraph, opening: Opening | None, previous: Opening | None
) -> Iterator[Failure]:
    if opening is None:
        yield Failure(Outcome.UNKNOWN, paragraph, "")
        return
    if opening.length != paragraph.italic:
        yield Failure(Outcome.SPAN, paragraph, paragraph.text[: opening.length])
    expected = expected_adverb(previous, opening)
    if expected != opening.adverb:
        words = f"{expected or 'bare'}, addressee {opening.addressee!r}"
        yield Failure(Outcome.ADVERB, paragraph, words)


def print_table(paragraphs: list[Paragraph], failures: tuple[Failure, ...]) -> None:
    """One line for each part: how many, and the share on which print and grammar agree."""
    print(f"{'part':<12}{'number':>8}{'recognised':>13}{'same italic':>13}{'same order':>13}")
    for part in Part:
        number = sum(each.part is part for each in paragraphs)
        missed = [each.outcome for each in failures if each.paragraph.part is part]
        unknown = missed.count(Outcome.UNKNOWN)
        bad = (
            unknown,
            unknown + missed.count(Outcome.SPAN),
            unknown + missed.count(Outcome.ADVERB),
        )
        shares = "".join(f"{1 - each / max(number, 1):>13.2%}" for each in bad)
        print(f"{part.value:<12}{number:>8}{shares}")


def print_failures(failures: tuple[Failure, ...]) -> None:
    for outcome in Outcome:
        print(f"\n{outcome.value}")
        for each in (failure for failure in failures if failure.outcome is outcome):
            text, end = each.paragraph.text, each.paragraph.italic
            print(f"  {each.paragraph.document}: [{text[:end]}]{text[end:90]} | {each.said}")


if __name__ == "__main__":
    main()
