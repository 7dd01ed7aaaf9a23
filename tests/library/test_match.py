"""A filled clause is recognised, and what is recovered prints the same paragraph again."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.assemble import assemble
from drafter.cli.clauses.match import command
from drafter.document import Document
from drafter.draft import draft_from
from drafter.errors import NOWHERE
from drafter.library.clauses import Clause, Library, Parameter, Type
from drafter.library.dates import un_date
from drafter.library.match import Match, Matcher
from drafter.library.opening import Part
from drafter.library.patterns import prints_numbers, read_numbers
from drafter.library.printed import NoteMark, Placed, Printed, placed
from drafter.library.states import all_states
from drafter.library.treaties import find_treaty
from drafter.source import Source

LIBRARY = Library()
Values = dict[str, "str | tuple[str, ...]"]

every_clause = pytest.mark.parametrize("name", LIBRARY.ids())


@cache
def lenient() -> Matcher:
    """A matcher that asks for no share, so that long values cannot hide a clause."""
    return Matcher(LIBRARY, share=0.0)


@cache
def strict() -> Matcher:
    return Matcher(LIBRARY)


def test_every_shipped_clause_can_be_read() -> None:
    assert lenient().unreadable == {}


# --- filled, recognised, filled again: the same paragraph ---------------------------------------


@every_clause
def test_samples_are_recovered(name: str) -> None:
    clause = LIBRARY.clause(name, NOWHERE)
    for variant in ("", *clause.variants):
        for values in (samples(clause), needed(clause)):
            round_trip(clause, variant, values)


@every_clause
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_any_values_are_recovered(name: str, data: st.DataObject) -> None:
    clause = LIBRARY.clause(name, NOWHERE)
    variant = data.draw(st.sampled_from(["", *clause.variants]))
    round_trip(clause, variant, data.draw(values_of(clause)))


def round_trip(clause: Clause, variant: str, values: Values) -> None:
    """Print the clause twice in a row, recognise both, and print what was recognised."""
    for part in Part:
        if not getattr(clause.worded(variant).opening, part.value):
            continue
        entry = entry_of(clause.id, variant, values)
        before = list(placed(document([entry, entry], part)))
        found = [lenient().match_printed(each.printed, part) for each in paragraphs(before, part)]
        assert all(found), texts(before)
        again = [entry_of(each.clause, each.variant, dict(each.values)) for each in found if each]
        after = list(placed(document(again, part)))
        assert texts(after) == texts(before)
        if all(each and each.exact for each in found):
            assert notes(after) == notes(before)


def document(entries: list[dict[str, object]], part: Part) -> Document:
    preamble = entries if part is Part.PREAMBULAR else ["Recalling the past"]
    operative = entries if part is Part.OPERATIVE else ["Notes the past"]
    keys = {
        "symbol": "A/C.3/80/L.__",
        "session": "80",
        "title": "A title",
        "preamble": preamble,
        "operative": [*operative, "Acknowledges the end"],
    }
    return assemble(draft_from(Source("draft.yaml", json.dumps(keys, ensure_ascii=False))), LIBRARY)


def entry_of(clause: str, variant: str, values: Values) -> dict[str, object]:
    entry: dict[str, object] = {"clause": clause, "with": values, "variant": variant}
    return {key: value for key, value in entry.items() if value}


def paragraphs(found: list[Placed], part: Part) -> list[Placed]:
    return [each for each in found if each.part is part][:2]


def texts(found: list[Placed]) -> list[object]:
    return [words(each.printed) for each in found]


def words(printed: Printed) -> object:
    return [printed.text, *map(words, printed.items)]


def notes(found: list[Placed]) -> list[object]:
    return [(mark.offset, mark.text) for each in found for mark in each.printed.marks]


def samples(clause: Clause) -> Values:
    return {name: sample(parameter) for name, parameter in clause.parameters.items()}


def sample(parameter: Parameter) -> str | tuple[str, ...]:
    values = tuple(each.text for each in parameter.sample)
    return values if parameter.type in {Type.LIST, Type.RESOLUTIONS} else values[0]


def needed(clause: Clause) -> Values:
    return {
        name: sample(parameter)
        for name, parameter in clause.parameters.items()
        if parameter.required and not parameter.default
    }


# --- values -------------------------------------------------------------------------------------

PLAIN = st.sampled_from(
    [
        "the",
        "States",
        "of",
        "and",
        "on",
        "to",
        "in",
        "at",
        "water",
        "Committee",
        "its",
        "report",
        "entitled",
        "including",
        "session",
        "2030",
        "Assembly’s",
        "“peace”",
        "(a)",
        "co-operation,",
        "which,",
        "12",
        "resolution",
        "General-Secretary",
    ]
)
PHRASES = st.lists(PLAIN, min_size=1, max_size=7).map(" ".join).map(lambda text: text.strip(", "))
NUMBERS = st.integers(1, 999).map(str)
DAYS = st.dates(dt.date(1946, 1, 1), dt.date(2099, 12, 31)).map(un_date)
RESOLUTIONS = st.builds("{}/{}".format, st.integers(60, 90), st.integers(1, 300))
DATED = st.builds("{} of {}".format, RESOLUTIONS, DAYS)


def values_of(clause: Clause) -> st.SearchStrategy[Values]:
    needs = {name: value_of(clause, name) for name in needed(clause)}
    others = {name: value_of(clause, name) for name in clause.parameters if name not in needs}
    return st.fixed_dictionaries(needs, optional=others)


def value_of(clause: Clause, name: str) -> st.SearchStrategy[str | tuple[str, ...]]:  # noqa: PLR0911
    parameter = clause.parameters[name]
    match parameter.type:
        case Type.TEXT | Type.NAME:
            # A key of a source cannot be any words.
            return st.just(sample(parameter)) if is_key(clause, name) else PHRASES
        case Type.LIST:
            return st.lists(PHRASES, min_size=1, max_size=3).map(tuple)
        case Type.RESOLUTIONS:
            return st.lists(RESOLUTIONS | DATED, min_size=1, max_size=4, unique_by=number).map(
                tuple
            )
        case Type.SESSION | Type.NUMBER:
            return NUMBERS
        case Type.DATE:
            return DAYS
        case Type.SYMBOL:
            return st.builds("A/{}/{}".format, st.integers(60, 90), st.integers(1, 600))
        case Type.STATE:
            return st.sampled_from(all_states()).map(lambda state: state.running_form)
        case Type.CHOICE:
            return st.sampled_from([choice.text for choice in parameter.choices])


def number(key: str) -> str:
    return key.split(" of ", maxsplit=1)[0]


def is_key(clause: Clause, name: str) -> bool:
    return any(f"[{sign}{{{{ {name}" in clause.text.text for sign in "@^")


# --- a folder of small clauses ------------------------------------------------------------------

SHELF = {
    "operative/report": """\
        opening: {preambular: Welcoming, operative: Welcomes}
        text: the report of {{ author }}{% if subject %} on {{ subject }}{% endif %}[^{{ symbol }}]
        parameters:
          author: {default: the Secretary-General}
          subject: {required: no}
          symbol: {type: symbol}
    """,
    "operative/seized": """\
        opening: {operative: Decides}
        text: to remain seized of the matter
        variants:
          actively: {text: to remain actively seized of the matter}
    """,
    "operative/panels": """\
        opening: {operative: Decides}
        text: "that there shall be {{ count | count }} panel{% if count != 1 %}s{% endif %} at"
        items:
          - the {{ session | ordinal }} session, on {{ topics | listed }}
        parameters:
          count: {type: number}
          session: {type: session}
          topics: {type: list}
    """,
    "preamble/resolutions": """\
        opening: {preambular: Recalling}
        text: >-
          its {{ numbers | plural("resolution", "resolutions") }} {{ numbers | resolutions }}
        parameters:
          numbers: {type: resolutions}
    """,
    "preamble/council": """\
        opening: {preambular: Noting}
        text: the Council in its {{ numbers | resolutions("HRC") }}
        parameters:
          numbers: {type: resolutions}
    """,
    "preamble/treaty": """\
        opening: {preambular: Recalling}
        text: the [@{{ treaty }}]{% if what %}, {{ what }}{% endif %}
        parameters:
          treaty: {}
          what: {required: no}
    """,
    "preamble/state": """\
        opening: {preambular: Noting}
        text: the visit of {{ state }} on {{ day }}
        parameters:
          state: {type: state}
          day: {type: date}
    """,
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return Matcher(only(tmp_path_factory.mktemp("shelf"), SHELF))


def only(folder: Path, clauses: dict[str, str]) -> Library:
    """Return a library of these clauses alone."""
    for name, text in clauses.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = text.splitlines()
        margin = len(lines[0]) - len(lines[0].lstrip())
        path.write_text("\n".join(["summary: One", *(line[margin:] for line in lines)]) + "\n")
    library = Library((folder,))
    library.folders = (folder,)
    return library


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Welcomes the report of the Secretary-General;", {"symbol": "A/__"}),
        (
            "Also welcomes the report of the Chair on water.",
            {"author": "the Chair", "subject": "water", "symbol": "A/__"},
        ),
        ("Welcoming further the report of the Secretary-General,", {"symbol": "A/__"}),
        ("Decides to remain seized of the matter.", {}),
        ("Decides to remain seized of\u00a0the matter.", {}),
        (
            "Welcomes the report of the Chair on non\u2011proliferation.",
            {"author": "the Chair", "subject": "non-proliferation", "symbol": "A/__"},
        ),
        ("Recalling its resolution 70/1,", {"numbers": ("70/1",)}),
        ("Recalling its resolution 70/1 of 25 September 2015,", {"numbers": ("70/1",)}),
        (
            "Recalling its resolution 70/1 of 1 May 2016,",
            {"numbers": ("70/1 of 1 May 2016",)},
        ),
        (
            "Recalling its resolutions 81/… and 81/12 of __ December 2026,",
            None,
        ),
        (
            "Recalling also its resolutions 69/193 and 69/196 of 18 December 2014 and 70/178,",
            {"numbers": ("69/193", "69/196", "70/178")},
        ),
        ("Recalling the Convention on the Rights of the Child,", {"treaty": "crc"}),
        (
            "Noting the Council in its 23/9 of 13 June 2013 and 60/5 of 1 May 2025,",
            {"numbers": ("23/9", "60/5 of 1 May 2025")},
        ),
        ("Noting the Council in its uncac,", None),
        (
            "Recalling the Convention on the Rights of the Child, as amended,",
            {"treaty": "crc", "what": "as amended"},
        ),
        (
            "Noting the visit of Norway on 3 May 2026,",
            {"state": "Norway", "day": "3 May 2026"},
        ),
    ],
)
def test_values(shelf: Matcher, text: str, values: Values | None) -> None:
    found = shelf.match(text)
    assert (None if found is None else found.values) == values


def test_a_variant_is_told(shelf: Matcher) -> None:
    found = shelf.match("Also decides to remain actively seized of the matter.", Part.OPERATIVE)
    assert found == Match(
        "operative/seized", "actively", Part.OPERATIVE, {}, own=8, share=1.0, exact=True
    )


def test_items_are_part_of_the_clause(shelf: Matcher) -> None:
    own = Printed("The eighty-second session, on water, fire and air;")
    lower = Printed("the eighty-second session, on water, fire and air;")
    further = Printed("And words of the author.")
    lead = "Decides that there shall be two panels at:"
    found = shelf.match(lead, Part.OPERATIVE, (lower, further))
    assert found
    assert found.items == 1
    assert found.values == {"count": "2", "session": "82", "topics": ("water", "fire", "air")}
    assert shelf.match(lead, Part.OPERATIVE, (own,)) is None
    assert shelf.match(lead, Part.OPERATIVE) is None
    assert shelf.match("Decides that there shall be two panel at:", None, (lower,)) is None


def test_one_of_a_kind(shelf: Matcher) -> None:
    items = (Printed("the first session, on water."),)
    found = shelf.match("Decides that there shall be one panel at:", None, items)
    assert found
    assert found.values["count"] == "1"


@pytest.mark.parametrize(
    ("mark", "symbol", "exact"),
    [
        (NoteMark(44, "A/80/302", "A/80/302."), "A/80/302", True),
        (NoteMark(45, "n1", "A/80/302."), "A/80/302", True),
        (NoteMark(45, "n1", "See A/80/302."), "A/80/302", False),
        (NoteMark(45, "n1", "Somewhere else."), "A/__", False),
        (NoteMark(24, "n1", "A/80/302."), "A/__", False),
    ],
)
def test_notes(shelf: Matcher, mark: NoteMark, symbol: str, *, exact: bool) -> None:
    text = "Welcomes the report of the Secretary-General;"
    found = shelf.match(text, Part.OPERATIVE, (), (mark,))
    assert found
    assert (found.values["symbol"], found.exact) == (symbol, exact)


def test_notes_in_the_words_of_the_author_stay_there(shelf: Matcher) -> None:
    text = "Welcomes the report of the Chair of Boards;"
    marks = (NoteMark(32, "chair", "Hers."), NoteMark(43, "", "A/80/302."))
    found = shelf.match(text, Part.OPERATIVE, (), marks)
    assert found
    assert found.values == {"author": "the Chair[^chair] of Boards", "symbol": "A/80/302"}
    assert found.exact


@pytest.mark.parametrize(
    "text",
    [
        "Decides to remain seized of the matters.",
        "Decides to remain seized of the matter and of others.",
        "Notes the decision to remain seized of the matter.",
        "Decides also to remain seized of the matter.",
        "Recalling its resolutions 70/1,",
        "Recalling its resolution 70/1 and 70/2,",
        "Recalling its resolutions 70/2 and 70/1,",
        "Recalling its resolution 70/1 of 31 September 2015 on water,",
        "Recalling the Convention on the Rights of the Childs,",
        "Noting the visit of Atlantis on 3 May 2026,",
        "Noting the visit of Norway on 3 Mai 2026,",
        "Welcomes the report of the Chair of a very long name that says much on a very long subject.",
        "Welcomes the report.",
        "",
        ";",
    ],
)
def test_no_instance(shelf: Matcher, text: str) -> None:
    assert shelf.match(text) is None


def test_the_part_counts(shelf: Matcher) -> None:
    text = "Welcoming the report of the Secretary-General,"
    assert shelf.match(text, Part.PREAMBULAR)
    assert shelf.match(text, Part.OPERATIVE) is None


# --- lists of resolutions -----------------------------------------------------------------------


@given(st.lists(RESOLUTIONS, min_size=1, max_size=6, unique=True), st.data())
def test_lists_of_resolutions_are_read_back(numbers: list[str], data: st.DataObject) -> None:
    from drafter.library.resolutions import resolution_list

    dates = {each: data.draw(st.sampled_from(["", *days_of(each)])) for each in numbers}
    printed = resolution_list(numbers, dates)
    keys = [f"{number} of {date}" if date else number for number, date in dates.items()]
    read = read_numbers(printed)
    assert read is not None
    assert {number(key) for key in read} == set(numbers)
    assert prints_numbers(read, printed)
    assert prints_numbers(keys, printed)


def days_of(number: str) -> tuple[str, str]:
    """Return two days on which a resolution of its session may have been adopted."""
    year = 1945 + int(number.partition("/")[0])
    return f"5 December {year}", f"20 December {year}"


def test_a_treaty_is_cited_by_either_name(shelf: Matcher) -> None:
    treaty = find_treaty("uncac")
    assert treaty
    for name in (treaty.name, treaty.short):
        found = shelf.match(f"Recalling the {name},")
        assert found
        assert found.values == {"treaty": "uncac"}


# --- many clauses -------------------------------------------------------------------------------


def test_the_index_leaves_few_candidates(tmp_path: Path) -> None:
    many = {
        f"operative/clause-{number}": f"""\
        opening: {{operative: Requests}}
        text: the Secretary-General to carry out task{number} in {{{{ place }}}}
        parameters:
          place: {{}}
        """
        for number in range(300)
    }
    matcher = Matcher(only(tmp_path, many))
    text = "Requests the Secretary-General to carry out task7 in Rome;"
    assert len(matcher.candidates(text, Part.OPERATIVE)) == 1
    assert matcher.candidates("Requests the Secretary-General to rest;", Part.OPERATIVE) == []
    found = matcher.match(text, Part.OPERATIVE)
    assert found
    assert found.clause == "operative/clause-7"


def test_long_paragraphs_end(shelf: Matcher) -> None:
    """Where the expressions took back what they tried, this would take years."""
    text = "Welcomes the report of " + "the Chair on on, " * 3000
    assert shelf.match(text, Part.OPERATIVE) is None
    assert shelf.match("Recalling its resolutions " + "70/1, " * 3000, Part.PREAMBULAR) is None


# --- clauses that cannot be read ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("to act on {{ many }}", "list", "the blank many prints what cannot be told"),
        ("to act{% if many < 3 %} now{% endif %}", "number", "it compares otherwise"),
        ("to act on {{ many | listed | figures }}", "list", "turns more than a blank"),
        ("to act on [@{{ many }}, 70/1]", "text", "a citation mixes words and blanks"),
        ("to act on [@nothing-known]{{ many }}", "text", "there is nothing to cite"),
        ("to act on [#there]{{ many }}", "text", "it points at a paragraph"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, text: str, kind: str, why: str) -> None:
    clause = f"""\
        opening: {{operative: Decides}}
        text: "{text}"
        parameters:
          many: {{type: {kind}}}
    """
    matcher = Matcher(only(tmp_path, {"operative/odd": clause, **SHELF}))
    assert list(matcher.unreadable) == ["operative/odd"]
    assert why in matcher.unreadable["operative/odd"]
    assert matcher.match("Decides to remain seized of the matter.")


def test_too_many_wordings(tmp_path: Path) -> None:
    names = [f"p{number}" for number in range(9)]
    text = " ".join(f"{{{{ {name} }}}}" for name in names)
    parameters = "\n".join(f"          {name}: {{required: no}}" for name in names)
    clause = f"""\
        opening: {{operative: Decides}}
        text: to act {text}
        parameters:
{parameters}
    """
    matcher = Matcher(only(tmp_path, {"operative/odd": clause}))
    assert "512 wordings" in matcher.unreadable["operative/odd"]


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    matcher = Matcher(only(tmp_path, {"operative/broken": "  text: [", **SHELF}))
    assert list(matcher.unreadable) == ["operative/broken"]
    assert matcher.match("Decides to remain seized of the matter.")


# --- the command --------------------------------------------------------------------------------

DRAFT = """\
symbol: A/C.3/80/L.5
title: Water
preamble:
  - Recalling its resolution 70/1 of 25 September 2015,
operative:
  - Notes that water is wet
  - Also decides to remain seized of the matter
"""


def test_the_command_lists_and_counts(tmp_path: Path) -> None:
    path = tmp_path / "water.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    shown = CliRunner().invoke(command, [str(path)])
    assert shown.exit_code == 0, shown.output
    assert "operative/closing/remain-seized  100%" in shown.output
    assert "resolutions: [70/1]" in shown.output
    assert "2 of 3 paragraphs (67%) are instances of 2 clauses, 2 with their notes" in shown.output


def test_the_command_prints_json(tmp_path: Path) -> None:
    path = tmp_path / "water.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    lines = json.loads(CliRunner().invoke(command, [str(path), "--json"]).output)
    assert [line.get("clause", "") for line in lines] == [
        "preamble/recalling/resolutions",
        "",
        "operative/closing/remain-seized",
    ]
    assert lines[0]["values"] == {"resolutions": ["70/1"]}
    assert lines[0]["exact"] is True
