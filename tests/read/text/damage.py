"""Texts as programs leave them: one document written, paged and damaged in many ways."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable, Iterator

import msgspec

from drafter.document import Block, Closing, Document, Heading, Inlines, Mark, Paragraph, Run

FIGURES = "0123456789"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
MARK = re.compile(r"\{(\d+)\}")
LEAST_PAGE = 200


class Part(msgspec.Struct, frozen=True):
    """A paragraph: its label, and its words with ``{n}`` for marks."""

    label: str
    text: str


class Original(msgspec.Struct, frozen=True):
    """The lines above the text of a document, its paragraphs and its notes."""

    head: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[tuple[str, str], ...]
    symbol: str
    title: str


def original(document: Document) -> Original:
    """Return a resolution as an original; tables and asterisks are left out."""
    masthead, front = document.masthead, document.front
    title = words_of(front.title)
    head = (
        f"United Nations {masthead.symbol}",
        masthead.organ,
        masthead.distribution,
        masthead.original,
        masthead.session,
        *masthead.committee,
        masthead.agenda_line,
        *masthead.agenda_titles,
        words_of(front.submitter),
        title,
    )
    parts = tuple(part for block in document.blocks for part in _parts(block))
    notes = tuple((str(note.number), words_of(note.inlines)) for note in document.notes)
    return Original(tuple(filter(None, head)), parts, notes, masthead.symbol, title)


def words_of(inlines: Inlines) -> str:
    """Return words with ``{n}`` for marks, without looks."""
    return "".join(
        part.text if isinstance(part, Run) else f"{{{part.number}}}"
        for part in inlines
        if isinstance(part, Run | Mark)
    )


def _parts(block: Block) -> Iterator[Part]:
    match block:
        case Paragraph():
            yield Part(block.label, words_of(block.inlines))
        case Heading():
            lines = (block.label, words_of(block.inlines))
            yield from (Part("", line) for line in lines if line)
        case Closing():
            yield from (Part("", line) for line in block.lines)
        case _:
            pass


# --- how a program writes a document ----------------------------------------------------------------


class Style(msgspec.Struct, frozen=True):
    """How a program writes paragraphs, marks and pages.

    ``page`` is the number of characters after which a page ends, in the middle of a paragraph; 0
    puts all notes at the end. ``furniture`` stands at every page's end, ``rule`` before its notes.
    """

    mark: Callable[[str], str]
    note: Callable[[str], str]
    label: Callable[[str], str] = "{} ".format
    wrap: int = 0
    first: str = ""
    apart: str = "\n\n"
    page: int = 0
    rule: str = ""
    furniture: tuple[str, ...] = ()
    feed: str = ""


def raised(number: str) -> str:
    """Return a number in raised figures."""
    return number.translate(str.maketrans(FIGURES, RAISED))


def note_raised(number: str) -> str:
    """Return the beginning of a note in raised figures."""
    return f"{raised(number)} "


STYLES = {
    "pasted": Style("[{}]".format, "[{}] ".format, label="{}\t".format, apart="\n"),
    "markdown": Style("[^{}]".format, "[^{}]: ".format),
    "tags": Style("<sup>{}</sup>".format, "<sup>{}</sup> ".format, page=2500, rule="---"),
    "scan": Style(
        raised,
        note_raised,
        label="- {} ".format,
        page=2600,
        furniture=("26-12345 **{page}/{pages}**",),
    ),
    "scan without furniture": Style(raised, note_raised, page=2100),
    "one line": Style(raised, note_raised, apart=" "),
    "wrapped": Style(raised, note_raised, wrap=72),
    "wrapped pages": Style(
        raised,
        note_raised,
        wrap=80,
        page=2400,
        rule="__________________",
        furniture=("26-12345", "{page}/{pages}"),
        feed="\f",
    ),
    "laid out": Style(
        " {}".format,
        "            {}\n              ".format,
        wrap=84,
        first="     ",
        apart="\n",
        page=2400,
        rule="        __________________",
        furniture=("{page}/{pages}                                                  26-12345",),
        feed="\f",
    ),
    "flowed": Style(
        " {}".format,
        "{}\n".format,
        label="{}\n".format,
        wrap=84,
        apart="\n",
        page=2400,
        rule="__________________",
        furniture=("{page}/{pages}", "26-12345"),
        feed="\f",
    ),
}


def written(source: Original, style: Style, chance: random.Random) -> str:
    """Return the text of ``source`` as a program of that style writes it."""
    head = "\n".join(source.head)
    if not style.page:
        body = style.apart.join(_written(part, style) for part in source.parts)
        return "\n\n".join((head, body, *_notes(source.notes, style))) + "\n"
    pages = list(_pages(source, style, chance))
    texts: list[str] = []
    for number, (body, notes) in enumerate(pages, start=1):
        lines = [body, style.rule if notes else "", *_notes(notes, style)]
        lines += [line.format(page=number, pages=len(pages)) for line in style.furniture]
        above = head if number == 1 else style.feed + _running(source, style, number)
        texts.append("\n\n".join(filter(None, (above, *lines))))
    return "\n\n".join(texts) + "\n"


def _running(source: Original, style: Style, number: int) -> str:
    if not style.feed:
        return ""
    pair = (source.symbol, source.title) if number % 2 else (source.title, source.symbol)
    return "\n\n".join(pair)


def _notes(notes: tuple[tuple[str, str], ...], style: Style) -> list[str]:
    lines = [style.note(number) + text for number, text in notes]
    return ["\n".join(lines)] if style.apart == "\n" else lines


def _written(part: Part, style: Style) -> str:
    label = style.label(part.label) if part.label else ""
    text = style.first + label + MARK.sub(lambda found: style.mark(found[1]), part.text)
    if not style.wrap:
        return text
    return "\n".join(
        textwrap.fill(line, style.wrap, break_long_words=False) for line in text.split("\n")
    )


Page = tuple[str, tuple[tuple[str, str], ...]]


def _pages(source: Original, style: Style, chance: random.Random) -> Iterator[Page]:
    """Yield the text of each page, paragraphs parted between words, and its notes."""
    notes, body, asked = dict(source.notes), list[str](), list[str]()
    room = style.page
    for part in source.parts:
        rest = part
        while len(rest.text) > room > LEAST_PAGE:
            cut = rest.text.rindex(" ", 0, room - chance.randrange(40))
            piece, rest = rest.text[:cut], Part("", rest.text[cut + 1 :])
            body.append(
                _written(Part(part.label if piece == part.text[:cut] else "", piece), style)
            )
            asked += MARK.findall(piece)
            yield style.apart.join(body), _own(notes, asked)
            room, body, asked = style.page, [], []
        second = msgspec.structs.replace(style, first="") if rest is not part else style
        body.append(_written(rest, second))
        asked += MARK.findall(rest.text)
        room -= len(rest.text)
        if room <= LEAST_PAGE:
            yield style.apart.join(body), _own(notes, asked)
            room, body, asked = style.page, [], []
    if body:
        yield style.apart.join(body), _own(notes, asked)


def _own(notes: dict[str, str], asked: list[str]) -> tuple[tuple[str, str], ...]:
    """Return the notes that have their first mark here, and forget them."""
    return tuple((mark, notes.pop(mark)) for mark in asked if mark in notes)


# --- small damage ------------------------------------------------------------------------------------

Damage = Callable[[str, random.Random], str]


def plain_marks(text: str, chance: random.Random) -> str:
    """Some raised figures come down: behind a comma as ``reviews, 8``, at a word as ``laws2``."""

    def lowered(found: re.Match[str]) -> str:
        if chance.random() < 0.5:
            return found.group()
        number = found.group().translate(str.maketrans(RAISED, FIGURES))
        return f" {number}" if found.string[found.start() - 1] in ",;" else number

    return re.sub(rf"(?<![\n{RAISED}])[{RAISED}]+", lowered, text)


def ligatures(text: str, _: random.Random) -> str:
    """Letters are drawn together."""
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")


def soft_hyphens(text: str, chance: random.Random) -> str:
    """Invisible hyphens stand inside of long words."""
    return _sometimes(r"([a-z]{4})([a-z]{4})", "\\1\u00ad\\2", 0.2, text, chance)


def invisible(text: str, chance: random.Random) -> str:
    """Zero-width and control characters have slipped in."""
    return _sometimes(r" ", "\u200b \a", 0.02, text, chance)


def line_ends(text: str, chance: random.Random) -> str:
    """Lines end in other ways."""
    return re.sub(r"\n", lambda _: chance.choice(("\r\n", "\n")), text)


def old_line_ends(text: str, _: random.Random) -> str:
    """Lines end as they did on old machines."""
    return text.replace("\n", "\r")


def italics(text: str, chance: random.Random) -> str:
    """A few openings keep their stars."""
    opening = r"(?m)^((?:- )?(?:\d+\. )?)([A-Z][a-z]+(?:ing|s))(?= (?:the|its|that|Member))"
    return _sometimes(opening, r"\1*\2*", 0.3, text, chance)


def bulleted(text: str, _: random.Random) -> str:
    """Preambular paragraphs have bullets."""
    return re.sub(r"(?m)^(?=[A-Z][a-z]+(?:ing|ed) (?:the|its|that|also))", "- ", text)


def mailed(text: str, _: random.Random) -> str:
    """Every line is quoted as mail is."""
    return "\n".join(f"> {line}" for line in text.split("\n"))


def glued(text: str, chance: random.Random) -> str:
    """Numbers have lost the blank behind them."""
    return _sometimes(r"(?m)^((?:- )?\d+\.) ", r"\1", 0.5, text, chance)


def _sometimes(pattern: str, new: str, share: float, text: str, chance: random.Random) -> str:
    def changed(found: re.Match[str]) -> str:
        return found.expand(new) if chance.random() < share else found.group()

    return re.sub(pattern, changed, text)


DAMAGE: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        plain_marks,
        ligatures,
        soft_hyphens,
        invisible,
        line_ends,
        old_line_ends,
        italics,
        bulleted,
        mailed,
        glued,
    )
}
