"""Writes of a session's hosts and partners."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.text import folded
from facilitator.storage.records import OrganisationRecord, SessionOrganisationRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class SetOrganisations:
    """Give a session its hosts or partners (``part``), in order; an organisation can be both."""

    session_id: str
    part: str
    organisation_ids: tuple[str, ...]

    @property
    def label(self) -> str:
        return tr("Edit hosts of session") if self.part == "host" else tr("Edit partners of session")

    def apply(self, session: Session) -> None:
        link = SessionOrganisationRecord
        known = {
            found.organisation_id: found
            for found in session.scalars(
                select(link).where(link.session_id == self.session_id, link.part == self.part)
            )
        }
        gone = [found.id for key, found in known.items() if key not in self.organisation_ids]
        session.execute(delete(link).where(link.id.in_(gone)))
        for position, organisation_id in enumerate(self.organisation_ids):
            if organisation_id in known:
                known[organisation_id].position = position
            else:
                values = {"session_id": self.session_id, "organisation_id": organisation_id}
                session.add(link(**values, part=self.part, position=position))


@dataclass(frozen=True)
class AddOrganisation:
    """Add an organisation by its name as a host or partner, taking the one of that name when there is one."""

    session_id: str
    part: str
    name: str

    @property
    def label(self) -> str:
        return tr("Add organisation {name}").format(name=self.name)

    def apply(self, session: Session) -> None:
        record, link = OrganisationRecord, SessionOrganisationRecord
        wanted = folded(self.name)
        found = next(
            (
                one
                for one in session.scalars(select(record))
                if wanted in (folded(one.name), folded(one.short_name))
            ),
            None,
        )
        if found is None:
            found = record(id=new_id(), name=self.name.strip())
            session.add(found)
            session.flush()
        position = session.scalar(
            select(func.count()).where(link.session_id == self.session_id, link.part == self.part)
        )
        session.add(
            link(session_id=self.session_id, organisation_id=found.id, part=self.part, position=position)
        )
