"""Documents of every kind, as the assembly would hand them to a renderer."""

from __future__ import annotations

from drafter.document import (
    Align,
    AsteriskNote,
    Closing,
    Document,
    Front,
    Heading,
    HeadingRole,
    Inlines,
    Kind,
    Mark,
    Masthead,
    Note,
    Paragraph,
    Role,
    Run,
    Star,
    Table,
)

SITE = "https://undocs.org/en/"


def words(text: str) -> Inlines:
    return (Run(text),)


def cells(*texts: str) -> tuple[Inlines, ...]:
    return tuple(words(text) for text in texts)


def symbol(name: str) -> Run:
    return Run(name, link=SITE + name)


def organ_line(scope: int = 0) -> Paragraph:
    text = (Run("The General Assembly", italic=True), Run(","))
    return Paragraph(Role.ORGAN_LINE, text, scope=scope)


def preambular(opening: str, *rest: Run | Mark | Star | str, scope: int = 0) -> Paragraph:
    return Paragraph(
        Role.PREAMBULAR,
        (Run(opening, italic=True), *_runs(rest)),
        opening=len(opening),
        scope=scope,
    )


def operative(
    number: int, opening: str, *rest: Run | Mark | Star | str, scope: int = 0, identity: str = ""
) -> Paragraph:
    return Paragraph(
        Role.OPERATIVE,
        (Run(opening, italic=True), *_runs(rest)),
        label=f"{number}.",
        number=number,
        opening=len(opening),
        scope=scope,
        id=identity,
    )


def item(label: str, level: int, *rest: Run | Mark | Star | str, scope: int = 0) -> Paragraph:
    return Paragraph(Role.ITEM, _runs(rest), label=label, level=level, scope=scope)


def _runs(parts: tuple[Run | Mark | Star | str, ...]) -> Inlines:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def masthead(
    symbol: str,
    committee: tuple[str, ...] = (),
    original: str = "Original: English",
    stars: str = "",
) -> Masthead:
    return Masthead(
        symbol=symbol,
        organ="General Assembly",
        distribution="Distr.: Limited" if "/L." in symbol else "Distr.: General",
        date="12 November 2025",
        original=original,
        session="Eightieth session",
        committee=committee,
        agenda_line="Agenda item 14 (b)",
        agenda_titles=("Lighthouses and coastal safety: night signals of small harbours",),
        agenda_stars=stars,
    )


DRAFT = Document(
    kind=Kind.DRAFT_RESOLUTION,
    masthead=masthead("A/C.3/80/L.99/Rev.1", ("Third Committee",), stars="*"),
    front=Front(
        submitter=(
            Run("Chad, Côte d’Ivoire, Fiji and Türkiye:", bold=True),
            Star("**"),
            Run(" revised draft resolution", bold=True),
        ),
        title=words("Keeping the lamps of small harbours lit"),
    ),
    blocks=(
        organ_line(),
        preambular(
            "Recalling",
            " its resolutions ",
            Run("78/901", link="https://undocs.org/en/A/RES/78/901"),
            " of 19 December 2023 and ",
            Run("80/___", blank=True),
            " of ",
            Run("__ December 2025", blank=True),
            " on the lamps of small harbours,",
        ),
        preambular(
            "Guided",
            " by the Convention on Harbour Lamps",
            Mark(1, "lamps"),
            " and the Protocol thereto,",
            Mark(2, "protocol"),
            Mark(3, "ibid"),
        ),
        preambular(
            "Noting with appreciation",
            " the report of the Secretary-General entitled “Lamps & keepers: a <first> survey”,",
            Mark(4, "survey"),
        ),
        operative(
            1,
            "Reaffirms",
            " that every harbour that is party to the Convention",
            Mark(1, "lamps", again=True),
            " keeps its lamp lit from dusk until dawn;",
            identity="keep-lit",
        ),
        operative(2, "Calls upon", " Member States:", identity="calls"),
        item("(a)", 1, "To train keepers of lamps, with due regard to:"),
        item("(i)", 2, "The length of the winter night;"),
        item("(ii)", 2, "The cost of oil, which shall not exceed $2.5 million a year;"),
        item("(b)", 1, "To report wrecks within two days;"),
        Paragraph(
            Role.RESUMED, words("and to share what they learn with neighbouring harbours;"), level=0
        ),
        Heading(HeadingRole.SIDE, words("Follow-up")),
        operative(
            3,
            "Requests",
            " the Secretary-General to report to it next year on what was done under ",
            Run("paragraph 1 above", target="keep-lit"),
            ", and, where the Convention",
            Mark(1, "lamps", again=True),
            " allows, to name the harbours that are dark;",
        ),
        operative(
            4,
            "Decides",
            " to include the item in the provisional agenda of its eighty-first session.",
        ),
    ),
    notes=(
        Note(
            "lamps",
            1,
            (
                Run("United Nations, "),
                Run("Treaty Series", italic=True),
                Run(", vol. 9999, No. 12345."),
            ),
        ),
        Note("protocol", 2, (Run("Ibid.", italic=True), Run(", vol. 9999, No. 12346."))),
        Note("ibid", 3, words("Resolution 78/901, annex II.")),
        Note("survey", 4, (symbol("A/80/9999"), Run("."))),
    ),
    asterisk_notes=(
        AsteriskNote("*", words("Reissued for technical reasons on 14 November 2025.")),
        AsteriskNote(
            "**",
            words("Sponsors who join later are named in the record of the meeting."),
        ),
    ),
)

