"""Draft the sections of a paper from notes, each paragraph with the note behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitator.domain.consent import Attribution
from facilitator.domain.prose.style import Style
from facilitator.domain.vocabulary import HORIZON_LABELS, Horizon, NoteKind
from facilitator.features.briefing.snapshot import DraftParagraph, DraftSection, Snapshot
from facilitator.features.briefing.templates import Group, Opening, Part, Voice
from facilitator.publishing.gate.subjects import NoteSubject
from facilitator.publishing.typography import typography
from facilitator.publishing.wording import Wording

_STYLES = {Voice.NUMBERED: Style.NUMBERED, Voice.SENTENCE: Style.BODY, Voice.PROSE: Style.BODY}
_ENDS = ".!?…。！？؟"
_CLOSING = "\"'”’»)]」』"


def assemble(snapshot: Snapshot) -> tuple[DraftSection, ...]:
    """The sections that hold paragraphs, in the template's order. The texts are those of the notes, in the voice of
    each part: who said them is told by the gate when the paper is made. What is off the record and logistics stay
    out."""
    wording = Wording(snapshot.material.language)
    return tuple(
        DraftSection(part.key, tuple(_paragraphs(part, snapshot, wording)))
        for part in snapshot.template.drafted
    )


def paragraphs_of(
    notes: Sequence[NoteSubject], voice: Voice = Voice.ENTRY, language: str = "en"
) -> Iterator[DraftParagraph]:
    """The paragraphs that notes become in the voice of a part, in a paper of a language (BCP 47). What was said word
    for word is a quotation in each voice."""
    told = [note for note in notes if note.kind is not NoteKind.QUOTE]
    if voice is Voice.PROSE and len(told) > 1:
        text = typography(language).after_sentence.join(sentence(note.text, language) for note in told)
        yield DraftParagraph(Style.BODY, text, tuple(note.id for note in told))
        notes = [note for note in notes if note.kind is NoteKind.QUOTE]
    for note in notes:
        if note.kind is NoteKind.QUOTE:
            yield DraftParagraph(Style.QUOTATION, note.text, (note.id,))
        else:
            as_sentence = voice in (Voice.SENTENCE, Voice.PROSE)
            text = sentence(note.text, language) if as_sentence else note.text
            yield DraftParagraph(_STYLES.get(voice, Style.BULLET), text, (note.id,))


def sentence(text: str, language: str) -> str:
    """Words as a sentence: with a large first letter, and a full stop where nothing else ends them."""
    words = text.strip()
    last = words.rstrip(_CLOSING)[-1:]
    end = "" if not last or last in _ENDS else typography(language).full_stop
    return words[:1].upper() + words[1:] + end


def _paragraphs(part: Part, snapshot: Snapshot, wording: Wording) -> Iterator[DraftParagraph]:
    if part.opening is Opening.SESSION:
        for text in (snapshot.session.about, snapshot.session.series_about):
            for prose in filter(None, (prose.strip() for prose in text.split("\n\n"))):
                yield DraftParagraph(Style.BODY, prose)
    given = 0
    for group in part.groups:
        notes = _notes(group, snapshot)
        if (group.fallback and given) or not notes:
            continue
        if part.limit:
            notes = sorted(notes, key=lambda note: not note.starred)[: part.limit - given]
        given += len(notes)
        if group.heading:
            yield DraftParagraph(Style.SUBHEADING, wording(group.heading))
        yield from _grouped(group, part.voice, notes, wording)


def _notes(group: Group, snapshot: Snapshot) -> list[NoteSubject]:
    return [
        note
        for note in snapshot.material.notes
        if (note.kind.value if note.kind else "") in group.kinds
        and note.attribution is not Attribution.OFF_THE_RECORD
        and (not group.speakers or (note.id in snapshot.from_partners) == (group.speakers == "partners"))
        and note.text.strip()
    ]


def _grouped(
    group: Group, voice: Voice, notes: Sequence[NoteSubject], wording: Wording
) -> Iterator[DraftParagraph]:
    if group.by == "horizon":
        buckets = [
            (wording(HORIZON_LABELS[horizon]) if horizon else "", [n for n in notes if n.horizon is horizon])
            for horizon in (Horizon.NONE, Horizon.IMMEDIATE, Horizon.RECOVERY, Horizon.BEYOND)
        ]
    elif group.by == "theme":
        buckets = _by_theme(notes)
    elif group.by == "speaker":
        buckets = [("", members) for members in _by_speaker(notes)]
    else:
        buckets = [("", list(notes))]
    for heading, members in buckets:
        if heading and members:
            yield DraftParagraph(Style.SUBHEADING, heading)
        yield from paragraphs_of(members, voice, wording.language)


def _by_theme(notes: Iterable[NoteSubject]) -> list[tuple[str, list[NoteSubject]]]:
    """Notes by their first theme, in the order in which themes first come up; those without one first. A theme
    that all share, which will be the session's own, is no heading."""
    found: dict[str, list[NoteSubject]] = {"": []}
    for note in notes:
        found.setdefault(note.themes[0].label if note.themes else "", []).append(note)
    one = len([label for label, members in found.items() if members]) == 1
    return [("" if one else label, members) for label, members in found.items()]


def _by_speaker(notes: Iterable[NoteSubject]) -> list[list[NoteSubject]]:
    """Notes by who spoke, in the order in which they first did; those that nobody is known for stand alone."""
    found: dict[str, list[NoteSubject]] = {}
    for note in notes:
        found.setdefault(note.speaker_id or note.voice or note.id, []).append(note)
    return list(found.values())
