"""How well the PDF reader puts pages together, held against the tags that Word left in the file.

    python -m tests.calibration.reading_pdf FOLDER [--only GLOB] [--show]

``text`` is the share of the characters of the tagged text that the reader has in the same order,
``paragraphs`` how many begin and end where the tags say (a paragraph that Word cut at a page end
and the reader joined counts as whole), ``italics`` the share of characters whose look is the same,
``notes`` how many notes have the same words, ``marks`` how many of them hang where they should.
Files without tags and what is written nowhere in the tags, such as the masthead, are left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from drafter.inline import NoteKey, Parts, Text
from drafter.read import input_file
from drafter.read.files import Settings
from drafter.read.formats.pdf import find
from drafter.read.found import Chunk, Found, Zone
from tests.calibration.tagged import Letter, told


@dataclass(frozen=True)
class Measured:
    """What was measured of one file; pairs are (as it should be, all)."""

    name: str
    text: tuple[int, int]
    paragraphs: tuple[int, int]
    italics: tuple[int, int]
    notes: tuple[int, int]
    marks: tuple[int, int]
    unlike: tuple[str, ...] = ()


def main() -> None:
    """Print the table for the folder named on the command line."""
    options = _options()
    files = sorted(options.folder.glob(options.only))
    with ProcessPoolExecutor() as pool:
        rows = [row for row in pool.map(measured, files) if row]
    print(f"{'':26}{'text':>9}{'paragraphs':>14}{'italics':>10}{'notes':>11}{'marks':>11}")
    for row in rows:
        _print(row)
        for each in row.unlike if options.show else ():
            print(f"    {each}")
    _print(_sum(rows))


def measured(pdf: Path) -> Measured | None:
    """Return the figures of one file; None where it has no tags."""
    truth = told(pdf)
    if truth is None:
        return None
    found = find(input_file(pdf), Settings())
    said = _said(found)
    # The notes to asterisks and to tables are paragraphs for the tags.
    kept = [
        (each, page)
        for each, page in zip(truth.paragraphs, truth.pages, strict=True)
        if _solid(each) and not _is_note(each, said)
    ]
    paragraphs = [each for each, _ in kept]
    ours = list(_texts(found))
    matcher = SequenceMatcher(
        None, [_solid(each) for each in paragraphs], [_plain(each) for each in ours], autojunk=False
    )
    same, unlike = _same(matcher, kept, ours)
    return Measured(
        pdf.stem,
        _characters(paragraphs, ours),
        (same, len(paragraphs)),
        _italics(matcher, paragraphs, ours),
        _notes([_solid(each) for each in truth.notes], said),
        _marks(matcher, paragraphs, ours),
        tuple(unlike),
    )


def _is_note(letters: Iterable[Letter], said: str) -> bool:
    text = _solid(letters)
    return bool(re.match(r"[*a-z]", text)) and text in said


def _solid(letters: Iterable[Letter]) -> str:
    """Return the characters without blanks."""
    return _folded("".join(each.text for each in letters))


def _folded(text: str) -> str:
    return re.sub(r"[\s\u2060]+", "", text).replace("\u00ad", "-")


def _texts(found: Found) -> Iterator[Parts]:
    """Yield the paragraphs and cells of the text as they would be tagged."""
    for chunk in found.chunks:
        if chunk.grid is not None:
            yield from (cell for row in chunk.grid.rows for cell in row if cell)
        elif chunk.zone is Zone.TEXT:
            yield _labelled(chunk)


def _labelled(chunk: Chunk) -> Parts:
    return (Text(f"{chunk.label} "), *chunk.parts) if chunk.label else chunk.parts


def _plain(parts: Parts) -> str:
    return _folded(
        "".join(
            part.text if isinstance(part, Text) else part.key
            for part in parts
            if isinstance(part, Text | NoteKey)
        )
    )


def _characters(paragraphs: Sequence[Sequence[Letter]], ours: Sequence[Parts]) -> tuple[int, int]:
    """Return how many characters stand in both texts in the same order, and how many there are."""
    truth = "".join(map(_solid, paragraphs))
    text = "".join(map(_plain, ours))
    pieces = SequenceMatcher(
        None, _words(truth), _words(text), autojunk=False
    ).get_matching_blocks()
    words = _words(truth)
    same = sum(len(word) for piece in pieces for word in words[piece.a : piece.a + piece.size])
    return same, len(truth)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\W", text)


def _same(
    matcher: SequenceMatcher[str], kept: Sequence[tuple[list[Letter], int]], ours: Sequence[Parts]
) -> tuple[int, list[str]]:
    same, unlike = 0, list[str]()
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal" or _cut_by_page(kept[start:end], ours[first:last]):
            same += end - start
            continue
        unlike += [f"tags: {_solid(each)[:100]}" for each, _ in kept[start:end]]
        unlike += [f"ours: {_plain(each)[:100]}" for each in ours[first:last]]
    return same, unlike


def _cut_by_page(kept: Sequence[tuple[list[Letter], int]], ours: Sequence[Parts]) -> bool:
    """Tell whether Word made two paragraphs of one where a page ends, as it did until 2024."""
    pages = [page for _, page in kept]
    whole = "".join(_solid(each) for each, _ in kept)
    return len(ours) == 1 and len(set(pages)) == len(pages) and whole == _plain(ours[0])


def _pairs(
    matcher: SequenceMatcher[str], paragraphs: Sequence[Sequence[Letter]], ours: Sequence[Parts]
) -> Iterator[tuple[Sequence[Letter], Parts]]:
    for piece in matcher.get_matching_blocks():
        yield from zip(
            paragraphs[piece.a : piece.a + piece.size],
            ours[piece.b : piece.b + piece.size],
            strict=True,
        )


def _italics(
    matcher: SequenceMatcher[str], paragraphs: Sequence[Sequence[Letter]], ours: Sequence[Parts]
) -> tuple[int, int]:
    same = count = 0
    for letters, parts in _pairs(matcher, paragraphs, ours):
        truth = [(each.text, each.italic, each.bold) for each in letters if _folded(each.text)]
        looks = [
            (each, part.italic, part.bold) if isinstance(part, Text) else (each, None, None)
            for part in parts
            if isinstance(part, Text | NoteKey)
            for each in _folded(part.text if isinstance(part, Text) else part.key)
        ]
        label = next((at for at, (_, italic, _) in enumerate(looks) if italic is not None), 0)
        for told_look, our_look in list(zip(truth, looks, strict=False))[label:]:
            if our_look[1] is not None and told_look[0].isalnum():
                count += 1
                same += told_look[1] == our_look[1]
    return same, count


def _notes(truth: Sequence[str], said: str) -> tuple[int, int]:
    """Return how many notes the reader has; in the tags several may be one."""
    return sum(each in said for each in truth), len(truth)


def _said(found: Found) -> str:
    """Return all notes with their marks."""
    return "".join(note.mark + _plain(note.parts) for note in found.notes)


def _marks(
    matcher: SequenceMatcher[str], paragraphs: Sequence[Sequence[Letter]], ours: Sequence[Parts]
) -> tuple[int, int]:
    """Return how many notes hang behind the same characters as in the tags."""
    same = count = 0
    for letters, parts in _pairs(matcher, paragraphs, ours):
        places = [_solid(letters[:at]) for at, each in enumerate(letters) if each.note >= 0]
        hung = {
            _plain(parts[: at + 1]) for at, part in enumerate(parts) if isinstance(part, NoteKey)
        }
        count += len(places)
        same += sum(place in hung for place in places)
    return same, count


def _sum(rows: Sequence[Measured]) -> Measured:
    def total(name: str) -> tuple[int, int]:
        pairs = [getattr(row, name) for row in rows]
        return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)

    names = ("text", "paragraphs", "italics", "notes", "marks")
    return Measured("all", *(total(name) for name in names))


def _print(row: Measured) -> None:
    text, italics = (f"{100 * _share(pair):.2f} %" for pair in (row.text, row.italics))
    counts = [f"{same}/{all_}" for same, all_ in (row.paragraphs, row.notes, row.marks)]
    print(f"{row.name:26}{text:>9}{counts[0]:>14}{italics:>10}{counts[1]:>11}{counts[2]:>11}")


def _share(pair: tuple[int, int]) -> float:
    return pair[0] / pair[1] if pair[1] else 1.0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="*.pdf")
    parser.add_argument("--show", action="store_true", help="print the paragraphs that differ")
    return parser.parse_args()


if __name__ == "__main__":
    main()
