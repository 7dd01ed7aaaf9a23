"""The grammar of opening words. A bar in a case shows where the italic ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.opening import (
    Opening,
    Part,
    expected_adverb,
    parse_opening,
    twin,
    with_adverb,
)
from drafter.resources import data_text

PP, OP = Part.PREAMBULAR, Part.OPERATIVE


def cases(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


PREAMBULAR = cases("""
    Recalling| its resolution 70/1 of 25 September 2015
    Recalling also| its resolution 70/1
    Recalling further| resolution 70/1
    Recalling further| relevant provisions
    Recalling|, in this regard, the outcome
    Recalling with appreciation| the convening
    Recognizing and underscoring| the role
    Recognising| the role
    Noting| that
    Noting in this regard| the Guidelines
    Noting with concern also| that
    Noting also with deep and growing concern| that
    Noting with particular interest| the initiatives
    Taking note| of the report
    Taking note also| of the report
    Taking note with appreciation| of the report
    Taking into account| the
    Taking into consideration| the
    Bearing in mind| the
    Bearing in mind also| that
    Looking forward| to the
    Calling upon| all parties to
    Calling for| restraint
    Calling attention also| to the circumstances
    Paying tribute| to the
    Having considered| the report
    Having also considered| the report
    Having considered further| the report
    Having carefully examined| the question
    Having taken note| of the report
    Having heard| the statements
    Having regard| to the provisions
    Guided| by the purposes
    Guided also| by international law
    Mindful| of the
    Aware| of the
    Conscious| of the
    Cognizant| of the
    Committed| to
    Determined| to
    Desirous| of
    Convinced| that
    Firmly convinced| that
    Concerned| about the
    Deeply concerned also| about
    Gravely concerned| that
    Seriously concerned| at
    Particularly concerned| by
    Remaining deeply concerned| that
    Deeply alarmed| by
    Alarmed and concerned| at the danger
    Expressing concern| at
    Expressing its deep concern also| about
    Expressing its unequivocal support| for
    Expressing deep sympathy| to
    Expressing the hope| that
    Expressing its sincere thanks and appreciation| to
    Reaffirming| its resolution 70/1
    Reaffirming also| its resolution 69/313
    Reaffirming its commitment| to
    Reaffirming its strong support| for
    Reiterating its deep distress| at
    Re-emphasizing its unequivocal support| for
    Re\u2011emphasizing| the
    Condemning in the strongest terms| all
    Strongly condemning| all
    Continuing to underline| the
    Stressing once again| the need
    Encouraging| further efforts
    Encouraging further| the Secretariat to
    Recommitting| itself to
    Honouring| the memory of
    Regretting| that
""")

OPERATIVE = cases("""
    Requests| the Secretary-General to
    Also requests| the Secretary-General to
    Further notes with appreciation| the
    Requests also| the Secretary-General to
    Decides|, on an exceptional basis, to
    Decides| to remain seized of the matter
    Calls upon| Member States to
    Calls once again upon| all States to
    Calls urgently upon| all States to
    Calls for| the
    Calls|, in this context, for dialogue
    Urgently calls upon| all parties
    Once again urges| States
    Strongly encourages| States
    Strongly condemns| all
    Encourages| further ratifications of the Convention
    Encourages| early adoption
    Continues to encourage| Member States to
    Continues to be concerned| about
    Remains concerned| that
    Remains actively seized| of the matter
    Takes note| of
    Takes note with great concern in that regard| of
    Takes into account| the
    Notes with deep regret| that
    Welcomes with appreciation| the
    Recalls with appreciation| the
    Recognizes with concern| that
    Expresses concern| about
    Expresses its profound gratitude| to
    Expresses strong expectations| that
    Expresses its firm belief| that
    Expresses|, in this regard, its concern
    Emphasizes once again its serious concern| that
    Reaffirms its condemnation in the strongest possible terms| of
    Reaffirms| its decision in paragraph 3
    Reiterates its request| to the Secretary-General
    Reiterates its invitation| to Member States
    Reiterates its call upon| all States to
    Reiterates its calls for| a
    Draws attention| to
    Draws the attention| of the
    Brings to the attention| of
    Considers it important| that
    Looks forward| to
    Pays tribute| to
    Appeals| to States
    Commends| the
    Re-emphasizes| that
    Adopts| the
""")

PREAMBULAR_STRANGERS = cases("""
    The General Assembly,
    In this regard, recalling the
    Recalls the
    Requests the
    Also reaffirms the
    Requesting the
    Recalled the
    Recall the
    Having the
    Taking the
    Bearing the
    Calling States
    Deeply
    Also
    Furthermore recalling the
    Also further recalling the
    1. Recalling the

