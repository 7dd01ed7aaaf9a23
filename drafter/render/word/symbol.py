"""A document symbol as the masthead prints it: a large first letter, then the rest."""

from __future__ import annotations


def split_symbol(symbol: str) -> tuple[str, str]:
    """Return the organ's letter or letters and the rest: ``A/80/L.8`` is ``A`` and ``/80/L.8``."""
    head, slash, rest = symbol.partition("/")
    return (head, slash + rest) if slash else (symbol, "")
