"""The grammar of the words that open a paragraph: which they are, how far they go, in what order.

An opening is an optional sequence word (*also*, *further*), words of degree, a verb or an
adjective, and its fixed complement: ``Notes | with deep concern``. The words themselves are data
(``boilerplate/registries/opening-words.txt``); how they combine is here. How far the italic goes
and where the sequence word stands follows the printed resolutions of the General Assembly.
"""

from __future__ import annotations

import enum
import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from drafter.resources import data_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Part(enum.Enum):
    """The two halves of a resolution, which open their paragraphs in different forms."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"


class Opening(msgspec.Struct, frozen=True):
    """How one paragraph opens."""

    adverb: str
    """The sequence word: ``""``, ``"also"`` or ``"further"``."""
    phrase: str
    """The italic words without the sequence word: ``"Notes with appreciation"``."""
    length: int
    """How many characters are italic, counted from the first of the text."""
    addressee: str
    """Whom a verb such as *urges* addresses (``"Member States"``), else ``""``."""
    takes_addressee: bool
    """Whether this is such a verb."""


SEQUENCE = {"": "also", "also": "further", "further": ""}


def parse_opening(text: str, part: Part) -> Opening | None:
    """Return how ``text``, the plain words of a paragraph in ``part``, opens.

    None when it does not open with words the grammar knows in the form that ``part`` asks for.
    A sequence word is found wherever it stands, so ``Requests also`` has the adverb ``also``.
    """
    found = _scan(text, part)
    if found is None:
        return None
    core = found.core
    phrase = " ".join(found.words[: core.end])
    length = found.tokens[found.italic - 1].end
    addressee = _addressee(text[length:], core.asks)
    return Opening(found.adverb, _capital(phrase), length, addressee, bool(core.asks))


def with_adverb(text: str, part: Part, adverb: str) -> str:
    """Return ``text`` opening with the sequence word ``adverb`` in its place instead of its own.

    An empty ``adverb`` only removes. Text that does not open with known words comes back as it is.
    """
    if adverb not in SEQUENCE:
        message = f"{adverb!r} is not a sequence word; use 'also', 'further' or ''"
        raise ValueError(message)
    bare = _without_adverb(text, part)
    found = _scan(bare, part)
    if found is None or not adverb:
        return bare
    if part is Part.OPERATIVE:
        start = found.tokens[0].start
        lowered = bare[start].lower() + bare[start + 1 :]
        return f"{bare[:start]}{_capital(adverb)} {lowered}"
    place = found.tokens[found.core.seat - 1].end
    return f"{bare[:place]} {adverb}{bare[place:]}"


def expected_adverb(previous: Opening | None, current: Opening) -> str:
    """Return the sequence word ``current`` should have directly after the paragraph ``previous``.

    The same opening to the same addressee goes bare, also, further, bare, also …; anything else
    starts bare. ``previous`` is None for the first paragraph and below a heading.
    """
    if previous is None or previous.phrase != current.phrase:
        return ""
    same = previous.addressee.casefold() == current.addressee.casefold()
    if current.takes_addressee and not same:
        return ""
    return SEQUENCE[previous.adverb]


def twin(text_phrase: str, part: Part) -> str | None:
    """Return what the other part says for ``text_phrase``, a phrase of ``part``; None without one.

    ``Recalling`` gives ``Recalls`` and back; ``Deeply concerned`` gives ``Expresses deep concern``.
    """
    words = tuple(token.word for token in _tokens(text_phrase))
    core = _core(words, part)
    if core is None or core.end != len(words):
        return None
    match core.heads:
        case (Head(entry=State() as state, at=at),) if core.end == at + 1:
            turned = _turned_state(words[:at], state)
        case heads if all(isinstance(head.entry, Verb) for head in heads):
            turned = _turned_verbs(words, core, part)
        case _:
            turned = ()
    other = Part.OPERATIVE if part is Part.PREAMBULAR else Part.PREAMBULAR
    return _capital(" ".join(turned)) if turned and _core(turned, other) else None


# --- words of the lexicon -----------------------------------------------------------------------


class Form(enum.IntEnum):
    """The forms a verb opens in; the number is its place in ``Verb.forms``."""

    BASE = 0
    FINITE = 1
    PARTICIPLE = 2


class Verb(msgspec.Struct, frozen=True):
    """A verb with the words fixed to it: ``take | note``."""

    forms: tuple[str, str, str]
    rest: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()


class State(msgspec.Struct, frozen=True):
    """An adjective such as *concerned*, and what an operative paragraph says instead."""

    twin: tuple[str, ...]


class Expression(msgspec.Struct, frozen=True):
    """One or more words that are an attitude, an aside, or what follows *Having*."""

    rest: tuple[str, ...]
    marks: frozenset[str]


class Lexicon(msgspec.Struct, frozen=True):
    """The words of the data file, each kind under its first word, the longest first."""

    verbs: tuple[dict[str, list[Verb]], ...]
    states: dict[str, State]
    considered: dict[str, list[Expression]]
    attitudes: dict[str, list[Expression]]
    degrees: dict[str, list[Expression]]
    asides: dict[str, list[Expression]]
    small: frozenset[str]


LINKS = (Verb(("be", "is", "being")), Verb(("remain", "remains", "remaining")))
CONTINUE = Verb(("continue", "continues", "continuing"))


@cache
def _lexicon() -> Lexicon:
    sections = _sections(data_text("boilerplate/registries/opening-words.txt"))
    irregular = {line.split()[0]: line.split()[1:] for line in sections["irregular"]}
    return Lexicon(
        verbs=_verb_index([_verb(line, irregular) for line in sections["verbs"]]),
        states=dict(map(_state, sections["states"])),
        considered=_expressions(sections["considered"]),
        attitudes=_expressions(sections["attitudes"]),
        degrees=_expressions(sections["degrees"]),
        asides=_expressions(sections["asides"]),
        small=frozenset(sections["small"]),
    )


def _sections(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            entries.append(line)
    return sections


def _verb(line: str, irregular: dict[str, list[str]]) -> Verb:
    words, _, marks = line.partition(" : ")
    base, *rest = words.split()
    participle, finite = [*irregular.get(base, ()), "", ""][:2]
    forms = (base, finite or _finite(base), participle or _participle(base))
    return Verb(forms, tuple(rest), frozenset(marks.split()))


def _finite(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _participle(base: str) -> str:
    silent = base.endswith("e") and not base.endswith("ee")
    return (base[:-1] if silent else base) + "ing"


def _verb_index(verbs: list[Verb]) -> tuple[dict[str, list[Verb]], ...]:
    index: tuple[dict[str, list[Verb]], ...] = ({}, {}, {})
    for verb in sorted(verbs, key=lambda verb: -len(verb.rest)):
        for form in Form:
            index[form].setdefault(verb.forms[form], []).append(verb)
    return index


def _state(line: str) -> tuple[str, State]:
    word, _, other = line.partition(" -> ")
    return word, State(tuple(other.split()))


def _expressions(lines: list[str]) -> dict[str, list[Expression]]:
    index: dict[str, list[Expression]] = {}
    for line in lines:
        words, _, marks = line.partition(" : ")
        first, *rest = words.split()
        index.setdefault(first, []).append(Expression(tuple(rest), frozenset(marks.split())))
    for same in index.values():
        same.sort(key=lambda expression: -len(expression.rest))
    return index


# --- the sequence word --------------------------------------------------------------------------


class Token(msgspec.Struct, frozen=True):
    """One word as the lexicon writes it, and where it stands in the text."""

    word: str
    start: int
    end: int


class Found(msgspec.Struct, frozen=True):
    """An opening found in a text: its tokens, the sequence word among them, and the rest."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    seat: int | None
    core: Core

    @property
    def adverb(self) -> str:
        """Return the sequence word, or an empty string."""
        return "" if self.seat is None else self.tokens[self.seat].word

    @property
    def italic(self) -> int:
        """Return how many tokens are italic."""
        return self.core.end + (self.seat is not None)


