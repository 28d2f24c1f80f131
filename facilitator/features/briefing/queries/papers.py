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
from facilitator.features.briefing.snapshot import Snapshot
from facilitator.features.briefing.templates import BRIEFING, FLASH
from facilitator.kit.feature import Making
from facilitator.publishing.gate import ClearedDocument, Finding
from facilitator.reading.library import read_library
from facilitator.storage.records import LearningSessionRecord
from facilitator.translation import tr


def briefing_document(
    session: Session, session_id: str, language: str = "", *, with_data: bool = False
) -> ClearedDocument:
    """The briefing & learning note of a session, sealed. Raises ``Refused`` when there is no such session."""
    return build(session, session_id, BRIEFING, language, with_data=with_data)


def flash_document(
    session: Session, session_id: str, language: str = "", *, with_data: bool = False
) -> ClearedDocument:
    """The flash note of a session, sealed. Raises ``Refused`` when there is no such session."""
    return build(session, session_id, FLASH, language, with_data=with_data)


def build(
    session: Session, session_id: str, template: str, language: str = "", *, with_data: bool = False
) -> ClearedDocument:
    """The paper of a template, sealed. ``language`` is that of the fixed texts (BCP 47), empty for the stored
    briefing's own or English; ``with_data`` the PDF carries what the paper shows as data. Raises ``Refused`` when there
    is no such session."""
    return _made(read_snapshot(session, session_id, template, language), with_data)


def making(
    session: Session, session_id: str, template: str, language: str = "", *, with_data: bool = False
) -> Making:
    """The same, read here and made where it does not hold up whoever types."""
    snapshot = read_snapshot(session, session_id, template, language)
    return lambda _: _made(snapshot, with_data)


def _made(snapshot: Snapshot, with_data: bool) -> ClearedDocument:
    make = build_flash if snapshot.template == FLASH else build_briefing
    return make(clear_briefing(snapshot), with_data=with_data)


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