ADOPTED = Document(
    kind=Kind.RESOLUTION,
    masthead=masthead("A/RES/80/999", original=""),
    front=Front(
        adopted="Resolution adopted by the General Assembly on 1 December 2025",
        provenance=(
            Run("["),
            Run("on the report of the Third Committee", italic=True),
            Run(" ("),
            symbol("A/80/998"),
            Run(", para. 7)]"),
        ),
        number="80/999.",
        title=words("Keeping the lamps of small harbours lit"),
    ),
    blocks=(
        organ_line(),
        preambular("Mindful", " of the price of oil,", Mark(1, "oil")),
        operative(
            1, "Adopts", " the scale of lamps contained in the annex to the present resolution;"
        ),
        operative(2, "Invites", " Member States to light their lamps accordingly."),
        Closing(("52nd plenary meeting", "1 December 2025")),
        Heading(HeadingRole.ANNEX, words("Scale of lamps"), label="Annex"),
        Heading(HeadingRole.SIDE, words("Range and oil"), label="I."),
        Paragraph(
            Role.NUMBERED,
            words("The range of a lamp is measured on a clear night."),
            label="1.",
            number=1,
        ),
        Table(
            columns=(
                words("Class of harbour"),
                words("Range (nautical miles)"),
                (Run("Oil"), Mark(1, "oil", again=True), Run(" (litres a night)")),
            ),
            rows=(
                (
                    words("Great harbours, with those at the mouth of a river that ships go up"),
                    words("24"),
                    words("12.5"),
                ),
                (words("Fishing harbours"), words("9"), words("4.0")),
                (words("Landing places"), words("–"), words("0.5")),
            ),
            align=(Align.LEFT, Align.RIGHT, Align.RIGHT),
            title=words("Least range of a lamp, and its oil"),
            label="Table 1",
            note=(Run("Note", italic=True), Run(": A dash means that no range is laid down.")),
        ),
    ),
    notes=(Note("oil", 1, (Run("See "), symbol("A/80/997"), Run(", sect. IV."))),),
    asterisk_notes=(),
)