""")

OPERATIVE_STRANGERS = cases("""
    Recalling the
    Deeply concerned about
    Bears in mind the
    Calls States to
    Calls
    Shall request the
    Requested the
    Request the
    Continues the work
    Remains the same
    Takes a
    States parties shall
    (a) Requests
""")


def matches(part: Part, case: str) -> None:
    italic, _, rest = case.partition("|")
    opening = parse_opening(italic + rest, part)
    assert opening is not None
    assert (italic + rest)[: opening.length] == italic


@pytest.mark.parametrize("case", PREAMBULAR)
def test_preambular(case: str) -> None:
    matches(PP, case)


@pytest.mark.parametrize("case", OPERATIVE)
def test_operative(case: str) -> None:
    matches(OP, case)


@pytest.mark.parametrize(
    ("part", "text"),
    [*((PP, text) for text in PREAMBULAR_STRANGERS), *((OP, text) for text in OPERATIVE_STRANGERS)],
)
def test_not_an_opening(part: Part, text: str) -> None:
    assert parse_opening(text, part) is None


@pytest.mark.parametrize(
    ("part", "text", "adverb", "phrase"),
    [
        (PP, "Noting also with concern that", "also", "Noting with concern"),
        (PP, "Taking note also of the", "also", "Taking note"),
        (PP, "Also recalling the", "also", "Recalling"),
        (PP, "Having also considered the", "also", "Having considered"),
        (PP, "Recognising the", "", "Recognizing"),
        (OP, "Further takes note of the", "further", "Takes note"),
        (OP, "Also once again urges States", "also", "Once again urges"),
        (OP, "Encourages further studies", "", "Encourages"),
    ],
)
def test_phrase_without_sequence_word(part: Part, text: str, adverb: str, phrase: str) -> None:
    opening = parse_opening(text, part)
    assert opening is not None
    assert (opening.adverb, opening.phrase) == (adverb, phrase)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Requests the Secretary-General to report", "Secretary-General"),
        ("Calls upon all Member States to act", "Member States"),
        ("Calls upon Member States to act", "Member States"),
        ("Urges States to adopt measures", "States"),
        ("Calls upon, in this regard, States, as appropriate, to act", "States"),
        ("Encourages States, in accordance with their law, to act", "States"),
        ("Invites States, the specialized agencies and others to act",
         "States, the specialized agencies and others"),
        ("Calls upon Ruritania, the occupying Power, to act", "Ruritania"),
        ("Urges States that have not yet done so to accede", "States that have not yet done so"),
        ("Encourages the parties to the Convention to act", "parties to the Convention"),
        ("Calls upon States not to act", "States"),
        ("Requests that the Office continue its work", "Office"),
        ("Appeals to all States to act", "States"),
        ("Appeals for funds", ""),
        ("Reiterates its request to the Secretary-General to act", "Secretary-General"),
        ("Reiterates its call upon all States to act", "States"),
        ("Continues to encourage Member States to act", "Member States"),
        ("Also requests the Secretary\u2011General:", "Secretary\u2011General"),
    ],
)  # fmt: skip
def test_addressee(text: str, addressee: str) -> None:
    opening = parse_opening(text, OP)
    assert opening is not None
    assert opening.takes_addressee
    assert opening.addressee == addressee


def test_no_addressee() -> None:
    opening = parse_opening("Welcomes the efforts of States to act", OP)
    assert opening is not None
    assert (opening.takes_addressee, opening.addressee) == (False, "")


@pytest.mark.parametrize(
    ("part", "text", "adverb", "result"),
    [
        (PP, "Recalling its resolution", "also", "Recalling also its resolution"),
        (PP, "Recalling also its resolution", "further", "Recalling further its resolution"),
        (PP, "Recalling, in this regard,", "also", "Recalling also, in this regard,"),
        (PP, "Also recalling its", "also", "Recalling also its"),
        (PP, "Taking note of", "also", "Taking note also of"),
        (PP, "Noting also with concern that", "", "Noting with concern that"),
        (PP, "Noting with concern that", "also", "Noting with concern also that"),
        (PP, "Having considered the", "also", "Having also considered the"),
        (PP, "Bearing in mind that", "also", "Bearing in mind also that"),
        (PP, "Deeply concerned about", "further", "Deeply concerned further about"),
        (PP, "Expressing its deep concern at", "also", "Expressing its deep concern also at"),
        (OP, "Requests the Office", "also", "Also requests the Office"),
        (OP, "Also requests the Office", "further", "Further requests the Office"),
        (OP, "Further requests the Office", "", "Requests the Office"),
        (OP, "Requests also the Office", "also", "Also requests the Office"),
        (OP, "Encourages further work", "also", "Also encourages further work"),
        (OP, "Whatever it says", "also", "Whatever it says"),
    ],
)
def test_with_adverb(part: Part, text: str, adverb: str, result: str) -> None:
    assert with_adverb(text, part, adverb) == result


def test_with_adverb_refuses_other_words() -> None:
    with pytest.raises(ValueError, match="'moreover' is not a sequence word"):
        with_adverb("Recalling the", PP, "moreover")


# "Encouraging further efforts" may mean either, so no sequence word can be read from it.
AMBIGUOUS = ("Encouraging further efforts", "Calling for restraint")
EVERY_CASE = [
    (part, text)
    for part, written in ((PP, PREAMBULAR), (OP, OPERATIVE))
    for text in (case.replace("|", "") for case in written)
    if text not in AMBIGUOUS
]


@pytest.mark.parametrize("adverb", ["also", "further"])
@pytest.mark.parametrize(("part", "text"), EVERY_CASE)
def test_adverb_round_trip(part: Part, text: str, adverb: str) -> None:
    bare = with_adverb(text, part, "")
    changed = with_adverb(text, part, adverb)
    before, after = parse_opening(bare, part), parse_opening(changed, part)
    assert before is not None
    assert after is not None
    assert (before.adverb, after.adverb) == ("", adverb)
    assert (before.phrase, before.addressee) == (after.phrase, after.addressee)
    assert with_adverb(changed, part, "") == bare


FRAGMENTS = cases("""
    also
    further
    Also
    Recalling
    Having considered
    Notes with
    deep concern
    Calls
    upon
    Expresses its
    and
    Continues to be
    Remains
    once again
    , that
    70/1
