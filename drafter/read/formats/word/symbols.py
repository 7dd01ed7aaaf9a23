"""Characters of symbol fonts as the characters they look like.

Word keeps them in the private use area: the font's own code plus F000 (ISO/IEC 29500-1, 17.3.3.30).
"""

from __future__ import annotations

_PRIVATE = range(0xF020, 0xF100)
_GREEK = dict(
    zip(
        "ABCDEFGHIKLMNOPQRSTUXYWZabcdefghiklmnopqrstuxywz",
        "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΞΨΩΖαβχδεφγηικλμνοπθρστυξψωζ",
        strict=True,
    )
)
_SYMBOL = {
    0x2D: "−",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xA7: "•",
    0xA8: "•",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xE2: "®",
    0xE3: "©",
    0xE4: "™",
}
_DINGBATS = {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xE0: "→", 0xDF: "←", 0x6F: "☐", 0xA8: "☐"}
_BULLETS = frozenset("\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf02d\uf06f·▪■●⦁◾")
_DASHES = frozenset("-–—−‒")


def character(code: str, font: str) -> str:
    """Return the character that ``code``, four hexadecimal figures, is in ``font``."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number in range(0x110000) and number not in range(0xD800, 0xE000):
        return in_font(chr(number), font)
    return ""


def in_font(text: str, font: str) -> str:
    """Return ``text``, set in a symbol font, as the characters it looks like."""
    return "".join(_one(ord(sign), font.casefold()) for sign in text)


def private(text: str) -> bool:
    """Tell whether ``text`` has characters that only a symbol font gives a shape."""
    return not text.isascii() and any("\uf020" <= sign <= "\uf0ff" for sign in text)


def shown(bullet: str) -> str:
    """Return the bullet that ``bullet`` of any font comes to: a dot, a dash or its own sign."""
    sign = bullet.strip()
    if sign in _BULLETS or len(sign) != 1:
        return "•"
    if sign in _DASHES:
        return "–"
    return "◦" if sign == "o" else "•" if private(sign) else sign


def _one(number: int, font: str) -> str:
    if number not in _PRIVATE and font not in {"symbol", "wingdings"}:
        return chr(number)
    low = number - 0xF000 if number in _PRIVATE else number
    if font.startswith(("wingdings", "webdings")):
        return _DINGBATS.get(low, "•")
    if low in _SYMBOL:
        return _SYMBOL[low]
    plain = chr(low)
    return _GREEK.get(plain, plain) if font.startswith("symbol") else plain
