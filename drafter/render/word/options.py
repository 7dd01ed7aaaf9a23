"""What a caller may choose about the Word file."""

from __future__ import annotations

import msgspec


class WordOptions(msgspec.Struct, frozen=True):
    """``links`` makes symbols and cross-references clickable.

    ``typed_marks`` writes the file that LibreOffice turns into a PDF: footnote numbers are typed
    and not counted, because LibreOffice does not restart them at a section, and the masthead's
    words stand where LibreOffice prints them at the height that Word does.
    """

    links: bool = True
    typed_marks: bool = False
