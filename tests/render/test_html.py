"""The page is one file whose links all lead somewhere, and says what the plain text says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import lxml.html
import msgspec
import pytest

from drafter.render import text
from drafter.render.html import render

from . import samples

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.document import Document

every_sample = pytest.mark.parametrize("document", samples.ALL.values(), ids=samples.ALL)

PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LINE = re.compile(r"_{18}|-+")


@every_sample
def test_links_within_the_page_lead_somewhere(document: Document) -> None:
    page = _page(document)
    hrefs = [href for href in page.xpath("//@href") if href.startswith("#")]
    assert {href.removeprefix("#") for href in hrefs} <= set(page.xpath("//@id"))


@every_sample
def test_ids_are_unique(document: Document) -> None:
    assert max(Counter(_page(document).xpath("//@id")).values(), default=1) == 1


@every_sample
def test_the_page_needs_no_other_file(document: Document) -> None:
    page = _page(document)
    assert page.xpath("//script | //iframe | //object | //embed | //link[@rel='stylesheet']") == []
    assert [value for value in page.xpath("//@src") if not value.startswith("data:")] == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert "@import" not in page.xpath("string(//style)")
    assert "url(" not in page.xpath("string(//style)")


@every_sample
def test_the_page_says_what_the_text_says(document: Document) -> None:
    """In the same order too, but for the cells of tables, which text folds side by side."""
    of_text = _words(text.render(document).decode().translate(PLAIN_DIGITS))
    of_page = _words(_visible_text(document))
    assert Counter(of_page) == Counter(of_text)
    if document is not samples.ADOPTED:
        assert of_page == of_text


@every_sample
def test_headings_go_down_step_by_step(document: Document) -> None:
    ranks = [
        int(tag.tag[1])
        for tag in _page(document).xpath("//*[starts-with(name(), 'h')]")
        if re.fullmatch(r"h[1-6]", tag.tag)
    ]
    assert ranks.count(1) == (document is not samples.BARE)
    assert all(rank <= before + 1 for before, rank in zip([1, *ranks], ranks, strict=False))


@every_sample
def test_twice_the_same(document: Document) -> None:
    assert render(document) == render(document)


@pytest.mark.parametrize(
    ("document", "outline"),
    [
        (samples.DRAFT, ["h1 Keeping the lamps of small harbours lit", "h2 Follow-up"]),
        (
            samples.ADOPTED,
            [
                "h1 80/999. Keeping the lamps of small harbours lit",
                "h2 Annex Scale of lamps",
                "h3 I. Range and oil",
            ],
        ),
        (
            samples.REPORT,
            [
                "h1 Lighthouses and coastal safety",
                "h2 I. Introduction",
                "h2 II. Consideration of proposals",
                "h3 A. Draft resolution A/C.3/80/L.99/Rev.1",
                "h2 III. Recommendations of the Third Committee",
                "h3 Draft resolution I",
                "h4 Lamps of small harbours",
                "h3 Draft resolution II",
                "h4 Bells of small harbours",
            ],
        ),
    ],
    ids=["draft", "adopted", "report"],
)
def test_outline(document: Document, outline: list[str]) -> None:
    headings = _page(document).xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    assert [f"{tag.tag} {' '.join(tag.text_content().split())}" for tag in headings] == outline


def test_each_mark_leads_to_its_note_and_each_note_to_all_its_marks() -> None:
    page = _page(samples.DRAFT)
    marks = page.xpath("//a[@role='doc-noteref']")
    assert [f"{mark.text} {mark.get('href')}" for mark in marks] == [
        "* #star-1",
        "** #star-2",
        "1 #note-lamps",
        "2 #note-protocol",
        "3 #note-ibid",
        "4 #note-survey",
        "1 #note-lamps",
        "1 #note-lamps",
    ]
    assert page.xpath("//li/@id") == [
        "note-lamps",
        "note-protocol",
        "note-ibid",
        "note-survey",
        "star-1",
        "star-2",
    ]
    backs = {
        item.get("id"): item.xpath(".//a[@role='doc-backlink']/@href")
        for item in page.xpath("//li")
    }
    assert backs == {
        note: [f"#{mark.get('id')}" for mark in marks if mark.get("href") == f"#{note}"]
        for note in backs
    }


def test_every_scope_has_its_own_notes() -> None:
    lists = _page(samples.REPORT).xpath("//section[@class='notes']")
    assert [section.xpath(".//span[@class='sign']/text()") for section in lists] == [
        ["1"],
        ["1"],
        ["1", "2"],
    ]


def test_links_blanks_and_cross_references() -> None:
    page = _page(samples.DRAFT)
    assert page.xpath("//mark/text()") == ["80/___", "__ December 2025"]
    assert page.xpath("string(//a[text()='78/901']/@href)") == "https://undocs.org/en/A/RES/78/901"
    (target,) = page.xpath("//a[text()='paragraph 1 above']/@href")
    assert target == "#p-keep-lit"
    assert page.get_element_by_id("p-keep-lit").text_content().startswith("1. Reaffirms")


def test_quoted_blocks_stand_together() -> None:
    quotations = _page(samples.AMENDMENT).xpath("//blockquote")
    assert [len(quotation.xpath("p")) for quotation in quotations] == [1, 2]


def test_table() -> None:
    page = _page(samples.ADOPTED)
    assert page.xpath("//table/thead/tr/th/@scope") == ["col"] * 3
    assert page.xpath("//table/tbody/tr[2]/td/text()") == ["Fishing harbours", "9", "4.0"]
    assert page.xpath("//tbody/tr[1]/td/@class") == ["left", "right", "right"]
    assert page.xpath("string(//div[@class='table']/@aria-label)") == (
        "Table 1 Least range of a lamp, and its oil"
    )


def test_page_head() -> None:
    page = _page(samples.DRAFT)
    assert page.get("lang") == "en-GB"
    assert page.xpath("string(//meta[@name='viewport']/@content)").startswith("width=device-width")
    assert page.xpath("string(//title)") == (
        "A/C.3/80/L.99/Rev.1: Keeping the lamps of small harbours lit"
    )


def test_what_an_author_writes_is_never_markup() -> None:
    page = _page(samples.HOSTILE)
    assert page.xpath("//script | //img | //b") == []
    assert page.xpath("//@onmouseover | //@onerror") == []
    assert page.xpath("//a[not(starts-with(@href, '#'))]/@href") == [
        'https://example.org/"onmouseover="alert(5)'
    ]
    assert "press here" in page.text_content()


def test_the_emblem_is_part_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "emblem.gif").write_bytes(b"GIF89a\x01\x00\x01\x00")
    document = msgspec.structs.replace(samples.DRAFT, emblem=str(tmp_path / "emblem.gif"))
    assert _page(document).xpath("//img/@src") == ["data:image/gif;base64,R0lGODlhAQABAA=="]


def _page(document: Document) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(render(document).decode())


def _visible_text(document: Document) -> str:
    body = _page(document).body
    for link in body.xpath("//a[@role='doc-backlink']"):
        link.drop_tree()
    return str(body.text_content())


def _words(words: str) -> list[str]:
    return [word for word in words.split() if not LINE.fullmatch(word)]
