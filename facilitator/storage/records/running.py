"""What happened in a session: when items began, who had the floor, what was decided about the time to come."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Text, owned_by, refers_to


class RunEventRecord(Base):
    """One thing that happened to the clock of a session. All else (actual times, minutes by speaker) follows from
    these.

    They are read by ``domain.running``, which tells what each kind means.
    """

    __tablename__ = "run_event"

    session_id: Mapped[str] = owned_by("learning_session.id")
    at: Mapped[Count]
    """The moment: milliseconds since 1970-01-01 UTC."""
    kind: Mapped[Text]
    """An ``EventKind``."""
    group_id: Mapped[str | None] = owned_by("breakout_group.id")
    """The group whose clock it is; the plenary's where there is none."""
    agenda_item_id: Mapped[str | None] = refers_to("agenda_item.id")
    person_id: Mapped[str | None] = refers_to("person.id")
    minutes: Mapped[int | None]
    """Of a length: the minutes that are expected of the item from now on."""
    author: Mapped[Text]
