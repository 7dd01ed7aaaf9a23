"""The proof of a reading: the draft is assembled and held against what stood in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from drafter.assemble import assemble
from drafter.document import Document, Heading, Inlines, Mark, Note, Paragraph, Run
from drafter.draft import Draft
from drafter.errors import NOWHERE, Place, Unusable
from drafter.inline import NoteKey, Parts, Text, parse, parts_text
from drafter.read.understand.account import Remark, Said, Weight

_SHOWN = 70


def prove(draft: Draft, said: Iterable[Said], *, looks: bool) -> tuple[Remark, ...]:
    """Return a remark for each paragraph of ``said`` that ``draft`` would print otherwise."""
    try:
        document = assemble(draft)
    except Unusable as error:
        return tuple(
            Remark(Weight.DOUBT, problem.message, problem.place) for problem in error.problems
        )
    printed = _printed(document, looks=looks)
    return (*_differences(printed, said, looks=looks), *_changed_notes(document.notes, draft))


def _differences(
    printed: dict[Place, list[str]], said: Iterable[Said], *, looks: bool
) -> Iterator[Remark]:
    for each in said:
        wanted = f"{each.label} {_of_parts(each.parts, looks=looks)}".strip()
        if wanted in printed[each.place]:
            printed[each.place].remove(wanted)
        elif wanted:
            near = printed[each.place][0] if printed[each.place] else ""
            yield Remark(Weight.DOUBT, _told(wanted, near), each.place)


def _told(wanted: str, printed: str) -> str:
    if not printed:
        return f"not printed: {wanted[:_SHOWN]}"
    at = next(
        (i for i, (one, other) in enumerate(zip(wanted, printed, strict=False)) if one != other),
        min(len(wanted), len(printed)),
    )
    start = max(at - _SHOWN // 3, 0)
    found, ours = wanted[start : start + _SHOWN], printed[start : start + _SHOWN]
    return f"prints “{ours}” for “{found}”"


def _printed(document: Document, *, looks: bool) -> dict[Place, list[str]]:
    keys = {note.id: note.key for note in document.notes}
    found: dict[Place, list[str]] = defaultdict(list)
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading) and block.place != NOWHERE:
            text = f"{block.label} {_of_inlines(block.inlines, keys, looks=looks)}"
            found[block.place].append(text.strip())
    return found


def _of_inlines(inlines: Inlines, keys: dict[str, str], *, looks: bool) -> str:
    words: list[str] = []
    for part in inlines:
        match part:
            case Run():
                words.append(_run(part.text, italic=part.italic and looks))
            case Mark():
                words.append(f"[{keys[part.note]}]")
            case _:
                words.append(part.stars)
    return _joined(words)


def _of_parts(parts: Parts, *, looks: bool) -> str:
    words: list[str] = []
    for part in parts:
        match part:
            case Text(text, italic):
                words.append(_run(text, italic=italic and looks))
            case NoteKey(key):
                words.append("*" * int(key[4:]) if key.startswith("star") else f"[{key}]")
            case _:
                pass
    return _joined(words)


def _run(text: str, *, italic: bool) -> str:
    return f"*{text}*" if italic and text else text


def _joined(words: list[str]) -> str:
    return " ".join("".join(words).replace("**", "").split(" ")).strip()


def _changed_notes(notes: Iterable[Note], draft: Draft) -> Iterator[Remark]:
    """Yield a remark for each note that is printed with other words than it was written with."""
    for note in notes:
        written = draft.notes.get(note.key)
        if written is None or not written.text or note.scope:
            continue
        text = parts_text(parse(written.text.text)[0])
        printed = "".join(part.text for part in note.inlines if isinstance(part, Run))
        if text != printed:
            yield Remark(Weight.DOUBT, _told(text, printed), note.place)
