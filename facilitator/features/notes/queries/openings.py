"""What is open, as conditions that the library itself can count by: the rules of ``opens.rules`` said in SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes.opens.rows import Code
from facilitator.features.notes.opens.rules import NEEDS_NO_SPEAKER, UNSETTLED
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord, NoteRecord, PersonRecord

_OFF = Attribution.OFF_THE_RECORD.value
_SPACES = (
    "".join(
        chr(number)
        for number in (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))
    )
    + "\u2028\u2029\u202f\u205f\u3000"
)
"""What counts as blank in a text, as in ``str.strip``."""
_KNOWN_KINDS = [kind.value for kind in NoteKind]
_KNOWN_ATTRIBUTIONS = [attribution.value for attribution in Attribution]
_SETTLED = [consent.value for consent in Consent if consent not in UNSETTLED]


def _blank(column: Any) -> ColumnElement[bool]:
    return func.trim(column, _SPACES) == ""


def _is(*kinds: NoteKind) -> ColumnElement[bool]:
    return NoteRecord.kind.in_([kind.value for kind in kinds])


def concerns_nothing() -> ColumnElement[bool]:
    """Notes that never leave the library, as far as they, their session and their item say."""
    note = NoteRecord
    return or_(
        note.kind == NoteKind.LOGISTICS.value,
        note.attribution == _OFF,
        LearningSessionRecord.attribution == _OFF,
        func.coalesce(AgendaItemRecord.attribution, "") == _OFF,
    )


def unsettled_consent() -> ColumnElement[bool]:
    """People whose consent is not settled; one that is not known holds as pending."""
    return PersonRecord.consent.not_in(_SETTLED)


def note_conditions() -> dict[Code, ColumnElement[bool]]:
    """For each kind of thing that can be open about a note that asks for something, when it is."""
    note = NoteRecord
    unverified = and_(_is(NoteKind.DATA_POINT), not_(note.verified))
    by_default = and_(
        note.attribution == "",
        or_(_is(NoteKind.QUOTE), note.kind.not_in([*_KNOWN_KINDS, ""])),
    )
    given = and_(
        note.attribution != "",
        or_(
            note.attribution == Attribution.PENDING.value,
            note.attribution.not_in(_KNOWN_ATTRIBUTIONS),
        ),
    )
    nobody = and_(note.speaker_id.is_(None), _blank(note.voice))
    return {
        Code.QUOTE: or_(by_default, given),
        Code.FIGURE: unverified,
        Code.DOUBT: and_(note.to_verify, not_(unverified)),
        Code.COMMITMENT: or_(
            and_(_is(NoteKind.COMMITMENT, NoteKind.FOLLOW_UP), _blank(note.due)),
            and_(_is(NoteKind.FOLLOW_UP), _blank(note.responsible)),
            and_(_is(NoteKind.COMMITMENT), _blank(note.responsible), nobody),
        ),
        Code.RECOMMENDATION: and_(_is(NoteKind.RECOMMENDATION), _blank(note.addressee)),
        Code.QUESTION: and_(_is(NoteKind.QUESTION), _blank(note.answer)),
        Code.CASE: and_(_is(NoteKind.CITY_CASE), note.case_id.is_(None)),
        Code.SPEAKER: and_(nobody, note.kind.not_in(NEEDS_NO_SPEAKER)),
        Code.KIND: note.kind == "",
    }


def asks() -> ColumnElement[bool]:
    """Notes that may be published, so that what is open about them matters."""
    return not_(or_(concerns_nothing(), func.coalesce(PersonRecord.consent, "") == _OFF))


def of_session(wanted: Select[Any], session_id: str) -> Select[Any]:
    """A read of notes, joined to what the conditions need, of one session."""
    return (
        wanted.join(LearningSessionRecord, LearningSessionRecord.id == NoteRecord.session_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == NoteRecord.agenda_item_id)
        .outerjoin(PersonRecord, PersonRecord.id == NoteRecord.speaker_id)
        .where(NoteRecord.session_id == session_id)
    )


def counted(code: Code, condition: ColumnElement[bool]) -> Any:
    """How many notes a condition holds for, as a column."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0).label(code.value)
