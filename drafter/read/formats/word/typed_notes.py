"""Notes that somebody typed: asterisk notes at the foot of page 1, lists of notes below the text.

Word knows nothing of them: a raised figure in the text and a paragraph that begins with the same
figure belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.read.formats.word.blocks import Note, Para, Piece

_STAR = re.compile(r"[ \t\u00a0]*(\*{1,4})[ \t\u00a0]*(?=[^\s*])")
_RULE = re.compile(
    r"[\s_\u2014\u2015\u2500–-]*(?:_{5,}|[\u2014\u2015\u2500]{3,}|-{8,})[\s_\u2014\u2015\u2500–-]*"
)
_NUMBER = re.compile(r"[ \t\u00a0]*(\d{1,3})[.)]?[ \t\u00a0]+(?=\S)")
_BARE = re.compile(r"[ \t\u00a0]*(\d{1,3})[ \t\u00a0]*")
_HEADING = re.compile(r"\s*(?:Notes?|Footnotes?|Endnotes?|References)\s*:?\s*", re.IGNORECASE)
_MARKS = re.compile(r"\d{1,3}(?:\s*,\s*\d{1,3})*")
_MEASURES = re.compile(r"(?:\b(?:k|c|m|d|h)?m|CO|(?<![\d/])10)$")
_BEFORE = 24
SMALL = 0.92


def is_rule(para: Para) -> bool:
    """Tell whether a paragraph is a line drawn with underscores or dashes."""
    return bool(_RULE.fullmatch(para.text)) and not any(piece.note for piece in para.pieces)


def star_note(para: Para, *, set_apart: bool) -> Note | None:
    """Return the note of a paragraph that begins with asterisks, taking the mark from its words.

    ``set_apart`` says that it stands where such notes do: in a frame, below a rule, small.
    """
    match = _STAR.match(para.text)
    if match is None or not set_apart:
        return None
    note = Note("typed", "", match[1], place=para.number)
    cut(para.pieces, match.end())
    return note


def cut(pieces: list[Piece], count: int) -> None:
    """Take the first ``count`` characters from ``pieces``, marks of notes apart."""
    for piece in pieces:
        if piece.note is None:
            taken = min(count, len(piece.text))
            piece.text, count = piece.text[taken:], count - taken
        if not count:
            return


def typed_list(paragraphs: Sequence[Para], raised: frozenset[str]) -> dict[int, str]:
    """Return the paragraphs that are typed notes, by their place in ``paragraphs``, with marks.

    A note begins with a raised figure, or with a plain one in a list below a rule or a heading; a
    raised figure in the text must ask for it.
    """
    found: dict[int, str] = {}
    listed = False
    for at, para in enumerate(paragraphs):
        if para.blank:
            continue
        if is_rule(para) or _HEADING.fullmatch(para.text):
            listed = True
            continue
        mark = _raised_start(para)
        plain = _NUMBER.match(para.text) if listed and not mark else None
        mark = mark or (plain[1] if plain else "")
        if mark and mark in raised:
            found[at] = mark
        elif not para.label:
            listed = listed and _is_small(para, paragraphs)
    return found


def _raised_start(para: Para) -> str:
    first = next((piece for piece in para.pieces if piece.text.strip()), None)
    if first is None or first.raised <= 0 or first.note is not None:
        return ""
    match = _BARE.fullmatch(first.text)
    return match[1] if match else ""


def _is_small(para: Para, paragraphs: Sequence[Para]) -> bool:
    sizes = [piece.size for each in paragraphs for piece in each.pieces[:1] if piece.size]
    usual = max(set(sizes), key=sizes.count) if sizes else 0.0
    return any(piece.size and piece.size < usual * SMALL for piece in para.pieces)


def raised_marks(paragraphs: Iterable[Para]) -> frozenset[str]:
    """Return the figures that stand raised behind words of the text."""
    return frozenset(
        mark
        for para in paragraphs
        for at, piece in enumerate(para.pieces)
        if at and piece.raised > 0 and piece.note is None and _may_mark(para.pieces, at)
        for mark in re.findall(r"\d+", piece.text)
    )


def hang(para: Para, notes: dict[str, Note]) -> None:
    """Turn the raised figures of a paragraph into marks of ``notes``."""
    pieces: list[Piece] = []
    for at, piece in enumerate(para.pieces):
        wanted = re.findall(r"\d+", piece.text) if piece.raised > 0 and piece.note is None else []
        if wanted and all(mark in notes for mark in wanted) and _may_mark(para.pieces, at):
            pieces += [Piece(mark, raised=1, note=notes[mark]) for mark in wanted]
        else:
            pieces.append(piece)
    para.pieces[:] = pieces


def _may_mark(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a raised figure can be a mark: not a power, nor part of a formula."""
    if not _MARKS.fullmatch(pieces[at].text.strip()):
        return False
    before = "".join(piece.text for piece in pieces[max(0, at - 4) : at] if piece.note is None)
    return not _MEASURES.search(before[-_BEFORE:])
