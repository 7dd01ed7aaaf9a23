"""Every shipped clause is whole: its samples fill it, and it stands in a draft as printed text."""

from __future__ import annotations

import re
from functools import cache

import pytest

from drafter.assemble import assemble
from drafter.document import Document, Paragraph, Role, plain
from drafter.draft import draft_from
from drafter.errors import NOWHERE
from drafter.library import blanks
from drafter.library.clauses import Clause, Filled, Given, Library, Parameter, environment, fill
from drafter.library.opening import Part, parse_opening
from drafter.library.symbols import parse_symbol
from drafter.reading import Words
from drafter.source import Source

LIBRARY = Library()
IDS = LIBRARY.ids()


def shipped_variants(name: str) -> tuple[str, ...]:
    return tuple(LIBRARY.clause(name, NOWHERE).variants)


FORMS = [
    (name, variant, part)
    for name in IDS
    for variant in ("", *shipped_variants(name))
    for part in Part
    if getattr(LIBRARY.clause(name, NOWHERE).worded(variant).opening, part.value)
]
VARIANTS = [(name, variant) for name in IDS for variant in shipped_variants(name)]
BLANK = re.compile(r"\{\{.*?\}\}", re.DOTALL)

# Clauses without opening words, each folder in its own kind of document.
BARE_FOLDERS = ("report", "amendment", "sponsors", "decision")
BARE = [name for name in IDS if name.split("/")[0] in BARE_FOLDERS]
BARE_WORDINGS = [(name, variant) for name in BARE for variant in ("", *shipped_variants(name))]

every_clause = pytest.mark.parametrize("name", IDS)
every_variant = pytest.mark.parametrize(("name", "variant"), VARIANTS)
every_bare_wording = pytest.mark.parametrize(("name", "variant"), BARE_WORDINGS)
every_form = pytest.mark.parametrize(
    ("name", "variant", "part"),
    FORMS,
    ids=["-".join(filter(None, (name, variant, part.value))) for name, variant, part in FORMS],
)


def test_there_are_clauses_for_every_kind_of_document() -> None:
    assert len(IDS) > 150
    assert {name.split("/")[0] for name in IDS} == {"preamble", "operative", *BARE_FOLDERS}


@every_clause
def test_is_described(name: str) -> None:
    clause = shipped(name)
    assert clause.summary
    assert not clause.summary.text.endswith(".")
    assert clause.help
    assert bool(clause.opening.preambular or clause.opening.operative) is (name not in BARE)


@every_clause
def test_stands_in_the_folder_where_it_is_looked_for(name: str) -> None:
    if name in BARE:
        return
    folder = name.split("/", maxsplit=1)[0]
    part = "preambular" if folder == "preamble" else "operative"
    assert getattr(shipped(name).opening, part)


@every_variant
def test_a_variant_differs_from_the_clause(name: str, variant: str) -> None:
    assert wording(shipped(name)) != wording(shipped(name, variant))


@every_clause
def test_text_is_bare(name: str) -> None:
    """Final marks and sequence words are the assembler's; quotation marks are curly."""
    clause = shipped(name)
    for text in templates(clause):
        assert not re.search(r"[,;:.]\s*$", text)
        assert "'" not in text
        assert '"' not in re.sub(r"\{[{%].*?[%}]\}", "", text, flags=re.DOTALL)
    wordings = (clause, *(shipped(name, variant) for variant in clause.variants))
    openings = [
        text.text for one in wordings for text in (one.opening.preambular, one.opening.operative)
    ]
    assert not re.search(r"\b(?:also|further)\b", " ".join(openings), re.IGNORECASE)


@every_clause
def test_every_blank_has_a_sample(name: str) -> None:
    for key, parameter in shipped(name).parameters.items():
        assert all(parameter.sample), key
        assert parameter.sample, key
        assert parameter.help or parameter.choices, key


