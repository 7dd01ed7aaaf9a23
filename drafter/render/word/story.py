"""What the text collects while it is written: links, bookmarks and the order of its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from drafter.document import Mark, Run, Star
from drafter.render.word.markup import field, run, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.document import AsteriskNote, Note
    from drafter.render.word.flow import Setting
    from drafter.render.word.options import WordOptions

REFERENCE = '<w:rStyle w:val="FootnoteReference"/>'
_WEB = ("https://", "http://")
_ADDRESS = "%/:?#[]@!$&'()*+,;=-._~"
_UNSEEN = "\u200b"
_UPRIGHT = '<w:b w:val="0"/><w:i w:val="0"/>'


class Story:
    """The state of one writing of one document; nothing of it outlives the writing.

    ``cited`` lists the notes in the order of their first marks: a note's place in it is its id
    in the file, so that Word counts the numbers that the document has.
    """

    def __init__(
        self,
        settings: Iterable[Setting],
        notes: Iterable[Note],
        stars: Iterable[AsteriskNote],
        options: WordOptions,
    ) -> None:
        self.options = options
        self.addresses: dict[str, str] = {}
        self.cited: list[Note | AsteriskNote] = []
        self._notes = {note.id: note for note in notes}
        self._stars = {note.stars: note for note in stars}
        self._bookmarks = 0
        self._places: dict[str, int] = {}
        self._repeated, self._targets = _survey(settings)

    def link(self, address: str) -> str:
        """Return the relationship id of a web address; empty for any other kind of address.

        Characters that an address cannot have are written as per cent codes: Word takes a file
        with an invalid address for damaged.
        """
        if not self.options.links or not address.startswith(_WEB):
            return ""
        safe = quote(address, safe=_ADDRESS)
        return self.addresses.setdefault(safe, f"link{len(self.addresses) + 1}")

    def anchor(self, target: str) -> str:
        """Return the bookmark name of the paragraph with id ``target``; empty if nobody asks."""
        return f"_Para{self._targets[target]}" if target in self._targets else ""

    def bookmark(self, name: str, content: str) -> str:
        """Return ``content`` inside a bookmark."""
        self._bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self._bookmarks}"/>'

    def mark(self, mark: Mark) -> str:
        """Return the indicator of a numbered note: its reference, or its number again."""
        place = self._places.get(mark.note)
        if place is not None:
            return self._again(mark, place)
        self.cited.append(self._notes[mark.note])
        place = self._places[mark.note] = len(self.cited)
        reference = self._reference(mark, place)
        if mark.note in self._repeated and not self.options.typed_marks:
            return self.bookmark(f"_RefFn{place}", reference)
        return reference

    def star(self, star: Star) -> str:
        """Return the indicator of an asterisk note; neither raised nor bold in UN files."""
        note = self._stars.pop(star.stars, None)
        if note is None:
            return run(words(star.stars), _UPRIGHT)
        self.cited.append(note)
        place = len(self.cited)
        content = f'<w:footnoteReference w:customMarkFollows="1" w:id="{place}"/>'
        if self.options.typed_marks:
            return run(words(star.stars), _UPRIGHT) + run(content + words(_UNSEEN))
        return run(content + words(star.stars), _UPRIGHT)

    def _reference(self, mark: Mark, place: int) -> str:
        if self.options.typed_marks:
            # LibreOffice takes one character as the mark: it gets one that is not seen.
            content = f'<w:footnoteReference w:customMarkFollows="1" w:id="{place}"/>'
            return run(words(str(mark.number)), REFERENCE) + run(content + words(_UNSEEN))
        return run(f'<w:footnoteReference w:id="{place}"/>', REFERENCE)

    def _again(self, mark: Mark, place: int) -> str:
        if self.options.typed_marks:
            return run(words(str(mark.number)), REFERENCE)
        return field(f"NOTEREF _RefFn{place} \\f \\h", str(mark.number), REFERENCE)


def _survey(settings: Iterable[Setting]) -> tuple[frozenset[str], Mapping[str, int]]:
    """Return the notes marked more than once, and the targets of cross-references, numbered."""
    seen: set[str] = set()
    repeated: set[str] = set()
    wanted: set[str] = set()
    ids: dict[str, None] = {}
    for setting in settings:
        ids[setting.id] = None
        for part in setting.every_inline():
            if isinstance(part, Mark):
                (repeated if part.note in seen else seen).add(part.note)
            elif isinstance(part, Run) and part.target:
                wanted.add(part.target)
    found = (name for name in ids if name in wanted)
    return frozenset(repeated), {name: number for number, name in enumerate(found, 1)}
