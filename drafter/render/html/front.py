"""The head of the page and the lines above the text."""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.render.html.elements import element, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.document import Document, Front, Masthead
    from drafter.render.html.inlines import InlineWriter

_H1_CHOICES = ("title", "subtitle", "adopted", "submitter")


def masthead(document: Document, write: InlineWriter) -> str:
    """Return the head of page 1: symbol, organ, date of issue, session and agenda item."""
    head = document.masthead
    top = lines((element("p", "United Nations", "united-nations"), _symbol(head.symbol)))
    organ = (_emblem(document.emblem), element("p", escape(head.organ), "organ"), _issue(head))
    return lines(
        (
            element("p", "DRAFT" if document.draft_mark else "", "draft-mark"),
            '<header class="masthead">',
            element("div", top, "top"),
            element("div", lines(organ), "organ-row"),
            element("div", lines(_session(head, write)), "session-lines"),
            "</header>",
        )
    )


def front_lines(front: Front, write: InlineWriter) -> Iterator[str]:
    """Yield the lines above the text; the one that names the document best is the h1."""
    number = element("span", escape(front.number), "number")
    written = {
        "submitter": write(front.submitter),
        "adopted": escape(front.adopted),
        "provenance": write(front.provenance),
        "title": lines((number, write(front.title))),
        "subtitle": escape(front.subtitle),
        "rapporteur": write(front.rapporteur),
    }
    first = next((name for name in _H1_CHOICES if written[name]), "")
    for name, words in written.items():
        yield element("h1" if name == first else "p", words, name)


def _symbol(symbol: str) -> str:
    initial = element("span", escape(symbol[:1]), "initial")
    return element("p", initial + escape(symbol[1:]), "symbol")


def _issue(head: Masthead) -> str:
    written = (
        element("p", escape(head.distribution)),
        element("p", escape(head.date)),
        element("p", escape(head.original), "original"),
    )
    return element("div", lines(written), "issue")


def _session(head: Masthead, write: InlineWriter) -> Iterator[str]:
    yield element("p", escape(head.session), "session")
    for line in head.committee:
        yield element("p", escape(line), "committee")
    yield element("p", escape(head.agenda_line) + write.stars(head.agenda_stars), "agenda-line")
    for line in head.agenda_titles:
        yield element("p", escape(line), "agenda-title")


def _emblem(file: str) -> str:
    """Return the user's emblem as part of the page, since the page asks for no other file."""
    if not file:
        return ""
    from drafter.render.word.picture import picture

    image = picture(Path(file).read_bytes(), file)
    data = base64.b64encode(image.data).decode()
    return f'<img class="emblem" alt="" src="data:{image.media_type};base64,{data}">'
