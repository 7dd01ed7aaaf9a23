"""A clause put into a draft by editing its text: every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from drafter.assemble import assemble
from drafter.document import Document, Paragraph, plain
from drafter.draft import Draft, draft_from
from drafter.errors import NOWHERE, Notice, Problem, Unusable
from drafter.library.clauses import Clause, Library, fill
from drafter.pasting import Values, clause_entry, dashed
from drafter.reading import Words, all_keys, closest
from drafter.source import Mapping, Node, Scalar, Sequence, Source, read_file, read_yaml
from drafter.spots import Spot, entries_of, find_spot, lists_of, start_of

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BOM = b"\xef\xbb\xbf"


class Asked(msgspec.Struct, frozen=True):
    """What should be put where: ``after`` as the author names the paragraph."""

    clause: str
    after: str
    values: Values
    variant: str = ""


class Inserted(msgspec.Struct, frozen=True):
    """The new text of the file, the paragraph as it prints there, and what is unlike a rule."""

    data: bytes
    printed: tuple[str, ...]
    line: int
    notices: tuple[Notice, ...]


def insert(path: Path, asked: Asked, library: Library) -> Inserted:
    """Return the draft at ``path`` with the clause in it; the file itself stays as it is.

    Raises Unusable where the draft cannot be used, where there is no such paragraph, where the
    clause does not fit, and where the edit would change anything but the place it is made at.
    """
    source = read_file(path)
    clause = library.clause(asked.clause, NOWHERE)
    check_values(clause, asked)
    root = read_yaml(source, all_keys(Draft))
    before = assemble(draft_from(source), library)
    spot = find_spot(root, before, source, asked.after)
    _check_part(clause, asked, spot)
    text, line = _edited(source, spot, asked)
    changed = Source(source.name, text)
    _prove(changed, root, spot, asked)
    after = assemble(draft_from(changed), library)
    new = _paragraphs_at(after, line)
    mark = _BOM if path.read_bytes().startswith(_BOM) else b""
    notices = tuple(notice for notice in after.notices if notice.place.line == line)
    return Inserted(mark + text.encode(), tuple(new), line, notices)


def check_values(clause: Clause, asked: Asked) -> None:
    """Raise Unusable with every missing, superfluous or ill-typed value, or an unknown variant."""
    if asked.variant and asked.variant not in clause.variants:
        near = closest(asked.variant, clause.variants)
        known = ", ".join(clause.variants) or "none"
        advice = f"did you mean {near}?" if near else f"its variants are {known}"
        message = f"the clause {clause.id} has no variant {asked.variant!r}"
        raise Unusable(Problem(NOWHERE, message, advice))
    given = {name: tuple(map(Words, values)) for name, values in asked.values.items()}
    fill(clause.worded(asked.variant), given, NOWHERE)


def _check_part(clause: Clause, asked: Asked, spot: Spot) -> None:
    opening = clause.worded(asked.variant).opening
    here = "preambular" if spot.list.key == "preamble" else "operative"
    other = "operative" if here == "preambular" else "preambular"
    if getattr(opening, other) and not getattr(opening, here):
        message = f"the clause {clause.id} has no {here} form"
        advice = f"put it into the {other} part"
        raise Unusable(Problem(NOWHERE, message, advice))


# --- the edit -----------------------------------------------------------------------------------


def _edited(source: Source, spot: Spot, asked: Asked) -> tuple[str, int]:
    """Return the new text, and the line that the new entry begins in."""
    text, items = source.text, entries_of(spot.list)
    column = spot.list.node.start - (text.rfind("\n", 0, spot.list.node.start) + 1)
    first = start_of(items[0])
    gap = text[spot.list.node.start + 1 : first]
    lines = clause_entry(asked.clause, asked.values, asked.variant)
    entry = dashed(lines, " " * column, gap if gap.strip(" ") == "" else " ")
    at = _line_start(text, spot.list.node.start) if spot.index < 0 else _end(source, spot, column)
    newline = _newline(text, at)
    block = newline.join(entry) + newline
    if _spaced(text, spot):
        block = block + newline if spot.index < 0 else newline + block
    if at and text[at - 1] != "\n":
        # The file has no line end at its end, and gets none.
        block = newline + block.removesuffix(newline)
    blank = len(block) - len(block.lstrip("\r\n"))
    line = text.count("\n", 0, at) + block.count("\n", 0, blank) + 1
    return text[:at] + block + text[at:], line


def _newline(text: str, at: int) -> str:
    """Return the line end before ``at``, or that of the file where there is none."""
    near = text[max(at - 2, 0) : at] if text[:at].endswith("\n") else text
    return "\r\n" if "\r\n" in near else "\n"


def _end(source: Source, spot: Spot, column: int) -> int:
    """Return where the line after an entry begins; a comment set further in belongs to it."""
    text, items = source.text, entries_of(spot.list)
    stop = spot.list.limit
    if spot.index + 1 < len(items):
        dash = re.compile(rf"^ {{{column}}}-(?=\s)", re.MULTILINE)
        following = start_of(items[spot.index + 1])
        stop = [match.start() for match in dash.finditer(text, 0, following)][-1]
    at = _line_end(text, _last(items[spot.index]))
    end = at
    for line in _LINE.findall(text, at, stop):
        bare = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        at += len(line)
        if bare == "..." or (bare and indent <= column and not bare.startswith("#")):
            break
        if bare and indent > column:
            end = min(at, len(text))
    return end


def _last(node: Node) -> int:
    """Return the offset of the last character of ``node`` that is a text."""
    if isinstance(node, Scalar):
        raw = node.source.text[node.start : node.end]
        return node.start + len(raw.rstrip()) if raw.strip() else node.start
    if isinstance(node, Mapping):
        pairs = (max(_last(key), _last(child)) for key, child in node.entries)
        return max(pairs, default=node.start)
    return max(map(_last, node.items), default=node.start)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _spaced(text: str, spot: Spot) -> bool:
    """Tell whether an empty line stands between the entries around the place."""
    items = entries_of(spot.list)
    near = max(spot.index, 0)
    pair = items[near : near + 2] if near + 1 < len(items) else items[max(near - 1, 0) : near + 1]
    if len(pair) < 2:  # noqa: PLR2004 - two neighbours
        return False
    between = text[_last(pair[0]) : start_of(pair[1])]
    return any(not line.strip() for line in between.split("\n")[1:-1])


# --- the proof ----------------------------------------------------------------------------------


def _prove(changed: Source, root: Node, spot: Spot, asked: Asked) -> None:
    """Raise Unusable unless the new text has all that was there, and the new entry besides."""
    try:
        again = read_yaml(changed, all_keys(Draft))
        starts = [each.node.start for each in lists_of(root, "", 0)]
        twin = tuple(lists_of(again, "", 0))[starts.index(spot.list.node.start)]
        new = entries_of(twin)[spot.index + 1]
        same = _texts(again, new) == _texts(root, None) and _texts(new, None) == _wanted(asked)
    except (Unusable, IndexError):
        same = False
    if not same:
        place = spot.list.node.place()
        message = "the clause cannot be put there without changing what stands around it"
        raise Unusable(Problem(place, message, "put it in by hand: `drafter clauses show` has it"))


def _wanted(asked: Asked) -> object:
    variant = [("variant", asked.variant)] if asked.variant else []
    values = [
        (name, folded[0] if len(folded) == 1 else folded)
        for name, given in asked.values.items()
        if (folded := [" ".join(value.split()) for value in given])
    ]
    return [("clause", asked.clause), *variant, *([("with", values)] if values else [])]


def _texts(node: Node, without: Node | None) -> object:
    """Return the texts of ``node`` without their places, and without the node ``without``."""
    match node:
        case Scalar(text):
            # A text in a block ends in a line end only where the file does not end with it.
            return text.rstrip()
        case Sequence(items):
            return [_texts(item, without) for item in items if item is not without]
        case Mapping(entries):
            return [(key.text, _texts(child, without)) for key, child in entries]


def _paragraphs_at(document: Document, line: int) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.clause and block.place.line == line:
            yield f"{block.label} {plain(block.inlines)}".strip()