REPORT = Document(
    kind=Kind.REPORT,
    masthead=masthead("A/80/998"),
    front=Front(
        title=words("Lighthouses and coastal safety"),
        subtitle="Report of the Third Committee",
        rapporteur=(
            Run("Rapporteur", italic=True),
            Run(": Ms. Ada "),
            Run("Lantern", bold=True),
            Run(" (Fiji)"),
        ),
    ),
    blocks=(
        Heading(HeadingRole.PART, words("Introduction"), label="I."),
        Paragraph(
            Role.NUMBERED,
            (
                Run("The item came to the Third Committee at the second meeting."),
                Mark(1, "allocation"),
            ),
            label="1.",
            number=1,
        ),
        Heading(HeadingRole.PART, words("Consideration of proposals"), label="II."),
        Heading(
            HeadingRole.SUBPART,
            (Run("Draft resolution "), symbol("A/C.3/80/L.99/Rev.1")),
            label="A.",
        ),
        Paragraph(
            Role.NUMBERED,
            (
                Run("At its 41st meeting, the Committee adopted the draft resolution (see "),
                Run("para. 3", target="recommends"),
                Run(", draft resolution I)."),
            ),
            label="2.",
            number=2,
        ),
        Heading(HeadingRole.PART, words("Recommendations of the Third Committee"), label="III."),
        Paragraph(
            Role.NUMBERED,
            words("The Third Committee recommends the adoption of the following texts:"),
            label="3.",
            number=3,
            id="recommends",
        ),
        Heading(HeadingRole.DRAFT, (), label="Draft resolution I", scope=1),
        Heading(HeadingRole.TEXT_TITLE, words("Lamps of small harbours"), scope=1),
        organ_line(scope=1),
        preambular("Recalling", " the Convention on Harbour Lamps,", Mark(1, "one-lamps"), scope=1),
        operative(
            1,
            "Commends",
            " the keepers under the Convention.",
            Mark(1, "one-lamps", again=True),
            scope=1,
        ),
        Heading(HeadingRole.DRAFT, (), label="Draft resolution II", scope=2),
        Heading(HeadingRole.TEXT_TITLE, words("Bells of small harbours"), scope=2),
        organ_line(scope=2),
        preambular("Recalling", " the Agreement on Harbour Bells,", Mark(1, "two-bells"), scope=2),
        operative(
            1,
            "Commends",
            " those who ring them in fog",
            Mark(2, "two-fog"),
            " and in snow.",
            scope=2,
        ),
    ),
    notes=(
        Note("allocation", 1, (Run("See "), symbol("A/80/252"), Run("."))),
        Note(
            "one-lamps", 1, words("United Nations, Treaty Series, vol. 9999, No. 12345."), scope=1
        ),
        Note(
            "two-bells", 1, words("United Nations, Treaty Series, vol. 9998, No. 12001."), scope=2
        ),
        Note("two-fog", 2, words("As defined in article 4 of the Agreement."), scope=2),
    ),
    asterisk_notes=(),
)

AMENDMENT = Document(
    kind=Kind.AMENDMENT,
    masthead=masthead("A/C.3/80/L.100", ("Third Committee",)),
    front=Front(
        submitter=(
            Run("Fiji:", bold=True),
            Star("*"),
            Run(" amendment to draft resolution ", bold=True),
            Run("A/C.3/80/L.99/Rev.1", bold=True, link=SITE + "A/C.3/80/L.99/Rev.1"),
        ),
        title=words("Keeping the lamps of small harbours lit"),
    ),
    blocks=(
        Paragraph(
            Role.PLAIN,
            words(
                "After the second preambular paragraph, insert a new preambular paragraph reading:"
            ),
        ),
        Paragraph(
            Role.PREAMBULAR,
            (Run("Noting", italic=True), Run(" that fog hides a lamp,"), Mark(1, "fog")),
            opening=6,
            quoted=True,
        ),
        Paragraph(Role.PLAIN, words("Replace operative paragraph 4 with the following paragraph:")),
        Paragraph(
            Role.OPERATIVE,
            (Run("Decides", italic=True), Run(" to hear the keepers, and:")),
            label="4.",
            number=4,
            opening=7,
            quoted=True,
        ),
        Paragraph(Role.ITEM, words("To thank them."), label="(a)", level=1, quoted=True),
    ),
    notes=(Note("fog", 1, words("Ibid., vol. 9998, No. 12001.")),),
    asterisk_notes=(AsteriskNote("*", words("On behalf of the harbours that are dark.")),),
)

HOSTILE = Document(
    kind=Kind.DRAFT_DECISION,
    masthead=masthead("A/80/L.1\"'><script>alert(1)</script>"),
    front=Front(title=words("</title><script>alert(2)</script> & $style")),
    blocks=(
        Paragraph(
            Role.PLAIN,
            (
                Run("<img src=x onerror=alert(3)>"),
                Run("press here", link="javascript:alert(4)"),
                Run("or here", link='https://example.org/"onmouseover="alert(5)'),
                Run("nowhere", target="absent"),
                Star("***"),
                Mark(1, '"><b>'),
            ),
            id='"><script>alert(6)</script>',
        ),
    ),
    notes=(Note('"><b>', 1, words("<script>alert(7)</script>")),),
    asterisk_notes=(),
)

BARE = Document(
    kind=Kind.DRAFT_DECISION,
    masthead=Masthead("", "General Assembly", "", "", "", "", (), "", ()),
    front=Front(),
    blocks=(),
    notes=(Note("unmarked", 1, words("A note that nothing calls for.")),),
    asterisk_notes=(),
)

ALL: dict[str, Document] = {
    "draft": DRAFT,
    "adopted": ADOPTED,
    "report": REPORT,
    "amendment": AMENDMENT,
    "hostile": HOSTILE,
    "bare": BARE,
}
