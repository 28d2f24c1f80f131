"""How notes are told in words: their kind, their attribution, and the whole line for those who listen to it."""

from __future__ import annotations

from facilitator.domain import moments
from facilitator.domain.consent import (
    CONSENT_LABELS,
    DISCLOSURE_LABELS,
    Consent,
    Disclosure,
    of_attribution,
    of_note,
)
from facilitator.domain.vocabulary import NOTE_KIND_LABELS, NoteKind, attribution_of
from facilitator.features.notes.lacking import LACK_LABELS
from facilitator.features.notes.rows import NoteDetail, NoteLine
from facilitator.translation import mark, ntr, tr

NO_KIND = mark("No kind yet")
NOT_PUBLISHED = mark("Not published")

FIELD_LABELS = {
    "text": mark("Text"),
    "kind": mark("Kind"),
    "speaker_id": mark("Speaker"),
    "voice": mark("Voice of"),
    "agenda_item_id": mark("Agenda item"),
    "began_at": mark("Moment"),
    "attribution": mark("Attribution"),
    "starred": mark("Starred"),
    "to_verify": mark("To verify"),
    "verified": mark("Verified"),
    "language": mark("Language spoken"),
    "heard_from": mark("Heard"),
    "figure": mark("Figure"),
    "unit": mark("Unit"),
    "source": mark("Source of the figure"),
    "responsible": mark("Who does it"),
    "due": mark("By when"),
    "addressee": mark("Addressed to"),
    "answer": mark("Answer"),
    "case_id": mark("Case"),
    "place_id": mark("City or territory"),
    "question_id": mark("Guiding question"),
    "horizon": mark("Horizon"),
    "source_url": mark("Source"),
    "author": mark("Noted by"),
}
"""The columns of a note that people know of, in the order in which they are told."""

_KINDS = {kind.value: label for kind, label in NOTE_KIND_LABELS.items()}


def kind_words(code: str) -> str:
    """What a note is, in words."""
    return tr(_KINDS.get(code, NO_KIND)) if not code or code in _KINDS else code


def disclosure_words(line: NoteLine) -> str:
    """What a publication may show of a note, in a word or two; empty where it may show everything."""
    if line.kind == NoteKind.LOGISTICS.value:
        return tr(NOT_PUBLISHED)
    return "" if line.disclosure is Disclosure.NAMED else tr(DISCLOSURE_LABELS[line.disclosure])


def marks(line: NoteLine) -> list[str]:
    """What else is to be known of a note at a glance."""
    found = [tr("Starred")] if line.starred else []
    if line.pictures:
        found.append(ntr("One picture", "{count} pictures", line.pictures).format(count=line.pictures))
    return [*found, tr("To verify")] if line.to_verify else found


def lack_words(line: NoteLine) -> list[str]:
    """What is open about a note."""
    return [tr(LACK_LABELS[lack]) for lack in line.lacks]


def consent_words(line: NoteLine) -> str:
    """What the speaker agreed to; empty where no person is known."""
    if not line.consent:
        return ""
    known = line.consent in set(Consent)
    return tr("Consent: {consent}").format(
        consent=tr(CONSENT_LABELS[Consent(line.consent)]) if known else line.consent
    )


def spoken_line(line: NoteLine) -> str:
    """The note as a screen reader tells it."""
    parts = (
        moments.minute(line.began_at, line.zone),
        kind_words(line.kind),
        line.speaker,
        line.text,
        consent_words(line),
        disclosure_words(line) and tr("In a publication: {level}").format(level=disclosure_words(line)),
        *marks(line),
        *lack_words(line),
        *(tr("#{tag}").format(tag=tag) for tag in line.tags),
        tr("Has a case") if line.case_id else "",
    )
    return ". ".join(part for part in parts if part)


def publication_words(detail: NoteDetail) -> str:
    """What a publication may show of a note, and what that comes from."""
    kind = detail.values["kind"]
    if kind == NoteKind.LOGISTICS.value:
        return tr("Notes on logistics are never published.")
    own = attribution_of(detail.values["attribution"], kind)
    level = of_note(own, detail.session_rule, detail.speakers_consent)
    words = tr(DISCLOSURE_LABELS[level])
    if level is of_attribution(own):
        return tr("In a publication: {level}.").format(level=words)
    if level is of_attribution(detail.session_rule):
        return tr("In a publication: {level}, by the rule of the session.").format(level=words)
    return tr("In a publication: {level}, by the consent of the speaker.").format(level=words)
