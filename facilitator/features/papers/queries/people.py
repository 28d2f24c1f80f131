"""Who can be given a paper of their own, for the window's list; never for a paper."""

from __future__ import annotations

from sqlalchemy.orm import Session

from facilitator.domain.vocabulary import AppearanceStatus
from facilitator.reading.plan import read_plan


def list_brief_people(session: Session, session_id: str) -> list[tuple[str, str]]:
    """Id and name of each person who appears in a session and has not declined, by name."""
    plan = read_plan(session, session_id)
    found = {
        one.person_id: one.person
        for one in (plan.appearances if plan else ())
        if one.status != AppearanceStatus.DECLINED and one.role != "participant"
    }
    for group in plan.groups if plan else ():
        for person_id, name in (
            (group.moderator_id, group.moderator),
            (group.rapporteur_id, group.rapporteur),
        ):
            if person_id:
                found.setdefault(person_id, name)
    return sorted(found.items(), key=lambda pair: pair[1].casefold())
