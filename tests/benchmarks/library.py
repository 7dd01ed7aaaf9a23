"""The clause library at two sizes, whole processes of one run, as ratios.

    python tests/benchmarks/library.py [--runs 15]

Searches cold (no index kept) and warm, among 200 and among 10,000 clauses, and a render that uses
five clauses with either number in the folder: what is not used is not read, so its ratio is 1.0.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from peers import OPENINGS, VERBS, WORDS, measure

SIZES = (200, 10_000)
LONG_AGO = 1_600_000_000
CLAUSE = """\
summary: {summary}
opening: {{preambular: {preambular}, operative: {operative}}}
text: {text} {{{{ subject }}}} {more}
parameters:
  subject: {{sample: {word}, help: what it is about}}
authority: [A/RES/80/{number}]
help: {help}
"""


def clauses(folder: Path, count: int) -> list[str]:
    """Write ``count`` clauses of real size and return their ids."""
    chance = random.Random(count)
    names = [f"{WORDS[i % 50]}/{WORDS[i // 50 % 50]}-{i}" for i in range(count)]
    for number, name in enumerate(names):
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = CLAUSE.format(
            summary=said(chance, 8),
            preambular=OPENINGS[number % len(OPENINGS)],
            operative=VERBS[number % len(VERBS)].split()[0],
            text=said(chance, 15),
            more=said(chance, 15),
            word=chance.choice(WORDS[:50]),
            number=number % 250 + 1,
            help=said(chance, 20),
        )
        path.write_text(text, encoding="utf-8")
        os.utime(path, (LONG_AGO, LONG_AGO))
    return names


def said(chance: random.Random, count: int) -> str:
    """Return ``count`` words; every tenth is made up, so that the vocabulary is large."""
    words = chance.choices(WORDS, k=count)
    return " ".join(
        word + "".join(chance.choices("aeioustnr", k=4)) if chance.random() < 0.1 else word
        for word in words
    )


def seconds(command: list[str], runs: int, cache: Path | None = None) -> float:
    """Return the median time of a command; with ``cache``, without the index it keeps there."""
    times = []
    for _ in range(runs):
        if cache:
            shutil.rmtree(cache, ignore_errors=True)
        times.append(measure(command)[0])
    return statistics.median(times)


def row(name: str, one: float, other: float) -> None:
    """Print two times and their ratio."""
    print(f"{name:46} {one:.3f} s  {other:.3f} s   ratio {one / other:.2f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    drafter = shutil.which("drafter", path=str(Path(sys.executable).parent)) or "drafter"
    nothing = seconds([drafter, "--version"], runs)
    warm, render = {}, {}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(root / "cache")
        for size in SIZES:
            folder = root / str(size)
            ids = clauses(folder, size)
            query = ["report", "sustainable", "voluntry"]
            command = [drafter, "clauses", "search", *query, "--clauses", str(folder)]
            cold = seconds(command, 3, cache=root / "cache")
            warm[size] = seconds(command, runs)
            row(f"search, {size} clauses, cold against warm", cold, warm[size])
            row(f"search, {size} clauses, warm against --version", warm[size], nothing)
            draft = root / f"{size}.yaml"
            five = "".join(f"  - {{clause: {id_}, with: {{subject: x}}}}\n" for id_ in ids[:5])
            draft.write_text(f"symbol: A/81/L.5\ntitle: T\noperative:\n{five}", encoding="utf-8")
            command = [drafter, "render", str(draft), "-q", "-f", "txt", "--clauses", str(folder)]
            render[size] = seconds(command, runs)
        few, many = SIZES
        row(f"search, warm, {many} against {few} clauses", warm[many], warm[few])
        row(f"render of five, {many} against {few} clauses", render[many], render[few])


if __name__ == "__main__":
    main()
