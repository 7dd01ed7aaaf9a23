"""Third stage, first half: the masthead and the lines above the text become a draft's head.

A key is written only where the program would not print the same by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from drafter.inline import NoteKey, Parts, markup, parts_text
from drafter.library.blanks import listed
from drafter.library.states import find_state
from drafter.library.symbols import parse_symbol, session_line
from tests.fidelity.pdf_blocks import Block, Regions
from tests.fidelity.pdf_lines import Line
from tests.fidelity.pdf_words import NoteFound, parts

_RIGHT_COLUMN = 380.0
_LEFT_MARGIN = 100.0
_AGENDA_RIGHT = 357.0
_TITLE_SIZE = 11.5
_ADOPTED_SIZE = 13.0
_LABEL = re.compile(r"(?:revised )?(?:draft (?:resolution|decision)|amendments? to .*)$")
_SUBMITTED = re.compile(r"(?P<label>.+?) submitted by (?P<who>.+)")
_EARLY = re.compile(
    r"Items? (?P<items>.+) of the (?P<which>provisional|preliminary) (?:agenda|list)"
)
_REPORT = re.compile(
    r"\[on the report of the (?P<committee>.+) \((?P<report>A/[\w/.]+)(?:, para\. (?P<paragraph>\d+))?\)\]"
)
_WITHOUT = re.compile(r"\[without reference to a Main Committee(?: \((?P<symbols>.+)\))?\]")


@dataclass
class Head:
    """The keys of a draft's head in their order; ``taken`` counts the asterisk notes it uses."""

    keys: dict[str, object] = field(default_factory=dict)
    taken: int = 0

    @property
    def kind(self) -> str:
        return str(self.keys["kind"])


@dataclass(frozen=True)
class Front:
    """The lines between masthead and text by what they are."""

    margin: tuple[Line, ...]
    submitter: tuple[Line, ...]
    adopted: tuple[Line, ...]
    bracket: tuple[Line, ...]
    title: tuple[Line, ...]
    text: tuple[Line, ...]


def front_of(body: tuple[Line, ...]) -> Front:
    """Part the lines above the text from the text."""
    margin = tuple(takewhile(lambda line: line.x0 < _LEFT_MARGIN, body))
    rest = body[len(margin) :]
    adopted = tuple(takewhile(lambda line: line.bold and line.size > _ADOPTED_SIZE, rest))
    rest = rest[len(adopted) :]
    bracket = _bracket(rest)
    rest = rest[len(bracket) :]
    submitter = tuple(takewhile(lambda line: line.bold and line.size < _TITLE_SIZE, rest))
    rest = rest[len(submitter) :]
    title = tuple(takewhile(lambda line: line.bold and line.size > _TITLE_SIZE, rest))
    return Front(margin, submitter, adopted, bracket, title, rest[len(title) :])