""")


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS)).map(" ".join)),
    st.sampled_from(Part),
    st.sampled_from(["", "also", "further"]),
)
def test_any_text_is_accepted(text: str, part: Part, adverb: str) -> None:
    opening = parse_opening(text, part)
    assert opening is None or 0 < opening.length <= len(text)
    assert opening is not None or with_adverb(text, part, adverb) == text


def opening(adverb: str, phrase: str, addressee: str = "") -> Opening:
    return Opening(adverb, phrase, 0, addressee, bool(addressee))


@pytest.mark.parametrize(
    ("previous", "current", "expected"),
    [
        (None, opening("", "Recalling"), ""),
        (opening("", "Recalling"), opening("", "Recalling"), "also"),
        (opening("also", "Recalling"), opening("", "Recalling"), "further"),
        (opening("further", "Recalling"), opening("", "Recalling"), ""),
        (opening("", "Recalling"), opening("", "Recalling with appreciation"), ""),
        (opening("", "Urges", "States"), opening("", "Urges", "States"), "also"),
        (opening("", "Urges", "States"), opening("", "Urges", "Office"), ""),
    ],
)
def test_expected_adverb(previous: Opening | None, current: Opening, expected: str) -> None:
    assert expected_adverb(previous, current) == expected


def test_all_member_states_are_member_states() -> None:
    first = parse_opening("Urges Member States to act", OP)
    second = parse_opening("Urges all Member States to act", OP)
    assert second is not None
    assert expected_adverb(first, second) == "also"


BOTH_WAYS = cases("""
    Recalling = Recalls
    Noting with deep concern = Notes with deep concern
    Taking note with appreciation = Takes note with appreciation
    Calling upon = Calls upon
    Regretting = Regrets
    Stressing = Stresses
    Committing = Commits
    Reaffirming its commitment = Reaffirms its commitment
    Remaining deeply concerned = Remains deeply concerned
    Continuing to encourage = Continues to encourage
    Recognizing and underscoring = Recognizes and underscores
""")


@pytest.mark.parametrize("pair", BOTH_WAYS)
def test_twins(pair: str) -> None:
    preambular, operative = pair.split(" = ")
    assert twin(preambular, PP) == operative
    assert twin(operative, OP) == preambular


@pytest.mark.parametrize(
    ("phrase", "part", "other"),
    [
        ("Concerned", PP, "Expresses concern"),
        ("Deeply concerned", PP, "Expresses deep concern"),
        ("Firmly convinced", PP, "Expresses its firm conviction"),
        ("Aware", PP, "Recognizes"),
        ("Alarmed and concerned", PP, None),
        ("Well aware", PP, None),
        ("Guided", PP, None),
        ("Mindful", PP, None),
        ("Bearing in mind", PP, None),
        ("Having considered", PP, None),
        ("Decides", OP, None),
        ("Requests", OP, None),
        ("Recalls", PP, None),
        ("Recalls the", OP, None),
    ],
)
def test_one_way_twins(phrase: str, part: Part, other: str | None) -> None:
    assert twin(phrase, part) == other


def test_words_stand_in_alphabetical_order_and_once() -> None:
    for section in data_text("boilerplate/registries/opening-words.txt").split("\n[")[1:]:
        lines = [line for line in section.splitlines()[1:] if line and not line.startswith("#")]
        keys = [line.split(" : ")[0].split(" -> ")[0] for line in lines]
        assert keys == sorted(set(keys))
