"""What a paper shows as data for programs: the file that its PDF carries where that is wanted.

Made of what the gate cleared, and only of what the paper prints. Ids are those of the library's rows, so that those who
have it find the note behind a sentence. The id of a row tells when it was made, and with the agenda who spoke then: of
notes whose speaker must not be told there stands a digest of it, the same in each later paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from facilitator.domain.consent import Disclosure
from facilitator.domain.times import clock
from facilitator.domain.vocabulary import NoteKind
from facilitator.features.briefing.cleared import (
    ClearedBriefing,
    ClearedParagraph,
    ClearedSection,
    Figures,
    Tally,
)
from facilitator.features.briefing.templates import Content, Template
from facilitator.publishing.document import Attachment, Field, Record, Reference, Value, record
from facilitator.publishing.gate import ClearedCase, ClearedNote, ClearedPerson
from facilitator.publishing.wording import Wording
from facilitator.reading.branding import stem_of
from facilitator.reading.facts import SessionFacts
from facilitator.translation import mark

_OF_CASES = (Content.CITIES, Content.CASE_SHEETS, Content.CATALOGUE)

VERSION = 1
"""Counts up when a field changes its meaning or goes; that more come is no new version."""


def attachment_of(paper: ClearedBriefing, kind: Template, title: str, wording: Wording) -> Attachment:
    """The data of a paper with this title, for its seal."""
    data = record(
        format="facilitator-paper",
        version=VERSION,
        paper=kind.name,
        language=paper.language,
        title=title,
        session=_session(paper.session),
    )
    fields = (*data.fields, *_shown(paper, kind, wording))
    told = wording(mark("What this paper shows, as data for programs (JSON)"))
    return Attachment(stem_of(paper.session, f"{kind.name}-data"), Record(fields), told)


def _shown(paper: ClearedBriefing, kind: Template, wording: Wording) -> Iterator[Field]:
    """What each part of the paper prints."""
    keys = {part.key for part in kind.parts}
    if kind.shows(Content.ABOUT, Content.PROGRAMME, Content.TIMES):
        yield Field(
            "agenda", tuple(_line(one.segment, one.title, one.minutes) for one in paper.session.agenda)
        )
        yield Field("times", tuple(_time(*one) for one in paper.times))
    if kind.shows(Content.SPEAKERS, Content.KEY_FIGURES, Content.VOICES):
        yield Field("figures", _figures(paper.figures))
    if kind.shows(Content.SPEAKERS, Content.PEOPLE):
        yield Field("speakers", tuple(map(_speaker, paper.speakers)))
    if kind.shows(*_OF_CASES):
        yield Field("cases", tuple(map(_case, paper.cases)))
    sections = [section for section in paper.sections if section.paragraphs and section.key in keys]
    yield Field("parts", tuple(_part(section, kind, paper, wording) for section in sections))
    used = {note.id: note for section in sections for one in section.paragraphs for note in one.notes}
    if kind.shows(Content.RESOURCES):
        used |= {note.id: note for note in paper.notes if note.kind is NoteKind.REFERENCE}
    yield Field("notes", tuple(map(_note, used.values())))


def _session(session: SessionFacts) -> Record:
    return record(
        id=Reference(session.id),
        series=session.series,
        label=session.label,
        title=session.title,
        theme=session.theme,
        themes=session.themes,
        date=session.date,
        date_as_written=session.date_as_written,
        start="" if session.start is None else clock(session.start),
        zone=session.zone,
        minutes=session.minutes,
        languages=session.languages,
        hosts=session.hosts,
        partners=session.partners,
        questions=session.questions,
        hashtag=session.hashtag,
        contact=session.contact,
        link=session.link,
        source_url=session.source_url,
    )


def _line(segment: str, title: str, minutes: int | None) -> Record:
    return record(segment=segment, title=title, minutes=minutes)


def _time(title: str, planned: int, used: int) -> Record:
    return record(title=title, planned_minutes=planned, used_minutes=used)


def _figures(figures: Figures) -> Record:
    return record(
        speakers=figures.speakers,
        unlisted=figures.unlisted,
        minutes=figures.minutes,
        genders=tuple(map(_tally, figures.genders)),
        sections=tuple(map(_tally, figures.sections)),
    )


def _tally(tally: Tally) -> Record:
    return record(label=tally.label, heads=tally.heads, minutes=tally.minutes)


def _speaker(person: ClearedPerson) -> Record:
    return record(
        name=person.name,
        office=person.office,
        role=person.role,
        organisation=person.organisation,
        place=person.place,
        country=person.country,
        section=person.section,
    )


def _case(case: ClearedCase) -> Record:
    return record(
        title=case.title,
        place=case.place,
        country=case.country,
        challenge=case.challenge,
        measures=case.measures,
        results=case.results,
        links=tuple(case.links.split()),
        source_url=case.source_url,
        themes=tuple(theme.label for theme in case.themes),
    )


def _part(section: ClearedSection, kind: Template, paper: ClearedBriefing, wording: Wording) -> Record:
    part = kind.part(section.key)
    return record(
        key=section.key,
        heading=section.heading or (wording(part.heading) if part else ""),
        paragraphs=tuple(_paragraph(one, paper.second_language) for one in section.paragraphs),
    )


def _paragraph(paragraph: ClearedParagraph, second_language: str) -> Record:
    fields: dict[str, Value] = {
        "style": paragraph.style.value,
        "text": paragraph.text,
        "caption": paragraph.caption,
        "evidence": tuple(map(_id, paragraph.notes)),
    }
    if second_language:
        fields["second_language"] = second_language
        fields["second_text"] = "".join(run.text for run in paragraph.second)
        fields["second_caption"] = paragraph.second_caption
    return record(**fields)


def _note(note: ClearedNote) -> Record:
    return record(
        id=_id(note),
        kind=note.kind.value if note.kind else "",
        text=note.text,
        attribution=note.attribution,
        place=note.place,
        language=note.language,
        heard_from=note.heard_from.value,
        horizon=note.horizon.value,
        addressee=note.addressee,
        responsible=note.responsible,
        due=note.due,
        figure=note.figure,
        unit=note.unit,
        source=note.source,
        to_verify=note.to_verify and not note.verified,
        answer=note.answer,
        source_url=note.source_url,
        themes=tuple(theme.label for theme in note.themes),
        decalogue=tuple(point.code for point in note.decalogue),
    )


def _id(note: ClearedNote) -> Reference:
    if note.level < Disclosure.CHATHAM_HOUSE:
        return Reference(note.id)
    return Reference(hashlib.sha256(note.id.encode("utf-8", "surrogatepass")).hexdigest()[:32])
