"""Numbers and letters that somebody typed in front of a paragraph."""

from __future__ import annotations

import re

from drafter.library.numerals import parse_letter, parse_roman

_BLANKS = " \t\n\u00a0"
_SPACE = r"[ \u00a0\t]"
_BIS = r"(?:[ \u00a0]?(?:bis|ter|quater|quinquies|sexies|septies|alt\.?))"
_TYPED = re.compile(
    rf"""
    (?:
        (?P<prefix>(?:OP|PP)[ \u00a0]?\d{{1,3}}{_BIS}?[.:)]?)(?={_SPACE})
      | (?P<dotted>\d{{1,2}}(?:\.\d{{1,2}})+\.?)(?=\t|(?<=\.){_SPACE})
      | (?P<number>\d{{1,3}}{_BIS}?[.)]{_BIS}?)(?={_SPACE}|(?<=\.)[A-Z]|(?<=\))[A-Z])
      | (?P<bracket>\(\d{{1,3}}{_BIS}?\)|\[\d{{1,3}}\])(?={_SPACE})
      | (?P<letter>\((?:[a-z]{{1,5}}|[A-Z]{{1,5}}){_BIS}?\))(?={_SPACE}|[A-Z])
      | (?P<open>(?:[a-z]{{1,5}}|[A-Z]{{1,5}}){_BIS}?[.)])(?={_SPACE})
      | (?P<bare>\d{{1,3}})(?=\t)
      | (?P<bullet>[•▪■●◦○□❖➢✓·‣⁃–—-])(?={_SPACE})
    )
    """,
    re.VERBOSE,
)
_LETTERS_IN = re.compile(r"[A-Za-z]+")


def typed_label(text: str) -> str:
    """Return the label at the beginning of ``text``: ``3.``, ``(a)``, ``IV.``, ``•`` or nothing.

    White space has to part it from the words, or a capital that nobody wrote a space before; a word
    in brackets is no label, nor is an abbreviation.
    """
    match = _TYPED.match(text)
    if match is None or not text[match.end() :].strip():
        return ""
    if (match["letter"] or match["open"]) and not _counts(match.group()):
        return ""
    return match.group()


def _counts(label: str) -> bool:
    """Tell whether the letters of a label are ones that paragraphs are counted with."""
    found = _LETTERS_IN.search(label)
    letters = found.group() if found else ""
    return parse_letter(letters) is not None or parse_roman(letters) is not None


def lead_of(text: str, *, labelled: bool) -> tuple[str, str]:
    """Return white space with the typed label at the beginning of ``text``, and the label alone.

    A paragraph that is ``labelled`` by an automatic list has no typed label.
    """
    bare = text.lstrip(_BLANKS)
    label = "" if labelled else typed_label(bare)
    rest = bare[len(label) :].lstrip(_BLANKS)
    return text[: len(text) - len(rest)], label
