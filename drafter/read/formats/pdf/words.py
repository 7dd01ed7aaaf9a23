"""The lines of a paragraph become words with their looks; what line ends have cut is put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.inline import NoteKey, Part, Parts, Text
from drafter.read.formats.pdf.lines import Line, Span

_SOFT = "\u00ad"
_DASHES = ("–", "—", "/")
_BARE = re.compile(r"[^\w'’-]")
_URL = re.compile(r"(?:https?:|www\.)\S*$")
_URL_GOES_ON = re.compile(r"[\w/.?=&%#~_-]+")
_FOLD = re.compile(r"[ \t]{2,}")


class Run(NamedTuple):
    """Words of one look."""

    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What a document tells of its words: those written inside lines, whether lines end with blanks.

    ``soft`` says that it writes soft hyphens inside lines, as some fonts do for every hyphen.
    """

    known: frozenset[str] = field(default_factory=frozenset)
    blanks: bool = True
    soft: bool = False

    def parts(self, lines: Sequence[Line]) -> Parts:
        """Return the words of a paragraph; raised ones as keys of notes, as printed."""
        return tuple(_parts(_merged(_levelled(self._runs(lines)))))

    def _runs(self, lines: Sequence[Line]) -> list[Run]:
        runs: list[Run] = []
        for line in lines:
            if runs:
                self._bridge(runs, line)
            runs += [_run(span) for span in line.spans[:-1]]
            last = line.spans[-1]
            runs.append(_run(last)._replace(text=last.text.rstrip("\t")))
        return runs

    def _bridge(self, runs: list[Run], line: Line) -> None:
        """Change the end of ``runs`` so that the first word of ``line`` can follow."""
        last = runs[-1]
        if last.raised:
            runs.append(Run(" "))
        else:
            runs[-1] = last._replace(text=self._joint(runs, line))

    def _joint(self, runs: Sequence[Run], line: Line) -> str:
        text = runs[-1].text
        bare = text.rstrip(" ")
        blank = text != bare
        left, right = _tail(runs), _head(line)
        soft = bare.endswith(_SOFT)
        if soft and not self.soft:
            return bare.removesuffix(_SOFT)
        if bare.endswith("-") or soft:
            return self._hyphen(bare, left, right, blank=blank)
        if _cut_address(left, right, blank=blank or not self.blanks):
            return bare
        if left.endswith(_DASHES) and not blank and left not in _DASHES:
            # A range or an alternative; a dash between blanks is a word of its own.
            return bare
        return f"{bare} "

    def _hyphen(self, bare: str, left: str, right: str, *, blank: bool) -> str:
        """Return the end of a line with its hyphen, without it, or with a blank behind it.

        United Nations documents are not hyphenated automatically: the hyphen belongs to the word
        unless the document writes the word in one piece elsewhere, and never with the hyphen.
        """
        stem, rest = _BARE.sub("", left).rstrip("-"), _BARE.sub("", right)
        compound, whole = f"{stem}-{rest}", f"{stem}{rest}"
        if blank:
            return bare if compound in self.known else f"{bare} "
        if not stem or compound in self.known or whole not in self.known:
            return bare
        return bare[:-1]


def words_of(lines: Iterable[Line], *, blanks: bool) -> Words:
    """Return what the lines tell of the document's words."""
    known: set[str] = set()
    soft = 0
    for line in lines:
        text = line.text
        soft += text[:-1].count(_SOFT)
        # What a line end may have cut is no evidence.
        known.update(_BARE.sub("", word) for word in text.replace(_SOFT, "-").split()[1:-1])
    return Words(frozenset(known), blanks, soft=soft > 0)


def _run(span: Span) -> Run:
    return Run(span.text.replace("\t", " "), span.italic, span.bold, span.raised)


def _tail(runs: Sequence[Run]) -> str:
    """Return the last word so far, which may have several looks."""
    word = ""
    for run in reversed(runs):
        if run.raised:
            continue
        bare = run.text if word else run.text.rstrip(" ")
        word = bare.rpartition(" ")[2] + word
        if " " in bare:
            break
    return word


def _head(line: Line) -> str:
    return line.text.partition(" ")[0]


def _cut_address(left: str, right: str, *, blank: bool) -> bool:
    """Tell whether an address goes on in the next line.

    Where the file has a blank behind every line that a word ends, the one without goes on.
    """
    if not _URL.search(left) or not _URL_GOES_ON.match(right):
        return False
    if not blank:
        return True
    return left.endswith(("/", "-", "_", "=", "?", "&", "%")) or (
        left[-1].isalnum() and bool(re.match(r"[/.?=&#_]|\S*[/=?&_]", right))
    )


_BLANK = Run(" ")


def _levelled(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs whose outer blanks stand apart; a blank looks as the words on both sides do."""
    before = _BLANK
    blank = False
    for run in runs:
        bare = run.text.strip(" ")
        blank = blank or run.text.startswith(" ")
        if not bare:
            continue
        if blank:
            yield Run(" ", before.italic and run.italic, before.bold and run.bold)
        yield run._replace(text=bare)
        blank = run.text.endswith(" ")
        before = before if run.raised else run


def _merged(runs: Iterable[Run]) -> list[Run]:
    result: list[Run] = []
    for run in runs:
        if result and result[-1][1:] == run[1:]:
            result[-1] = run._replace(text=result[-1].text + run.text)
        elif result or run.text != " ":
            result.append(run)
    return result


def _parts(runs: Iterable[Run]) -> Iterator[Part]:
    for run in runs:
        text = _FOLD.sub(" ", run.text.replace(_SOFT, "-"))
        yield NoteKey(text) if run.raised else Text(text, run.italic, run.bold)
