"""The emblem that the user gives: its kind, its size, and the box it is fitted into."""

from __future__ import annotations

import msgspec

from drafter.errors import Place, Problem, Unusable


class Picture(msgspec.Struct, frozen=True):
    """An image file: its bytes, media type, extension, and width and height in pixels."""

    data: bytes
    media_type: str
    extension: str
    width: int
    height: int

    def fitted(self, width: int, height: int) -> tuple[int, int]:
        """Return the largest size with this picture's proportions inside a box (any unit)."""
        if self.width * height > self.height * width:
            return width, round(self.height * width / self.width)
        return round(self.width * height / self.height), height


def picture(data: bytes, name: str) -> Picture:
    """Return the picture in ``data``, known by its first bytes; raises Unusable."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:  # noqa: PLR2004
        return Picture(data, "image/png", "png", _number(data[16:20]), _number(data[20:24]))
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:  # noqa: PLR2004
        sides = (data[6:8][::-1], data[8:10][::-1])
        return Picture(data, "image/gif", "gif", _number(sides[0]), _number(sides[1]))
    if data.startswith(b"\xff\xd8"):
        height, width = _jpeg_size(data, name)
        return Picture(data, "image/jpeg", "jpg", width, height)
    raise _unusable(name)


def _jpeg_size(data: bytes, name: str) -> tuple[int, int]:
    """Return height and width from the frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # noqa: PLR2004
            return _number(data[at + 5 : at + 7]), _number(data[at + 7 : at + 9])
        at += 2 + _number(data[at + 2 : at + 4])
    raise _unusable(name)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _unusable(name: str) -> Unusable:
    advice = "give a PNG, JPEG or GIF file"
    return Unusable(Problem(Place(file=name), "the emblem is not an image", advice))
