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
FORMS = [
    (name, part)
    for name in IDS
    for part in Part
    if getattr(LIBRARY.clause(name, NOWHERE).opening, part.value)
]
PREAMBULAR = [name for name, part in FORMS if part is Part.PREAMBULAR]
BLANK = re.compile(r"\{\{.*?\}\}", re.DOTALL)

every_clause = pytest.mark.parametrize("name", IDS)
every_form = pytest.mark.parametrize(
    ("name", "part"), FORMS, ids=[f"{name}-{part.value}" for name, part in FORMS]
)


def test_there_are_clauses_for_both_parts() -> None:
    assert len(IDS) > 30
    assert {name.split("/")[0] for name in IDS} == {"preamble", "operative"}


@every_clause
def test_is_described(name: str) -> None:
    clause = shipped(name)
    assert clause.summary
    assert not clause.summary.text.endswith(".")
    assert clause.help
    assert clause.opening.preambular or clause.opening.operative


@every_clause
def test_stands_in_the_folder_where_it_is_looked_for(name: str) -> None:
    folder = name.split("/", maxsplit=1)[0]
    part = "preambular" if folder == "preamble" else "operative"
    assert getattr(shipped(name).opening, part)


@every_clause
def test_text_is_bare(name: str) -> None:
    """Final marks and sequence words are the assembler's; quotation marks are curly."""
    clause = shipped(name)
    texts = [clause.text.text, *(item.text.text for item in clause.items)]
    for text in texts:
        assert not re.search(r"[,;:.]\s*$", text)
        assert "'" not in text
        assert '"' not in re.sub(r"\{[{%].*?[%}]\}", "", text, flags=re.DOTALL)
    openings = (clause.opening.preambular.text, clause.opening.operative.text)
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
    texts = " ".join([clause.text.text, *(item.text.text for item in clause.items)])
    for key in clause.parameters:
        assert re.search(rf"\{{[{{%][^}}]*\b{key}\b", texts), key


@every_clause
def test_samples_and_defaults_fill_it(name: str) -> None:
    for given in (samples(shipped(name)), needed(shipped(name))):
        for text in texts_of(fill(shipped(name), given, NOWHERE)):
            assert text.strip()
            assert "  " not in text
            assert not re.search(r"\{|\}|\s,|“”| ,|\[\^\]|\[@\]", text)


@every_clause
def test_every_blank_prints_something(name: str) -> None:
    clause = shipped(name)
    values = {key: read(parameter) for key, parameter in clause.parameters.items()}
    for text in [clause.text.text, *(item.text.text for item in clause.items)]:
        for blank in BLANK.findall(text):
            assert environment().from_string(blank).render(values).strip(), blank


@every_clause
def test_authorities_are_symbols(name: str) -> None:
    for authority in shipped(name).authority:
        assert parse_symbol(authority.text), authority.text


@every_form
def test_assembles(name: str, part: Part) -> None:
    document = assembled(name, part)
    assert document.notices == ()
    text = plain(paragraph_of(document, name).inlines)
    opening = getattr(shipped(name).opening, part.value).text
    assert text.startswith(opening)
    assert not re.search(r"[{}]|\[[@^#]|  ", text)
    expected = ":" if shipped(name).items else "," if part is Part.PREAMBULAR else ";"
    assert text.endswith(expected)


@every_form
def test_opening_words_are_known(name: str, part: Part) -> None:
    opening = getattr(shipped(name).opening, part.value).text
    paragraph = paragraph_of(assembled(name, part), name)
    found = parse_opening(plain(paragraph.inlines), part)
    assert found
    assert found.phrase == opening
    assert paragraph.opening == len(opening)


@every_form
def test_twice_in_a_row_gets_its_sequence_word(name: str, part: Part) -> None:
    document = assembled(name, part, times=2)
    second = [block for block in document.blocks if is_clause(block, name)][1]
    assert isinstance(second, Paragraph)
    assert re.search(r"\balso\b", plain(second.inlines), re.IGNORECASE)
    assert document.notices == ()


@cache
def assembled(name: str, part: Part, times: int = 1) -> Document:
    return assemble(draft_from(Source("draft.yaml", draft_text(name, part, times))))


def draft_text(name: str, part: Part, times: int) -> str:
    """Return a draft in which the clause stands ``times`` times before another paragraph."""
    clause = "\n".join([f"  - clause: {name}", *with_lines(shipped(name))])
    clauses = "\n".join([clause] * times)
    preambular = clauses if part is Part.PREAMBULAR else "  - Recalling the past"
    operative = clauses if part is Part.OPERATIVE else "  - Notes the past"
    return (
        "symbol: A/C.3/80/L.__\ntitle: A title\n"
        f"preamble:\n{preambular}\noperative:\n{operative}\n  - Acknowledges the end\n"
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


def shipped(name: str) -> Clause:
    return LIBRARY.clause(name, NOWHERE)


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
