"""Non-breaking spaces where the Secretariat's Word files keep two words on one line.

Only Word output has them: the words themselves stay as the author wrote them.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# Each alternative begins with a plain character and looks ahead only: a paragraph without any is
# passed over at the speed of a scan for those characters.
_PLACES = (
    rf"[0-9]{{1,2}}(?= (?:{_MONTH}))",
    r"Nos?\.(?= \S)",
    r"paras?\.(?= [0-9])",
    r"(?:vol|chap|sect)\.(?= \S)",
    r"rticle(?= [0-9])",
    r"M[rs]\.(?= \S)",
    r"[0-9](?= (?:[mb]illion|per cent|[A-Z]\b(?![.'’])|\([a-z]{1,4}\)))",
    r"ection(?= [IVX]+\b)",
    r"\(Fourth(?= Committee\))",
)
_BEFORE_MONTH = re.compile(_MONTH)
_HINT = re.compile(r"[0-9.]|\(Fourth|ection [IVX]")
_GLUE = re.compile(rf"(?:{'|'.join(_PLACES)}) ")


def glue(text: str) -> str:
    """Return ``text`` with non-breaking spaces between words that belong together.

    Day and month, an abbreviation and its number, an article or a section and its number, a
    paragraph and its letter, a title and a name, a figure and its unit: where issued documents
    have no line break (house style, ``nbsp``).
    """
    if not _HINT.search(text):
        return text
    return _GLUE.sub(_glued, text)


def _glued(match: re.Match[str]) -> str:
    found, text = match.group(), match.string
    # The last digits of a year are no day: "in 2025 December".
    long_number = found[0].isdigit() and text[match.start() - 1 : match.start()].isdigit()
    if long_number and _BEFORE_MONTH.match(text, match.end()):
        return found
    return found[:-1] + NBSP
