"""Official PDFs, held against the structure that their tags tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.calibration.reading_pdf import Measured, measured
from tests.shared import shared

EVERY = 6


@pytest.fixture(scope="module")
def figures() -> list[Measured]:
    """Return the figures of every sixth document, so that each kind is among them."""
    files: list[Path] = sorted(shared("corpus").glob("*.pdf"))[::EVERY]
    return [each for each in map(measured, files) if each]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "least"),
    [("text", 0.998), ("paragraphs", 0.97), ("italics", 0.999), ("notes", 0.98), ("marks", 0.98)],
)
def test_what_the_tags_tell_is_read(figures: list[Measured], name: str, least: float) -> None:
    for each in figures:
        same, count = getattr(each, name)
        assert same >= least * count, each.name
