"""Headers and footers: the masthead of page 1, and the head and foot of the later pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document import plain
from drafter.render.word.layout import layout, template
from drafter.render.word.lines import filled
from drafter.render.word.markup import escape, field, run, words
from drafter.render.word.measure import Face
from drafter.render.word.symbol import split_symbol

if TYPE_CHECKING:
    from drafter.document import Document
    from drafter.render.word.options import WordOptions

_BOLD = "<w:b/>"
_SCALED = '<w:w w:val="103"/>'
_JOB_LOOK = '<w:b w:val="0"/><w:w w:val="103"/><w:sz w:val="14"/>'
_DRAFT = "DRAFT"
_DRAFT_LOOK = '<w:color w:val="808080"/>'


def masthead(document: Document, options: WordOptions, emblem: str) -> str:
    """Return the header of page 1; ``emblem`` is a ready run, or empty."""
    head, is_ = document.masthead, layout().masthead
    after = layout().office.after if options.typed_marks else is_.after
    return template("masthead.xml").substitute(
        after=after,
        corner_after=is_.corner_after,
        mark=_draft_mark(document),
        symbol=_symbol(head.symbol),
        emblem=emblem,
        organ=run(words(head.organ)),
        distribution=run(words(_labelled("Distr.: ", head.distribution))),
        date=run(words(head.date)),
        original=run(words(_labelled("Original: ", head.original))),
    )


def running_headers(document: Document, options: WordOptions) -> tuple[str, str]:
    """Return the headers of even and of odd pages: the symbol stands outside."""
    after = layout().office.after if options.typed_marks else layout().running.after
    symbol = run(words(document.masthead.symbol), _BOLD)
    other = _running_title(document) or _draft_mark(document)
    even = template("running-header.xml").substitute(after=after, left=symbol, right=other)
    odd = template("running-header.xml").substitute(after=after, left=other, right=symbol)
    return even, odd


def running_footers(document: Document) -> tuple[str, str]:
    """Return the footers of even and of odd pages: page numbers outside, job number inside."""
    job = run(words(document.masthead.job_number), _JOB_LOOK)
    even = template("running-footer.xml").substitute(left=_page(2), right=job)
    odd = template("running-footer.xml").substitute(left=job, right=_page(3))
    return even, odd


def first_footer(document: Document) -> str:
    """Return the footer of page 1: job number and bar code, which are the Secretariat's."""
    job = document.masthead.job_number
    digits = "".join(character for character in job if character.isdigit())
    content = template("job-number.xml").substitute(job=escape(job), digits=digits)
    empty = '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>'
    return template("first-footer.xml").substitute(job=content if job else empty)


def _labelled(label: str, value: str) -> str:
    """Return ``Distr.: Limited`` for ``Limited`` and for itself; nothing for nothing."""
    return value if not value or value.startswith(label.strip()) else label + value


def _symbol(symbol: str) -> str:
    """Return the symbol with its first letter twice the size, lowered by 2 points."""
    initial, rest = split_symbol(symbol)
    is_ = layout().masthead
    low = f'<w:position w:val="{is_.symbol_position}"/>'
    large = f'{low}<w:sz w:val="{is_.symbol_initial}"/>'
    return run(words(initial), large) + run(words(rest), low)


def _running_title(document: Document) -> str:
    """Return the title of an adopted text, which UN files repeat on every page."""
    if not document.front.adopted:
        return ""
    is_ = layout().running
    title = plain(document.front.title)
    for size in (is_.title_size, is_.small_size):
        face = Face(size / 2, bold=True, scale=100, spacing=0)
        lines = filled(title, face, is_.title_width_points)
        if len(lines) <= is_.title_lines:
            break
    look = _BOLD + (f'<w:sz w:val="{size}"/>' if size != is_.title_size else "")
    return run(words("\n".join(lines)), look)


def _draft_mark(document: Document) -> str:
    return run(words(_DRAFT), _DRAFT_LOOK) if document.draft_mark else ""


def _page(example: int) -> str:
    """Return the page number and the number of pages; Word works both out anew."""
    return (
        field("PAGE  \\* Arabic  \\* MERGEFORMAT", str(example), _SCALED)
        + run(words("/"), _SCALED)
        + field("NUMPAGES  \\* Arabic  \\* MERGEFORMAT", str(example), _SCALED)
    )
