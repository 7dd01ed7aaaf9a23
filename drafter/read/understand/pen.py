"""Words with the place in the file that they come from."""

from __future__ import annotations

import msgspec

from drafter.draft import Words
from drafter.errors import Place
from drafter.inline import NoteKey, Part, Parts, Text, markup, parts_text
from drafter.read.found import Origin
from drafter.reading import NO_WORDS


class Pen(msgspec.Struct, frozen=True):
    """Writes what stood in the file ``name``."""

    name: str

    def place(self, origin: Origin) -> Place:
        """Return where ``origin`` is, for messages."""
        if origin.page or origin.paragraph:
            return Place(self.name, origin.line, page=origin.page, paragraph=origin.paragraph)
        return Place(self.name, origin.line, 1 if origin.line else 0)

    def words(self, text: str, origin: Origin) -> Words:
        """Return plain ``text``, its stars and brackets escaped as markup asks."""
        return Words(markup((Text(text),)), at=self.place(origin)) if text else NO_WORDS

    def marked(self, parts: Parts, origin: Origin) -> Words:
        """Return ``parts`` as markup."""
        return Words(markup(joined(parts)), at=self.place(origin)) if parts else NO_WORDS


def plain_text(parts: Parts) -> str:
    """Return the words without looks and marks, white space folded."""
    return " ".join(parts_text(parts).split(" ")).strip()


def unmarked(parts: Parts) -> Parts:
    """Return ``parts`` without note marks."""
    return joined(tuple(part for part in parts if not isinstance(part, NoteKey)))


def without_bold(parts: Parts) -> Parts:
    """Return ``parts`` without bold: a heading is bold by what it is."""
    return joined(
        tuple(Text(part.text, part.italic) if isinstance(part, Text) else part for part in parts)
    )


def roman(parts: Parts) -> Parts:
    """Return ``parts`` without bold and italics."""
    return joined(tuple(Text(part.text) if isinstance(part, Text) else part for part in parts))


def joined(parts: Parts) -> Parts:
    """Return ``parts`` with neighbours of one look joined and empty ones left out."""
    result: list[Part] = []
    for part in parts:
        last = result[-1] if result else None
        if not isinstance(part, Text):
            result.append(part)
        elif isinstance(last, Text) and (last.italic, last.bold) == (part.italic, part.bold):
            result[-1] = Text(last.text + part.text, part.italic, part.bold)
        elif part.text:
            result.append(part)
    return tuple(result)


def spaced(parts: tuple[Parts, ...]) -> Parts:
    """Return several texts as one, a blank between them."""
    result: Parts = ()
    for each in parts:
        result = (*result, *((Text(" "),) if result and each else ()), *each)
    return joined(result)


_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2060": None, "\u200b": None, "\u00ad": None, "\ufeff": None}
)


def with_plain_blanks(parts: Parts) -> Parts:
    """Return ``parts`` without what only holds a line together: the Word file puts its own."""
    return tuple(
        msgspec.structs.replace(part, text=part.text.translate(_PLAIN))
        if isinstance(part, Text) and not part.text.isascii()
        else part
        for part in parts
    )
