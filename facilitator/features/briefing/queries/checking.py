"""What stands in the way of publishing a paper that is stored: what the gate finds, and what its words tell."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from facilitator.domain.issuing import Status
from facilitator.features.briefing.checking.printed import printed_findings
from facilitator.features.briefing.checking.rules import Occasion, findings_of
from facilitator.features.briefing.checking.second import second_findings
from facilitator.features.briefing.queries.templates import template_named
from facilitator.features.briefing.queries.tree import read_briefing
from facilitator.features.briefing.queries.versions import read_versions
from facilitator.publishing.document import headings_of
from facilitator.publishing.export import fits
from facilitator.publishing.gate import ClearedDocument, Finding
from facilitator.storage.edits import existing
from facilitator.storage.records import LearningSessionRecord
from facilitator.translation import tr


def read_occasion_facts(session: Session, session_id: str, language: str = "en") -> Occasion:
    """What the record holds of a session, to compare words with."""
    record = existing(session, LearningSessionRecord, session_id)
    return Occasion(record.title or record.theme, record.label, record.date, language or "en")


def findings_on(session: Session, session_id: str, template: str, paper: ClearedDocument) -> list[Finding]:
    """All that is to be known before a paper leaves the library: what the gate found, and what its words tell.
    ``template`` is its name, id or title."""
    name = template_named(session, template).name
    return [*paper.findings, *check_words(session, session_id, name, paper)]


def check_words(
    session: Session, session_id: str, template: str, paper: ClearedDocument, today: date | None = None
) -> list[Finding]:
    """What the words of a stored paper tell; nothing where none is stored. ``paper`` is that paper, sealed; ``today``
    that of this computer."""
    briefing = read_briefing(session, session_id, template)
    if briefing is None:
        return []
    versions = read_versions(session, session_id, template)
    headings = {one.key: one.heading or tr(one.usual_heading) for one in briefing.sections}
    occasion = read_occasion_facts(session, session_id, briefing.language)
    status = versions.status if versions else Status.DRAFT
    day = today or datetime.now().astimezone().date()
    found = findings_of(briefing, occasion, headings, status, day)
    printed = {one.key: "".join(run.text for run in one.runs) for one in headings_of(paper.sealed.blocks)}
    shown = printed_findings(briefing, occasion, printed, is_too_long=not fits(paper))
    return [*found, *shown, *second_findings(briefing, headings)]
