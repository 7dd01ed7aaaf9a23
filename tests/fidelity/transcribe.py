"""An official document as a draft: what its PDF prints, written as a delegate would write it.

The stages are characters and lines (``pdf_lines``), paragraphs (``pdf_blocks``) and their words
(``pdf_words``), the head (``pdf_front``) and the text (``pdf_text``, ``entry_keys``) of a draft,
and its YAML (``draft_yaml``).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from drafter.assemble import assemble
from drafter.document import Document
from drafter.draft import draft_from
from drafter.inline import NoteKey, Parts, markup
from drafter.library.opening import Part as Seat
from drafter.source import Source
from tests.fidelity.draft_yaml import yaml_text
from tests.fidelity.entry_keys import keyed, split_preamble
from tests.fidelity.pdf_blocks import blocks, regions
from tests.fidelity.pdf_front import Head, front_of, head_of
from tests.fidelity.pdf_lines import read_pages
from tests.fidelity.pdf_text import Body, Entry, Section, body_of, meeting
from tests.fidelity.pdf_words import NoteFound, notes, vocabulary

_PROSE = {"amendment", "draft decision"}


def transcribe(pdf: Path, pages: int = 3) -> str:
    """Return the first ``pages`` pages of ``pdf`` as a draft in YAML."""
    return yaml_text(draft_keys(pdf, pages))


def document_of(pdf: Path, pages: int = 3) -> Document:
    """Return the first pages of an official PDF as a finished document of ours."""
    return assemble(draft_from(Source(f"{pdf.stem}.yaml", transcribe(pdf, pages))))


def draft_keys(pdf: Path, pages: int = 3) -> dict[str, object]:
    """Return the keys of the draft that prints the first ``pages`` pages of ``pdf``."""
    found = regions(read_pages(pdf, pages))
    words = vocabulary(found.body)
    printed = notes(found.notes, words)
    numbered = {note.mark: note for note in printed if "*" not in note.mark}
    starred = [note for note in printed if "*" in note.mark]
    front = front_of(found.body)
    head = head_of(found, front, starred, words)
    texts = _Stars(starred[head.taken :])
    body = body_of(blocks(front.text), words, texts.key)
    return _whole(head, body, numbered, texts)


class _Stars:
    """The asterisk notes that stand in the text, by the keys that the draft gives them."""

    def __init__(self, found: list[NoteFound]) -> None:
        self.by_mark = {note.mark: note for note in found}

    def key(self, stars: str) -> str:
        return f"star{len(stars)}" if stars in self.by_mark else ""


def _whole(
    head: Head, body: Body, numbered: dict[str, NoteFound], stars: _Stars
) -> dict[str, object]:
    keys = {key: value for key, value in head.keys.items() if value not in ("", None)}
    adoption = keys.get("adoption")
    if isinstance(adoption, dict) and (held := meeting(body.closing)):
        adoption["meeting"] = held
    used = Counter(note.key for note in _marks(body))
    keys |= _text(head.kind, body, set(numbered))
    if any(count > 1 for count in used.values()):
        keys["options"] = {"repeated_notes": "number"}
    keys["notes"] = {
        **{f"n{mark}": markup(note.parts) for mark, note in numbered.items() if used[f"n{mark}"]},
        **{
            key: {"text": markup(note.parts), "asterisk": "yes"}
            for mark, note in stars.by_mark.items()
            if used[key := f"star{len(mark)}"]
        },
    }
    return keys


def _text(kind: str, body: Body, known: set[str]) -> dict[str, object]:
    for section in _all_sections(body):
        _drop_unknown(section.entries, known)
    keys = _main(kind, body.main)
    if body.annexes:
        keys["annexes"] = [_annex(annex) for annex in body.annexes]
    return keys


def _main(kind: str, main: Section) -> dict[str, object]:
    if kind in _PROSE and main.organ_line is None:
        return {"paragraphs": keyed(main.entries, counted=False)}
    preamble, operative = split_preamble(main.entries)
    keys: dict[str, object] = {}
    line = markup(main.organ_line) if main.organ_line else "none"
    if line != ("*The General Assembly*," if preamble else "*The General Assembly*"):
        keys["organ_line"] = line
    keys["preamble"] = keyed(preamble, (Seat.PREAMBULAR,))
    name = "paragraphs" if kind in _PROSE else "operative"
    keys[name] = keyed(operative, (Seat.OPERATIVE,), counted=kind not in _PROSE)
    return keys


def _annex(annex: Section) -> dict[str, object]:
    numbered = any(entry.label[:1].isdigit() for entry in annex.entries)
    keys: dict[str, object] = {"title": annex.title}
    if numbered:
        keys["numbered"] = "yes"
    keys["paragraphs"] = keyed(annex.entries, counted=numbered)
    return {key: value for key, value in keys.items() if value}


def _all_sections(body: Body) -> Iterator[Section]:
    yield body.main
    yield from body.annexes


def _marks(body: Body) -> Iterator[NoteKey]:
    for section in _all_sections(body):
        for entry in _all_entries(section.entries):
            yield from (part for part in entry.parts if isinstance(part, NoteKey))


def _all_entries(entries: list[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _all_entries([*entry.items, *entry.quote, *([entry.then] if entry.then else [])])


def _drop_unknown(entries: list[Entry], known: set[str]) -> None:
    """Leave out marks whose note is not at the foot of the pages that were read."""
    for entry in _all_entries(entries):
        entry.parts = _without_unknown(entry.parts, known)


def _without_unknown(found: Parts, known: set[str]) -> Parts:
    return tuple(
        part
        for part in found
        if not isinstance(part, NoteKey) or part.key.startswith("star") or part.key[1:] in known
    )


if __name__ == "__main__":
    sys.stdout.write(transcribe(Path(sys.argv[1])))