WORD = re.compile(r"\s*([^\W\d_]+(?:[-\u2010\u2011'\u2019][^\W\d_]+)*)")
HYPHENS = str.maketrans("\u2010\u2011\u2019", "--'")
BRITISH = ("ise", "ises", "ising")
LONGEST = 14


def _tokens(text: str) -> tuple[Token, ...]:
    """The words up to the first mark or number, at most ``LONGEST``, and that mark if a comma."""
    tokens: list[Token] = []
    end = 0
    while len(tokens) < LONGEST and (match := WORD.match(text, end)):
        word, end = match.group(1), match.end()
        tokens.append(Token(_canonical(word), match.start(1), end))
    comma = [Token(",", end, end + 1)] if text[end : end + 1] == "," else []
    return (*tokens, *comma)


@cache
def _canonical(word: str) -> str:
    """``word`` in lower case, a verb in the house's spelling: ``Recognising`` is *recognizing*."""
    word = word.lower()
    if not word.isascii():
        word = word.translate(HYPHENS)
    for ending in BRITISH:
        if word.endswith(ending):
            oxford = f"{word[: -len(ending)]}iz{ending[2:]}"
            return oxford if any(oxford in forms for forms in _lexicon().verbs) else word
    return word


def _scan(text: str, part: Part) -> Found | None:
    """Try the opening without its sequence word, wherever that stands; then as it is."""
    tokens = _tokens(text)
    words = tuple(token.word for token in tokens)
    seat = next((n for n, word in enumerate(words) if word in ("also", "further")), None)
    if seat is not None:
        rest = words[:seat] + words[seat + 1 :]
        core = _core(rest, part)
        noun = core and seat and _is_adjective(text[tokens[seat].start :], core, part)
        if core and seat <= core.end and not noun:
            return Found(tokens, rest, seat, core)
    core = _core(words, part)
    return Found(tokens, words, None, core) if core else None


