"""When something is open. Rules over rows alone; what the library counts by is held to them by a test."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.vocabulary import NoteKind, attribution_of
from facilitator.features.notes.lacking import Lack, lacks_of
from facilitator.features.notes.opens.rows import Code, OpenNote, OpenPerson, OpenQuestion
from facilitator.features.notes.rows import consent_of

NEEDS_NO_SPEAKER = (NoteKind.LOGISTICS.value, NoteKind.REFERENCE.value, NoteKind.FOLLOW_UP.value)
"""Kinds of notes that nobody need have said."""
UNSETTLED = (Consent.NOT_ASKED, Consent.PENDING)


def asks_nothing(note: OpenNote) -> bool:
    """Whether a note never leaves the library, so that nothing about it need be settled."""
    off = Attribution.OFF_THE_RECORD.value
    return note.kind == NoteKind.LOGISTICS.value or off in (
        note.attribution,
        note.rule,
        note.item_rule,
        note.consent,
    )


def is_quote_pending(note: OpenNote) -> bool:
    """Whether it waits until somebody settles how it may be used: a quote does so by itself."""
    return attribution_of(note.attribution, note.kind) is Attribution.PENDING


def is_figure_unverified(note: OpenNote) -> bool:
    """Whether it is a data point that nobody has verified."""
    return note.kind == NoteKind.DATA_POINT.value and not note.verified


def is_doubtful(note: OpenNote) -> bool:
    """Whether it is marked as to be verified; of a data point its figure tells that."""
    return note.to_verify and not is_figure_unverified(note)


def is_commitment_open(note: OpenNote) -> bool:
    """Whether a commitment or follow-up lacks who does it, or by when."""
    return not {Lack.WHO, Lack.WHEN}.isdisjoint(lacks_of(note))


def is_recommendation_open(note: OpenNote) -> bool:
    """Whether a recommendation is addressed to nobody."""
    return Lack.ADDRESSEE in lacks_of(note)


def is_question_open(note: OpenNote) -> bool:
    """Whether a question has no answer."""
    return Lack.ANSWER in lacks_of(note)


def is_case_open(note: OpenNote) -> bool:
    """Whether a city case has no case record."""
    return note.kind == NoteKind.CITY_CASE.value and not note.case_id


def is_without_speaker(note: OpenNote) -> bool:
    """Whether nobody is known to have said it, neither a person nor a body."""
    return not (note.speaker_id or note.voice.strip() or note.kind in NEEDS_NO_SPEAKER)


def is_without_kind(note: OpenNote) -> bool:
    """Whether it has no kind."""
    return not note.kind


NOTE_RULES: dict[Code, Callable[[OpenNote], bool]] = {
    Code.QUOTE: is_quote_pending,
    Code.FIGURE: is_figure_unverified,
    Code.DOUBT: is_doubtful,
    Code.COMMITMENT: is_commitment_open,
    Code.RECOMMENDATION: is_recommendation_open,
    Code.QUESTION: is_question_open,
    Code.CASE: is_case_open,
    Code.SPEAKER: is_without_speaker,
    Code.KIND: is_without_kind,
}


def open_of_note(note: OpenNote) -> tuple[Code, ...]:
    """All that is open about a note."""
    return () if asks_nothing(note) else tuple(code for code, rule in NOTE_RULES.items() if rule(note))


def is_consent_open(person: OpenPerson) -> bool:
    """Whether notes hang on the consent of somebody who has not given it."""
    return person.notes > 0 and consent_of(person.consent) in UNSETTLED


def is_unlisted(person: OpenPerson) -> bool:
    """Whether somebody was only typed, and is in no list of people."""
    return person.unlisted


def is_unanswered(question: OpenQuestion) -> bool:
    """Whether no note answers a guiding question."""
    return not question.notes
