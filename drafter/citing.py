"""How a source is cited: in the text the first time and later, in a note, and where it stands."""

from __future__ import annotations

import msgspec

from drafter.assemble import assemble
from drafter.document import Document, Note, Paragraph, Run, plain
from drafter.draft import draft_from
from drafter.errors import NOWHERE, Problem, Unusable
from drafter.library.bodies import Named, all_bodies, key_of, named_resolution, near_body
from drafter.library.dates import un_date
from drafter.library.resolutions import GENERAL_ASSEMBLY, find_adoption
from drafter.library.symbols import document_url, parse_symbol, resolution_url
from drafter.library.treaties import find_treaty, treaty_keys
from drafter.reading import closest
from drafter.source import Source

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
    if named := named_resolution(text):
        return _resolution(named)
    if parse_symbol(text):
        note = _printed(f"Noting the report[^{text}]").notes[0]
        return Cited("document", text, "", "", plain(note.inlines), document_url(text))
    near = closest(text.casefold(), treaty_keys())
    advice = (
        f"did you mean {near}?"
        if near
        else "write 70/1, 1325 (2000), HRC 60/5, A/71/114 or a treaty's key"
    )
    raise Unusable(Problem(NOWHERE, f"{text!r} is no resolution, treaty or symbol", advice))


def _treaty(key: str) -> Cited:
    document = _printed(f"Recalling the [@{key}]", f"Recalling also the [@{key}]")
    first, later = _mentions(document, ("Recalling the ", "Recalling also the "))
    treaty = find_treaty(key)
    return Cited(treaty.kind.value if treaty else "", key, first, later, _note(document), "")


def _resolution(named: Named) -> Cited:
    _known(named)
    key = _key(named)
    owner = "" if named.body == GENERAL_ASSEMBLY else f"{named.body} "
    lead = f"{owner}resolution "
    document = _printed(
        f"Recalling {lead}[@{key}]{_dateless_note(key)}", f"Recalling also {lead}[@{key}]"
    )
    first, later = _mentions(document, ("Recalling ", "Recalling also "))
    link = "" if named.number.isdigit() else resolution_url(named.number, named.body)
    what = f"resolution of the {named.body}"
    undated = not named.date and find_adoption(named.number, named.body) is None
    return Cited(what, key, first, later, _note(document), link, _doubt(named, key), undated)


def _dateless_note(key: str) -> str:
    return f"[^{key.partition(' of ')[0]}]"


def _known(named: Named) -> None:
    if not named.known:
        near = near_body(named.prefix)
        keys = ", ".join(body.key for body in all_bodies())
        advice = f"did you mean {near}?" if near else f"write one of {keys}"
        raise Unusable(Problem(NOWHERE, f"no body has the key {named.prefix!r}", advice))


def _key(named: Named) -> str:
    key = key_of(named.number, named.body)
    return f"{key} of {named.date}" if named.date else key


def _doubt(named: Named, key: str) -> str:
    adoption = find_adoption(named.number, named.body)
    if named.date:
        differs = adoption is not None and un_date(adoption.date) != named.date
        return f"the registry gives {un_date(adoption.date)}" if adoption and differs else ""
    if named.number.isdigit():
        return f"its year is not in the registry: write it, [@{key} (2025) of 18 December 2025]"
    if adoption is None:
        return f"not in the registry: write it, [@{key} of 18 December 2025]"
    return "" if adoption.certain else "that of texts which cite the resolution"


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
