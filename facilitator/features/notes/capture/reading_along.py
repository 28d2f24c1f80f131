"""What the line that notes are typed into asks of others."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent


class Reader(Protocol):
    """What reads along with the line."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key has been dealt with."""

    def take_tab(self) -> bool:
        """Whether Tab has been dealt with, and does not leave the line."""

    def follow(self) -> None:
        """Something was typed."""

    def close(self) -> None:
        """What is offered is not wanted any more."""

    def forget(self) -> None:
        """Another text is shown."""

    @property
    def can_put_back(self) -> bool:
        """Whether the latest that was done can be taken back, also where the line is empty."""


class Taker(Protocol):
    """What deals with what is pasted into the line or dropped on it."""

    def can_take(self, mime: QMimeData) -> bool:
        """Whether it may have something to give."""

    def take(self, mime: QMimeData) -> None:
        """Put it in, or say why not."""

    @property
    def holds(self) -> bool:
        """Whether a note without words is a note."""