@every_clause
def test_every_parameter_is_used(name: str) -> None:
    clause = shipped(name)
    texts = " ".join(templates(clause))
    for key in clause.parameters:
        assert re.search(rf"\{{[{{%][^}}]*\b{key}\b", texts), key


@every_clause
def test_samples_and_defaults_fill_it(name: str) -> None:
    for variant in ("", *shipped(name).variants):
        for given in (samples(shipped(name)), needed(shipped(name))):
            for text in texts_of(fill(shipped(name, variant), given, NOWHERE)):
                assert text.strip()
                assert "  " not in text
                assert not re.search(r"\{|\}|\s,|,,|“”|\(\)|\[\^\]|\[@\]", text)


@every_clause
def test_every_blank_prints_something(name: str) -> None:
    clause = shipped(name)
    values = {key: read(parameter) for key, parameter in clause.parameters.items()}
    for text in templates(clause):
        for blank in BLANK.findall(text):
            assert environment().from_string(blank).render(values).strip(), blank


@every_clause
def test_authorities_are_symbols(name: str) -> None:
    assert shipped(name).authority, "name a text that uses the clause"
    for authority in shipped(name).authority:
        assert parse_symbol(authority.text), authority.text


@every_form
def test_assembles(name: str, variant: str, part: Part) -> None:
    document = assembled(name, variant, part)
    assert document.notices == ()
    text = plain(paragraph_of(document, name).inlines)
    opening = getattr(shipped(name, variant).opening, part.value).text
    assert text.startswith(opening)
    assert not re.search(r"[{}]|\[[@^#]|  ", text)
    expected = ":" if shipped(name).items else "," if part is Part.PREAMBULAR else ";"
    assert text.endswith(expected)


@every_form
def test_opening_words_are_known(name: str, variant: str, part: Part) -> None:
    opening = getattr(shipped(name, variant).opening, part.value).text
    paragraph = paragraph_of(assembled(name, variant, part), name)
    found = parse_opening(plain(paragraph.inlines), part)
    assert found
    assert found.phrase == opening
    assert paragraph.opening == len(opening)


@every_form
def test_twice_in_a_row_gets_its_sequence_word(name: str, variant: str, part: Part) -> None:
    document = assembled(name, variant, part, times=2)
    second = [block for block in document.blocks if is_clause(block, name)][1]
    assert isinstance(second, Paragraph)
    assert re.search(r"\balso\b", plain(second.inlines), re.IGNORECASE)
    assert document.notices == ()


@every_bare_wording
def test_assembles_in_its_own_kind_of_document(name: str, variant: str) -> None:
    """A report, a decision or an amendment made of the clause alone; a note of a draft's sponsors."""
    clause = shipped(name, variant)
    filled = fill(clause, samples(clause), NOWHERE)
    if name.startswith("sponsors/"):
        text = (
            f'{BARE_HEADS["sponsors"]}\n  note: "{filled.text}."\noperative:\n  - Notes the past\n'
        )
        document = assemble(draft_from(Source("draft.yaml", text)))
        assert [plain(note.inlines) for note in document.asterisk_notes] == [f"{filled.text}."]
    else:
        document = assemble(draft_from(Source("draft.yaml", bare_text(name, variant))))
        text = plain(paragraph_of(document, name).inlines)
        assert text.startswith(filled.text[:5])
        assert text.endswith(":" if "The end" in bare_text(name, variant) else ".")
        assert not re.search(r"[{}]|\[[@^#]|  |\.\.", text)
    assert document.notices == ()


BARE_HEADS = {
    "report": "kind: committee report\nsymbol: A/81/512\nsession: 81\ncommittee: Third\n"
    "agenda: {item: 18, title: An item}\nsections:\n- heading: Introduction\n  paragraphs:",
    "amendment": "kind: amendment\nsymbol: A/C.3/81/L.__\namends: A/C.3/81/L.20\ntitle: A title\n"
    "paragraphs:",
    "decision": "kind: draft decision\nsymbol: A/C.3/81/L.__\ntitle: A title\nparagraphs:",
    "sponsors": "symbol: A/81/L.__\ntitle: A title\nsponsors:\n  states: [Kenya]",
}
LEADS_IN = re.compile(r"\b(?:following documents\b.*|as follows|set out below)$")


