"""Splitting an item, and joining several into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from facilitator.domain.consent import rule_of
from facilitator.domain.running import EventKind
from facilitator.features.agenda.commands.items import copy_item
from facilitator.features.agenda.commands.order import keep_order, last_position, outline_of, put_behind
from facilitator.storage.edits import existing
from facilitator.storage.records import AgendaItemRecord, AppearanceRecord, NoteRecord, RunEventRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class SplitItem:
    """Split an item in two of the same kind and title, the first of them with the larger half of the minutes (or with
    ``first_minutes``); of several speakers the second half goes to the second."""

    session_id: str
    item_id: str
    new_id: str
    first_minutes: int | None = None

    @property
    def label(self) -> str:
        return tr("Split agenda item")

    def apply(self, session: Session) -> None:
        item = existing(session, AgendaItemRecord, self.item_id)
        first = self.first_minutes
        if first is None and item.minutes is not None:
            first = (item.minutes + 1) // 2
        if first is not None and item.minutes is not None:
            first = max(0, min(first, item.minutes))
        rest = None if item.minutes is None or first is None else max(0, item.minutes - first)
        speakers = _speakers(session, self.item_id)
        going = speakers[(len(speakers) + 1) // 2 :]
        _add_behind(session, self.session_id, item, [self.new_id], [rest])
        item.minutes = first
        _move_speakers({self.new_id: going})


@dataclass(frozen=True)
class SplitBySpeakers:
    """Split an item into one for each of its speakers, with their minutes; minutes that are not planned for anybody are
    shared equally among those who have none. ``new_ids`` are the ids of the items for all but the first speaker."""

    session_id: str
    item_id: str
    new_ids: Sequence[str]

    @property
    def label(self) -> str:
        return tr("Split agenda item by speakers")

    def apply(self, session: Session) -> None:
        item = existing(session, AgendaItemRecord, self.item_id)
        speakers = _speakers(session, self.item_id)
        if len(speakers) < 2:
            return
        lengths = _shares([speaker.minutes for speaker in speakers], item.minutes)
        _add_behind(session, self.session_id, item, self.new_ids, lengths[1:])
        item.minutes = lengths[0]
        _move_speakers({key: [one] for key, one in zip(self.new_ids, speakers[1:], strict=True)})


@dataclass(frozen=True)
class JoinItems:
    """Join items into the first of them: minutes are added, speakers, cues and notes follow each other, and what was
    noted under one of the others goes along, as does when each was held. Of their rules the strictest holds."""

    session_id: str
    item_ids: Sequence[str]

    @property
    def label(self) -> str:
        return tr("Join agenda items")

    def apply(self, session: Session) -> None:
        order = [one for one in outline_of(session, self.session_id).order() if one in set(self.item_ids)]
        items = [existing(session, AgendaItemRecord, item_id) for item_id in order]
        if len(items) < 2:
            return
        kept, others = items[0], items[1:]
        lengths = [item.minutes for item in items if item.minutes is not None]
        kept.minutes = sum(lengths) if lengths else None
        rules = [item.attribution for item in items if item.attribution]
        kept.attribution = rule_of(*rules).value if rules else ""
        for name, between in (("title", " · "), ("cue", "\n"), ("notes", "\n"), ("link", " ")):
            texts = dict.fromkeys(str(getattr(item, name)) for item in items if getattr(item, name))
            setattr(kept, name, between.join(texts))
        session.flush()
        gone = [item.id for item in others]
        for number, speaker in enumerate(one for item_id in order for one in _speakers(session, item_id)):
            speaker.agenda_item_id, speaker.position = kept.id, number
        session.flush()
        notes = update(NoteRecord).where(NoteRecord.agenda_item_id.in_(gone))
        session.execute(notes.values(agenda_item_id=kept.id))
        _join_events(session, kept.id, gone)
        for item in others:
            session.delete(item)
        session.flush()
        keep_order(session, self.session_id, outline_of(session, self.session_id))


def _join_events(session: Session, kept_id: str, gone: Sequence[str]) -> None:
    """Have the item have been held when its parts were. What was expected of each part says nothing of the whole."""
    event = RunEventRecord
    about_time = event.kind.in_([EventKind.LENGTH.value, EventKind.DROPPED.value])
    of_parts = update(event).where(event.agenda_item_id.in_([kept_id, *gone]))
    session.execute(of_parts.where(about_time).values(agenda_item_id=None))
    session.execute(of_parts.where(~about_time).values(agenda_item_id=kept_id))


def _speakers(session: Session, item_id: str) -> list[AppearanceRecord]:
    record = AppearanceRecord
    wanted = select(record).where(record.agenda_item_id == item_id).order_by(record.position, record.id)
    return list(session.scalars(wanted))


def _add_behind(
    session: Session,
    session_id: str,
    item: AgendaItemRecord,
    new_ids: Sequence[str],
    lengths: Sequence[int | None],
) -> None:
    """Add items of the same kind behind one, without its speakers."""
    last = last_position(session, session_id)
    for row_id, minutes in zip(new_ids, lengths, strict=True):
        copy_item(
            session, item, with_speakers=False, id=row_id, minutes=minutes, pinned_start=None, position=last
        )
    put_behind(session, session_id, {item.id: new_ids})


def _move_speakers(going: dict[str, list[AppearanceRecord]]) -> None:
    for item_id, speakers in going.items():
        for speaker in speakers:
            speaker.agenda_item_id = item_id


def _shares(wanted: Sequence[int | None], whole: int | None) -> list[int | None]:
    """Each one's minutes; what is left of the whole is shared among those without, the first ones getting a minute
    more where it can't be shared equally."""
    without = [number for number, minutes in enumerate(wanted) if minutes is None]
    found = list(wanted)
    if whole is not None and without:
        left = max(0, whole - sum(minutes or 0 for minutes in wanted))
        for place, number in enumerate(without):
            found[number] = left // len(without) + (1 if place < left % len(without) else 0)
    return found
