"""How much of a note may be told, for commands that make one row of several: what they make is never milder."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, as_attribution, rule_of, strictest
from facilitator.domain.text import folded
from facilitator.domain.vocabulary import NoteKind, attribution_of
from facilitator.storage.records import AgendaItemRecord, NoteRecord, PersonRecord


def is_published(kind: str) -> bool:
    """Whether notes of a kind may be published at all: not those on logistics, nor of a kind that is not known."""
    return not kind or (kind in set(NoteKind) and kind != NoteKind.LOGISTICS)


def own_attribution(note: NoteRecord) -> Attribution:
    """What holds for a note by itself, apart from its item, its session and who said it."""
    if not is_published(note.kind):
        return Attribution.OFF_THE_RECORD
    return attribution_of(note.attribution, note.kind)


def rule_of_item(session: Session, note: NoteRecord) -> Attribution:
    """The rule of the agenda item that a note was taken in."""
    item = session.get(AgendaItemRecord, note.agenda_item_id) if note.agenda_item_id else None
    return rule_of(item.attribution if item else "")


def of_speaker(session: Session, person_id: str | None) -> Attribution:
    """What a person's consent amounts to for what they said; named for nobody."""
    person = session.get(PersonRecord, person_id) if person_id else None
    return Attribution.NAMED if person is None else as_attribution(person.consent)


def of_voice(session: Session, note: NoteRecord) -> Attribution:
    """What the consent of the people amounts to whom the voice of a note names."""
    voice = folded(note.voice)
    if not voice or note.speaker_id:
        return Attribution.NAMED
    people = session.execute(select(PersonRecord.name, PersonRecord.consent))
    return strictest(
        Attribution.NAMED,
        *(as_attribution(consent) for name, consent in people if name.strip() and folded(name) in voice),
    )


def as_code(wanted: Attribution, note: NoteRecord) -> str:
    """What a note must have as its attribution so that no less holds than what is wanted; what holds anyhow is left."""
    own = own_attribution(note)
    return note.attribution if strictest(own, wanted) is own else wanted.value