# "Encourages further efforts": before a plain noun the word is an adjective; before a word that
# begins a new phrase, a name, or a numbered text ("further resolution 70/1") it is the adverb.
FURTHER_NOUN = re.compile(r"further\s+(?!\w+\s+\d)([a-z]\w*)")


def _is_adjective(text: str, core: Core, part: Part) -> bool:
    """Whether ``text``, from a *further* behind the verb on, only says *more*.

    Among preambular verbs only those that promote something are at home with it.
    """
    noun = FURTHER_NOUN.match(text)
    plain = noun is not None and noun.group(1) not in _lexicon().small
    promotes = any("promotes" in _marks(head) for head in core.heads)
    return plain and (promotes or part is Part.OPERATIVE)


def _without_adverb(text: str, part: Part) -> str:
    found = _scan(text, part)
    if found is None or found.seat is None:
        return text
    own = found.tokens[found.seat]
    if found.seat == 0:
        return text[: own.start] + _capital(text[found.tokens[1].start :])
    return text[: found.tokens[found.seat - 1].end] + text[own.end :]


# --- verb and complement ------------------------------------------------------------------------


class Head(msgspec.Struct, frozen=True):
    """A verb or adjective of the opening and which word it is."""

    at: int
    entry: Verb | State


class Core(msgspec.Struct, frozen=True):
    """An opening without its sequence word: where it ends, and where that word would stand."""

    end: int
    heads: tuple[Head, ...] = ()
    asks: str = ""
    seat: int = 0


Words = tuple[str, ...]


def _core(words: Words, part: Part) -> Core | None:
    form = Form.PARTICIPLE if part is Part.PREAMBULAR else Form.FINITE
    core = _clause(words, _degrees(words, 0), form)
    unfit = "operative" if part is Part.PREAMBULAR else "preambular"
    if core is None or any(unfit in _marks(head) for head in core.heads):
        return None
    return msgspec.structs.replace(core, seat=core.seat or core.end)


def _word(words: Words, at: int) -> str:
    """The word at ``at``, empty beyond the last."""
    return words[at] if at < len(words) else ""


def _marks(head: Head) -> frozenset[str]:
    return head.entry.marks if isinstance(head.entry, Verb) else frozenset()


def _clause(words: Words, at: int, form: Form) -> Core | None:
    """The verb or adjective at ``at`` with its complement."""
    kinds: tuple[Callable[[Words, int, Form], Core | None], ...]
    kinds = (_having, _linked, _continued, _stated, _acted)
    return next((core for kind in kinds if (core := kind(words, at, form))), None)


def _having(words: Words, at: int, form: Form) -> Core | None:
    if form is not Form.PARTICIPLE or _word(words, at) != "having":
        return None
    done = _expression(words, _degrees(words, at + 1), _lexicon().considered)
    return Core(done[0], seat=at + 1) if done else None


