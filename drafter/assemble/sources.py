"""Footnote wording from structured sources, and *Ibid.* on the part that two notes share.

UN practice is not a reference manager's: "Ibid., vol. 1582, No. 27627." repeats the series and
names what differs. It follows the immediately preceding note only, and only where each of the two
has one source (Editorial Manual, footnotes, chap. V).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from drafter.assemble.pieces import Work
from drafter.draft import NoteText, Words
from drafter.library.blanks import listed
from drafter.library.numerals import ordinal_words
from drafter.library.treaties import find_treaty, treaty_keys
from drafter.reading import closest

# In the official texts of the 78th session and later the word is roman; it was italic before.
ROMAN_IBID_SINCE = 78
_TREATY_SERIES = "United Nations, *Treaty Series*"
_SEVERAL = re.compile(r",| and |–|-")
_YEAR = 1900
_ITALIC = re.compile(r"\*")


class Source(msgspec.Struct, frozen=True):
    """One source: segments from the widest to the narrowest, as markup.

    ``fixed`` counts the leading segments that belong together and are never repeated in part.
    """

    segments: tuple[str, ...]
    see: bool = False


class NoteWording(msgspec.Struct, frozen=True):
    """The text of a note: its one source if it has just one, and the markup in full."""

    markup: str
    source: Source | None = None


def wording(work: Work, note: NoteText, session: int | None) -> NoteWording:
    """Return what ``note`` says in full; what cannot be worded is a problem of the draft."""
    sources = [source for each in (note, *note.also) if (source := _source(work, each, session))]
    if not sources:
        if not note.text:
            work.problem(note.place, "the note has no text", "write its text or a source")
        return NoteWording(_ended(_fold(note.text)))
    if len(sources) == 1 and not note.also:
        return NoteWording(_ended(_see(sources[0], _joined(sources[0].segments))), sources[0])
    return NoteWording(_ended(_several(sources)))


def ibid(current: Source, previous: Source, session: int | None) -> str | None:
    """Return the note on ``current`` as *Ibid.* after ``previous``, or None if it is not alike.

    A source that is wider than the one before it is written in full: a bare *Ibid.* would point at
    the narrower place.
    """
    shared = 0
    for one, other in zip(current.segments, previous.segments, strict=False):
        if one != other:
            break
        shared += 1
    if not shared or (shared == len(current.segments) and shared < len(previous.segments)):
        return None
    word = "ibid." if current.see else "Ibid."
    if session is None or session < ROMAN_IBID_SINCE:
        word = f"*{word}*"
    rest = _joined(current.segments[shared:])
    return _ended(_see(current, f"{word}, {rest}" if rest else word))


def _source(work: Work, note: NoteText, session: int | None) -> Source | None:
    segments = _segments(work, note, session)
    if not segments:
        return (
            Source((_fold(note.text).rstrip("."),), note.see) if note.text and note.also else None
        )
    if note.part:
        segments = (*segments, _fold(note.part).rstrip("."))
    return Source(tuple(segments), note.see)


def _segments(work: Work, note: NoteText, session: int | None) -> tuple[str, ...]:
    if note.treaty:
        return _treaty(work, note.treaty)
    if note.series:
        return _series(_fold(note.series), _fold(note.volume), _fold(note.number))
    if note.official_records:
        return _official_records(note, session)
    if note.resolution:
        organ = _fold(note.organ)
        owner = "" if organ.lower() in {"", "general assembly"} else f"{organ} "
        text = f"{owner}resolution {_fold(note.resolution)}"
        return (text[0].upper() + text[1:],)
    return (_fold(note.symbol),) if note.symbol else ()


def _treaty(work: Work, key: Words) -> tuple[str, ...]:
    treaty = find_treaty(_fold(key))
    if treaty is None:
        near = closest(_fold(key), treaty_keys())
        advice = f"did you mean {near}?" if near else "`drafter treaties` lists the keys"
        work.problem(key.place, f"there is no treaty {_fold(key)!r}", advice)
        return ()
    if not treaty.volumes:
        return (treaty.note.rstrip("."),)
    return _series(_TREATY_SERIES, listed(treaty.volumes), treaty.number)


def _series(series: str, volume: str, number: str) -> tuple[str, ...]:
    segments = [series]
    if volume:
        segments.append(f"{'vols.' if _SEVERAL.search(volume) else 'vol.'} {volume}")
    if number:
        segments.append(f"{'Nos.' if _SEVERAL.search(number) else 'No.'} {number}")
    return tuple(segments)


def _official_records(note: NoteText, session: int | None) -> tuple[str, ...]:
    organ = _fold(note.official_records)
    segments = [f"*Official Records of the {organ}*"]
    which = _fold(note.session) or (str(session) if session and not note.session else "")
    if which:
        segments.append(f"*{_session_words(organ, which)}*")
    if note.supplement:
        symbol = _fold(note.symbol) or _supplement_symbol(organ, which, _fold(note.supplement))
        bracket = f" ({symbol})" if symbol else ""
        segments.append(f"*Supplement No. {_fold(note.supplement)}*{bracket}")
    elif note.symbol:
        segments[-1] += f" ({_fold(note.symbol)})"
    return tuple(segments)


def _session_words(organ: str, which: str) -> str:
    if not which.isdigit() or int(which) > _YEAR:
        return which
    noun = "Year" if organ == "Security Council" else "Session"
    words = ordinal_words(int(which))
    return f"{words[0].upper()}{words[1:]} {noun}"


def _supplement_symbol(organ: str, session: str, supplement: str) -> str:
    # Supplement No. 12 of the eightieth session is A/80/12.
    plain = session.isdigit() and supplement.isdigit() and organ == "General Assembly"
    return f"A/{session}/{supplement}" if plain else ""


def _joined(segments: Iterable[str]) -> str:
    """Join segments with commas; italics run through a comma between two italic segments."""
    text = ", ".join(segments)
    return text.replace("*, *", ", ")


def _see(source: Source, text: str) -> str:
    return f"See {text}" if source.see else text


def _several(sources: list[Source]) -> str:
    texts = [_joined(source.segments) for source in sources]
    words = [_see(sources[0], texts[0])]
    for source, text in zip(sources[1:], texts[1:], strict=True):
        lowered = text if text.startswith("*") or "/" in text.split()[0] else _lower_first(text)
        words.append(f"see also {lowered}" if source.see else lowered)
    if len(words) > 1 and not sources[-1].see:
        words[-1] = f"and {words[-1]}"
    return "; ".join(words)


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:] if text.startswith("Resolution") else text


def _ended(markup: str) -> str:
    bare = _ITALIC.sub("", markup)
    return markup if not bare or bare[-1] in ".?!" else f"{markup}."


def _fold(words: Words) -> str:
    return " ".join(words.text.split())
