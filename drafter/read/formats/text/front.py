"""What stands above the text: where it ends, its columns, where its lines begin something new."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.library.symbols import SYMBOL
from drafter.read.formats.text.lines import Line
from drafter.read.formats.text.markup import bare
from drafter.read.formats.text.measure import SHORT
from drafter.read.formats.text.piece import Piece
from drafter.read.formats.text.seams import Rule, Seam
from drafter.read.formats.text.shape import (
    begins_states,
    final_mark,
    is_field,
    is_organ_line,
    label_of,
    opens,
    submits,
)
from drafter.read.understand.signs import ADOPTED, ORGAN_RUN_IN, SUBMITTED

_MOST_LINES = 60
_GAP = re.compile(r"[ \t]{3,}")
_SYMBOL = re.compile(r"[A-Z]+/\S+")
_ENDS_SYMBOL = re.compile(r"[A-Z]+/\S+$")
_UNFINISHED = re.compile(r"(?:\b(?:the|of|and|in|to|for|on|by|with|from|a|an|at|as)|[,–—-])$")
_AMENDS = re.compile(
    r"(?:Delete|Insert|Replace|Add|Renumber|Reword|Substitute|After|Before|At the end"
    r"|In (?:the )?(?:\w+ )?(?:preambular|operative|paragraph|title))\b"
)
_ROOM = 0.85


def front_end(lines: list[Line]) -> int:
    """Return the index of the first line that belongs to the text."""
    for index, line in enumerate(lines[:_MOST_LINES]):
        if line.page or is_organ_line(line.words) or opens(line.words) or label_of(line.words):
            return index
    return min(len(lines), _MOST_LINES)


def ends_front(piece: Piece, width: int) -> bool:
    """Tell whether the text begins with this paragraph."""
    if is_organ_line(piece.words) or piece.kind in {"digits", "capital"}:
        return True
    if ORGAN_RUN_IN.match(piece.words) and len(piece.words) > SHORT * width:
        return True
    return opens(piece.words) and bool(final_mark(piece.words) or len(piece.words) > width)


def is_above_title(piece: Piece) -> bool:
    """Tell whether the paragraph is the line that the document's own title stands below."""
    return submits(piece.words) or bool(ADOPTED.match(piece.words) or SUBMITTED.match(piece.words))


# --- columns -------------------------------------------------------------------------------------


def in_one_column(lines: list[Line]) -> list[Line]:
    """Return ``lines``, those of the masthead that stand side by side one below the other."""
    end = front_end(lines)
    return [part for line in lines[:end] for part in _apart(line)] + lines[end:]


def _apart(line: Line) -> Iterator[Line]:
    cells = _GAP.split(line.text.strip())
    told = [is_field(bare(cell)) or bool(SYMBOL.match(cell)) for cell in cells]
    if len(cells) == 1 or not any(told[1:]):
        yield line
        return
    for at, cell in enumerate(cells):
        gap = 0 if at else line.gap
        yield Line(line.number, cell, bare(cell), gap, line.page, line.indent)


# --- where something new begins --------------------------------------------------------------------


def _bracket(seam: Seam) -> bool | None:
    opened = seam.before.words.startswith("[") and "]" not in seam.before.words
    return False if opened else None


def _symbol(seam: Seam) -> bool | None:
    """The symbol of what is amended belongs to the line of the sponsors."""
    label = seam.before.words.endswith(("draft resolution", "draft decision"))
    if not label or not _SYMBOL.match(seam.words):
        return None
    return " to " not in seam.before.words


def _sponsors(seam: Seam) -> bool | None:
    listing = begins_states(seam.before.words) and not submits(seam.before.words)
    return is_field(seam.words) if listing else None


def _unfinished(seam: Seam) -> bool | None:
    goes_on = seam.words[:1].islower() or seam.words[:1] == "("
    return False if goes_on or _UNFINISHED.search(seam.before.words) else None


def _submitter(seam: Seam) -> bool | None:
    whole = SUBMITTED.match(seam.before.words) and _ENDS_SYMBOL.search(seam.before.words)
    return True if whole else None


def _new(seam: Seam) -> bool | None:
    if seam.line.gap or seam.before.last.broken or is_field(seam.words) or opens(seam.words):
        return True
    if submits(seam.words) or begins_states(seam.words) or submits(seam.before.words):
        return True
    return None


def _below_field(seam: Seam) -> bool | None:
    return not seam.words[:1].isdecimal() if is_field(seam.before.words) else None


def _amendment(seam: Seam) -> bool | None:
    return True if _AMENDS.match(seam.words) and not seam.mark else None


def _room(seam: Seam) -> bool:
    """A line that ended early ended on purpose.

    The title of the agenda item is set in half the width, the document's own in most of it.
    """
    width = seam.measure.width
    room = int(width * SHORT) if seam.below_sponsors else width // 2
    room = seam.before.widest if seam.before.count > 1 else room
    return len(seam.before.last.words) + 1 + len(seam.words.split(" ", 1)[0]) < _ROOM * room


FRONT_RULES: tuple[Rule, ...] = (
    _bracket,
    _symbol,
    _sponsors,
    _unfinished,
    _submitter,
    _new,
    _below_field,
    _amendment,
    _room,
)
