"""The guiding questions of a session, and which notes answer them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.storage.records import GuidingQuestionRecord, NoteRecord

_MOST_IDS = 500
"""In one statement; SQLite has a limit."""
_MOMENT = func.coalesce(NoteRecord.began_at, -1)


@dataclass(frozen=True)
class QuestionRow:
    """A guiding question with its number from 1, how many notes of each kind (by code) answer it, and the text of the
    latest of them (empty for none)."""

    id: str
    number: int
    question: str
    kinds: tuple[tuple[str, int], ...]
    latest: str

    @property
    def count(self) -> int:
        """How many notes answer it."""
        return sum(count for _, count in self.kinds)


def question_rows(session: Session, session_id: str) -> list[QuestionRow]:
    """The guiding questions of a session in their order."""
    record = GuidingQuestionRecord
    questions = session.execute(
        select(record.id, record.text)
        .where(record.session_id == session_id)
        .order_by(record.position, record.id)
    ).all()
    counted = session.execute(
        select(NoteRecord.question_id, NoteRecord.kind, func.count())
        .where(NoteRecord.session_id == session_id, NoteRecord.question_id.is_not(None))
        .group_by(NoteRecord.question_id, NoteRecord.kind)
        .order_by(func.count().desc(), NoteRecord.kind)
    ).all()
    found = []
    for number, (row_id, text) in enumerate(questions, start=1):
        kinds = tuple((kind, count) for question_id, kind, count in counted if question_id == row_id)
        found.append(QuestionRow(row_id, number, text, kinds, _latest(session, row_id) if kinds else ""))
    return found


def notes_of_question(session: Session, session_id: str, question_id: str) -> list[str]:
    """The ids of the notes of a session that answer a question, as they were said."""
    wanted = select(NoteRecord.id).where(
        NoteRecord.session_id == session_id, NoteRecord.question_id == question_id
    )
    return list(session.scalars(wanted.order_by(_MOMENT, NoteRecord.position, NoteRecord.id)))


def latest_note(session: Session, session_id: str) -> str:
    """The id of the note of a session that was said last; empty where there is none."""
    wanted = select(NoteRecord.id).where(NoteRecord.session_id == session_id)
    latest = wanted.order_by(_MOMENT.desc(), NoteRecord.position.desc(), NoteRecord.id.desc())
    return session.scalar(latest.limit(1)) or ""


def questions_of(session: Session, note_ids: Sequence[str]) -> set[str]:
    """The ids of the questions that some notes answer, however many; empty for those that answer none."""
    found: set[str] = set()
    for first in range(0, len(note_ids), _MOST_IDS):
        chosen = NoteRecord.id.in_(note_ids[first : first + _MOST_IDS])
        found |= {
            row_id or ""
            for row_id in session.scalars(select(NoteRecord.question_id).where(chosen).distinct())
        }
    return found


def _latest(session: Session, question_id: str) -> str:
    wanted = select(NoteRecord.text).where(NoteRecord.question_id == question_id)
    latest = wanted.order_by(_MOMENT.desc(), NoteRecord.position.desc(), NoteRecord.id.desc())
    return session.scalar(latest.limit(1)) or ""
