"""Formats are found by their modules."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

import drafter.render
from drafter.errors import Unusable
from drafter.render import formats, renderer, text

from . import samples


def test_formats() -> None:
    assert formats() == ("docx", "html", "pdf", "txt")


def test_modules_say_of_themselves_what_was_read_of_them() -> None:
    names = (f"drafter.render.{found.name}" for found in iter_modules(drafter.render.__path__))
    modules = [import_module(name) for name in names]
    extensions = {vars(module).get("EXTENSION", "") for module in modules}
    assert extensions - {""} == set(formats())


def test_renderer() -> None:
    assert renderer("txt") is text.render
    assert renderer("html")(samples.BARE).startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("word", "did you mean docx?"),
        ("doc", "did you mean docx?"),
        (".TXT", "did you mean txt?"),
        ("htm", "did you mean html?"),
        ("odt?!", "write one of docx, html, pdf, txt"),
    ],
)
def test_an_unknown_format_is_refused_with_advice(name: str, advice: str) -> None:
    with pytest.raises(Unusable) as caught:
        renderer(name)
    assert str(caught.value) == f"there is no format “{name}”; {advice}"
