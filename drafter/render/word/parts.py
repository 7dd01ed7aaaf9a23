"""The parts of a Word file and what each of them is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.document import plain
from drafter.render.word.body import body
from drafter.render.word.flow import flow
from drafter.render.word.heads import first_footer, masthead, running_footers, running_headers
from drafter.render.word.layout import layout, part, template
from drafter.render.word.markup import escape
from drafter.render.word.notes import footnotes
from drafter.render.word.package import Source
from drafter.render.word.picture import picture
from drafter.render.word.sections import last_section
from drafter.render.word.stars import as_footnotes, frame
from drafter.render.word.story import Story

if TYPE_CHECKING:
    from drafter.document import Document
    from drafter.render.word.options import WordOptions

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_EMBLEM = "emblem"


def parts(document: Document, options: WordOptions) -> tuple[Source, ...]:
    """Return the parts that hang on the root of the file."""
    return (_text(document, options), _core(document), _app())


def _text(document: Document, options: WordOptions) -> Source:
    settings = flow(document)
    below = as_footnotes(document, settings)
    story = Story(settings, document.notes, below, options)
    framed = frame([note for note in document.asterisk_notes if note not in below], story)
    text = "".join(body(document, settings, story))
    section = last_section(settings, options)
    return Source(
        name="/word/document.xml",
        media_type=f"{_MAIN}.document.main+xml",
        relation="rId1",
        relation_type=f"{_RELATION}/officeDocument",
        data=f"{_XML}<w:document {_NAMES}><w:body>{framed}{text}{section}</w:body></w:document>",
        links=story.addresses,
        parts=(
            _part("styles", part("styles.xml")),
            _part("settings", part("settings.xml")),
            _part("fontTable", part("fonts.xml")),
            _theme(),
            _footnotes(story, options),
            *_heads(document, options),
        ),
    )


def _footnotes(text: Story, options: WordOptions) -> Source:
    story = Story((), (), (), options)
    content = footnotes(story, text)
    data = f"{_XML}<w:footnotes {_NAMES}>{content}</w:footnotes>"
    return _part("footnotes", data, links=story.addresses)


def _heads(document: Document, options: WordOptions) -> tuple[Source, ...]:
    emblem, image = _emblem(document)
    header_even, header_odd = running_headers(document, options)
    footer_even, footer_odd = running_footers(document)
    return (
        _part("header", header_even, "even"),
        _part("header", header_odd, "default"),
        _part("header", masthead(document, options, emblem), "first", owned=image),
        _part("footer", footer_even, "even"),
        _part("footer", footer_odd, "default"),
        _part("footer", first_footer(document), "first"),
    )


def _emblem(document: Document) -> tuple[str, tuple[Source, ...]]:
    """Return the run that shows the emblem and its part; nothing if the user gives none."""
    if not document.emblem:
        return "", ()
    image = picture(Path(document.emblem).read_bytes(), document.emblem)
    box = layout().masthead
    width, height = image.fitted(box.emblem_width_emu, box.emblem_height_emu)
    shown = template("emblem.xml").substitute(width=width, height=height, relation=_EMBLEM)
    source = Source(
        name=f"/word/media/emblem.{image.extension}",
        media_type=image.media_type,
        relation=_EMBLEM,
        relation_type=f"{_RELATION}/image",
        data=image.data,
    )
    return shown, (source,)


def _theme() -> Source:
    return Source(
        name="/word/theme.xml",
        media_type="application/vnd.openxmlformats-officedocument.theme+xml",
        relation="theme",
        relation_type=f"{_RELATION}/theme",
        data=part("theme.xml"),
    )


def _part(
    kind: str,
    data: str,
    page: str = "",
    *,
    links: dict[str, str] | None = None,
    owned: tuple[Source, ...] = (),
) -> Source:
    """Return a part that hangs on the main part; ``page`` tells headers and footers apart."""
    suffix = f"-{page}" if page else ""
    return Source(
        name=f"/word/{kind}{suffix}.xml",
        media_type=f"{_MAIN}.{kind}+xml",
        relation=f"{kind}{suffix}",
        relation_type=f"{_RELATION}/{kind}",
        data=data,
        links=links or {},
        parts=owned,
    )


def _core(document: Document) -> Source:
    """Return the core properties: no dates, since the same document has to be the same file."""
    title = plain(document.front.title) or document.masthead.symbol
    data = template("core.xml").substitute(
        title=escape(title),
        symbol=escape(document.masthead.symbol),
        author=escape(document.author),
        language=escape(document.language),
    )
    return Source(
        name="/docProps/core.xml",
        media_type="application/vnd.openxmlformats-package.core-properties+xml",
        relation="rId2",
        relation_type=f"{_CORE_RELATION}/core-properties",
        data=data,
    )


def _app() -> Source:
    return Source(
        name="/docProps/app.xml",
        media_type="application/vnd.openxmlformats-officedocument.extended-properties+xml",
        relation="rId3",
        relation_type=f"{_RELATION}/extended-properties",
        data=part("app.xml"),
    )
