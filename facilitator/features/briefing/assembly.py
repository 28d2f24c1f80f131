"""Draft the sections of a paper from notes, each paragraph with the note behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitator.domain.consent import Attribution
from facilitator.domain.prose.style import Style
from facilitator.domain.vocabulary import HORIZON_LABELS, Horizon, NoteKind
from facilitator.features.briefing.snapshot import DraftParagraph, DraftSection, Snapshot
from facilitator.features.briefing.templates import Group, Part, template
from facilitator.publishing.gate.subjects import NoteSubject
from facilitator.publishing.wording import Wording

_STYLES = {NoteKind.QUOTE: Style.QUOTATION}


def assemble(snapshot: Snapshot) -> tuple[DraftSection, ...]:
    """The sections that hold paragraphs, in the template's order. The texts are those of the notes, as they are:
    who said them is told by the gate when the paper is made. What is off the record and logistics stay out."""
    wording = Wording(snapshot.material.language)
    return tuple(
        DraftSection(part.key, tuple(_paragraphs(part, snapshot, wording)))
        for part in template(snapshot.template).drafted
    )


def paragraph_of(note: NoteSubject) -> DraftParagraph:
    """The paragraph that a note becomes."""
    style = _STYLES.get(note.kind, Style.BULLET) if note.kind else Style.BULLET
    return DraftParagraph(style, note.text, (note.id,))


def _paragraphs(part: Part, snapshot: Snapshot, wording: Wording) -> Iterator[DraftParagraph]:
    if part.key == "context":
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
        yield from _grouped(group, notes, wording)


def _notes(group: Group, snapshot: Snapshot) -> list[NoteSubject]:
    return [
        note
        for note in snapshot.material.notes
        if (note.kind.value if note.kind else "") in group.kinds
        and note.attribution is not Attribution.OFF_THE_RECORD
        and (not group.speakers or (note.id in snapshot.from_partners) == (group.speakers == "partners"))
        and note.text.strip()
    ]


def _grouped(group: Group, notes: Sequence[NoteSubject], wording: Wording) -> Iterator[DraftParagraph]:
    if group.by == "horizon":
        buckets = [
            (wording(HORIZON_LABELS[horizon]) if horizon else "", [n for n in notes if n.horizon is horizon])
            for horizon in (Horizon.NONE, Horizon.IMMEDIATE, Horizon.RECOVERY, Horizon.BEYOND)
        ]
    elif group.by == "theme":
        buckets = _by_theme(notes)
    else:
        buckets = [("", list(notes))]
    for heading, members in buckets:
        if heading and members:
            yield DraftParagraph(Style.SUBHEADING, heading)
        yield from (paragraph_of(note) for note in members)


def _by_theme(notes: Iterable[NoteSubject]) -> list[tuple[str, list[NoteSubject]]]:
    """Notes by their first theme, in the order in which themes first come up; those without one first. A theme
    that all share, which will be the session's own, is no heading."""
    found: dict[str, list[NoteSubject]] = {"": []}
    for note in notes:
        found.setdefault(note.themes[0].label if note.themes else "", []).append(note)
    one = len([label for label, members in found.items() if members]) == 1
    return [("" if one else label, members) for label, members in found.items()]
