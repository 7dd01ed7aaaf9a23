"""Where something stands in a user's file, and the one exception for input that cannot be used."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A spot in a file: all counts are from 1, 0 is unknown.

    A text file has line and column, and ``excerpt`` is the source line itself. A PDF has page and
    line, a Word file has the number of the paragraph.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""
    page: int = 0
    paragraph: int = 0

    def __str__(self) -> str:
        between = ", " if self.page or self.paragraph else ":"
        return between.join(filter(None, (self.file, self.spot)))

    @property
    def spot(self) -> str:
        """Where it is in its file: ``12:5``, or ``page 3, line 7``; empty where that is unknown."""
        if not (self.page or self.paragraph):
            return f"{self.line}:{self.column}" if self.line else ""
        counts = (("page", self.page), ("paragraph", self.paragraph), ("line", self.line))
        return ", ".join(f"{name} {count}" for name, count in counts if count)

    @property
    def known(self) -> bool:
        """Whether it says more than the file."""
        return bool(self.line or self.page or self.paragraph)

    @property
    def order(self) -> tuple[int, int, int, int]:
        """What places of one file are sorted by."""
        return (self.page, self.paragraph, self.line, self.column)


NOWHERE = Place()


class Problem(msgspec.Struct, frozen=True):
    """One reason why an input cannot be used: what is wrong, and what to write instead."""

    place: Place
    message: str
    advice: str = ""

    def __str__(self) -> str:
        words = f"{self.message}; {self.advice}" if self.advice else self.message
        head = f"{self.place}: {words}" if self.place.file else words
        if not self.place.excerpt:
            return head
        gutter = f"{self.place.line:>5} | "
        caret = " " * (len(gutter) + self.place.column - 1) + "^"
        return f"{head}\n{gutter}{self.place.excerpt}\n{caret}"


class Unusable(Exception):  # noqa: N818 - it is the input that is unusable
    """Input that cannot be used, with every problem found in it (the command's exit code 2)."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Notice(msgspec.Struct, frozen=True):
    """Something the author may want to change: the text stays as written, and this says so."""

    place: Place
    message: str
    advice: str = ""

    def __str__(self) -> str:
        return str(Problem(self.place, self.message, self.advice))
