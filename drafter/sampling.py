"""A clause tried out: its sample values in the real assembler, and the entry to paste."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drafter.assemble import assemble
from drafter.document import Paragraph, plain
from drafter.draft import draft_from
from drafter.library.clauses import Clause, Library, Parameter, Type
from drafter.pasting import Values, clause_entry, dashed, scalar
from drafter.source import Source

_SESSION = 81
_PARTS = {"preambular": "preamble", "operative": "operative"}
_ALONE = "paragraph"
_REPORT = ("kind: committee report", "sections:", "- heading: …", "  paragraphs:")
_HOMES = {
    "amendment": ("kind: amendment", "paragraphs:"),
    "report": _REPORT,
}
_PROSE = ("kind: draft decision", "paragraphs:")
_NOTES = "sponsors/"
_OPEN = {Type.STATE: "Norway", Type.SYMBOL: "A/81/__", Type.RESOLUTIONS: "81/__"}


class Printed(msgspec.Struct, frozen=True):
    """One wording of a clause as it prints: ``opening`` counts the characters in italics.

    ``mood`` is preambular or operative, or paragraph for a clause without opening words.
    """

    mood: str
    variant: str
    lines: tuple[str, ...]
    opening: int
    notes: tuple[str, ...]


def printed(library: Library, clause: Clause) -> Iterator[Printed]:
    """Yield each wording of ``clause`` in each part that it fits, filled with its samples."""
    for variant in ("", *clause.variants):
        opening = clause.worded(variant).opening
        for mood in [mood for mood in _PARTS if getattr(opening, mood)] or [_ALONE]:
            yield _printed(library, clause, variant, mood)


def samples(clause: Clause) -> Values:
    """Return the sample of each blank; for one that must be filled and has none, an open place."""
    values = {name: _sample(parameter) for name, parameter in clause.parameters.items()}
    return {name: given for name, given in values.items() if given}


def pasted(library: Library, clause: Clause) -> list[str]:
    """Return the entry with the sample values; what may be left out stands in comments."""
    if clause.id.startswith(_NOTES):
        (text,) = next(printed(library, clause)).lines
        return ["sponsors:", "  states: …", f"  note: {scalar(text)}"]
    given = samples(clause)
    needed = {name: given[name] for name in given if _needed(clause.parameters[name])}
    rest = {name: given[name] for name in given if name not in needed}
    lines = clause_entry(clause.id, needed)
    if needed:
        lines += [f"  # {line.strip()}" for line in clause_entry("", rest)[2:]]
    else:
        lines += [f"# {line}" for line in clause_entry("", rest)[1:]]
    return dashed(lines, "")


def _needed(parameter: Parameter) -> bool:
    return parameter.required and not parameter.default


def _sample(parameter: Parameter) -> tuple[str, ...]:
    given = parameter.sample or ((parameter.default,) if parameter.default else ())
    if not given and parameter.required:
        choice = parameter.choices[0].text if parameter.choices else ""
        return (choice or _OPEN.get(parameter.type, "__"),)
    return tuple(words.text for words in given)


def _printed(library: Library, clause: Clause, variant: str, mood: str) -> Printed:
    entry = dashed(clause_entry(clause.id, samples(clause), variant), "  ")
    session = clause.until or max(clause.since, _SESSION)
    text = "\n".join([f"symbol: A/{session}/L.__", "title: …", *_home(clause, mood), *entry])
    document = assemble(draft_from(Source(clause.id, text)), library)
    paragraphs = [
        block for block in document.blocks if isinstance(block, Paragraph) and block.clause
    ]
    lines = tuple(_line(paragraph) for paragraph in paragraphs)
    notes = tuple(plain(note.inlines) for note in document.notes)
    return Printed(mood, variant, lines, paragraphs[0].opening, notes)


def _home(clause: Clause, mood: str) -> tuple[str, ...]:
    """Return the lines above the entry: the kind of document that the clause is for."""
    if mood in _PARTS:
        return (f"{_PARTS[mood]}:",)
    return _HOMES.get(clause.id.partition("/")[0], _PROSE)


def _line(paragraph: Paragraph) -> str:
    # The number of a lone paragraph of a report says nothing.
    label = paragraph.label if paragraph.level else ""
    return f"{label} {plain(paragraph.inlines)}".strip()
