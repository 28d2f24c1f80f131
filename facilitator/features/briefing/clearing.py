"""Take a snapshot through the gate: what comes out may be printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from facilitator.domain.prose.style import Style
from facilitator.domain.vocabulary import SILENT_ROLES
from facilitator.features.briefing.assembly import assemble
from facilitator.features.briefing.cleared import ClearedBriefing, ClearedParagraph, ClearedSection
from facilitator.features.briefing.figures import figures_of
from facilitator.features.briefing.marking import runs_of
from facilitator.features.briefing.snapshot import DELETED, DraftParagraph, DraftSection, Snapshot
from facilitator.features.briefing.templates import Template
from facilitator.publishing.gate import Clearance, ClearedPerson, Finding, Severity, clear
from facilitator.reading.branding import on_lost_logos
from facilitator.translation import tr


def clear_briefing(snapshot: Snapshot) -> ClearedBriefing:
    """Clear the stored paragraphs, or those drafted from the notes where none are stored, and the records."""
    clearance = clear(snapshot.material)
    language = snapshot.second_language
    other = replace(clearance, protection=clearance.protection.told_in(language)) if language else clearance
    drafts = snapshot.sections if snapshot.sections is not None else assemble(snapshot)
    findings = [
        *clearance.findings,
        *(finding for draft in drafts for finding in _findings(draft, clearance, snapshot.template)),
        *on_lost_logos(snapshot.lost_logos),
    ]
    session = snapshot.session
    return ClearedBriefing(
        snapshot.template,
        snapshot.material.language,
        snapshot.title,
        session,
        tuple(_section(draft, clearance, other) for draft in drafts),
        tuple(clearance.notes.values()),
        tuple(clearance.cases.values()),
        tuple(_speakers(snapshot, clearance)),
        figures_of(snapshot, clearance),
        clearance.protection,
        snapshot.second_language,
        snapshot.second_title,
        snapshot.times,
        tuple(dataclasses.replace(finding, session_id=session.id) for finding in findings),
        snapshot.logos,
        snapshot.occasions,
    )


def _section(draft: DraftSection, clearance: Clearance, other: Clearance) -> ClearedSection:
    paragraphs = [found for one in draft.paragraphs if (found := _paragraph(one, clearance, other))]
    kept = tuple(_without_bare_subheadings(paragraphs))
    return ClearedSection(draft.key, draft.heading, kept, draft.second_heading)


def _paragraph(draft: DraftParagraph, clearance: Clearance, other: Clearance) -> ClearedParagraph | None:
    """None when a note behind it may not be published, and for a quotation with no note: nobody has cleared it.
    ``other`` clears the second language: what stands for a name is in that."""
    if draft.style is Style.QUOTATION and not draft.evidence:
        return None
    runs = clearance.runs(runs_of(draft.text, draft.spans), draft.evidence)
    if runs is None or not ("".join(run.text for run in runs).strip() or draft.picture):
        return None
    return ClearedParagraph(
        draft.style,
        runs,
        tuple(clearance.notes[one] for one in draft.evidence),
        clearance.prose(draft.caption, draft.evidence) or "",
        draft.picture,
        other.runs(runs_of(draft.second_text, draft.second_spans), draft.evidence) or (),
        other.prose(draft.second_caption, draft.evidence) or "",
    )


def _without_bare_subheadings(paragraphs: list[ClearedParagraph]) -> Iterator[ClearedParagraph]:
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        bare = after is None or after.style is Style.SUBHEADING
        if not (paragraph.style is Style.SUBHEADING and bare):
            yield paragraph


def _speakers(snapshot: Snapshot, clearance: Clearance) -> Iterator[ClearedPerson]:
    roles: dict[str, set[str]] = {}
    for appearance in snapshot.appearances:
        roles.setdefault(appearance.person_id, set()).add(appearance.role_code)
    for person in snapshot.material.people:
        cleared = clearance.people[person.id]
        if person.present and cleared.listed and not roles.get(person.id, {""}) <= SILENT_ROLES:
            yield cleared


def _findings(draft: DraftSection, clearance: Clearance, kind: Template) -> Iterator[Finding]:
    if not any(paragraph.style is not Style.SUBHEADING for paragraph in draft.paragraphs):
        part = kind.part(draft.key)
        name = draft.heading or (tr(part.heading) if part else draft.key)
        message = tr("Nothing was noted for the part “{part}”.").format(part=name)
        yield Finding("empty_part", Severity.INFO, message)
    for paragraph in draft.paragraphs:
        missing = [one for one in paragraph.evidence if one not in clearance.notes]
        if DELETED in missing:
            message = tr("A paragraph is left out, because a note behind it was deleted.")
            yield Finding("note_deleted", Severity.WARNING, message, *_row(paragraph))
        elif missing:
            message = tr("A paragraph is left out, because a note behind it may not be published.")
            yield Finding("paragraph_withheld", Severity.WARNING, message, *_row(paragraph))
        elif paragraph.id and _tells_too_much(paragraph, clearance):
            message = tr("A paragraph tells what must not be told of someone; it was replaced in print.")
            yield Finding("replaced_in_paragraph", Severity.WARNING, message, *_row(paragraph))
        elif not paragraph.evidence and paragraph.style is Style.QUOTATION:
            message = tr("A quotation is left out, because no note says who cleared it.")
            yield Finding("quotation_without_evidence", Severity.WARNING, message, *_row(paragraph))
        elif not paragraph.evidence and paragraph.style is not Style.SUBHEADING and paragraph.id:
            message = tr("A paragraph rests on no note.")
            yield Finding("paragraph_without_evidence", Severity.INFO, message, *_row(paragraph))


def _tells_too_much(paragraph: DraftParagraph, clearance: Clearance) -> bool:
    texts = (paragraph.text, paragraph.caption, paragraph.second_text, paragraph.second_caption)
    return any(clearance.prose(text, paragraph.evidence) != text for text in texts)


def _row(paragraph: DraftParagraph) -> tuple[str, str]:
    return ("briefing_paragraph", paragraph.id) if paragraph.id else ("", "")