def bare_text(name: str, variant: str) -> str:
    """Return a document of the clause; a lead-in to a list or quotation has one."""
    lines = [f"  - clause: {name}", *with_lines(shipped(name))]
    if variant:
        lines.append(f"    variant: {variant}")
    text = fill(shipped(name, variant), samples(shipped(name)), NOWHERE).text
    if re.search(r"\b(?:reading|by the following)$", text):
        lines += ["    quote:", "      - {text: The end, ending: none}"]
    elif LEADS_IN.search(text):
        lines += ["    items:", "      - text: The end"]
    return "\n".join([BARE_HEADS[name.split("/", maxsplit=1)[0]], *lines, ""])


@cache
def assembled(name: str, variant: str, part: Part, times: int = 1) -> Document:
    return assemble(draft_from(Source("draft.yaml", draft_text(name, variant, part, times))))


def draft_text(name: str, variant: str, part: Part, times: int) -> str:
    """Return a draft in which the clause stands ``times`` times before another paragraph."""
    chosen = [f"    variant: {variant}"] if variant else []
    clause = "\n".join([f"  - clause: {name}", *chosen, *with_lines(shipped(name))])
    clauses = "\n".join([clause] * times)
    preambular = clauses if part is Part.PREAMBULAR else "  - Recalling the past"
    operative = clauses if part is Part.OPERATIVE else "  - Notes the past"
    session = shipped(name).until or max(shipped(name).since, 80)
    opening = getattr(shipped(name, variant).opening, part.value).text
    end = "Highlights" if opening.endswith("Acknowledges") else "Acknowledges"
    return (
        f"symbol: A/C.3/{session}/L.__\ntitle: A title\n"
        f"preamble:\n{preambular}\noperative:\n{operative}\n  - {end} the end\n"
    )


def with_lines(clause: Clause) -> list[str]:
    if not clause.parameters:
        return []
    lines = [f"      {key}: {quoted(value.sample)}" for key, value in clause.parameters.items()]
    return ["    with:", *lines]


def quoted(sample: tuple[Words, ...]) -> str:
    return "[" + ", ".join(f'"{words.text}"' for words in sample) + "]"


def paragraph_of(document: Document, name: str) -> Paragraph:
    return next(
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and is_clause(block, name)
    )


def is_clause(block: object, name: str) -> bool:
    return isinstance(block, Paragraph) and block.clause == name and block.role is not Role.ITEM


def shipped(name: str, variant: str = "") -> Clause:
    return LIBRARY.clause(name, NOWHERE).worded(variant)


def wording(clause: Clause) -> tuple[str, str, str]:
    return clause.opening.preambular.text, clause.opening.operative.text, clause.text.text


def templates(clause: Clause) -> list[str]:
    """Return every text of the clause that has blanks, those of its variants among them."""
    variants = [variant.text.text for variant in clause.variants.values() if variant.text]
    return [clause.text.text, *variants, *(item.text.text for item in clause.items)]


def samples(clause: Clause) -> Given:
    return {key: parameter.sample for key, parameter in clause.parameters.items()}


def needed(clause: Clause) -> Given:
    """Return the values that cannot be left out."""
    return {
        key: parameter.sample
        for key, parameter in clause.parameters.items()
        if parameter.required and not parameter.default
    }


def read(parameter: Parameter) -> object:
    value, problem = blanks.read(parameter.type.value, parameter.sample, parameter.choices)
    assert problem is None
    return value


def texts_of(filled: Filled) -> list[str]:
    return [filled.text, *(item.text for item in filled.items)]
