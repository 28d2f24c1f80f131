"""What a person should know before a paper is published. Messages name nobody."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.consent import Consent, Disclosure
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.gate.cleared import Finding, Severity
from facilitator.publishing.gate.levels import Levels
from facilitator.publishing.gate.subjects import Material, NoteSubject, PersonSubject
from facilitator.translation import mark, tr

_OF_PERSON = {
    Consent.NOT_ASKED: (
        "person_not_asked",
        mark("A person was not asked for consent, and is shown by role only."),
    ),
    Consent.PENDING: ("person_pending", mark("A person’s consent is pending: what they said is withheld.")),
}

_PERHAPS_THE_SAME = mark(
    "Who spoke may be someone under a stricter consent: until that is settled, it holds for both."
)


def findings_of(material: Material, levels: Levels) -> Iterator[Finding]:
    """What holds notes, cases and people back, in the order of the material."""
    for table, rows in (("person", material.people), ("note", material.notes)):
        for row in rows:
            if row.id in levels.doubled:
                yield Finding("perhaps_the_same", Severity.WARNING, tr(_PERHAPS_THE_SAME), table, row.id)
    for person in material.people:
        yield from _person(person, levels.people[person.id])
    for note in material.notes:
        yield from _note(note, levels.notes[note.id])
    for case in material.cases:
        if not levels.cases[case.id].text_may_be_published:
            yield Finding(
                "case_withheld",
                Severity.WARNING,
                tr("A case is withheld by its consent."),
                "case_study",
                case.id,
            )


def _person(person: PersonSubject, level: Disclosure) -> Iterator[Finding]:
    if not person.present:
        return
    if person.consent in _OF_PERSON:
        code, message = _OF_PERSON[person.consent]
        yield Finding(code, Severity.WARNING, tr(message), "person", person.id)
    elif level is not Disclosure.NAMED and person.consent is Consent.NAMED:
        message = tr("A person may be named, but is not: all that was noted of them is under restriction.")
        yield Finding("person_beside_notes", Severity.INFO, message, "person", person.id)


def _note(note: NoteSubject, level: Disclosure) -> Iterator[Finding]:
    if note.kind is NoteKind.LOGISTICS:
        return
    if level is Disclosure.WITHHELD:
        if note.kind is NoteKind.QUOTE:
            message = tr("A quote is withheld until it is cleared.")
            yield Finding("quote_pending", Severity.WARNING, message, "note", note.id)
        else:
            message = tr("A note is withheld until its attribution is settled.")
            yield Finding("note_pending", Severity.WARNING, message, "note", note.id)
    elif level is Disclosure.OFF_THE_RECORD:
        message = tr("A note is off the record, and is left out.")
        yield Finding("note_off_the_record", Severity.INFO, message, "note", note.id)
    elif note.kind is NoteKind.DATA_POINT and note.to_verify and not note.verified:
        message = tr("A data point is to be verified, and is marked so in print.")
        yield Finding("data_point_to_verify", Severity.WARNING, message, "note", note.id)
