"""Opening words: the sequence words *also* and *further*, and how much of them is italic.

The rule is a state machine: bare, also, further, bare again, while the phrase (and, for verbs that
take one, the addressee) stays the same; a heading starts anew.
"""

from __future__ import annotations

import msgspec

from drafter.assemble.pieces import HeadPiece, Piece, Seat, Slots, Work
from drafter.inline import Text
from drafter.library.opening import Opening, Part, expected_adverb, parse_opening, with_adverb

_PARTS = {Seat.PREAMBLE: Part.PREAMBULAR, Seat.OPERATIVE: Part.OPERATIVE}


def sequence(work: Work) -> None:
    """Put the sequence words of clauses, and notice where a written one is unlike the rule."""
    policy = work.draft.options.sequence_words.text.strip().lower() or "clauses"
    previous: Opening | None = None
    before: Seat | None = None
    for item in work.items:
        if isinstance(item, HeadPiece):
            previous = None
        if not isinstance(item, Piece) or item.level or item.resumes or item.quoted:
            continue
        if item.seat not in _PARTS or item.seat is not before:
            previous = None
        before = item.seat
        if item.seat in _PARTS:
            previous = _sequence(work, item, previous, policy)


def _sequence(work: Work, piece: Piece, previous: Opening | None, policy: str) -> Opening | None:
    part = _PARTS[piece.seat]
    opening = parse_opening(_leading(piece.parts), part)
    if opening is None:
        _unknown(work, piece, part)
        return None
    wanted = expected_adverb(previous, opening)
    piece.italic = opening.length
    if wanted != opening.adverb:
        managed = piece.managed and policy != "never"
        if managed or (policy == "everywhere" and not opening.adverb):
            piece.parts = _with_adverb(piece.parts, part, wanted)
            again = parse_opening(_leading(piece.parts), part)
            piece.italic = again.length if again else 0
        elif policy != "never":
            _unlike(work, piece, opening, wanted)
    # The corrected word counts, so that one slip is one notice.
    return msgspec.structs.replace(opening, adverb=wanted)


def _unlike(work: Work, piece: Piece, opening: Opening, wanted: str) -> None:
    part = _PARTS[piece.seat]
    text = _leading(piece.parts)
    better = with_adverb(text, part, wanted)
    fixed = parse_opening(better, part)
    words = better[: fixed.length] if fixed else better
    message = f"the paragraph opens with {text[: opening.length]!r}"
    work.notice(piece.place, message, f"after the paragraph before it, {words!r} is usual")


def _unknown(work: Work, piece: Piece, part: Part) -> None:
    if piece.opening or _italic_lead(piece.parts):
        return
    other = Part.OPERATIVE if part is Part.PREAMBULAR else Part.PREAMBULAR
    text = _leading(piece.parts)
    first = " ".join(text.split()[:3])
    if parse_opening(text, other):
        where = "operative" if part is Part.PREAMBULAR else "preambular"
        advice = f"these words belong to the {where} part"
    else:
        advice = "add `opening: …` with the words to set in italics"
    work.notice(piece.place, f"{first!r} are no opening words that drafter knows", advice)


def opening_length(work: Work, piece: Piece) -> int:
    """Return how many characters of ``piece`` are italic opening words."""
    if piece.opening is not None:
        return _asked_length(work, piece)
    if piece.level or piece.resumes or _italic_lead(piece.parts):
        return 0
    if not piece.quoted:
        return piece.italic
    text = _leading(piece.parts)
    found = parse_opening(text, Part.PREAMBULAR) or parse_opening(text, Part.OPERATIVE)
    return found.length if found else 0


def _asked_length(work: Work, piece: Piece) -> int:
    asked = piece.opening.text.strip() if piece.opening else ""
    if asked.lower() == "none":
        return 0
    if _leading(piece.parts).startswith(asked):
        return len(asked)
    message = f"the paragraph does not begin with {asked!r}"
    work.problem(piece.place, message, "write its first words under `opening`, or none")
    return 0


def _leading(parts: Slots) -> str:
    """Return the words before the first citation or reference."""
    words: list[str] = []
    for part in parts:
        if isinstance(part, Text):
            words.append(part.text)
        elif words:
            break
    return "".join(words)


def _italic_lead(parts: Slots) -> bool:
    return bool(parts) and isinstance(parts[0], Text) and parts[0].italic


def _with_adverb(parts: Slots, part: Part, adverb: str) -> Slots:
    first = parts[0]
    if not isinstance(first, Text):
        return parts
    return (msgspec.structs.replace(first, text=with_adverb(first.text, part, adverb)), *parts[1:])
