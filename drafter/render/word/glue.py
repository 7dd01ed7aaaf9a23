"""Non-breaking spaces where the Secretariat's Word files keep two words on one line.

Only Word output has them: the words themselves stay as the author wrote them.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PLACES = (
    rf"(?<=\b\d) (?={_MONTH})",
    rf"(?<=\b\d\d) (?={_MONTH})",
    r"(?<=\bNo\.) (?=\S)|(?<=\bNos\.) (?=\S)",
    r"(?<=\bpara\.) (?=\d)|(?<=\bparas\.) (?=\d)",
    r"(?<=\bvol\.) (?=\S)|(?<=\bchap\.) (?=\S)|(?<=\bsect\.) (?=\S)",
    r"(?<=\b[Aa]rticle) (?=\d)",
    r"(?<=\bMs\.) (?=\S)|(?<=\bMr\.) (?=\S)",
    r"(?<=\$\d) (?=[mb]illion)|(?<=\.\d) (?=[mb]illion)",
    r"(?<=\(Fourth) (?=Committee\))",
)
_GLUE = re.compile("|".join(_PLACES))


def glue(text: str) -> str:
    """Return ``text`` with non-breaking spaces between words that belong together.

    Day and month, an abbreviation and its number, an article and its number, a title and a name,
    a sum of money: the places where official files have them (house style, ``nbsp``).
    """
    return _GLUE.sub(NBSP, text)
