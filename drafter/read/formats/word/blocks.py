"""What stands in the text of a file: paragraphs of pieces, and tables of cells with blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from drafter.inline import Parts
from drafter.read.formats.word.styles import Shape


@dataclass(slots=True, eq=False)
class Note:
    """A footnote or an endnote; ``mark`` is as printed, empty until the text asks for the note.

    ``place`` is the paragraph of its first mark.
    """

    kind: str
    id: str
    mark: str = ""
    place: int = 0
    parts: Parts = ()
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Piece:
    """Words of one look, with tabs and line breaks in them, or the mark of a note.

    ``raised`` is 1 for superscript and -1 for subscript. A mark keeps the words that it was
    printed with.
    """

    text: str
    italic: bool = False
    bold: bool = False
    raised: int = 0
    size: float = 0.0
    underlined: bool = False
    struck: bool = False
    note: Note | None = None


@dataclass(slots=True, eq=False)
class Para:
    """A paragraph: ``label`` is what its automatic list shows, ``number`` its place in the file.

    ``line`` is its line in a paragraph that holds several, from 1; 0 where it is alone.
    """

    pieces: list[Piece]
    shape: Shape
    number: int = 0
    label: str = ""
    comments: list[str] = field(default_factory=list)
    line: int = 0

    @property
    def text(self) -> str:
        """The words with tabs and line breaks, marks left out."""
        return "".join(piece.text for piece in self.pieces if piece.note is None)

    @property
    def blank(self) -> bool:
        """Whether nothing is to be seen."""
        return not any(piece.note is not None or piece.text.strip() for piece in self.pieces)


@dataclass(slots=True, eq=False)
class Cell:
    """A cell: the columns it spans, whether it only continues the one above, its width in twips."""

    blocks: list[Block]
    span: int = 1
    continued: bool = False
    width: int = 0


@dataclass(slots=True, eq=False)
class Row:
    """A row; ``before`` columns are left out at its start, ``head`` rows come again on each page."""

    cells: list[Cell]
    head: bool = False
    before: int = 0


@dataclass(slots=True, eq=False)
class Table:
    """A table; ``ruled`` tells whether any line is drawn in it."""

    rows: list[Row]
    ruled: bool = False
    columns: tuple[int, ...] = ()


Block: TypeAlias = Para | Table
