"""What is being typed in the capture line, as it is kept until it is entered. No Qt here."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from facilitator.features.notes.commands import AddNote


@dataclass(frozen=True)
class Marks:
    """What is chosen for a note while it is typed."""

    kind: str = ""
    attribution: str = ""
    starred: bool = False
    to_verify: bool = False

    def toggled(self, name: str, value: str | bool = True) -> Marks:
        """With this choice, or without it where it was made before."""
        chosen: dict[str, Any] = {name: type(value)() if getattr(self, name) == value else value}
        return replace(self, **chosen)

    def after_note(self) -> Marks:
        """What holds for the next note: a restriction stays until it is taken back, the rest is chosen anew."""
        return Marks(attribution=self.attribution)


@dataclass(frozen=True)
class CaptureDraft:
    """A note that was begun. ``began_at``: milliseconds since 1970-01-01 UTC, the moment of its first key."""

    note_id: str
    began_at: int
    item_id: str = ""
    speaker_id: str = ""
    text: str = ""
    marks: Marks = Marks()


def draft_key(session_id: str) -> str:
    """Under what key the draft of a session is kept."""
    return f"capture:{session_id}"


def to_text(draft: CaptureDraft) -> str:
    """The draft as it is stored."""
    return json.dumps(asdict(draft), ensure_ascii=False)


def from_text(text: str) -> CaptureDraft | None:
    """The draft that was stored; None for what can't be read as one."""
    try:
        stored = json.loads(text)
        draft = CaptureDraft(**{**stored, "marks": Marks(**stored["marks"])})
    except (ValueError, TypeError, KeyError):
        return None
    return draft if isinstance(draft.began_at, int) and draft.text else None


def as_note(note: CaptureDraft, session_id: str, author: str) -> AddNote:
    """The command that keeps the draft as a note."""
    return AddNote(
        id=note.note_id,
        session_id=session_id,
        text=note.text.strip(),
        began_at=note.began_at,
        kind=note.marks.kind,
        agenda_item_id=note.item_id or None,
        speaker_id=note.speaker_id or None,
        attribution=note.marks.attribution,
        starred=note.marks.starred,
        to_verify=note.marks.to_verify,
        author=author,
    )
