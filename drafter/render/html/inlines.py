"""Words, marks and links inside a paragraph."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, assert_never

from drafter.document import Heading, Mark, Paragraph, Run, Star
from drafter.render.html.elements import (
    element,
    mark_anchor,
    note_anchor,
    paragraph_anchor,
    star_anchor,
)
from drafter.render.sections import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.document import Document, Inline, Inlines

_WEB = ("http://", "https://")
_FORWARD = '<a id="{anchor}" href="#{note}" role="doc-noteref">{sign}</a>'
_BACK = '<a class="back" href="#{anchor}" role="doc-backlink" aria-label="{name}">↩\ufe0e</a>'


class InlineWriter:
    """Writes the inlines of one document, counting how often each note has been called for."""

    def __init__(self, document: Document) -> None:
        self._anchors = frozenset(_anchors(document))
        self._calls = Counter(_calls(document))
        self._called: Counter[str] = Counter()

    def __call__(self, inlines: Inlines) -> str:
        """Return the HTML of ``inlines``; to be called once for each text of the document."""
        befores: tuple[Inline | None, ...] = (None, *inlines)
        return "".join(
            self._part(part, before) for part, before in zip(inlines, befores, strict=False)
        )

    def stars(self, stars: str) -> str:
        """Return the indicator of an asterisk note."""
        return element("sup", self._call(star_anchor(stars), stars), "star") if stars else ""

    def backs(self, note: str, name: str) -> str:
        """Return the links from a note to each of its marks."""
        links = (
            _BACK.format(
                anchor=escape(mark_anchor(note, time)), name=f"Back to mention {time} of {name}"
            )
            for time in range(1, self._calls[note] + 1)
        )
        return "".join(f" {link}" for link in links)

    def _part(self, part: Inline, before: Inline | None) -> str:
        match part:
            case Run():
                return self._run(part)
            case Mark():
                comma = "," if isinstance(before, Mark) else ""
                return element("sup", comma + self._call(note_anchor(part.note), str(part.number)))
            case Star():
                return self.stars(part.stars)
            case _:
                assert_never(part)

    def _run(self, run: Run) -> str:
        words = escape(run.text)
        for tag, wanted in (("i", run.italic), ("b", run.bold), ("mark", run.blank)):
            words = element(tag, words) if wanted else words
        href = self._href(run)
        return f'<a href="{escape(href)}">{words}</a>' if href and words else words

    def _href(self, run: Run) -> str:
        target = paragraph_anchor(run.target)
        if target in self._anchors:
            return f"#{target}"
        return run.link if run.link.lower().startswith(_WEB) else ""

    def _call(self, note: str, sign: str) -> str:
        if note not in self._anchors:
            return escape(sign)
        self._called[note] += 1
        anchor = mark_anchor(note, self._called[note])
        return _FORWARD.format(anchor=escape(anchor), note=escape(note), sign=escape(sign))


def _anchors(document: Document) -> Iterator[str]:
    """Yield the ids that links may point at."""
    yield from (note_anchor(note.id) for note in document.notes)
    yield from (star_anchor(note.stars) for note in document.asterisk_notes)
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading) and block.id:
            yield paragraph_anchor(block.id)


def _calls(document: Document) -> Iterator[str]:
    """Yield the id of the note of every mark."""
    if document.masthead.agenda_stars:
        yield star_anchor(document.masthead.agenda_stars)
    for text in texts(document):
        yield from (note_anchor(part.note) for part in text if isinstance(part, Mark))
        yield from (star_anchor(part.stars) for part in text if isinstance(part, Star))
