"""The pieces of one paragraph while it is read."""

from __future__ import annotations

from drafter.read.formats.word.blocks import Note, Piece
from drafter.read.formats.word.fields import Field
from drafter.read.formats.word.registry import Notes
from drafter.read.formats.word.styles import Face


class Line:
    """Takes words, marks of notes, and what fields and links show."""

    def __init__(self, notes: Notes, *, keep_links: bool) -> None:
        self.notes = notes
        self.keep_links = keep_links
        self.pieces: list[Piece] = []
        self._custom: Note | None = None

    def add(self, text: str, face: Face) -> None:
        """Add words; the first behind the reference of a note with a mark of its own are the mark."""
        if self._custom is not None and text.strip():
            text = self._mark_after(text)
        if text and not self._repeats_mark(text):
            look = (face.raised, face.size, face.underlined, face.struck)
            self.pieces.append(Piece(text, face.italic, face.bold, *look))

    def refer(self, note: Note) -> None:
        """Add the mark of a note; without one, what follows is its mark."""
        self.pieces.append(Piece(note.mark, raised=1, note=note))
        self._custom = None if note.mark else note

    def finished(self) -> list[Piece]:
        """Return the pieces; a note that shows no mark at all has an asterisk."""
        if self._custom is not None:
            self._custom.mark, self._custom = "*", None
        return self.pieces

    # --- marks -------------------------------------------------------------------------------------

    def _mark_after(self, text: str) -> str:
        """Give a note the mark that is typed behind its reference; return the words after it."""
        note, self._custom = self._custom, None
        mark = text.split(maxsplit=1)[0]
        if note is not None:
            note.mark = mark
        return text[text.index(mark) + len(mark) :]

    def _repeats_mark(self, text: str) -> bool:
        """Tell whether ``text`` is the star of the note right before it, as LibreOffice repeats it."""
        note = self.pieces[-1].note if self.pieces else None
        return note is not None and note.mark.startswith("*") and text.strip() == note.mark

    def unseen(self) -> None:
        """Take a character that is not seen: as the mark of a note, it stands for the one before."""
        note, self._custom = self._custom, None
        at = len(self.pieces) - 2
        if note is None:
            return
        if at >= 0 and (mark := self.pieces[at].text.strip()):
            note.mark = mark
            del self.pieces[at]
        else:
            self._custom = note

    # --- fields and links ----------------------------------------------------------------------------

    def end_field(self, field: Field) -> None:
        """Take the end of a field that shows something."""
        if field.pieces is not self.pieces:
            return
        if field.kind == "NOTEREF":
            self._note_again(field)
        elif field.kind == "HYPERLINK":
            self.link(field.start, field.argument)

    def _note_again(self, field: Field) -> None:
        """Make the number of a note the mark that it is, unless it stands among the words."""
        shown = self.pieces[field.start :]
        raised = "\\f" in field.words or any(piece.raised > 0 for piece in shown)
        note = self.notes.at_bookmark(field.argument)
        if note is not None and raised:
            words = "".join(piece.text for piece in shown)
            self.pieces[field.start :] = [Piece(words, raised=1, note=note)]

    def link(self, start: int, address: str) -> None:
        """Put the address behind the words of a link, where it is asked for and says more."""
        shown = self.pieces[start:] if self.keep_links and address else []
        words = "".join(piece.text for piece in shown).strip()
        if shown and _bare(address) != _bare(words):
            last = shown[-1]
            self.pieces.append(Piece(f" <{address}>", last.italic, last.bold, size=last.size))


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/") if "://" in address else address.rstrip("/")
