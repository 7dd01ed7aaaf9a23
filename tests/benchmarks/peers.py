"""Whole processes against a peer in the same run: wall time and peak memory, as ratios.

    python tests/benchmarks/peers.py [--runs 15]

The text is generated: paragraphs of a resolution with a footnote in every fourth one. pandoc gets
the same words as Markdown with the same notes.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

WORDS = [
    "access",
    "action",
    "assistance",
    "awareness",
    "capacity",
    "challenges",
    "commitment",
    "communities",
    "cooperation",
    "countries",
    "development",
    "education",
    "efforts",
    "environment",
    "equality",
    "evidence",
    "financing",
    "framework",
    "goals",
    "governance",
    "health",
    "implementation",
    "inclusion",
    "information",
    "infrastructure",
    "institutions",
    "international",
    "knowledge",
    "measures",
    "monitoring",
    "national",
    "needs",
    "partnerships",
    "policies",
    "practices",
    "prevention",
    "programmes",
    "progress",
    "promotion",
    "protection",
    "quality",
    "recovery",
    "regional",
    "resilience",
    "resources",
    "rights",
    "services",
    "society",
    "strategies",
    "support",
    "sustainable",
    "systems",
    "technologies",
    "training",
    "transparency",
    "vulnerable",
    "water",
    "women",
    "youth",
    "of",
    "the",
    "and",
    "in",
    "for",
    "with",
    "to",
    "by",
    "at",
    "all",
]
OPENINGS = ("Recalling", "Noting", "Stressing", "Welcoming", "Recognizing", "Emphasizing")
VERBS = ("Notes", "Encourages States to strengthen", "Stresses", "Welcomes", "Recognizes", "Urges")
MB = 1024


def paragraphs(count: int, verbs: tuple[str, ...], chance: random.Random) -> list[str]:
    """Return ``count`` paragraphs of sixty to ninety words, opening words changing."""
    return [
        f"{verbs[i % len(verbs)]} {' '.join(chance.choices(WORDS, k=chance.randint(60, 90)))}"
        for i in range(count)
    ]


def texts(times: int) -> tuple[str, str]:
    """Return the same text as YAML and as Markdown: 180 paragraphs, 45 notes, ``times`` over."""
    chance = random.Random(times)
    preamble = paragraphs(80 * times, OPENINGS, chance)
    operative = paragraphs(100 * times, VERBS, chance)
    rows = [*preamble, *operative]
    noted = [f"{row}[^n{i}]" if i % 4 == 0 else row for i, row in enumerate(rows)]
    notes = [f"n{i}: Report {i} of the Commission, chap. {i}" for i in range(0, len(rows), 4)]
    head = "symbol: A/C.3/81/L.5\nsession: 81\nsponsors: [Italy, Norway]\ntitle: A title\n"
    cut = len(preamble)
    yaml = (
        f"{head}preamble:\n{_listed(noted[:cut])}operative:\n{_listed(noted[cut:])}notes:\n"
        + "".join(f"  {note}\n" for note in notes)
    )
    first = [f"*{row.split()[0]}* {row.split(maxsplit=1)[1]}," for row in noted[:cut]]
    second = [f"{i}.  {row};" for i, row in enumerate(noted[cut:], start=1)]
    marks = [f"[^{note.replace(': ', ']: ', 1)}." for note in notes]
    return yaml, "\n\n".join(["# A title", *first, *second, *marks]) + "\n"


def _listed(rows: list[str]) -> str:
    return "".join(f"  - {row}\n" for row in rows)


def measure(command: list[str]) -> tuple[float, float]:
    """Return seconds and peak mebibytes of one run."""
    start = time.perf_counter()
    null = os.open(os.devnull, os.O_WRONLY)
    moves = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=moves)
    _, status, usage = os.wait4(process, 0)
    os.close(null)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return time.perf_counter() - start, usage.ru_maxrss / MB


def compare(name: str, ours: list[str], peer: list[str], runs: int) -> None:
    """Run both in turn and print the least and the median of each, and the ratios."""
    pairs = [(measure(ours), measure(peer)) for _ in range(runs)]
    mine, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    least = min(t for t, _ in mine) / min(t for t, _ in theirs)
    middle = statistics.median(t for t, _ in mine) / statistics.median(t for t, _ in theirs)
    print(
        f"{name:22} ours {min(t for t, _ in mine):.3f} s {max(m for _, m in mine):5.1f} MiB   "
        f"peer {min(t for t, _ in theirs):.3f} s {max(m for _, m in theirs):6.1f} MiB   "
        f"ratio {least:.2f} (least), {middle:.2f} (median)"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    drafter = shutil.which("drafter", path=str(Path(sys.executable).parent)) or "drafter"
    pandoc = shutil.which("pandoc")
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 10):
            yaml, markdown = texts(times)
            draft, source = Path(folder, f"{times}.yaml"), Path(folder, f"{times}.md")
            draft.write_text(yaml, encoding="utf-8")
            source.write_text(markdown, encoding="utf-8")
            if pandoc:
                ours = [drafter, "render", str(draft), "--quiet"]
                peer = [pandoc, str(source), "-o", str(source.with_suffix(".docx"))]
                compare(f"{180 * times} paragraphs", ours, peer, runs if times == 1 else 5)
    python = sys.executable
    compare("drafter --help", [drafter, "--help"], [python, "-c", "import click"], runs)
    compare("python -c pass", [python, "-c", "pass"], [python, "-c", "import click"], runs)


if __name__ == "__main__":
    main()
