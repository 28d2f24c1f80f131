"""Where lines of a language begin."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.publishing.direction import language_level


def direction_of(language: str) -> Qt.LayoutDirection:
    """The direction of a language (BCP 47); from left to right where none is told."""
    return Qt.LayoutDirection.RightToLeft if language_level(language) else Qt.LayoutDirection.LeftToRight
