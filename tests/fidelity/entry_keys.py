"""Third stage, last step: entries become the values of a draft's keys.

What the program adds by itself (numbers, italics of opening words, the final mark's rule) is left
out where it would come out as printed, and written where it would not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.assemble.punctuate import final_mark
from drafter.inline import Parts, Text, markup, parts_text
from drafter.library.opening import Part as Seat
from drafter.library.opening import parse_opening
from tests.fidelity.pdf_text import Entry, usual_label


def split_preamble(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return preamble and operative part: the first number, or the first full clause, parts them."""
    for index, entry in enumerate(entries):
        numbered = entry.label[:1].isdigit()
        clause = not entry.heading and parse_opening(entry.text, Seat.OPERATIVE)
        if numbered or (clause and not parse_opening(entry.text, Seat.PREAMBULAR)):
            while index and entries[index - 1].heading:
                index -= 1  # noqa: PLW2901 - headings belong to what follows them
            return entries[:index], entries[index:]
    return entries, []


def keyed(
    entries: Iterable[Entry], seats: tuple[Seat, ...] = (), *, counted: bool = False
) -> list[object]:
    """Return entries as the values of a draft.

    ``seats`` are the parts whose opening words the program sets in italics by itself; ``counted``
    says that it numbers the paragraphs.
    """
    held = list(entries)
    count = 0
    alone = sum(not entry.heading for entry in held) == 1
    result: list[object] = []
    for entry in held:
        label = ""
        if counted and not entry.heading:
            count += 1
            usual = "" if alone else f"{count}."
            label = "" if entry.label == usual else entry.label or "none"
            count = (
                int(entry.label[:-1]) if entry.label[:-1].isdigit() else count - (not entry.label)
            )
        elif entry.label[:1].isdigit():
            label = entry.label
        result.append(_plain(_entry(entry, seats, label)))
    return result


def _entry(entry: Entry, seats: tuple[Seat, ...], label: str) -> dict[str, object]:
    if entry.heading:
        return _heading_keys(entry)
    written, opening = _opening(entry.parts, seats)
    keys: dict[str, object] = {"text": markup(written)}
    if opening:
        keys["opening"] = opening
    if label:
        keys["number"] = label
    if not final_mark(written):
        keys["ending"] = "none"
    if entry.items:
        keys["items"] = list(_items(entry.items, 1))
    if entry.quote:
        keys["quote"] = keyed(entry.quote, (Seat.PREAMBULAR, Seat.OPERATIVE))
    if entry.then is not None:
        keys["then"] = _plain(_entry(entry.then, (), ""))
    return keys


def _heading_keys(entry: Entry) -> dict[str, object]:
    keys: dict[str, object] = {"heading": entry.heading}
    if entry.numeral:
        keys["numeral"] = entry.numeral
    if entry.minor:
        keys["level"] = 2
    return keys


def _items(items: list[Entry], depth: int) -> Iterator[object]:
    for count, item in enumerate(items, start=1):
        usual = usual_label(depth, count)
        label = "" if item.label.strip("().") == usual else item.label or "none"
        keys = _entry(item, (), label)
        if item.items:
            keys["items"] = list(_items(item.items, depth + 1))
        yield _plain(keys)


def _plain(keys: dict[str, object]) -> object:
    """A text without further keys needs no key of its own."""
    return keys["text"] if list(keys) == ["text"] else keys


def _opening(found: Parts, seats: tuple[Seat, ...]) -> tuple[Parts, str]:
    """Return the text without the italics that the program sets, and what to tell it if need be."""
    if not seats:
        return found, ""
    first = found[0] if found else None
    italic = first.text.rstrip() if isinstance(first, Text) and first.italic else ""
    bare = (Text(first.text), *found[1:]) if isinstance(first, Text) else found
    usual = _usual_opening(parts_text(_before_note(bare)), seats)
    if italic == usual:
        return bare, ""
    if italic and ("*" in italic or "[" in italic):
        return found, ""
    return bare, italic or "none"


def _usual_opening(text: str, seats: tuple[Seat, ...]) -> str:
    found = (parse_opening(text, seat) for seat in seats)
    return next((text[: match.length] for match in found if match), "")


def _before_note(found: Parts) -> Parts:
    end = next((i for i, part in enumerate(found) if not isinstance(part, Text)), len(found))
    return found[:end]
