"""Making one note of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import of_attribution, strictest
from facilitator.domain.errors import Refused
from facilitator.domain.naming import person_label
from facilitator.domain.vocabulary import HeardFrom
from facilitator.features.notes.commands.strictness import (
    as_code,
    of_speaker,
    own_attribution,
    rule_of_item,
)
from facilitator.features.notes.commands.words import in_order
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import (
    AttachmentRecord,
    EvidenceRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
    PlaceRecord,
)
from facilitator.translation import ntr, tr

_FIRST = ("agenda_item_id", "place_id", "case_id", "question_id", "kind", "horizon", "language")
_TOGETHER = (
    "addressee",
    "responsible",
    "due",
    "figure",
    "unit",
    "source",
    "answer",
    "author",
    "source_url",
)
_LONGEST_VOICE = 400
"""Signs that the gate reads of who spoke."""


@dataclass(frozen=True)
class JoinNotes:
    """Make one note of several of a session: the earliest keeps its id, and takes the texts in order of their moments.

    What is made may be told no more than each of them. Where different people spoke, none is its speaker: all are
    named as its voice, so that the consent of each goes on holding, and in the text before what they said, as far as
    their own notes would tell it. Evidence, pictures and terms go along.
    """

    note_ids: Sequence[str]

    @property
    def label(self) -> str:
        words = ntr("Join {count} note", "Join {count} notes", len(self.note_ids))
        return words.format(count=len(self.note_ids))

    def apply(self, session: Session) -> None:
        parts = in_order(session, self.note_ids)
        if len(parts) < 2:
            raise Refused(
                tr("There is nothing to join."),
                tr("Two notes or more must be selected."),
                tr("Nothing was changed."),
            )
        kept, rest = parts[0], parts[1:]
        speakers = list(dict.fromkeys(note.speaker_id or note.voice for note in parts))
        several = len([one for one in speakers if one]) > 1
        wanted = strictest(*(own_attribution(note) for note in parts))
        if len({note.agenda_item_id for note in parts}) > 1:
            wanted = strictest(wanted, *(rule_of_item(session, note) for note in parts))
        if several:
            wanted = strictest(wanted, *(of_speaker(session, note.speaker_id) for note in parts))
            kept.text = "\n".join(_told(session, note) for note in parts)
            kept.speaker_id, kept.voice = None, _voice(session, parts)
        else:
            kept.text = "\n".join(note.text for note in parts if note.text.strip())
            whose = next((note for note in parts if note.speaker_id or note.voice), kept)
            kept.speaker_id, kept.voice = whose.speaker_id, whose.voice
        _unite(kept, parts)
        kept.attribution = as_code(wanted, kept)
        _move(session, kept.id, [note.id for note in rest])
        session.flush()
        DeleteRows(NoteRecord, [note.id for note in rest], "").apply(session)


def _told(session: Session, note: NoteRecord) -> str:
    """What a note says, after the name of who said it. A name is left out where the note alone would hide it: the gate
    knows of the consent of people, not of what this note was before."""
    who = _name(session, note)
    hidden = of_attribution(strictest(own_attribution(note), rule_of_item(session, note)))
    if not who or hidden > of_attribution(of_speaker(session, note.speaker_id)):
        return note.text
    return tr("{name}: {words}").format(name=who, words=note.text)


def _name(session: Session, note: NoteRecord) -> str:
    person = session.get(PersonRecord, note.speaker_id) if note.speaker_id else None
    if person is None:
        return note.voice
    place = session.get(PlaceRecord, person.place_id) if person.place_id else None
    return person_label(person.name, person.office_title, place.name if place else "")


def _voice(session: Session, parts: Sequence[NoteRecord]) -> str:
    voice = "; ".join(dict.fromkeys(name for note in parts if (name := _name(session, note))))
    if len(voice) > _LONGEST_VOICE:
        raise Refused(
            tr("So many different speakers can't be joined in one note."),
            tr("What may be published of each of them could not be told any more."),
            tr("Nothing was changed."),
        )
    return voice


def _unite(kept: NoteRecord, parts: Sequence[NoteRecord]) -> None:
    for name in _FIRST:
        setattr(
            kept, name, next((value for note in parts if (value := getattr(note, name))), getattr(kept, name))
        )
    for name in _TOGETHER:
        setattr(kept, name, "; ".join(dict.fromkeys(text for note in parts if (text := getattr(note, name)))))
    heard = {note.heard_from for note in parts if note.heard_from}
    kept.heard_from = heard.pop() if len(heard) == 1 else (HeardFrom.INTERPRETATION.value if heard else "")
    kept.began_at = next((note.began_at for note in parts if note.began_at is not None), None)
    kept.starred = any(note.starred for note in parts)
    kept.to_verify = any(note.to_verify for note in parts)
    figures = [note for note in parts if note.figure]
    kept.verified = bool(figures) and all(note.verified for note in figures)


def _move(session: Session, kept_id: str, gone: Sequence[str]) -> None:
    """Give the note that is kept what belongs to the others, once."""
    for picture in session.scalars(select(AttachmentRecord).where(AttachmentRecord.note_id.in_(gone))):
        picture.note_id = kept_id
    terms = set(session.scalars(select(NoteTermRecord.term_id).where(NoteTermRecord.note_id == kept_id)))
    for link in session.scalars(select(NoteTermRecord).where(NoteTermRecord.note_id.in_(gone))):
        if link.term_id not in terms:
            terms.add(link.term_id)
            link.note_id = kept_id
    behind = set(
        session.scalars(select(EvidenceRecord.paragraph_id).where(EvidenceRecord.note_id == kept_id))
    )
    wanted = select(EvidenceRecord).where(EvidenceRecord.note_id.in_(gone)).order_by(EvidenceRecord.position)
    for evidence in session.scalars(wanted):
        if evidence.paragraph_id not in behind:
            behind.add(evidence.paragraph_id)
            evidence.note_id = kept_id
        else:
            session.delete(evidence)
