"""What a file says: one understanding for every format, from what a reader found to a draft."""

from drafter.read.understand.account import Account, Remark, Weight
from drafter.read.understand.draft import Understood, understand

__all__ = ["Account", "Remark", "Understood", "Weight", "understand"]
