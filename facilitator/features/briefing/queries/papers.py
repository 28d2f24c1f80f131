"""The papers, and what stands in the way of publishing them."""

from __future__ import annotations

import dataclasses

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.naming import session_label
from facilitator.features.briefing.clearing import clear_briefing
from facilitator.features.briefing.queries.checking import check_words
from facilitator.features.briefing.queries.snapshots import read_snapshot
from facilitator.features.briefing.report import build_briefing, build_flash
from facilitator.features.briefing.templates import BRIEFING, FLASH
from facilitator.kit.feature import Making
from facilitator.publishing.gate import ClearedDocument, Finding
from facilitator.reading.library import read_library
from facilitator.storage.records import LearningSessionRecord
from facilitator.translation import tr


def briefing_document(session: Session, session_id: str, language: str = "") -> ClearedDocument:
    """The briefing & learning note of a session, sealed. Raises ``Refused`` when there is no such session."""
    return build_briefing(clear_briefing(read_snapshot(session, session_id, BRIEFING, language)))


def flash_document(session: Session, session_id: str, language: str = "") -> ClearedDocument:
    """The flash note of a session, sealed. Raises ``Refused`` when there is no such session."""
    return build_flash(clear_briefing(read_snapshot(session, session_id, FLASH, language)))


def build(session: Session, session_id: str, template: str, language: str = "") -> ClearedDocument:
    """The paper of a template, sealed. ``language`` is that of the fixed texts (BCP 47), empty for the stored
    briefing's own or English. Raises ``Refused`` when there is no such session."""
    return (flash_document if template == FLASH else briefing_document)(session, session_id, language)


def making(session: Session, session_id: str, template: str, language: str = "") -> Making:
    """The same, read here and made where it does not hold up whoever types."""
    snapshot = read_snapshot(session, session_id, template, language)
    make = build_flash if template == FLASH else build_briefing
    return lambda _: make(clear_briefing(snapshot))


def preflight(session: Session, session_id: str = "", template: str = BRIEFING) -> list[Finding]:
    """What to know before publishing the paper of one session, or of each in the order of their dates; then each
    message begins with its session."""
    if session_id:
        paper = build(session, session_id, template)
        return [*paper.findings, *check_words(session, session_id, template, paper)]
    record = LearningSessionRecord
    wanted = select(record.id, record.label, record.title).order_by(record.date == "", record.date, record.id)
    library = read_library(session)
    found: list[Finding] = []
    for one, label, title in session.execute(wanted).all():
        paper = build_briefing(clear_briefing(read_snapshot(session, one, template, "", library)))
        for finding in (*paper.findings, *check_words(session, one, template, paper)):
            message = tr("{session}: {finding}").format(
                session=session_label(label, title), finding=finding.message
            )
            found.append(dataclasses.replace(finding, message=message, session_id=one))
    return found