def _linked(words: Words, at: int, form: Form) -> Core | None:
    """*Remains deeply concerned*, *being mindful*."""
    link = next((link for link in LINKS if link.forms[form] == _word(words, at)), None)
    end = _states(words, _degrees(words, at + 1)) if link else None
    return Core(end, (Head(at, link),)) if link and end else None


def _continued(words: Words, at: int, form: Form) -> Core | None:
    """*Continues to encourage*, *continuing to be concerned*."""
    if _word(words, at) != CONTINUE.forms[form] or _word(words, at + 1) != "to":
        return None
    inner = _clause(words, _degrees(words, at + 2), Form.BASE) or Core(at + 1)
    return Core(inner.end, (Head(at, CONTINUE),), inner.asks)


def _stated(words: Words, at: int, form: Form) -> Core | None:
    """*Deeply concerned*, *alarmed and concerned*; only the preamble says so without a verb."""
    end = _states(words, at) if form is Form.PARTICIPLE else None
    return Core(end, (Head(at, _lexicon().states[words[at]]),)) if end else None


def _states(words: Words, at: int) -> int | None:
    """The end of one adjective or of two joined by *and*."""
    if _word(words, at) not in _lexicon().states:
        return None
    joined = _word(words, at + 1) == "and"
    second = _states(words, _degrees(words, at + 2)) if joined else None
    return second or _asides(words, at + 1)


def _acted(words: Words, at: int, form: Form) -> Core | None:
    """A verb, or two joined by *and*, with the attitude that belongs to it."""
    found = _verb_at(words, at, form)
    if found is None:
        return None
    end, verb = found
    if _word(words, end) == "and":
        second = _acted(words, _degrees(words, end + 1), form)
        if second:
            return Core(second.end, (Head(at, verb), *second.heads), second.asks)
    complement = _complement(words, end, verb.marks)
    end, marks = complement or (end, verb.marks)
    return Core(_asides(words, end), (Head(at, verb),), _asking(marks))


def _verb_at(words: Words, at: int, form: Form) -> tuple[int, Verb] | None:
    """The longest verb at ``at``; *calls once again upon* is still *calls upon*."""
    verbs = _lexicon().verbs[form].get(_word(words, at), [])
    for verb in verbs:
        for gap in (at + 1, _degrees(words, at + 1)):
            end = gap + len(verb.rest)
            if words[gap:end] == verb.rest:
                return (end if verb.rest else at + 1), verb
    parted = verbs and _word(words, at + 1) == ","
    return (at + 1, Verb(verbs[0].forms)) if parted else None


def _asking(marks: frozenset[str]) -> str:
    return next((mark for mark in ("asks", "asks-to") if mark in marks), "")


Reach = tuple[int, frozenset[str]]


def _complement(words: Words, at: int, marks: frozenset[str]) -> Reach | None:
    """Where the complement of a verb with ``marks`` ends; None when it has none."""
    at = _degrees(words, at)
    first = _word(words, at)
    if first == "with":
        reach = _attitude(words, at + 1)
        return (reach[0], marks) if reach else None
    if first == "it" and "weighs" in marks:
        return (at + 2, marks) if _is_free(words, at + 1) else None
    if first == "its" and marks & {"owns", "feels"}:
        reach = _attitude(words, at + 1)
    else:
        reach = _attitude(words, at) if "feels" in marks else None
    return reach or (_anything(words, at) if "open" in marks else None)


FREE_WORDS = 3


def _attitude(words: Words, at: int) -> Reach | None:
    """*deep and growing concern*: a noun of attitude behind a few words of any kind."""
    for noun in range(at, at + FREE_WORDS + 1):
        reach = _expression(words, noun, _lexicon().attitudes)
        if reach:
            joined = _word(words, reach[0]) == "and"
            return (_attitude(words, reach[0] + 1) if joined else None) or reach
        if not _is_free(words, noun):
            return None
    return None


def _anything(words: Words, at: int) -> Reach | None:
    """*the wish*, *its full something*: what is expressed, up to the next small word."""
    start = at + (_word(words, at) in ("its", "the"))
    end = start + len(list(takewhile(lambda n: _is_free(words, n), range(start, len(words)))))
    return (end, frozenset()) if start < end <= start + FREE_WORDS + 1 else None


