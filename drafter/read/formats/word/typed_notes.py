"""Notes that somebody typed: asterisk notes at the foot of page 1, lists of notes below the text.

Word knows nothing of them: a raised figure in the text and a paragraph that begins with the same
figure belong together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from drafter.read.formats.word.blocks import Note, Para, Piece
from drafter.read.formats.word.words import parts_of

_STAR = re.compile(r"[ \t\u00a0]*(\*{1,4})[ \t\u00a0]*(?=[^\s*])")
_DRAWN = re.compile(r"_{5}|[\u2014\u2015\u2500]{3}|-{8}")
_STROKES = "_\u2014\u2015\u2500\u2013- \t\n\u00a0"
_NUMBER = re.compile(r"[ \t\u00a0]*(\d{1,3})[.)]?[ \t\u00a0]+(?=\S)")
_LEAD = re.compile(r"[ \t\u00a0]*\d{1,3}[.)]?[ \t\u00a0]*")
_BARE = re.compile(r"[ \t\u00a0]*(\d{1,3})[ \t\u00a0]*")
_HEADING = re.compile(r"\s*(?:Notes?|Footnotes?|Endnotes?|References)\s*:?\s*", re.IGNORECASE)
_FIGURE = re.compile(r"(\d+)")
_BRACKET = re.compile(r"\[(\d{1,3})\]")
_MARKS = re.compile(r"\d{1,3}(?:\s*,\s*\d{1,3})*")
_MEASURES = re.compile(r"(?:\b(?:k|c|m|d|h)?m|CO|(?<![\d/])10)$")
_BEFORE = 24
SMALL = 0.92


def is_rule(para: Para) -> bool:
    """Tell whether a paragraph is a line drawn with underscores or dashes."""
    text = para.text
    drawn = bool(_DRAWN.search(text)) and not text.strip(_STROKES)
    return drawn and not any(piece.note for piece in para.pieces)


def star(para: Para) -> str:
    """Return the asterisks that a paragraph begins with."""
    match = _STAR.match(para.text)
    return match[1] if match else ""


def star_note(para: Para, *, set_apart: bool) -> Note | None:
    """Return the note of a paragraph that begins with asterisks, taking the mark from its words.

    ``set_apart`` says that it stands where such notes do: in a frame, below a rule. What ends with
    an asterisk as well is the text of a bar code.
    """
    text = para.text
    match = _STAR.match(text)
    if match is None or not set_apart or text.rstrip().endswith("*"):
        return None
    note = Note("typed", "", match[1], place=para.number)
    cut(para.pieces, match.end())
    note.parts = parts_of(para.pieces)
    return note


def take_words(para: Para, note: Note) -> None:
    """Give a note of a typed list its words, the mark in front left out."""
    match = _LEAD.match(para.text)
    cut(para.pieces, match.end() if match and not para.label else 0)
    note.parts = parts_of(para.pieces)
    note.comments = para.comments


def cut(pieces: list[Piece], count: int) -> None:
    """Take the first ``count`` characters from ``pieces``, marks of notes apart."""
    for piece in pieces:
        if piece.note is None:
            taken = min(count, len(piece.text))
            piece.text, count = piece.text[taken:], count - taken
        if not count:
            return


def without_brackets(paragraphs: Sequence[Para]) -> None:
    """Make ``[1]`` a raised figure where a list of notes begins with the same, as web pages do it."""
    starts = {match[1] for para in paragraphs if (match := _BRACKET.match(para.text.lstrip()))}
    if "1" not in starts:
        return
    for para in paragraphs:
        if "[" not in para.text:
            continue
        pieces: list[Piece] = []
        for piece in para.pieces:
            words = _BRACKET.split(piece.text) if piece.note is None else []
            if len(words) < 2 or not starts.issuperset(words[1::2]):  # noqa: PLR2004 - none
                pieces.append(piece)
                continue
            for at, text in enumerate(words):
                raised = at % 2 or piece.raised
                pieces.append(Piece(text, piece.italic, piece.bold, int(raised), piece.size))
        para.pieces[:] = pieces


def hang_again(paragraphs: Iterable[Para]) -> None:
    """Turn a raised figure that repeats the mark of a note before it into that mark."""
    seen: dict[str, Note] = {}
    for para in paragraphs:
        hang(para, seen.get)
        for piece in para.pieces:
            if piece.note is not None and piece.note.mark.isdigit():
                seen[piece.note.mark] = piece.note


def typed_list(
    paragraphs: Sequence[Para], raised: frozenset[str]
) -> tuple[dict[int, str], frozenset[int]]:
    """Return the paragraphs that are typed notes, by place and with marks, and their headings.

    A note begins with a raised figure, or with a plain one in a list below a rule or a heading; a
    raised figure in the text must ask for it.
    """
    found: dict[int, str] = {}
    headings: set[int] = set()
    above: int | None = None
    small = _usual_size(paragraphs) * SMALL
    for at, para in enumerate(paragraphs):
        if para.blank:
            continue
        if is_rule(para) or _HEADING.fullmatch(para.text):
            above = at
            continue
        mark = _raised_start(para) or (_plain_start(para) if above is not None else "")
        if mark and mark in raised:
            found[at] = mark
            headings |= {above} if above is not None else set()
        elif not para.label and not any(0 < piece.size < small for piece in para.pieces):
            above = None
    return found, frozenset(headings)


def _plain_start(para: Para) -> str:
    """Return the number of a note in a list, which Word or its author put there."""
    match = _FIGURE.match(para.label) or _NUMBER.match(para.text)
    return match[1] if match else ""


def _raised_start(para: Para) -> str:
    first = next((piece for piece in para.pieces if piece.text.strip()), None)
    if first is None or first.raised <= 0 or first.note is not None:
        return ""
    match = _BARE.fullmatch(first.text)
    return match[1] if match else ""


def _usual_size(paragraphs: Sequence[Para]) -> float:
    sizes = Counter(piece.size for para in paragraphs for piece in para.pieces[:1] if piece.size)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def raised_marks(paragraphs: Iterable[Para]) -> frozenset[str]:
    """Return the figures that stand raised behind words of the text."""
    return frozenset(
        mark
        for para in paragraphs
        for at, piece in enumerate(para.pieces)
        if piece.raised > 0 and piece.note is None and _may_mark(para.pieces, at)
        for mark in _FIGURE.findall(piece.text)
    )


def hang(para: Para, note_of: Callable[[str], Note | None]) -> None:
    """Turn the raised figures of a paragraph into marks of the notes that ``note_of`` knows."""
    pieces: list[Piece] = []
    for at, piece in enumerate(para.pieces):
        raised = piece.raised > 0 and piece.note is None and _may_mark(para.pieces, at)
        found = [note_of(mark) for mark in _FIGURE.findall(piece.text)] if raised else []
        notes = [note for note in found if note is not None]
        if notes and len(notes) == len(found):
            pieces += [Piece(note.mark, raised=1, note=note) for note in notes]
        else:
            pieces.append(piece)
    para.pieces[:] = pieces


def _may_mark(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a raised figure can be a mark: behind words, no power, no part of a formula."""
    if not _MARKS.fullmatch(pieces[at].text.strip()):
        return False
    before = "".join(piece.text for piece in pieces[max(0, at - 4) : at] if piece.note is None)
    return bool(before.strip()) and not _MEASURES.search(before[-_BEFORE:])
