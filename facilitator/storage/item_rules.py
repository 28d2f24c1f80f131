"""What was said under the rule of an agenda item keeps to it when it leaves the item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import rule_of, strictest
from facilitator.domain.vocabulary import attribution_of
from facilitator.storage.records import AgendaItemRecord, NoteRecord

_MOST_AT_ONCE = 500
"""Ids in one statement; SQLite has a limit."""


@dataclass(frozen=True)
class KeepRules:
    """Give notes the rule of their item as their own attribution, where it is the stricter: those of items that go, or
    notes that go to another item. To be applied before they do."""

    item_ids: Sequence[str] = ()
    note_ids: Sequence[str] = ()
    label: str = ""

    def apply(self, session: Session) -> None:
        note, item = NoteRecord, AgendaItemRecord
        wanted = select(note, item.attribution).join(item, item.id == note.agenda_item_id)
        for column, ids in ((item.id, self.item_ids), (note.id, self.note_ids)):
            for first in range(0, len(ids), _MOST_AT_ONCE):
                some = column.in_(ids[first : first + _MOST_AT_ONCE])
                for found, rule in session.execute(wanted.where(some, item.attribution != "")):
                    own = attribution_of(found.attribution, found.kind)
                    held = strictest(own, rule_of(rule))
                    if held is not own:
                        found.attribution = held.value
        session.flush()
