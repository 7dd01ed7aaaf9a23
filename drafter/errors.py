"""Where something stands in a user's file, and the one exception for input that cannot be used."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A spot in a file: line and column count from 1; ``excerpt`` is the source line itself."""

    file: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


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
