"""What the store is given to write, and what it gives to read."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy.orm import Session

ReadSession = Session
"""What ``Store.read`` gives, and what queries take."""


class Command(Protocol):
    """A write: a small frozen dataclass with a label for undo. One whose ``for_good`` is true is never undone."""

    @property
    def label(self) -> str: ...

    def apply(self, session: Session) -> None: ...
