"""Speaker briefs: for one person, for all in one paper to print, or a paper for each."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from facilitator.features.papers.clearing import clear_paper
from facilitator.features.papers.queries.people import list_brief_people
from facilitator.features.papers.queries.snapshots import read_snapshot
from facilitator.features.papers.report.speaker_briefs import (
    build_brief_files,
    build_speaker_brief,
    build_speaker_briefs,
)
from facilitator.kit.feature import Heed, Making, MakingApart
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.gate.subjects import Audience


def speaker_briefs(session: Session, session_id: str, language: str = "", *, person_id: str = "") -> Making:
    """A brief for each person, or for one alone. Who is off the record has none among those of others."""
    snapshot = read_snapshot(session, session_id, language, Audience.PUBLIC)
    ids = [one for one, _ in list_brief_people(session, session_id)]
    if person_id:
        return lambda _: build_speaker_brief(clear_paper(snapshot, person_id))

    def make(heed: Heed) -> ClearedDocument:
        return build_speaker_briefs(clear_paper(snapshot), ids, partial(clear_paper, snapshot), heed)

    return make


def speaker_briefs_apart(
    session: Session, session_id: str, language: str = "", *, person_id: str = ""
) -> MakingApart:
    """The brief of each person, or of one, as a paper of its own; each has another file name."""
    snapshot = read_snapshot(session, session_id, language, Audience.PUBLIC)
    ids = [person_id] if person_id else [one for one, _ in list_brief_people(session, session_id)]
    return partial(build_brief_files, ids, partial(clear_paper, snapshot))
