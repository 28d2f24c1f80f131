"""Making a case study of what was noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, strictest
from facilitator.domain.errors import Refused
from facilitator.domain.vocabulary import CaseStatus, NoteKind
from facilitator.features.notes.commands.strictness import (
    of_speaker,
    of_voice,
    own_attribution,
    rule_of_item,
)
from facilitator.features.notes.commands.words import in_order
from facilitator.storage.edits import insert
from facilitator.storage.records import (
    CaseStudyRecord,
    CaseTermRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
    PlaceRecord,
)
from facilitator.translation import tr

_SENTENCE = re.compile(r"(?<=[.!?;。！？؟])\s+|\n+")
_LONGEST_TITLE = 90
_FIELDS = {
    NoteKind.CHALLENGE.value: "challenge",
    NoteKind.LESSON.value: "lessons",
    NoteKind.RECOMMENDATION.value: "lessons",
    NoteKind.DATA_POINT.value: "results",
    NoteKind.DISAGREEMENT.value: "obstacles",
    NoteKind.REFERENCE.value: "evidence",
}
"""Where the words of a note belong in a case, by its kind; those of any other tell what was done."""


@dataclass(frozen=True)
class MakeCase:
    """Make a case study, heard in the session, of notes; they belong to it from then on.

    It takes over the speaker, place, moment and terms. Of notes of others than its speaker it takes no words, so that
    their own consent goes on holding for them. It may be told no more than each of the notes. Where some of them belong
    to a case already, the others are added to that one, which stays as it is.
    """

    case_id: str
    note_ids: Sequence[str]

    @property
    def label(self) -> str:
        return tr("Make a city case")

    def apply(self, session: Session) -> None:
        notes = in_order(session, self.note_ids)
        known = {note.case_id for note in notes if note.case_id}
        if len(known) > 1:
            raise Refused(
                tr("The notes were not put together."),
                tr("They belong to different cases."),
                tr("Nothing was changed; the case of each note can be changed where it is edited."),
            )
        case_id = known.pop() if known else self.case_id
        if case_id == self.case_id:
            insert(session, CaseStudyRecord, _case(session, case_id, notes))
            _take_terms(session, case_id, notes)
        for note in notes:
            note.case_id = case_id
            note.kind = note.kind or NoteKind.CITY_CASE.value


def title_of(text: str) -> str:
    """The first sentence of a text, cut between words where it is long."""
    sentence = " ".join(_SENTENCE.split(text.strip(), 1)[0].split()).rstrip(" .;。")
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    cut = sentence[:_LONGEST_TITLE]
    return (cut[: cut.rindex(" ")] if " " in cut else cut).rstrip(" ,;:–-") + "…"


def _case(session: Session, case_id: str, notes: Sequence[NoteRecord]) -> dict[str, object]:
    first = next((note for note in notes if note.speaker_id), notes[0])
    whose = (first.speaker_id, first.voice)
    own = [note for note in notes if (note.speaker_id, note.voice) in (whose, (None, ""))]
    person = session.get(PersonRecord, first.speaker_id) if first.speaker_id else None
    place_id = next((note.place_id for note in own if note.place_id), person.place_id if person else None)
    place = session.get(PlaceRecord, place_id) if place_id else None
    texts: dict[str, list[str]] = {}
    for note in own:
        texts.setdefault(_FIELDS.get(note.kind, "measures"), []).append(note.text)
    return {
        "id": case_id,
        "title": title_of(own[0].text),
        "session_id": first.session_id,
        "speaker_id": first.speaker_id,
        "heard_at": next((note.began_at for note in own if note.began_at is not None), None),
        "place_id": place_id,
        "country": (place.country if place else "") or (person.country if person else ""),
        "section": (place.section if place else "") or (person.section if person else ""),
        "territory": place.territory if place else "",
        "population": place.population if place else None,
        "consent": _consent(session, first.speaker_id, notes).value,
        "status": CaseStatus.HEARD.value,
        **{name: "\n".join(found) for name, found in texts.items()},
    }


def _consent(session: Session, speaker_id: str | None, notes: Sequence[NoteRecord]) -> Attribution:
    """The strictest of what holds for the notes. The session's rule and the consent of the case's speaker hold for the
    case itself, also when they change."""
    found = [Attribution.NAMED]
    for note in notes:
        found += [own_attribution(note), rule_of_item(session, note), of_voice(session, note)]
        if note.speaker_id != speaker_id:
            found.append(of_speaker(session, note.speaker_id))
    return strictest(*found)


def _take_terms(session: Session, case_id: str, notes: Sequence[NoteRecord]) -> None:
    ids = [note.id for note in notes]
    wanted = select(NoteTermRecord.term_id).where(NoteTermRecord.note_id.in_(ids)).distinct()
    for term_id in session.scalars(wanted.order_by(NoteTermRecord.term_id)):
        insert(session, CaseTermRecord, {"case_id": case_id, "term_id": term_id})
