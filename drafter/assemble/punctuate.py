"""The final mark of every paragraph, and the place of note marks beside punctuation.

A preambular paragraph ends with a comma, an operative one with a semicolon, the last with a full
stop, a lead-in with a colon (Editorial Manual, punctuation). What the author wrote stays; where it
is unlike the rule, a notice says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from drafter.assemble.pieces import HeadPiece, Piece, Seat, Slot, Slots, Work
from drafter.document import Role
from drafter.inline import NoteKey, Text

_MARKS = ",;:.?!"
_NAMES = {",": "a comma", ";": "a semicolon", ":": "a colon", ".": "a full stop"}
_LEADING = re.compile(r"[,;:.?!]+")


def punctuate(work: Work) -> None:
    """Give every paragraph its final mark and put note marks after punctuation."""
    pieces = [item for item in work.items if isinstance(item, Piece)]
    for item in work.items:
        if isinstance(item, Piece | HeadPiece):
            item.parts = marks_after_punctuation(item.parts)
    lasts = _last_of_series(pieces)
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        _punctuate(work, piece, _expected(piece, following, lasts))


def _last_of_series(pieces: Iterable[Piece]) -> set[int]:
    last = {(piece.series, piece.seat): id(piece) for piece in pieces if not piece.quoted}
    return set(last.values())


def _expected(piece: Piece, following: Piece | None, lasts: set[int]) -> str:
    if piece.quoted or piece.role is Role.ORGAN_LINE:
        return ""
    if piece.leads_in:
        return ":"
    if piece.seat is Seat.OPERATIVE:
        return "." if id(piece) in lasts else ";"
    ends_paragraph = following is None or (following.level == 0 and not following.resumes)
    if not ends_paragraph:
        return ";"
    return "," if piece.seat is Seat.PREAMBLE else "."


def _punctuate(work: Work, piece: Piece, expected: str) -> None:
    if piece.ending:
        expected = "" if piece.ending.lower() == "none" else piece.ending
    if not expected:
        return
    written = final_mark(piece.parts)
    if not written:
        piece.parts = with_mark(piece.parts, expected)
    elif written != expected and not piece.ending and not _may_differ(piece, written):
        message = f"the paragraph ends with {_NAMES.get(written, written)}"
        work.notice(piece.place, message, f"{_NAMES[expected]} is usual here")


def _may_differ(piece: Piece, written: str) -> bool:
    # Declarations in annexes and reports end as sentences do.
    return piece.seat in {Seat.ANNEX, Seat.REPORT} and written in ".;:?!,"


def final_mark(parts: Slots) -> str:
    """Return the punctuation mark that ends ``parts``, note marks aside, or an empty string."""
    for part in reversed(parts):
        if isinstance(part, NoteKey):
            continue
        if isinstance(part, Text):
            return part.text[-1] if part.text and part.text[-1] in _MARKS else ""
        return ""
    return ""


def with_mark(parts: Slots, mark: str) -> Slots:
    """Return ``parts`` with ``mark`` at the end, before trailing note marks.

    The mark is roman even after italic words.
    """
    cut = len(parts)
    while cut and isinstance(parts[cut - 1], NoteKey):
        cut -= 1
    last = parts[cut - 1] if cut else None
    if isinstance(last, Text) and not (last.italic or last.bold):
        ended: Slot = msgspec.structs.replace(last, text=last.text.rstrip() + mark)
        return (*parts[: cut - 1], ended, *parts[cut:])
    return (*parts[:cut], Text(mark), *parts[cut:])


def marks_after_punctuation(parts: Slots) -> Slots:
    """Return ``parts`` with each note mark after the adjoining punctuation and without a space.

    "… Convention[^a], and" prints "… Convention,¹ and" (Editorial Manual, footnotes, chap. IX).
    """
    result: list[Slot] = []
    for part in parts:
        if isinstance(part, NoteKey):
            _drop_space(result)
        elif isinstance(part, Text) and result and isinstance(result[-1], NoteKey):
            part = _move_marks(result, part)  # noqa: PLW2901 - the moved marks are gone from it
        if not isinstance(part, Text) or part.text:
            result.append(part)
    return tuple(result)


def _drop_space(result: list[Slot]) -> None:
    if result and isinstance(result[-1], Text):
        result[-1] = msgspec.structs.replace(result[-1], text=result[-1].text.rstrip(" "))


def _move_marks(result: list[Slot], part: Text) -> Text:
    found = _LEADING.match(part.text)
    if not found:
        return part
    index = len(result)
    while index and isinstance(result[index - 1], NoteKey):
        index -= 1
    before = result[index - 1] if index else None
    if isinstance(before, Text) and before.italic == part.italic and before.bold == part.bold:
        result[index - 1] = msgspec.structs.replace(before, text=before.text + found.group())
    else:
        result.insert(index, msgspec.structs.replace(part, text=found.group()))
    return msgspec.structs.replace(part, text=part.text[found.end() :])
