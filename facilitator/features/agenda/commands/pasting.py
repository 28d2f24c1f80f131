"""Adding several items at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from facilitator.features.agenda.commands.order import keep_order, outline_of
from facilitator.storage.edits import insert
from facilitator.storage.records import AgendaItemRecord
from facilitator.translation import ntr


@dataclass(frozen=True)
class AddItems:
    """Add items with these titles and minutes, in their order, to where ``PlaceItems`` would put them."""

    session_id: str
    item_ids: Sequence[str]
    titles: Sequence[str]
    minutes: Sequence[int | None]
    group_id: str = ""
    after: str = ""
    holder: str = ""

    @property
    def label(self) -> str:
        added = ntr("Add agenda item", "Add {count} agenda items", len(self.item_ids))
        return added.format(count=len(self.item_ids))

    def apply(self, session: Session) -> None:
        last = len(outline_of(session, self.session_id).order())
        rows = zip(self.item_ids, self.titles, self.minutes, strict=True)
        for number, (item_id, title, minutes) in enumerate(rows):
            values = {"id": item_id, "session_id": self.session_id, "title": title, "minutes": minutes}
            values |= {"group_id": self.group_id or None, "position": last + number}
            insert(session, AgendaItemRecord, values)
        outline = outline_of(session, self.session_id)
        outline.place(self.item_ids, self.group_id, self.after, self.holder)
        keep_order(session, self.session_id, outline)
