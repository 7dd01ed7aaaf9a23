"""The text of the document: settings as paragraphs and tables, parted by gaps and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.render.word.forms import form, gaps, lead, properties
from drafter.render.word.markup import run
from drafter.render.word.runs import look_of, runs
from drafter.render.word.sections import section_breaks
from drafter.render.word.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.document import Document
    from drafter.render.word.flow import Setting
    from drafter.render.word.story import Story


def body(document: Document, settings: Sequence[Setting], story: Story) -> Iterator[str]:
    """Yield the paragraphs and tables from the session line to the final rule."""
    breaks = section_breaks(settings, story.options)
    for index, setting in enumerate(settings):
        if index:
            yield _space(settings[index - 1], setting)
        yield breaks.get(index, "")
        following = settings[index + 1] if index + 1 < len(settings) else None
        yield _written(setting, story, following, blanks=document.draft_mark)


def gap_between(above: Setting, below: Setting) -> int:
    """Return how many empty lines of 6 points part two settings."""
    if below.attached:
        return 0
    return max(form(above.form).gap_after, form(below.form).gap_before)


def _space(above: Setting, below: Setting) -> str:
    return gaps(gap_between(above, below), keep_next=form(above.form).heading)


def _written(setting: Setting, story: Story, following: Setting | None, *, blanks: bool) -> str:
    if setting.table:
        return table(setting.table, story, blanks=blanks)
    shape = form(setting.form, quoted=setting.quoted)
    content = run(lead(shape, setting.label)) + runs(
        setting.inlines, look_of(shape, blanks=blanks), story
    )
    anchor = story.anchor(setting.id) if setting.id else ""
    content = story.bookmark(anchor, content) if anchor else content
    before_rule = following is not None and following.form == "end"
    return f"<w:p>{properties(shape, keep_next=before_rule)}{content}</w:p>"
