"""Whom and what findings concern, for the rapporteur's own screen; never for a paper."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.naming import person_label
from facilitator.publishing.gate import Finding
from facilitator.storage.records import (
    BriefingParagraphRecord,
    CaseStudyRecord,
    NoteRecord,
    PersonRecord,
)

_LONGEST = 60


def concerned(session: Session, findings: Iterable[Finding]) -> dict[str, str]:
    """A few words on each row that a finding concerns, by the row's id: the person's name, the case's title, the
    beginning of the note or paragraph."""
    ids = {finding.row_id for finding in findings if finding.row_id}
    person, case, note = PersonRecord, CaseStudyRecord, NoteRecord
    paragraph = BriefingParagraphRecord
    people = session.execute(select(person.id, person.name, person.office_title).where(person.id.in_(ids)))
    labels = {row.id: person_label(row.name, row.office_title, "") for row in people}
    for column, record in ((case.title, case), (note.text, note), (paragraph.text, paragraph)):
        for row_id, text in session.execute(select(record.id, column).where(record.id.in_(ids))):
            words = " ".join(text.split())
            labels[row_id] = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return labels