def _bracket(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if not lines or not lines[0].text.startswith("["):
        return ()
    for count, line in enumerate(lines, start=1):
        if line.text.endswith("]"):
            return lines[:count]
    return ()


def head_of(found: Regions, front: Front, stars: list[NoteFound], words: frozenset[str]) -> Head:
    """Return the head of the draft."""
    head = Head()
    right = _right_column(found.masthead)
    # The star of a document issued again has no place in a draft.
    symbol = next((text for text in right if "/" in text), "").rstrip("*")
    submitter = parts_text(_parts(front.submitter, words))
    head.keys["kind"] = _kind(symbol, submitter, bool(front.adopted))
    head.keys["symbol"] = symbol
    _masthead(head, right, found.masthead)
    _margin(head, front.margin, symbol, stars)
    if front.adopted:
        _adoption(head, front, words)
    elif submitter:
        _submitter(head, submitter, stars)
    title = _words(front.title, words)
    head.keys["title"] = re.sub(r"^[\w/-]+\.\s+", "", title) if front.adopted else title
    return head


def _kind(symbol: str, submitter: str, adopted: bool) -> str:
    if adopted or "/RES/" in symbol:
        return "resolution"
    label = submitter.lower()
    if re.search(r"\bamendments? to\b", label):
        return "amendment"
    return "draft decision" if "draft decision" in label else "draft resolution"


def _right_column(masthead: Iterable[Line]) -> list[str]:
    cells = [cell for line in masthead for cell in line.cells()]
    return [cell.text.strip() for cell in cells if cell.x0 > _RIGHT_COLUMN]


def _masthead(head: Head, right: list[str], masthead: Iterable[Line]) -> None:
    distribution = next((text for text in right if text.startswith("Distr")), "")
    original = next((text for text in right if text.startswith("Original")), "")
    date = next((text for text in right if re.fullmatch(r"\d{1,2} \w+ \d{4}", text)), "")
    left = [cell for line in masthead for cell in line.cells() if cell.x0 <= _RIGHT_COLUMN]
    organ = " ".join(cell.text.strip() for cell in left if cell.bold and cell.size > _ADOPTED_SIZE)
    parsed = parse_symbol(str(head.keys["symbol"]))
    if organ and parsed and organ != parsed.organ.value:
        head.keys["organ"] = organ
    head.keys["distribution"] = distribution.partition(":")[2].strip()
    head.keys["date"] = date
    if head.kind != "resolution" or original:
        head.keys["original"] = original.partition(":")[2].strip() or "none"


def _margin(head: Head, lines: tuple[Line, ...], symbol: str, stars: list[NoteFound]) -> None:
    """Read session, committee and agenda, which stand at the left margin."""
    session = lines[0].text if lines else ""
    parsed = parse_symbol(symbol)
    usual = session_line(parsed.session, parsed.special, parsed.year) if parsed else ""
    head.keys["session"] = parsed.session if parsed and session == usual else session
    at = next(
        (i for i, line in enumerate(lines) if re.match(r"(?:Agenda )?[Ii]tems? ", line.text)), 0
    )
    committee = " ".join(line.text for line in lines[1:at])
    if at and head.kind != "resolution" and committee != (parsed.committee if parsed else ""):
        head.keys["committee"] = committee or "none"
    if at:
        head.keys["agenda"] = _agenda(head, lines[at].text, tuple(lines[at + 1 :]), stars)


def _agenda(
    head: Head, line: str, titles: tuple[Line, ...], stars: list[NoteFound]
) -> list[dict[str, str]]:
    early = _EARLY.match(line)
    text = early["items"] if early else re.sub(r"^Agenda items? ", "", line).rstrip("*")
    numbers = re.split(r", (?=\d)| and (?=\d)", text)
    items: list[dict[str, str]] = [{"item": number} for number in numbers]
    single = len(items) == 1 and titles
    printed = [_words(titles, frozenset())] if single else list(_agenda_titles(titles))
    for index, title in enumerate(printed):
        if index < len(items):
            items[index]["title"] = title
        else:
            items.append({"title": title})
    if early:
        starred = line.endswith("*") and len(stars) > head.taken
        items[0][early["which"]] = markup(stars[head.taken].parts) if starred else "yes"
        head.taken += starred
    return items


def _agenda_titles(lines: tuple[Line, ...]) -> Iterator[str]:
    """Yield the titles: a line that had room for the next line's first word ends one."""
    held: list[Line] = []
    for line in lines:
        first = line.text.split()[0] if line.text.split() else ""
        width = (line.x1 - line.x0) / max(len(line.text), 1) * (len(first) + 1)
        if held and held[-1].x1 + width < _AGENDA_RIGHT - width and line.text[:1].isupper():
            yield _words(tuple(held), frozenset())
            held = []
        held.append(line)
    if held:
        yield _words(tuple(held), frozenset())


def _adoption(head: Head, front: Front, words: frozenset[str]) -> None:
    adoption: dict[str, str] = {}
    date = re.search(r" on (\d.+)$", _words(front.adopted, words))
    if date:
        adoption["date"] = date[1]
    bracket = parts_text(_parts(front.bracket, words))
    report, without = _REPORT.fullmatch(bracket), _WITHOUT.fullmatch(bracket)
    if report:
        adoption |= {key: text for key, text in report.groupdict().items() if text}
    elif without:
        adoption["without_reference"] = without["symbols"] or "yes"
    head.keys["adoption"] = adoption


def _submitter(head: Head, line: str, stars: list[NoteFound]) -> None:
    """Write the line of sponsors so that the program prints the same words."""
    starred = "*" in line and len(stars) > head.taken
    bare = re.sub(r"\s+", " ", line.replace("*", "")).strip()
    note = {"note": markup(stars[head.taken].parts)} if starred else {}
    submitted = _SUBMITTED.fullmatch(bare)
    states, _, label = bare.partition(": ")
    if submitted and submitted["label"].lower() in {_usual_label(head), "amendment"}:
        head.keys["submitted_by"] = submitted["who"]
    elif _LABEL.fullmatch(label) and (names := _states(states)):
        head.keys["sponsors"] = {"states": names}
        if label.startswith("amendment to "):
            head.keys["amends"] = label.removeprefix("amendment to ")
        elif label != _usual_label(head):
            del head.keys["sponsors"]
            head.keys["submitter_line"] = bare
    else:
        head.keys["submitter_line"] = bare
    if note and "submitter_line" not in head.keys:
        head.keys["sponsors"] = {**_mapping(head.keys.get("sponsors")), **note}
        head.taken += 1


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _usual_label(head: Head) -> str:
    parsed = parse_symbol(str(head.keys["symbol"]))
    return f"{'revised ' if parsed and parsed.revision else ''}{head.kind}"


def _states(text: str) -> list[str]:
    """Return the States of a list; none where it would not be printed as it stands."""
    names = text.split(", ")
    last = names.pop()
    for match in re.finditer(" and ", last):
        one, other = last[: match.start()], last[match.end() :]
        if find_state(one) and find_state(other):
            names += [one, other]
            break
    else:
        names.append(last)
    return names if listed(names) == text else []


def _parts(lines: tuple[Line, ...], words: frozenset[str]) -> Parts:
    return parts(Block(lines), words) if lines else ()


def _words(lines: tuple[Line, ...], words: frozenset[str]) -> str:
    """Return the words of lines as markup without note marks."""
    if not lines:
        return ""
    return markup(tuple(p for p in parts(Block(lines), words) if not isinstance(p, NoteKey)))
