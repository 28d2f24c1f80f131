"""The note being typed, in words: what it will be kept as. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.domain import dates, moments
from facilitator.domain.consent import (
    CONSENT_LABELS,
    DISCLOSURE_LABELS,
    Attribution,
    Consent,
    Disclosure,
    of_attribution,
    of_note,
)
from facilitator.domain.vocabulary import HEARD_FROM_LABELS, HeardFrom, NoteKind, attribution_of
from facilitator.features.notes.capture import due, slots
from facilitator.features.notes.capture.completing import Completions
from facilitator.features.notes.capture.draft import CaptureDraft
from facilitator.features.notes.offered import Offered
from facilitator.features.notes.rows import RunFrame
from facilitator.features.notes.wording import kind_words
from facilitator.translation import tr


def origin_words(note: CaptureDraft, item: str, speaker: str, consent: Consent | None, zone: str) -> str:
    """Minute, item and speaker, with the speaker's consent."""
    who = speaker or tr("no speaker")
    if consent is not None:
        who = tr("{name} ({consent})").format(name=who, consent=tr(CONSENT_LABELS[consent]))
    parts = (moments.minute(note.began_at, zone), item, who)
    return " · ".join(part for part in parts if part)


def disclosure_of_note(note: CaptureDraft, rule: Attribution, consent: Consent | None) -> Disclosure:
    """What a publication may show of the note."""
    if note.marks.kind == NoteKind.LOGISTICS.value:
        return Disclosure.OFF_THE_RECORD
    return of_note(attribution_of(note.marks.attribution, note.marks.kind), rule, consent)


def publication_words(note: CaptureDraft, rule: Attribution, consent: Consent | None) -> str:
    """What a publication may show of the note, and what that comes from."""
    if note.marks.kind == NoteKind.LOGISTICS.value:
        return tr("Never published")
    own = attribution_of(note.marks.attribution, note.marks.kind)
    level = of_note(own, rule, consent)
    if note.marks.kind == NoteKind.QUOTE.value and level is Disclosure.WITHHELD is of_attribution(own):
        return tr("Pending until settled")
    if level is of_attribution(own):
        words = tr("In a publication: {level}")
    elif level is of_attribution(rule):
        words = tr("In a publication: {level}, by the rule")
    else:
        words = tr("In a publication: {level}, by consent")
    return words.format(level=tr(DISCLOSURE_LABELS[level]))


def detail_words(
    note: CaptureDraft,
    frame: RunFrame,
    offered: Offered,
    known: Completions,
    consent: Consent | None,
    today: str,
) -> str:
    """All else that the note will be kept with: what stands behind bars first, as that is being typed."""
    marks = note.marks
    parts = [
        *slot_words(note.text, marks.kind, today),
        kind_words(marks.kind) if marks.kind else "",
        *_spoken(note, offered),
        publication_words(note, frame.rule_of(note.item_id), consent),
        *(tr("#{name}").format(name=name) for one in marks.term_ids if (name := known.name_of_term(one))),
        *_question(marks.question_id, [row_id for row_id, _ in offered.questions]),
    ]
    return " · ".join(part for part in parts if part)


def slot_words(text: str, kind: str, today: str) -> Iterator[str]:
    """What stands behind the bars, as it will be kept, and what Tab would begin. ``today`` is an ISO date."""
    _, fields = slots.read(text.strip(), kind)
    for name, label in slots.SLOTS.get(kind, ()):
        if value := fields.get(name):
            shown = _due(value, today) if name == "due" else value
            yield tr("{field}: {value}").format(field=tr(label), value=shown)
    following = slots.next_slot(text, kind)
    figure = slots.lone_figure(text, kind)
    if following and figure:
        yield tr("Tab takes: {figure}").format(figure=" ".join(figure).strip())
    elif following:
        yield tr("Tab: {field}").format(field=tr(following))


def _due(text: str, today: str) -> str:
    day = due.meant(text, today)
    if not day or day == text:
        return dates.show_date(text) if day else text
    return tr("{words} ({date})").format(words=text, date=dates.show_date(day))


def _spoken(note: CaptureDraft, offered: Offered) -> Iterator[str]:
    if note.marks.heard_from:
        yield tr(HEARD_FROM_LABELS[HeardFrom(note.marks.heard_from)])
    code = note.marks.language
    if not code and note.marks.kind == NoteKind.QUOTE.value:
        code = offered.language_of(note.item_id, note.speaker_id)
    if code:
        yield tr(dict(offered.languages).get(code, code))


def _question(question_id: str, ids: Sequence[str]) -> Iterator[str]:
    if question_id in ids:
        yield tr("Question {number}").format(number=ids.index(question_id) + 1)
