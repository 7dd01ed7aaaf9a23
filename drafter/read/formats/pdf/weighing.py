"""Weighs a PDF before it is unpacked: a small file can unfold to more than the memory holds."""

from __future__ import annotations

import re
import zlib

MOST_UNPACKED = 300_000_000
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_STEP = 1 << 16
_WINDOW = 1 << 20
_LEAST_BROKEN = 1 << 18


def too_heavy(data: bytes) -> bool:
    """Tell whether the streams of a PDF unfold to too much, or would be unfolded byte by byte.

    Large streams that break off are refused as well: pdfminer mends them in a time that grows with
    the square of their size.
    """
    total = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        if not _is_packed(data[start : start + 2]):
            continue
        size, whole = _unpacked(data, start, MOST_UNPACKED - total)
        total += size
        if total >= MOST_UNPACKED or (size > _LEAST_BROKEN and not whole):
            return True
    return False


def _is_packed(head: bytes) -> bool:
    """Tell whether two bytes begin a packed stream (RFC 1950)."""
    return len(head) == 2 and head[0] & 15 == 8 and int.from_bytes(head) % 31 == 0  # noqa: PLR2004


def _unpacked(data: bytes, start: int, most: int) -> tuple[int, bool]:
    """Return how much a stream unfolds to, up to ``most``, and whether it comes to its end."""
    unpacker, size = zlib.decompressobj(), 0
    view = memoryview(data)
    try:
        while size < most and start < len(data) and not unpacker.eof:
            rest: bytes | memoryview = view[start : start + _WINDOW]
            start += _WINDOW
            while rest and size < most and not unpacker.eof:
                size += len(unpacker.decompress(rest, _STEP))
                rest = unpacker.unconsumed_tail
    except zlib.error:
        return size, False
    return size, unpacker.eof
