"""Weighs a PDF before it is unpacked: a small file can unfold to more than the memory holds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MOST_UNPACKED = 300_000_000
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_COLUMNS = re.compile(rb"/Columns\s*(\d{1,20})")
_WIDEST = 1 << 20
_STEP = 1 << 16
_WINDOW = 1 << 20
_LEAST_BROKEN = 1 << 18
_DEEPEST = 3


def too_heavy(data: bytes) -> bool:
    """Tell whether the streams of a PDF unfold to too much, or would be unfolded byte by byte.

    Large streams that break off are refused as well: pdfminer mends them in a time that grows with
    the square of their size.
    """
    if _is_wide(data):
        return True
    total = 0
    for found in _STREAM.finditer(data):
        size, whole = _weight(memoryview(data)[found.end() :], MOST_UNPACKED - total, _DEEPEST)
        total += size
        if total >= MOST_UNPACKED or (size > _LEAST_BROKEN and not whole):
            return True
    return False


def _weight(data: memoryview, most: int, depth: int) -> tuple[int, bool]:
    """Return how much a stream unfolds to, up to ``most``, and whether it comes to its end.

    What is packed again is unfolded again.
    """
    if not _is_packed(bytes(data[:2])):
        return 0, True
    unpacker, size, inner = zlib.decompressobj(), 0, bytearray()
    try:
        for piece in _pieces(unpacker, data):
            size += len(piece)
            if size > most or _is_wide(piece):
                return most + 1, True
            if depth and _is_packed(bytes(inner[:2]) or piece[:2]):
                inner += piece
    except zlib.error:
        return size, False
    if inner:
        size += _weight(memoryview(inner), most - size, depth - 1)[0]
    return size, unpacker.eof


def _is_wide(data: bytes) -> bool:
    """Tell whether rows of billions of bytes are announced, for which room would be made."""
    return b"/Columns" in data and any(int(each) > _WIDEST for each in _COLUMNS.findall(data))


def _is_packed(head: bytes) -> bool:
    """Tell whether two bytes begin a packed stream (RFC 1950)."""
    return len(head) == 2 and head[0] & 15 == 8 and int.from_bytes(head) % 31 == 0  # noqa: PLR2004


def _pieces(unpacker: zlib._Decompress, data: memoryview) -> Iterator[bytes]:
    start = 0
    while start < len(data) and not unpacker.eof:
        rest: bytes | memoryview = data[start : start + _WINDOW]
        start += _WINDOW
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, _STEP)
            rest = unpacker.unconsumed_tail
