"""What a file says: one understanding for every format, from what a reader found to a draft."""

from drafter.read.understand.draft import understand

__all__ = ["understand"]
