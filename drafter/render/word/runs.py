"""Inline parts as runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, assert_never

import msgspec

from drafter.document import Inlines, Mark, Run, Star
from drafter.render.word.glue import glue
from drafter.render.word.markup import run, words

if TYPE_CHECKING:
    from drafter.render.word.layout import Form
    from drafter.render.word.story import Story

_BLANK = '<w:shd w:val="clear" w:color="auto" w:fill="FFF6C0"/>'
# Without the style of a reference: LibreOffice would take the comma into the mark before it.
_COMMA = run(words(","), '<w:vertAlign w:val="superscript"/>')
_LINK_STYLE = '<w:rStyle w:val="Hyperlink"/>'


class Look(msgspec.Struct, frozen=True):
    """How the words of a paragraph look otherwise than its style says.

    ``bold`` is None where the style decides; ``size`` is in half-points and ``character``,
    the space between letters, in twips, 0 for the style's; ``blanks`` colours what is not known yet.
    """

    bold: bool | None = None
    italic: bool = False
    size: int = 0
    character: int = 0
    blanks: bool = False


def look_of(form: Form, *, blanks: bool) -> Look:
    """Return the look that ``form`` gives its words."""
    return Look(False if form.light else None, form.italic, form.size, form.character, blanks)


def runs(inlines: Inlines, look: Look, story: Story) -> str:
    """Return ``inlines`` as runs; two marks side by side are parted by a raised comma."""
    parts = []
    after_mark = False
    for part in inlines:
        match part:
            case Run():
                parts.append(_words(part, look, story))
            case Mark():
                parts.append(_COMMA if after_mark else "")
                parts.append(story.mark(part))
            case Star():
                parts.append(story.star(part))
            case _:
                assert_never(part)
        after_mark = isinstance(part, Mark)
    return "".join(parts)


def _words(part: Run, look: Look, story: Story) -> str:
    content = words(glue(part.text))
    if not content:
        return ""
    relation = story.link(part.link)
    if relation:
        inner = run(content, _LINK_STYLE + _properties(part, look))
        return f'<w:hyperlink r:id="{relation}" w:history="1">{inner}</w:hyperlink>'
    inner = run(content, _properties(part, look))
    anchor = story.anchor(part.target) if part.target and story.options.links else ""
    return f'<w:hyperlink w:anchor="{anchor}">{inner}</w:hyperlink>' if anchor else inner


def _properties(part: Run, look: Look) -> str:
    return _look_xml(look, bold=part.bold, italic=part.italic, blank=part.blank)


@cache
def _look_xml(look: Look, *, bold: bool, italic: bool, blank: bool) -> str:
    heavy = True if bold else look.bold
    parts = (
        "" if heavy is None else "<w:b/>" if heavy else '<w:b w:val="0"/>',
        "<w:i/>" if italic or look.italic else "",
        f'<w:spacing w:val="{look.character}"/>' if look.character else "",
        f'<w:sz w:val="{look.size}"/>' if look.size else "",
        _BLANK if blank and look.blanks else "",
    )
    return "".join(parts)
