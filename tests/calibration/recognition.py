"""Measure how much of official resolutions the clause library recognises.

    python -m tests.calibration.recognition FOLDER [--only GLOB] [--share 0.5] [--missed 30]
        [--unseen]

Each file in FOLDER, a PDF or a text, is read as a draft and assembled; its paragraphs are compared
with the clauses. The *formulas* are told by their wording alone: paragraphs that do no more than
recall resolutions, take note of a report, ask for one, put an item on an agenda or remain seized.
The documents themselves are never copied into the repository.

``--unseen`` prints a second table: what would be recognised if each document were new. A clause
counts there only if its ``authority`` names a text besides the document itself and the other
versions of it, which ``rollover-pairs.csv`` in FOLDER names (columns ``new`` and ``base``). A
clause without authority never counts. So a clause that is of wide use, but names this document
alone, is left out: the figure is on the low side.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path

import msgspec

from drafter.assemble import assemble
from drafter.document import Document
from drafter.errors import NOWHERE, Unusable
from drafter.library.clauses import Library
from drafter.library.match import Match, Matcher
from drafter.library.opening import Part, with_adverb
from drafter.library.patterns import NUMBERS
from drafter.library.printed import Printed, placed
from drafter.read import read
from tests.fidelity.transcribe import document_of

ALL_PAGES = 999
READ = (".pdf", ".txt")
OPENING_WORDS = 9
SHOWN = 170
COMMITTEES = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
REPORT = re.compile(r"[Rr]eport of the (\w+) Committee")
PLAIN = r"[^,;:]"
WHAT = rf"(?: (?:on|entitled|concerning|regarding) {PLAIN}{{1,220}}|, entitled “[^”]{{1,220}}”,?)?"
OTHERS = (
    r"(?:,? (?:and|as well as) [^,;]{0,40}(?:resolutions|decisions)[^,;]{0,90})?"
    r"(?:, in particular [^,;]{0,160}|, including [^,;]{0,160})?"
)
ASSEMBLY = "(?:General )?Assembly"
FORMULAS = {
    "recall resolutions": rf"(?:Recall|Reaffirm)(?:s|ing)? (?:all )?(?:of )?"
    rf"(?:its|General Assembly|Security Council|Economic and Social Council|Human Rights Council)"
    rf"[^,;]{{0,50}} ?(?:resolutions?|decisions?) (?:(?:{NUMBERS})[ ,]?(?:and )?)?{WHAT}{OTHERS}",
    "take note of a report": rf"(?:T(?:akes|aking) note|Welcom(?:es|ing)|Not(?:es|ing))"
    rf"(?: with (?:interest|appreciation|satisfaction))?,? (?:of )?the {PLAIN}{{0,40}}"
    rf"reports? of {PLAIN}{{1,240}}|Having (?:considered|examined) the {PLAIN}{{0,40}}reports? of "
    rf"{PLAIN}{{1,240}}",
    "request a report": rf"Requests the Secretary-General(?:, [^,;]{{1,100}},)? to (?:report|submit|"
    rf"present|provide|include|prepare|keep)\b.{{0,330}}(?:session|{ASSEMBLY}|resolution|report)\b"
    rf".{{0,110}}",
    "agenda": r"Decides to (?:include|continue its consideration|consider|continue to consider|"
    r"inscribe|revert|keep) .{0,260}sessions?\b.{0,260}",
    "seized": r"Decides to (?:remain (?:actively )?seized|keep).{0,60}|"
    r"Remains (?:actively )?seized.{0,60}",
}
TELLS = {
    "request a report": re.compile(r"\breport"),
    "agenda": re.compile(r"agenda|consideration|consider|item"),
}
MASKS = (
    (re.compile(NUMBERS), "[resolutions]"),
    (re.compile(r"“[^”]*”"), "“…”"),
    (re.compile(r"\b(?:[a-z]+ty-)?[a-z]+(?:st|nd|rd|th|ieth)\b(?= session)"), "[nth]"),
    (re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b"), "[date]"),
    (re.compile(r"\b\d[\d,.]*\b"), "[n]"),
)


class Seen(msgspec.Struct, frozen=True):
    """A paragraph of an official resolution."""

    committee: str
    document: str
    part: Part
    printed: Printed
    formula: str


def main() -> None:
    """Print the table for the folder named on the command line."""
    options = _options()
    documents = sorted(p for p in options.folder.glob(options.only) if p.suffix in READ)
    with ProcessPoolExecutor() as pool:
        found = [each for part in pool.map(paragraphs, documents) for each in part]
    library = Library()
    matcher = Matcher(library, options.share)
    pairs = [(each, matcher.match_printed(each.printed, each.part)) for each in found]
    print("\n".join(table(pairs)))
    if options.unseen:
        print("\nas if each document were new")
        print("\n".join(table(unseen(pairs, library, versions(options.folder)))))
    for name, reason in matcher.unreadable.items():
        print(f"not read: {name}: {reason}")
    if options.missed:
        print("\n".join(missed(pairs, options.missed)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="*", help="the files, as a pattern")
    parser.add_argument("--share", type=float, default=0.5, help="how much must be the clause's")
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="list what is missed")
    parser.add_argument("--unseen", action="store_true", help="as if each document were new")
    return parser.parse_args()


def paragraphs(path: Path) -> list[Seen]:
    """Return the paragraphs of the resolution at ``path``; none where it cannot be transcribed."""
    try:
        document = read_document(path)
    except Unusable as error:
        print(f"{path.name}: {error.problems[0]}")
        return []
    provenance = "".join(getattr(run, "text", "") for run in document.front.provenance)
    of = partial(Seen, committee(document.masthead.symbol, provenance), path.stem)
    return [
        of(each.part, each.printed, formula(each.printed, each.part)) for each in placed(document)
    ]


def read_document(path: Path) -> Document:
    """Return the document at ``path`` as one of ours. Raises Unusable."""
    return document_of(path, ALL_PAGES) if path.suffix == ".pdf" else assemble(read(path).draft)


def committee(symbol: str, provenance: str) -> str:
    """Return the committee of a draft by its symbol, of a resolution by its provenance."""
    if found := re.search(r"/C\.(\d)/", symbol or "") or re.search(r"/C\.(\d)/", provenance):
        return COMMITTEES[int(found[1]) - 1]
    source = REPORT.search(provenance)
    return source[1] if source else next((c for c in COMMITTEES if c in provenance), "plenary")


def formula(printed: Printed, part: Part) -> str:
    """Return which formula the paragraph is; empty where it is none."""
    if printed.items:
        return ""
    text = bare(printed, part)
    for name, pattern in FORMULAS.items():
        tell = TELLS.get(name)
        if re.fullmatch(pattern, text) and (tell is None or tell.search(text)):
            return name
    return ""


def bare(printed: Printed, part: Part) -> str:
    """Return the words of a paragraph without sequence word and final mark."""
    return with_adverb(printed.text.rstrip(" ,;:."), part, "")


Pair = tuple[Seen, Match | None]


def versions(folder: Path) -> Mapping[str, frozenset[str]]:
    """Return for each symbol those of the versions of its text, from ``rollover-pairs.csv``."""
    path = folder / "rollover-pairs.csv"
    rows = csv.DictReader(path.open(encoding="utf-8")) if path.is_file() else ()
    pairs = [frozenset((row["new"], row["base"])) for row in rows]
    return {symbol: pair for pair in pairs for symbol in pair}


def unseen(
    pairs: Iterable[Pair], library: Library, same: Mapping[str, frozenset[str]]
) -> list[Pair]:
    """Return ``pairs`` without the matches of clauses that are known from the document alone."""

    def known_elsewhere(seen: Seen, match: Match) -> bool:
        symbol = seen.document.replace("_", "/")
        own = same.get(symbol, frozenset((symbol,)))
        clause = library.clause(match.clause, NOWHERE)
        return bool({each.text for each in clause.authority} - own)

    return [
        (seen, match if match and known_elsewhere(seen, match) else None) for seen, match in pairs
    ]


def table(pairs: list[Pair]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'':24}{'n':>7}{'recognised':>12}{'formulas':>10}{'recognised':>12}"
    for name, same in by(pairs, lambda pair: pair[0].committee):
        yield row(name, same)
    yield row("all", pairs)
    yield ""
    kinds = [pair for pair in pairs if pair[0].formula]
    for name, same in by(kinds, lambda pair: pair[0].formula):
        yield f"{name:24}{len(same):7}{share(same):>12}"
    exact = sum(bool(match and match.exact) for _, match in pairs)
    clauses = {match.clause for _, match in pairs if match}
    yield f"\n{exact} with their notes; {len(clauses)} clauses seen"


def by(pairs: Iterable[Pair], key) -> Iterator[tuple[str, list[Pair]]]:
    for name, same in groupby(sorted(pairs, key=key), key=key):
        yield name, list(same)


def row(name: str, pairs: list[Pair]) -> str:
    kinds = [pair for pair in pairs if pair[0].formula]
    return f"{name:24}{len(pairs):7}{share(pairs):>12}{len(kinds):10}{share(kinds):>12}"


def share(pairs: list[Pair]) -> str:
    if not pairs:
        return "–"
    return f"{sum(match is not None for _, match in pairs) / len(pairs):.1%}"


def missed(pairs: list[Pair], most: int) -> Iterator[str]:
    """Yield the unrecognised formulas and the most frequent unrecognised openings, masked."""
    lost = [seen for seen, match in pairs if match is None]
    yield "\nformulas that are not recognised"
    kinds = Counter((seen.formula, masked(seen)[:SHOWN]) for seen in lost if seen.formula)
    for (kind, words), count in kinds.most_common(most):
        yield f"{count:4}  {kind:22} {words}"
    yield "\nopenings of paragraphs that are not recognised"
    openings = Counter(" ".join(masked(seen).split()[:OPENING_WORDS]) for seen in lost)
    for words, count in openings.most_common(most):
        yield f"{count:4}  {words}"


def masked(seen: Seen) -> str:
    """Return the words of a paragraph without what differs from text to text."""
    text = bare(seen.printed, seen.part)
    for pattern, mask in MASKS:
        text = pattern.sub(mask, text)
    return text


if __name__ == "__main__":
    main()
