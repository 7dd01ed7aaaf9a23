"""Sections of the file: the page, and where footnote numbers start again.

A report's drafts each count their notes from 1. Word counts so where a section ends and
``numRestart`` says ``eachSect`` (ISO/IEC 29500-1, 17.11.19).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document import Mark
from drafter.render.word.forms import form, properties
from drafter.render.word.layout import layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.render.word.flow import Setting
    from drafter.render.word.options import WordOptions

_KINDS = ("even", "default", "first")


def section_breaks(settings: Sequence[Setting], options: WordOptions) -> Mapping[int, str]:
    """Return the paragraphs that end a section, by the index of the setting after them."""
    starts = _starts(settings, options)
    ends = [starts[index + 1] for index in range(len(starts) - 1)]
    shape = form("break")
    breaks = {}
    for number, end in enumerate(ends):
        first = _first_number(settings[starts[number] : end])
        section = section_properties(first, opening=number == 0, restart=True)
        breaks[end] = f"<w:p>{properties(shape, section=section)}</w:p>"
    return breaks


def last_section(settings: Sequence[Setting], options: WordOptions) -> str:
    """Return the properties of the last section, which closes the body."""
    starts = _starts(settings, options)
    first = _first_number(settings[starts[-1] :])
    return section_properties(first, opening=len(starts) == 1, restart=len(starts) > 1)


def section_properties(first_number: int, *, opening: bool, restart: bool) -> str:
    """Return a ``w:sectPr``; only the opening section has the masthead and names the headers."""
    page = layout().page
    start = f'<w:numStart w:val="{first_number}"/>' if first_number > 1 else ""
    parts = (
        _references() if opening else "",
        f'<w:footnotePr>{start}<w:numRestart w:val="eachSect"/></w:footnotePr>' if restart else "",
        '<w:type w:val="continuous"/>' if not opening else "",
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>',
        _margins(),
        '<w:cols w:space="720"/>',
        "<w:titlePg/>" if opening else "",
        '<w:docGrid w:linePitch="360"/>',
    )
    return f"<w:sectPr>{''.join(parts)}</w:sectPr>"


def _margins() -> str:
    page = layout().page
    return (
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" '
        f'w:left="{page.left}" w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
    )


def _references() -> str:
    return "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{part}-{kind}"/>'
        for kind in _KINDS
        for part in ("header", "footer")
    )


def _starts(settings: Sequence[Setting], options: WordOptions) -> list[int]:
    """Return where sections start: where the scope changes, if more than one scope has notes."""
    noted = {s.scope for s in settings if any(isinstance(p, Mark) for p in s.every_inline())}
    if options.typed_marks or len(noted) < 2:  # noqa: PLR2004
        return [0]
    starts = [0]
    for index, setting in enumerate(settings[:-1]):
        if index and setting.scope != settings[index - 1].scope:
            starts.append(index)
    return starts


def _first_number(settings: Sequence[Setting]) -> int:
    marks = (p for s in settings for p in s.every_inline() if isinstance(p, Mark) and not p.again)
    first = next(marks, None)
    return first.number if first else 1
