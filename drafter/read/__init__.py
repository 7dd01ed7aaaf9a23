"""Existing texts become drafts: Word, PDF, plain text and Markdown."""

from __future__ import annotations
