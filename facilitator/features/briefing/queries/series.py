"""The papers of all sessions of a series in one."""

from __future__ import annotations

from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.features.briefing.assembly import assemble
from facilitator.features.briefing.queries.snapshots import read_snapshot
from facilitator.features.briefing.series.cleared import SeriesFacts
from facilitator.features.briefing.series.clearing import clear_series
from facilitator.features.briefing.series.report import build_series
from facilitator.features.briefing.series.snapshot import SeriesSnapshot
from facilitator.features.briefing.snapshot import Snapshot
from facilitator.features.briefing.templates import BRIEFING, FLASH
from facilitator.kit.feature import Heed, Making
from facilitator.publishing.gate import ClearedDocument
from facilitator.reading.branding import read_logos
from facilitator.reading.library import read_library, split
from facilitator.storage.edits import existing
from facilitator.storage.records import LearningSessionRecord, SeriesRecord
from facilitator.translation import SOURCE_LANGUAGE, tr


def series_document(
    session: Session,
    session_id: str,
    language: str = "",
    *,
    series_id: str = "",
    flash: bool = False,
    with_data: bool = False,
) -> Making:
    """The briefings of a series bound, or with ``flash`` its flash notes; the series that a session belongs to where
    none is named. Raises ``Refused`` where there is no series, or nothing to bind."""
    wanted = series_id or existing(session, LearningSessionRecord, session_id).series_id
    if not wanted:
        raise Refused(
            tr("The briefings of a series can’t be bound."),
            tr("This session belongs to no series."),
            tr("Nothing was written. A series is named in the session’s details."),
        )
    snapshot = read_series(session, wanted, FLASH if flash else BRIEFING, language)
    if not snapshot.chapters:
        raise Refused(
            tr("The papers of “{series}” can’t be bound.").format(series=snapshot.series.title),
            tr("None of its sessions has a paper, or notes to make one of."),
            tr("Nothing was written."),
        )

    def make(heed: Heed) -> ClearedDocument:
        return build_series(clear_series(snapshot, heed), heed, with_data=with_data)

    return make


def read_series(session: Session, series_id: str, template: str, language: str = "") -> SeriesSnapshot:
    """Everything for the papers of a series. ``language`` is that of the fixed texts (BCP 47), empty for English.
    Raises ``Refused`` when there is no such series."""
    record, library = existing(session, SeriesRecord, series_id), read_library(session)
    language = language or SOURCE_LANGUAGE
    read = partial(read_snapshot, session, template_name=template, language=language, library=library)
    snapshots = [read(session_id) for session_id in _sessions(session, series_id)]
    logos, lost = read_logos(session, series_id)
    facts = SeriesFacts(
        record.id,
        record.title,
        record.hashtag,
        record.about,
        record.contact,
        record.accent,
        split(record.hosts),
        logos,
        lost,
    )
    chapters = tuple(one for one in snapshots if _has_paper(one))
    without = tuple(one for one in snapshots if not _has_paper(one))
    return SeriesSnapshot(facts, template, language, chapters, without)


def list_series(session: Session) -> list[tuple[str, str, str]]:
    """Id, title and hashtag of each series, by title."""
    record = SeriesRecord
    rows = session.execute(select(record.id, record.title, record.hashtag).order_by(record.title, record.id))
    return [(row.id, row.title, row.hashtag) for row in rows]


def _sessions(session: Session, series_id: str) -> list[str]:
    """The sessions of a series by date, and by number where they have none."""
    record = LearningSessionRecord
    wanted = (
        select(record.id)
        .where(record.series_id == series_id)
        .order_by(record.date == "", record.date, func.length(record.label), record.label, record.id)
    )
    return list(session.scalars(wanted))


def _has_paper(snapshot: Snapshot) -> bool:
    """Whether somebody composed it, or notes make a draft: what the records alone tell is no paper."""
    if snapshot.sections is not None:
        return any(one.text.strip() or one.picture for part in snapshot.sections for one in part.paragraphs)
    return any(one.evidence for part in assemble(snapshot) for one in part.paragraphs)
