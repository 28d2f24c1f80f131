"""Keeping what is typed next together with a note."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from facilitator.storage import drafts


@dataclass(frozen=True)
class KeepDraft:
    """Keep a draft in the same step in which a note is added, so that a killed program has lost neither: what was cut
    off the note stands in the draft. Undo leaves drafts alone."""

    key: str
    text: str
    label: str = ""

    def apply(self, session: Session) -> None:
        connection = session.connection().connection.driver_connection
        assert connection is not None
        drafts.save(connection, self.key, self.text)
