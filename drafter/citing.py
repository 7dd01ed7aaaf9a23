"""How a source is cited: in the text the first time and later, in a note, and where it stands."""

from __future__ import annotations

import re

import msgspec

from drafter.assemble import assemble
from drafter.document import Document, Note, Paragraph, Run, plain
from drafter.draft import draft_from
from drafter.errors import NOWHERE, Problem, Unusable
from drafter.library.resolutions import find_adoption
from drafter.library.symbols import Organ, document_url, parse_symbol, resolution_url
from drafter.library.treaties import find_treaty, treaty_keys
from drafter.reading import closest
from drafter.source import Source

_RESOLUTION = re.compile(
    r"(?:(?P<prefix>[ASE])/RES/)?(?P<number>(?:E?S-)?\d{1,4}/\d{1,3}(?: [A-Z])?"
    r"|\d{1,4}(?: [A-Z])? \([^)]+\))"
)
_SESSION = 81


class Cited(msgspec.Struct, frozen=True):
    """How a source is cited; an empty string is what there is not.

    ``key`` is what stands in a draft behind ``[@`` or ``[^``; ``doubt`` says what is not sure about the date.
    """

    what: str
    key: str
    first: str
    later: str
    note: str
    link: str
    doubt: str = ""
    undated: bool = False


def cited(source: str) -> Cited:
    """Return how ``source`` is cited: a resolution, a treaty or a document symbol.

    Raises Unusable for what is none of them.
    """
    text = " ".join(source.split())
    if treaty := find_treaty(text):
        return _treaty(treaty.key)
    if found := _RESOLUTION.fullmatch(_spaced(text)):
        return _resolution(found["number"])
    if parse_symbol(text):
        note = _printed(f"Noting the report[^{text}]").notes[0]
        return Cited("document", text, "", "", plain(note.inlines), document_url(text))
    near = closest(text.casefold(), treaty_keys())
    advice = (
        f"did you mean {near}?" if near else "write 70/1, 1325 (2000), A/71/114 or a treaty's key"
    )
    raise Unusable(Problem(NOWHERE, f"{text!r} is no resolution, treaty or symbol", advice))


def _spaced(text: str) -> str:
    """Return a number spaced as in print: ``1325(2000)`` and ``217A(III)`` get their spaces."""
    return re.sub(r"(?<=\d)(?=[A-Z]\b)|(?<=[\dA-Z])(?=\()", " ", text)


def _treaty(key: str) -> Cited:
    document = _printed(f"Recalling the [@{key}]", f"Recalling also the [@{key}]")
    first, later = _mentions(document, ("Recalling the ", "Recalling also the "))
    treaty = find_treaty(key)
    return Cited(treaty.kind.value if treaty else "", key, first, later, _note(document), "")


def _resolution(number: str) -> Cited:
    organ = _organ(number)
    owner = "" if organ is Organ.GENERAL_ASSEMBLY else f"{organ} "
    lead = f"{owner}resolution "
    document = _printed(
        f"Recalling {lead}[@{number}][^{number}]", f"Recalling also {lead}[@{number}]"
    )
    first, later = _mentions(document, ("Recalling ", "Recalling also "))
    link = resolution_url(number, organ)
    what = f"resolution of the {organ}"
    note, doubt = _note(document), _doubt(number, organ)
    undated = find_adoption(number, organ.value) is None
    return Cited(what, number, first, later, note, link, doubt, undated)


def _organ(number: str) -> Organ:
    if re.search(r"\((?:19|20)\d\d\)", number):
        return Organ.SECURITY_COUNCIL
    if re.match(r"(?:19|20)\d\d/", number):
        return Organ.ECONOMIC_AND_SOCIAL_COUNCIL
    return Organ.GENERAL_ASSEMBLY


def _doubt(number: str, organ: Organ) -> str:
    adoption = find_adoption(number, organ.value)
    if adoption is None:
        return f"not in the registry: write it, [@{number} of 18 December 2025]"
    if adoption.certain or organ is not Organ.GENERAL_ASSEMBLY:
        return ""
    return "that of texts which cite the resolution"


def _printed(*paragraphs: str) -> Document:
    lines = "".join(f'  - "{paragraph}"\n' for paragraph in paragraphs)
    text = f"symbol: A/{_SESSION}/L.__\ntitle: T\npreamble:\n{lines}"
    return assemble(draft_from(Source("", text)))


def _mentions(document: Document, leads: tuple[str, ...]) -> list[str]:
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)][1:]
    return [
        plain(paragraph.inlines).removeprefix(lead).removesuffix(",")
        for paragraph, lead in zip(paragraphs, leads, strict=True)
    ]


def _note(document: Document) -> str:
    return "".join(_marked(note) for note in document.notes[:1])


def _marked(note: Note) -> str:
    return "".join(
        f"*{part.text}*" if part.italic else part.text
        for part in note.inlines
        if isinstance(part, Run)
    )
