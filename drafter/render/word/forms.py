"""Paragraph properties in Word's terms, from the forms of the layout."""

from __future__ import annotations

from functools import cache

from drafter.render.word.layout import Form, layout
from drafter.render.word.markup import words


@cache
def form(name: str, *, quoted: bool = False) -> Form:
    """Return the form called ``name``; a quoted block stands one tab stop further in."""
    found = layout().form[name]
    if not quoted or found.heading:
        return found
    tabs = layout().tabs
    left = found.left if found.left is not None else tabs.text[0]
    return _copy(found, left=tabs.after(left))


@cache
def properties(form: Form, *, keep_next: bool = False, extra: str = "", section: str = "") -> str:
    """Return the ``w:pPr`` of ``form``, its children in the order of the schema.

    ``extra`` is a frame (``w:framePr``), ``section`` the end of a section (``w:sectPr``).
    """
    parts = (
        f'<w:pStyle w:val="{form.style}"/>',
        "<w:keepNext/>" if keep_next else "",
        extra,
        _rule(form.rule),
        _tabs(form),
        _spacing(form),
        _indent(form),
        f'<w:jc w:val="{form.align}"/>' if form.align else "",
        f'<w:rPr><w:sz w:val="{form.size}"/></w:rPr>' if form.size else "",
        section,
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def lead(form: Form, label: str) -> str:
    """Return the content of the first run: tabs and the label, as typed in UN files."""
    text = form.lead.replace("|", "\t").replace("#", label)
    return words(text) if text else ""


def paragraph(form: Form, content: str, *, keep_next: bool = False) -> str:
    """Return a paragraph of ready runs."""
    return f"<w:p>{properties(form, keep_next=keep_next)}{content}</w:p>"


def gaps(count: int, *, keep_next: bool = False) -> str:
    """Return ``count`` empty lines of 6 points, the only vertical space of UN files."""
    return paragraph(form("gap"), "", keep_next=keep_next) * count


def _copy(form: Form, **changes: int) -> Form:
    fields = {name: getattr(form, name) for name in form.__struct_fields__}
    return Form(**(fields | changes))


def _rule(side: str) -> str:
    if not side:
        return ""
    rule = f'<w:{side} w:val="single" w:sz="2" w:space="0" w:color="010000"/>'
    return f"<w:pBdr>{rule}</w:pBdr>"


def _tabs(form: Form) -> str:
    stops = []
    if form.clear_tab:
        stops.append(f'<w:tab w:val="clear" w:pos="{form.clear_tab}"/>')
    if form.heading:
        stops.append(f'<w:tab w:val="right" w:pos="{layout().tabs.number}"/>')
        stops += (f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in layout().tabs.text)
    if form.frame and form.lead:
        stops.append('<w:tab w:val="clear" w:pos="418"/>')
        stops.append(f'<w:tab w:val="right" w:pos="{layout().note.number_end}"/>')
        stops.append(f'<w:tab w:val="left" w:pos="{layout().note.left}"/>')
    return f"<w:tabs>{''.join(stops)}</w:tabs>" if stops else ""


def _spacing(form: Form) -> str:
    values = {"before": form.before, "after": form.after, "line": form.line}
    given = "".join(f' w:{name}="{v}"' for name, v in values.items() if v is not None)
    rule = ' w:lineRule="exact"' if form.line is not None else ""
    return f"<w:spacing{given}{rule}/>" if given else ""


def _indent(form: Form) -> str:
    base = layout().heading if form.heading else form
    values = {"left": base.left, "right": base.right, "hanging": base.hanging}
    given = "".join(f' w:{name}="{v}"' for name, v in values.items() if v is not None)
    return f"<w:ind{given}/>" if given else ""
