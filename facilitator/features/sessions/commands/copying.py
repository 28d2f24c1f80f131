"""A session made from another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.naming import session_label
from facilitator.reading.plan import read_plan
from facilitator.storage.edits import existing, insert
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    Base,
    BreakoutGroupRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
    MaterialRecord,
    SessionOrganisationRecord,
    SessionTermRecord,
)
from facilitator.translation import tr

_ITS_OWN: dict[str, Any] = {"date": "", "date_as_written": "", "label": "", "link": "", "source_url": ""}
"""What is each session's own: a date, a number or a meeting link that is carried over is a wrong one."""
_LISTS: tuple[type[Base], ...] = (
    SessionOrganisationRecord,
    GuidingQuestionRecord,
    MaterialRecord,
    SessionTermRecord,
)

_TEXTS: dict[type[Base], tuple[str, ...]] = {
    BreakoutGroupRecord: ("name", "room"),
    AgendaItemRecord: ("title", "segment_as_written", "cue", "notes"),
}
"""Where the names of those who appeared may stand."""


@dataclass(frozen=True)
class CopySession:
    """Make a session from another: its details but for date, number and meeting link, its groups and its items with
    their fixed starts. ``with_people`` takes along who leads the groups and who appears, whom nobody has asked yet.
    Notes, briefings, cases and attachments stay where they are."""

    source_id: str
    with_people: bool
    name: str = ""
    """The title of the source, for the label."""
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("New session from {name}").format(name=self.name or session_label("", ""))

    def apply(self, session: Session) -> None:
        source = existing(session, LearningSessionRecord, self.source_id)
        insert(session, LearningSessionRecord, _values(source) | {"id": self.id} | _ITS_OWN)
        for record in _LISTS:
            self._copy(session, record)
        leads = {} if self.with_people else {"moderator_id": None, "rapporteur_id": None}
        groups = self._copy(session, BreakoutGroupRecord, link="", **leads)
        items = self._copy(session, AgendaItemRecord, {"group_id": groups}, source_url="")
        if self.with_people:
            self._copy(session, AppearanceRecord, {"agenda_item_id": items}, status="")
        else:
            self._take_names_out(session)

    def _take_names_out(self, session: Session) -> None:
        plan = read_plan(session, self.source_id)
        assert plan is not None, "the source is there"
        from facilitator.reading.nameless import Nameless  # the gate: not needed before somebody copies

        nameless = Nameless(session, plan)
        session.flush()
        for record, names in _TEXTS.items():
            for row in _rows_of(session, record, self.id):
                for name in names:
                    text = getattr(row, name)
                    if (bare := nameless(text)) != text:
                        setattr(row, name, bare)

    def _copy(
        self,
        session: Session,
        record: type[Base],
        references: dict[str, dict[str, str]] | None = None,
        **changed: Any,
    ) -> dict[str, str]:
        """Copy the rows of one table that belong to the source; the id of each copy by that of its original."""
        copies: dict[str, str] = {}
        for row in _rows_of(session, record, self.source_id):
            values = _values(row) | changed | {"id": new_id(), "session_id": self.id}
            for name, known in (references or {}).items():
                values[name] = known.get(values[name]) if values[name] else None
            insert(session, record, values)
            copies[row.id] = values["id"]
        return copies


def _rows_of(session: Session, record: type[Base], session_id: str) -> Iterable[Base]:
    belongs = record.__table__.columns["session_id"] == session_id
    return session.scalars(select(record).where(belongs).order_by(record.id)).all()


def _values(record: Base) -> dict[str, Any]:
    return {column.key: getattr(record, column.key) for column in inspect(type(record)).column_attrs}
