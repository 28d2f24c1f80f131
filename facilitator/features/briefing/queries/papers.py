"""The papers, and what stands in the way of publishing them."""

from __future__ import annotations

import dataclasses

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.naming import session_label
from facilitator.features.briefing.clearing import clear_briefing
from facilitator.features.briefing.queries.checking import check_words
from facilitator.features.briefing.queries.collection import read_collection
from facilitator.features.briefing.queries.snapshots import read_snapshot
from facilitator.features.briefing.queries.templates import template_named
from facilitator.features.briefing.report import build_paper
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


def rapporteur_form(session: Session, session_id: str, language: str = "") -> ClearedDocument:
    """The rapporteur's form of a session, sealed. Raises ``Refused`` when there is no such session."""
    return build(session, session_id, "rapporteur-form", language)


def press_facts(session: Session, session_id: str, language: str = "") -> ClearedDocument:
    """The press facts sheet of a session, sealed. Raises ``Refused`` when there is no such session."""
    return build(session, session_id, "press-facts", language)


def case_sheets(session: Session, session_id: str = "", language: str = "") -> Making:
    """A sheet for each case of a session, or of the library without one."""
    return making(session, session_id, "case", language)


def catalogue(session: Session, session_id: str = "", language: str = "") -> Making:
    """The cases of a session, or of the library without one, by country."""
    return making(session, session_id, "catalogue", language)


def figures(session: Session, session_id: str = "", language: str = "") -> Making:
    """Speakers and figures of a session, or of the library without one."""
    return making(session, session_id, "figures", language)


def own_paper(
    session: Session, session_id: str, language: str = "", *, template: str = ""
) -> ClearedDocument:
    """The paper of a session with a template by name, id or title. Raises ``Refused`` when there is no such session or
    template."""
    return build(session, session_id, template_named(session, template).name, language)


def build(
    session: Session, session_id: str, template: str, language: str = "", *, with_data: bool = False
) -> ClearedDocument:
    """The paper of a template on a session, or without one on all of them, sealed. ``language`` is that of the fixed
    texts (BCP 47), empty for the stored briefing's own or English; ``with_data`` the PDF carries what the paper shows
    as data. Raises ``Refused`` when there is no such session."""
    return _made(_read(session, session_id, template, language), with_data)


def making(
    session: Session, session_id: str, template: str, language: str = "", *, with_data: bool = False
) -> Making:
    """The same, read here and made where it does not hold up whoever types."""
    snapshot = _read(session, session_id, template, language)
    return lambda _: _made(snapshot, with_data)


def _read(session: Session, session_id: str, template: str, language: str) -> Snapshot:
    if session_id:
        return read_snapshot(session, session_id, template, language)
    return read_collection(session, template, language)


def _made(snapshot: Snapshot, with_data: bool) -> ClearedDocument:
    return build_paper(clear_briefing(snapshot), with_data=with_data)


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
        paper = build_paper(clear_briefing(read_snapshot(session, one, template, "", library)))
        for finding in (*paper.findings, *check_words(session, one, template, paper)):
            message = tr("{session}: {finding}").format(
                session=session_label(label, title), finding=finding.message
            )
            found.append(dataclasses.replace(finding, message=message, session_id=one))
    return found
