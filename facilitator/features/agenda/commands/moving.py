"""Moves of items: by a place, into another group, or to where they were dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from facilitator.features.agenda.commands.order import keep_order, outline_of
from facilitator.translation import ntr


def _label(item_ids: Sequence[str]) -> str:
    moved = ntr("Move agenda item", "Move {count} agenda items", len(item_ids))
    return moved.format(count=len(item_ids))


@dataclass(frozen=True)
class StepItems:
    """Move items by a number of places up (negative) or down within their own tracks, together and in their order."""

    session_id: str
    item_ids: Sequence[str]
    places: int

    @property
    def label(self) -> str:
        return _label(self.item_ids)

    def apply(self, session: Session) -> None:
        outline = outline_of(session, self.session_id)
        outline.step(self.item_ids, self.places)
        keep_order(session, self.session_id, outline)


@dataclass(frozen=True)
class ShiftItems:
    """Move items to the group further right (negative: left); the plenary stands left of all groups."""

    session_id: str
    item_ids: Sequence[str]
    tracks: int

    @property
    def label(self) -> str:
        return _label(self.item_ids)

    def apply(self, session: Session) -> None:
        outline = outline_of(session, self.session_id)
        outline.shift(self.item_ids, self.tracks)
        keep_order(session, self.session_id, outline)


@dataclass(frozen=True)
class PlaceItems:
    """Put items into the plenary (``group_id`` empty) or a group, behind the item ``after``, or first there: in a group
    first of those that meet during the plenary's item ``holder``."""

    session_id: str
    item_ids: Sequence[str]
    group_id: str = ""
    after: str = ""
    holder: str = ""

    @property
    def label(self) -> str:
        return _label(self.item_ids)

    def apply(self, session: Session) -> None:
        outline = outline_of(session, self.session_id)
        outline.place(self.item_ids, self.group_id, self.after, self.holder)
        keep_order(session, self.session_id, outline)
