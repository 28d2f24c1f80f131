"""What is being typed in the capture line, as it is kept until it is entered. No Qt here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from facilitator.domain.vocabulary import HeardFrom, NoteKind, attribution_of
from facilitator.features.notes.capture import due, slots
from facilitator.features.notes.commands import AddNote
from facilitator.storage.store import Command

_DATA_POINT = NoteKind.DATA_POINT.value
_FARTHEST = 2**62
"""Milliseconds that a column takes."""


@dataclass(frozen=True)
class Marks:
    """What is chosen for a note while it is typed. ``term_ids`` are its tags, themes, Decalogue points and SDGs."""

    kind: str = ""
    attribution: str = ""
    starred: bool = False
    to_verify: bool = False
    language: str = ""
    heard_from: str = ""
    question_id: str = ""
    term_ids: tuple[str, ...] = ()

    def toggled(self, name: str, value: str | bool = True) -> Marks:
        """With this choice, or without it where it was made before."""
        return self.chosen({name: type(value)() if getattr(self, name) == value else value})

    def chosen(self, values: Mapping[str, Any]) -> Marks:
        """With these choices. A data point is to be verified until somebody says that it was."""
        kind = values.get("kind", self.kind)
        if "to_verify" not in values and (kind == _DATA_POINT) is not (self.kind == _DATA_POINT):
            values = {**values, "to_verify": kind == _DATA_POINT}
        return replace(self, **values)

    def with_term(self, term_id: str) -> Marks:
        """With one more tag, theme, Decalogue point or SDG."""
        return replace(self, term_ids=tuple(dict.fromkeys((*self.term_ids, term_id))))

    def after_note(self) -> Marks:
        """What holds for the next note: a restriction stays until it is taken back, the rest is chosen anew."""
        return Marks(attribution=self.attribution)


@dataclass(frozen=True)
class CaptureDraft:
    """A note that was begun. ``began_at``: milliseconds since 1970-01-01 UTC, the moment of its first key. Where none
    is begun, the ``marks`` that were chosen for the next one: a restriction must not be forgotten by a kill."""

    note_id: str
    began_at: int
    item_id: str = ""
    speaker_id: str = ""
    text: str = ""
    marks: Marks = Marks()
    pictures: tuple[str, ...] = ()
    """Ids of the pictures that go with it."""

    @property
    def is_begun(self) -> bool:
        """Whether there is anything of a note yet."""
        return bool(self.note_id and (self.text or self.pictures))


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
        chosen = {**stored["marks"], "term_ids": tuple(stored["marks"].get("term_ids", ()))}
        pictures = tuple(stored.get("pictures", ()))
        draft = CaptureDraft(**{**stored, "marks": Marks(**chosen), "pictures": pictures})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not _fits(draft, CaptureDraft("", 0)) or not _fits(draft.marks, Marks()):
        return None
    marks = draft.marks
    heard = marks.heard_from if marks.heard_from in set(HeardFrom) else ""
    own = marks.attribution and attribution_of(marks.attribution, "").value
    moment = max(-_FARTHEST, min(draft.began_at, _FARTHEST))
    return replace(draft, began_at=moment, marks=replace(marks, heard_from=heard, attribution=own))


def _fits(read: object, model: object) -> bool:
    """Whether all values are of the kinds that a model has: a file may have been doctored."""
    return all(
        type(value) is type(getattr(model, name))
        and not (isinstance(value, tuple) and {type(one) for one in value} - {str})
        for name, value in vars(read).items()
    )


def as_note(
    note: CaptureDraft, session_id: str, author: str, language: str = "", also: Sequence[Command] = ()
) -> AddNote:
    """The command that keeps the draft as a note. ``language`` is what is spoken as far as is known without being told
    (BCP 47): quotes are kept with it. ``also`` are writes that belong to it."""
    marks = note.marks
    text, fields = slots.read(note.text.strip(), marks.kind)
    if "due" in fields:
        fields["due"] = due.kept(fields["due"])
    spoken = language if marks.kind == NoteKind.QUOTE.value else ""
    return AddNote(
        id=note.note_id,
        session_id=session_id,
        text=text,
        began_at=note.began_at,
        kind=marks.kind,
        agenda_item_id=note.item_id or None,
        speaker_id=note.speaker_id or None,
        question_id=marks.question_id or None,
        attribution=marks.attribution,
        starred=marks.starred,
        to_verify=marks.to_verify,
        verified=marks.kind == _DATA_POINT and not marks.to_verify,
        language=marks.language or spoken,
        heard_from=marks.heard_from,
        author=author,
        term_ids=marks.term_ids,
        also=also,
        **fields,
    )