def _is_free(words: Words, at: int) -> bool:
    return _word(words, at) not in ("", ",") and words[at] not in _lexicon().small


def _expression(words: Words, at: int, index: dict[str, list[Expression]]) -> Reach | None:
    """The longest expression of ``index`` at ``at``."""
    for found in index.get(_word(words, at), ()):
        end = at + 1 + len(found.rest)
        if words[at + 1 : end] == found.rest:
            return end, found.marks
    return None


def _degrees(words: Words, at: int) -> int:
    """Where the words of degree (*deeply*, *once again*) from ``at`` on end."""
    while at < len(words):
        reach = _expression(words, at, _lexicon().degrees)
        if reach is None and not words[at].endswith("ly"):
            break
        at = reach[0] if reach else at + 1
    return at


def _asides(words: Words, at: int) -> int:
    """Where the asides without a comma (*in this regard*) from ``at`` on end."""
    while reach := _expression(words, at, _lexicon().asides):
        at = reach[0]
    return at


# --- the twin in the other part -----------------------------------------------------------------


def _turned_verbs(words: Words, core: Core, part: Part) -> Words:
    form = Form.FINITE if part is Part.PREAMBULAR else Form.PARTICIPLE
    turned = list(words)
    for head in core.heads:
        if isinstance(head.entry, Verb):
            turned[head.at] = head.entry.forms[form]
    return tuple(turned)


def _turned_state(degrees: Words, state: State) -> Words:
    """*deeply*, *concerned* as *expresses deep concern*."""
    if not state.twin or not all(word.endswith("ly") for word in degrees):
        return ()
    *start, noun = state.twin
    return (*start, *map(_adjective, degrees), noun) if start else (noun,)


def _adjective(adverb: str) -> str:
    return "full" if adverb == "fully" else adverb.removesuffix("ly")


# --- whom the paragraph addresses ---------------------------------------------------------------

# What opens an insertion between commas; anything else behind a comma continues a list.
INSERTION = re.compile(
    r"(?:[a-z]+ing|[a-z]+ly|after|again|also|and (?:calls|encourages|in|invites|requests|to|urges)|"
    r"as|at|based|before|both|by|consistent|either|for|further|if|in|inter|on|once|pursuant|since|"
    r"subject|that|through|to|under|upon|via|when|where|whenever|which|while|who|with|within|"
    r"without)\b",
)
DETERMINERS = "a|all|an|any|its|that|the|their|these|this|those"
INFINITIVE = re.compile(rf",? (?:not )?to (?!(?:{DETERMINERS})\b|[A-Z])")
SUBJECT = re.compile(
    r"(?:the |all )*[A-Z][\w'\u2019-]*(?: (?:of the |of |and |for |on )?[A-Z][\w'\u2019-]*)*"
)
QUANTIFIER = re.compile(r"\A(?:(?:all|both|of|the) )+")
APPOSITION = re.compile(r"\A([^,]+), the (?!.* and )[^,]+\Z")


def _addressee(rest: str, asks: str) -> str:
    """Whom ``rest``, the text behind the italic words, names first, up to what is asked."""
    rest = " ".join(_past_insertions(rest).split())
    if not asks or (asks == "asks-to" and not rest.startswith("to ")):
        return ""
    rest = rest.removeprefix("to ") if asks == "asks-to" else rest
    if rest.startswith("that "):
        subject = SUBJECT.match(rest, len("that "))
        return QUANTIFIER.sub("", subject.group()) if subject else ""
    named = INFINITIVE.split(re.split(r"[;:.]", rest, maxsplit=1)[0], maxsplit=1)[0]
    party = ", ".join(_listed(named.split(", "))).rstrip(" ,")
    return QUANTIFIER.sub("", APPOSITION.sub(r"\1", party))


def _past_insertions(rest: str) -> str:
    """``rest`` without the insertions between commas that stand before the party addressed."""
    while rest.startswith(","):
        inside, comma, after = rest[1:].partition(",")
        if not comma:
            return inside
        rest = after if after.lstrip()[:1] else inside
    return rest


def _listed(segments: list[str]) -> Iterator[str]:
    """The first segment and those that continue its list."""
    yield segments[0]
    yield from takewhile(lambda segment: not INSERTION.match(segment), segments[1:])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
