"""Files from strangers: whatever the bytes are, there is a draft or a message, never anything else."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.assemble import assemble
from drafter.draft import draft_from, read_draft
from drafter.errors import Unusable
from drafter.read import InputFile, read_data
from drafter.render import renderer
from drafter.source import Source
from drafter.writing import write_yaml
from tests.shared import shared

EXAMPLES = Path(__file__).parents[2] / "examples"
SECONDS = 12.0
MUTATIONS = 6


def read_or_refuse(name: str, data: bytes) -> bool:
    """Return whether the bytes were read; what is read can be written and read back."""
    try:
        understood = read_data(InputFile(name, data))
    except Unusable as error:
        problems = error.problems
    else:
        draft_from(Source("again.yaml", write_yaml(understood.draft)))
        return True
    assert problems
    assert all(problem.message for problem in problems)
    return False


# --- damage -----------------------------------------------------------------------------------------


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return ``data`` with a few bytes changed, cut out, doubled, or its end lost."""
    result = bytearray(data)
    for _ in range(chance.randint(1, MUTATIONS)):
        if not result:
            break
        at = chance.randrange(len(result))
        length = chance.choice((1, 4, 40, 400))
        match chance.randrange(5):
            case 0:
                result[at] = chance.randrange(256)
            case 1:
                del result[at : at + length]
            case 2:
                result[at:at] = result[at : at + length]
            case 3:
                result[at : at + length] = chance.randbytes(length)
            case _:
                del result[max(at, len(result) // 2) :]
    return bytes(result)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """Return a Word file with one of its parts damaged, the zip around it sound."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = damaged(parts[name], chance)
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return ``parts`` as a zip file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return held.getvalue()


def keep_on(data: list[bytes], name: str, damage: Callable[[bytes, random.Random], bytes]) -> int:
    """Damage and read files for a while; return how many."""
    end = time.monotonic() + SECONDS
    chance = random.Random(20261125)
    count = 0
    while time.monotonic() < end:
        read_or_refuse(name, damage(chance.choice(data), chance))
        count += 1
    return count


@pytest.fixture(scope="module")
def words() -> list[bytes]:
    names = ("short.yaml", "report.yaml")
    return [renderer("docx")(assemble(read_draft(EXAMPLES / name))) for name in names]


@pytest.mark.slow
def test_damaged_word_files(words: list[bytes]) -> None:
    assert keep_on(words, "damaged.docx", damaged) > 10


@pytest.mark.slow
def test_word_files_with_a_damaged_part(words: list[bytes]) -> None:
    assert keep_on(words, "damaged.docx", damaged_inside) > 10


@pytest.mark.slow
def test_damaged_texts() -> None:
    texts = [renderer("txt")(assemble(read_draft(path))) for path in EXAMPLES.glob("*.yaml")]
    assert keep_on(texts, "damaged.txt", damaged) > 10


@pytest.mark.slow
def test_damaged_pdfs() -> None:
    small = sorted(shared("corpus").glob("*.pdf"), key=lambda path: path.stat().st_size)[:4]
    assert keep_on([path.read_bytes() for path in small], "damaged.pdf", damaged) > 3


# --- bytes of any kind ------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.pdf", "a.txt", "a.md", "a", "a.doc"]))
def test_any_bytes(data: bytes, name: str) -> None:
    read_or_refuse(name, data)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    read_or_refuse("a.txt", text.encode("utf-8", "surrogatepass"))


# --- attacks ----------------------------------------------------------------------------------------


CONTENT_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(document: bytes, **parts: bytes) -> bytes:
    """Return a Word file with the main part ``document``."""
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": document,
            **parts,
        }
    )


BODY = b"<w:document %s><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"


def outside_entity() -> bytes:
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return package(doctype + BODY % (WORD, b"&e;"))


def billion_laughs() -> bytes:
    entities = b"".join(
        b"<!ENTITY %s '%s'>" % (bytes([98 + n]), b"&%s;" % bytes([97 + n]) * 10) for n in range(9)
    )
    return package(b"<!DOCTYPE x [<!ENTITY a 'ha'>%s]>" % entities + BODY % (WORD, b"&j;"))


def nesting() -> bytes:
    deep = b"<w:p>" * 30_000 + b"</w:p>" * 30_000
    return package(b"<w:document %s><w:body>%s</w:body></w:document>" % (WORD, deep))


def zip_bomb() -> bytes:
    return package(BODY % (WORD, b"A" * 300_000_000))


@pytest.mark.parametrize("attack", [outside_entity, billion_laughs, nesting, zip_bomb])
def test_attacks_are_refused_in_bounded_time(attack: Callable[[], bytes]) -> None:
    data = attack()
    start = time.process_time()
    assert not read_or_refuse("attack.docx", data)
    assert time.process_time() - start < 10


def test_a_file_that_lies_about_its_type_is_read_for_what_it_is(words: list[bytes]) -> None:
    assert read_or_refuse("liar.pdf", words[0])
