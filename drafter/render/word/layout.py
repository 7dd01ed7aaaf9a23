"""The geometry of the page and the forms of paragraphs, read from ``templates/word/``."""

from __future__ import annotations

import re
from collections.abc import Mapping  # msgspec reads the type
from functools import cache
from string import Template

import msgspec

from drafter.resources import data_text

_FOLDER = "templates/word"


class Page(msgspec.Struct, frozen=True):
    """Paper and margins in twips; ``first_text`` and ``first_end`` in points from the top."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    first_text: float
    first_end: float


class Masthead(msgspec.Struct, frozen=True):
    """The head of page 1: spacing in twips, sizes in half-points, the emblem's box in EMU."""

    after: int
    corner_after: int
    symbol_initial: int
    symbol_position: int
    emblem_width_emu: int
    emblem_height_emu: int


class Running(msgspec.Struct, frozen=True):
    """The head of later pages: spacing in twips, sizes in half-points."""

    after: int
    title_size: int
    small_size: int
    title_lines: int
    title_width_points: float


class Office(msgspec.Struct, frozen=True):
    """What a file for LibreOffice has otherwise than a file for Word."""

    after: int


class Heading(msgspec.Struct, frozen=True):
    """The indents of headings, in twips."""

    left: int
    right: int
    hanging: int


class Tabs(msgspec.Struct, frozen=True):
    """Tab stops in twips: where a heading's numeral ends, and the row of left stops."""

    number: int
    text: tuple[int, ...]

    def after(self, position: int) -> int:
        """Return the next left stop past ``position``."""
        return next((stop for stop in self.text if stop > position), position)


class Notes(msgspec.Struct, frozen=True):
    """Footnotes: places in twips, and the widths of a numeral and of a star in points."""

    number_end: int
    left: int
    right: int
    digit_points: float
    star_points: float


class Frame(msgspec.Struct, frozen=True):
    """The frame of asterisk notes, in twips; ``lines`` fit before it has to grow upwards."""

    x: int
    y: int
    width: int
    lines: int
    line_points: float
    rule_characters: int
    rule_raise: int


class Tables(msgspec.Struct, frozen=True):
    """Tables: twips, half-points for sizes, eighths of a point for rules."""

    left: int
    width: int
    header_before: int
    header_after: int
    header_line: int
    header_size: int
    spacer: int
    cell_before: int
    cell_after: int
    last_after: int
    cell_line: int
    cell_size: int
    cell_left: int
    cell_right: int
    rule_thin: int
    rule_thick: int
    rows_on_one_page: int
    least_points: float
    most_points: float


class Form(msgspec.Struct, frozen=True):
    """How one kind of paragraph stands: its style and what it has otherwise than the style.

    ``lead`` stands before the words (``|`` a tab, ``#`` the label); ``heavy`` says that the style
    is bold, ``light`` that the paragraph is not bold all the same; ``rule`` names a side.
    ``character`` is the space between letters (twips), where it is not the style's.
    """

    style: str
    lead: str = ""
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    align: str = ""
    size: int = 0
    character: int = 0
    heavy: bool = False
    light: bool = False
    italic: bool = False
    heading: bool = False
    clear_tab: int = 0
    rule: str = ""
    frame: bool = False
    gap_before: int = 0
    gap_after: int = 0


class Layout(msgspec.Struct, frozen=True):
    """Everything that ``layout.toml`` says."""

    page: Page
    masthead: Masthead
    running: Running
    office: Office
    heading: Heading
    tabs: Tabs
    note: Notes
    frame: Frame
    table: Tables
    form: Mapping[str, Form]


@cache
def layout() -> Layout:
    """Return the shipped layout."""
    return msgspec.toml.decode(data_text(f"{_FOLDER}/layout.toml"), type=Layout)


@cache
def part(name: str) -> str:
    """Return a part of a Word file that is the same in every document, such as ``styles.xml``.

    Comments and the white space between elements stay in the template.
    """
    text = re.sub(r"<!--.*?-->", "", data_text(f"{_FOLDER}/{name}"), flags=re.DOTALL)
    return re.sub(r">\s+<", "><", text).strip()


@cache
def template(name: str) -> Template:
    """Return a part of a Word file with places to fill (``$name``)."""
    return Template(part(name))
