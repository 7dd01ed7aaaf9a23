"""The types of a draft; the reader, the JSON Schema and the messages follow from them.

A field's description is what an editor shows the author.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from drafter.document import Kind
from drafter.reading import NO_WORDS, Words, Written


class NoteText(Written, frozen=True, kw_only=True):
    """A footnote: free text, or a source that the program words, with *Ibid.* where it is due."""

    SHORT: ClassVar[str] = "text"
    text: Annotated[Words, Meta(description="The note as free text, with *italics*.")] = NO_WORDS
    treaty: Annotated[Words, Meta(description="Key of a treaty, such as uncac.")] = NO_WORDS
    series: Annotated[
        Words, Meta(description="A series, such as: United Nations, *Treaty Series*")
    ] = NO_WORDS
    volume: Annotated[Words, Meta(description="Volume or volumes: 2225, 2237 and 2241")] = NO_WORDS
    number: Annotated[Words, Meta(description="Number in the series: 39574")] = NO_WORDS
    official_records: Annotated[
        Words,
        Meta(description="Organ whose Official Records are cited: General Assembly"),
    ] = NO_WORDS
    session: Annotated[Words, Meta(description="Session (80) or year (2016) of them.")] = NO_WORDS
    supplement: Annotated[Words, Meta(description="Supplement number: 12A")] = NO_WORDS
    resolution: Annotated[
        Words, Meta(description="Number of a resolution: 70/174, or 217 A (III)")
    ] = NO_WORDS
    organ: Annotated[
        Words, Meta(description="Organ of the resolution, if not the General Assembly.")
    ] = NO_WORDS
    symbol: Annotated[Words, Meta(description="A document symbol: A/71/114")] = NO_WORDS
    part: Annotated[Words, Meta(description="What of it is cited: annex, or chap. I, sect. D")] = (
        NO_WORDS
    )
    see: Annotated[
        bool,
        Meta(description="Begin with See: the source contains more than the thing cited."),
    ] = False
    also: Annotated[
        tuple[NoteText, ...], Meta(description="Further sources in the same note.")
    ] = ()
    name: Annotated[Words, Meta(description="Wording that [@key] prints before the note.")] = (
        NO_WORDS
    )
    short: Annotated[
        Words,
        Meta(description="Wording that [@key] prints from the second mention on."),
    ] = NO_WORDS
    asterisk: Annotated[
        bool,
        Meta(description="An asterisk note at the foot of page 1, not a numbered one."),
    ] = False


class TableEntry(Written, frozen=True, kw_only=True):
    """A simple table."""

    label: Annotated[Words, Meta(description="Its number: Table 1")] = NO_WORDS
    title: Annotated[Words, Meta(description="Its title.")] = NO_WORDS
    columns: Annotated[tuple[Words, ...], Meta(description="The heads of the columns.")] = ()
    rows: Annotated[tuple[tuple[Words, ...], ...], Meta(description="The rows.")] = ()
    align: Annotated[
        tuple[Words, ...], Meta(description="left, right or centre for each column.")
    ] = ()
    note: Annotated[Words, Meta(description="A line below the table.")] = NO_WORDS


class Entry(Written, frozen=True, kw_only=True):
    """A paragraph, a heading, a table, a quotation or the drafts that a report recommends."""

    SHORT: ClassVar[str] = "text"
    PROSE: ClassVar[bool] = True
    text: Annotated[Words, Meta(description="The words; the final mark is added if missing.")] = (
        NO_WORDS
    )
    items: Annotated[
        tuple[Entry, ...],
        Meta(description="Sub-paragraphs: (a), inside them (i), then a."),
    ] = ()
    then: Annotated[
        Words | Entry | None,
        Meta(description="Text that resumes after the sub-paragraphs."),
    ] = None
    clause: Annotated[Words, Meta(description="Id of a standard clause.")] = NO_WORDS
    variant: Annotated[Words, Meta(description="Which wording of the clause, such as urges.")] = (
        NO_WORDS
    )
    with_: Annotated[
        dict[str, Words | tuple[Words, ...]],
        Meta(description="What fills the clause's blanks."),
    ] = {}  # noqa: RUF012 - msgspec copies it
    heading: Annotated[Words, Meta(description="A heading between paragraphs.")] = NO_WORDS
    numeral: Annotated[
        Words,
        Meta(description="The heading's own numeral (I, A, Part II), or: automatic"),
    ] = NO_WORDS
    level: Annotated[
        int, Meta(description="Rank of the heading: 1 bold, 2 a minor one in italics.")
    ] = 1
    quote: Annotated[
        tuple[Entry, ...],
        Meta(description="Paragraphs quoted in an amendment, set further in."),
    ] = ()
    table: Annotated[TableEntry | None, Meta(description="A simple table.")] = None
    drafts: Annotated[
        tuple[Draft, ...],
        Meta(description="Drafts that a committee report recommends."),
    ] = ()
    residue: Annotated[
        Words,
        Meta(description="Words of an imported file that found no place; kept, never printed."),
    ] = NO_WORDS
    opening: Annotated[
        Words,
        Meta(
            description="The opening words to set in italics, where drafter's own are wrong; none"
        ),
    ] = NO_WORDS
    number: Annotated[
        Words,
        Meta(description="The paragraph's label, or none for a paragraph without one."),
    ] = NO_WORDS
    ending: Annotated[Words, Meta(description="The final mark, where it is unusual, or none.")] = (
        NO_WORDS
    )
    id: Annotated[Words, Meta(description="A name for references: [#name]")] = NO_WORDS
    source: Annotated[
        Words, Meta(description="Where the language comes from: A/RES/79/1, para. 4")
    ] = NO_WORDS
    comment: Annotated[Words, Meta(description="A remark for colleagues; never printed.")] = (
        NO_WORDS
    )


class Sponsors(Written, frozen=True, kw_only=True):
    """The States that hand in the draft."""

    SHORT: ClassVar[str] = "states"
    states: Annotated[tuple[Words, ...], Meta(description="States in alphabetical order.")] = ()
    on_behalf_of: Annotated[
        Words, Meta(description="The group for which they act: Group of 77 and China")
    ] = NO_WORDS
    note: Annotated[Words, Meta(description="Text of the asterisk note, in full.")] = NO_WORDS


class Agenda(Written, frozen=True, kw_only=True):
    """An agenda item."""

    SHORT: ClassVar[str] = "item"
    item: Annotated[Words, Meta(description="Number with sub-item: 75 (b)")] = NO_WORDS
    title: Annotated[Words, Meta(description="Title of the item.")] = NO_WORDS
    provisional: Annotated[
        Words,
        Meta(
            description="Symbol of the provisional agenda (or yes): Item 12 of the provisional agenda"
        ),
    ] = NO_WORDS
    preliminary: Annotated[Words, Meta(description="Symbol of the preliminary list (or yes).")] = (
        NO_WORDS
    )


class Adoption(Written, frozen=True, kw_only=True):
    """How a text was adopted."""

    date: Annotated[Words, Meta(description="Date of adoption.")] = NO_WORDS
    meeting: Annotated[Words, Meta(description="Plenary meeting: 52, or 50 (resumed)")] = NO_WORDS
    report: Annotated[Words, Meta(description="Symbol of the committee's report.")] = NO_WORDS
    paragraph: Annotated[Words, Meta(description="Paragraph of that report.")] = NO_WORDS
    committee: Annotated[Words, Meta(description="The committee that reported: Third")] = NO_WORDS
    without_reference: Annotated[
        Words,
        Meta(description="Symbols of the draft adopted without reference to a Main Committee."),
    ] = NO_WORDS


class Options(Written, frozen=True, kw_only=True):
    """Choices that differ from the usual practice."""

    repeated_notes: Annotated[
        Words,
        Meta(description="A source cited again: once, number (repeat it) or new (a new note)."),
    ] = NO_WORDS
    ibid: Annotated[Words, Meta(description="automatic, or never")] = NO_WORDS
    sequence_words: Annotated[
        Words,
        Meta(description="also and further: clauses (only there), everywhere or never"),
    ] = NO_WORDS
    numbering: Annotated[
        Words, Meta(description="always: number a single operative paragraph too")
    ] = NO_WORDS
    draft_mark: Annotated[bool, Meta(description="Print DRAFT and mark the blanks.")] = False


class Annex(Written, frozen=True, kw_only=True):
    """An annex with its own headings and paragraphs."""

    title: Annotated[Words, Meta(description="Title of the annex.")] = NO_WORDS
    paragraphs: Annotated[tuple[Entry, ...], Meta(description="Its paragraphs.")] = ()
    numbered: Annotated[bool, Meta(description="Number its paragraphs 1, 2, 3.")] = False
    id: Annotated[Words, Meta(description="A name for references.")] = NO_WORDS


class Part(Written, frozen=True, kw_only=True):
    """Part A, B, C of a composite resolution, each with its own preamble."""

    letter: Annotated[Words, Meta(description="Its letter; A, B, C by default.")] = NO_WORDS
    title: Annotated[Words, Meta(description="Its title.")] = NO_WORDS
    preamble: Annotated[tuple[Entry, ...], Meta(description="Preambular paragraphs.")] = ()
    operative: Annotated[tuple[Entry, ...], Meta(description="Operative paragraphs.")] = ()


class Section(Written, frozen=True, kw_only=True):
    """A part of a report; its sections are lettered A, B, C."""

    numeral: Annotated[
        Words, Meta(description="Its numeral or letter, if it is not the next one; or none.")
    ] = NO_WORDS
    heading: Annotated[Words, Meta(description="Its heading, without the numeral.")] = NO_WORDS
    paragraphs: Annotated[tuple[Entry, ...], Meta(description="Numbered paragraphs.")] = ()
    sections: Annotated[tuple[Section, ...], Meta(description="Lettered subsections.")] = ()
    id: Annotated[Words, Meta(description="A name for references.")] = NO_WORDS


class Draft(Written, frozen=True, kw_only=True):
    """One document: a draft resolution or decision, an amendment, an adopted text, a report."""

    kind: Annotated[Kind, Meta(description="What the document is.")] = Kind.DRAFT_RESOLUTION
    symbol: Annotated[Words, Meta(description="Symbol: A/C.3/81/L.5/Rev.1, or A/C.3/81/L.__")] = (
        NO_WORDS
    )
    session: Annotated[
        Words, Meta(description="Session: 81, S-32 or ES-11; for a Council a year.")
    ] = NO_WORDS
    date: Annotated[Words, Meta(description="Date of the document: 14 November 2025")] = NO_WORDS
    organ: Annotated[Words, Meta(description="Organ, if the symbol does not tell.")] = NO_WORDS
    committee: Annotated[
        Words, Meta(description="Committee, if the symbol does not tell; none")
    ] = NO_WORDS
    reissued: Annotated[
        Words, Meta(description="Note of a reissue: Reissued for technical reasons on 14 May 2026.")
    ] = NO_WORDS
    distribution: Annotated[Words, Meta(description="Limited, General or Restricted.")] = NO_WORDS
    original: Annotated[Words, Meta(description="Original language; none to leave it out.")] = (
        NO_WORDS
    )
    job_number: Annotated[Words, Meta(description="Job number, given by the Secretariat.")] = (
        NO_WORDS
    )
    agenda: Annotated[tuple[Agenda, ...], Meta(description="The agenda item or items.")] = ()
    sponsors: Annotated[Sponsors | None, Meta(description="The sponsoring States.")] = None
    submitted_by: Annotated[
        Words,
        Meta(description="The officer who submits it: the Chair of the Committee …"),
    ] = NO_WORDS
    submitter_note: Annotated[
        Words, Meta(description="Text of the asterisk note to the line of the submitter.")
    ] = NO_WORDS
    submitter_line: Annotated[
        Words,
        Meta(description="The whole line of sponsors, where it is unlike any other."),
    ] = NO_WORDS
    amends: Annotated[
        Words, Meta(description="What is amended: a symbol, or the words with the symbol.")
    ] = NO_WORDS
    title: Annotated[Words, Meta(description="Title, in sentence case, without a full stop.")] = (
        NO_WORDS
    )
    rapporteur: Annotated[Words, Meta(description="Rapporteur of a report: Ms. … (State)")] = (
        NO_WORDS
    )
    adoption: Annotated[Adoption | None, Meta(description="How the text was adopted.")] = None
    organ_line: Annotated[
        Words,
        Meta(description="First line of the text, if unusual; none to leave it out."),
    ] = NO_WORDS
    preamble: Annotated[tuple[Entry, ...], Meta(description="Preambular paragraphs.")] = ()
    operative: Annotated[tuple[Entry, ...], Meta(description="Operative paragraphs.")] = ()
    paragraphs: Annotated[
        tuple[Entry, ...],
        Meta(description="The paragraphs of a decision or an amendment."),
    ] = ()
    parts: Annotated[tuple[Part, ...], Meta(description="Parts A, B, C of a composite text.")] = ()
    sections: Annotated[tuple[Section, ...], Meta(description="Parts of a committee report.")] = ()
    annexes: Annotated[tuple[Annex, ...], Meta(description="Annexes.")] = ()
    notes: Annotated[dict[str, NoteText], Meta(description="Footnotes by key.")] = {}  # noqa: RUF012
    options: Annotated[Options, Meta(description="Choices unlike the usual practice.")] = Options()
    author: Annotated[Words, Meta(description="Delegation, for the file's properties.")] = NO_WORDS
    emblem: Annotated[
        Words, Meta(description="An image file for the masthead; none is shipped.")
    ] = NO_WORDS
    id: Annotated[Words, Meta(description="A name for references, inside a report.")] = NO_WORDS
    comment: Annotated[Words, Meta(description="A remark for colleagues; never printed.")] = (
        NO_WORDS
    )
    file: str = ""
