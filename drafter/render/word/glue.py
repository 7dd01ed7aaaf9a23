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
    r"[$.][0-9](?= [mb]illion)",
    r"\(Fourth(?= Committee\))",
)
_HINT = re.compile(r"[0-9.]|\(Fourth")
_GLUE = re.compile(rf"(?:{'|'.join(_PLACES)}) ")


def glue(text: str) -> str:
    """Return ``text`` with non-breaking spaces between words that belong together.

    Day and month, an abbreviation and its number, an article and its number, a title and a name,
    a sum of money: the places where official files have them (house style, ``nbsp``).
    """
    if not _HINT.search(text):
        return text
    return _GLUE.sub(_glued, text)


def _glued(match: re.Match[str]) -> str:
    found = match.group()
    # The last digits of a year are no day: "in 2025 December".
    of_year = found[0].isdigit() and match.string[match.start() - 1 : match.start()].isdigit()
    return found if of_year else found[:-1] + NBSP
