"""What settles a finding where it stands, with one key."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.consent import (
    ATTRIBUTION_LABELS,
    ATTRIBUTION_MEANINGS,
    CONSENT_LABELS,
    CONSENT_MEANINGS,
    Attribution,
    Consent,
)
from facilitator.domain.prose.spans import replaced, write_spans
from facilitator.features.briefing import commands
from facilitator.features.briefing.checking.print_mends import Mend, print_mends
from facilitator.features.briefing.checking.rules import Occasion, wrong_facts
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow
from facilitator.publishing.gate import Finding
from facilitator.storage.edits import SetFields
from facilitator.storage.records import NoteRecord, PersonRecord
from facilitator.translation import tr

_ANSWERS = ("named", "by_role", "chatham_house", "off_the_record")


def mends_of(finding: Finding, briefing: BriefingRow | None, occasion: Occasion) -> list[Mend]:
    """The ways, the most usual first; none where something must be written."""
    return list(_mends(finding, briefing, occasion))


def _mends(finding: Finding, briefing: BriefingRow | None, occasion: Occasion) -> Iterator[Mend]:
    row = _paragraph(briefing, finding.row_id)
    match finding.code:
        case "quote_pending" | "note_pending":
            label = tr("Settle attribution")
            for code in _ANSWERS:
                answer = Attribution(code)
                command = SetFields(NoteRecord, finding.row_id, {"attribution": code}, label)
                yield Mend(tr(ATTRIBUTION_LABELS[answer]), command, tr(ATTRIBUTION_MEANINGS[answer]))
        case "data_point_to_verify":
            values = {"verified": True, "to_verify": False}
            words = tr("The figure is verified")
            yield Mend(words, SetFields(NoteRecord, finding.row_id, values, words))
        case "person_not_asked" | "person_pending":
            label = tr("Change consent")
            for code in _ANSWERS:
                consent = Consent(code)
                command = SetFields(PersonRecord, finding.row_id, {"consent": code}, label)
                yield Mend(tr(CONSENT_LABELS[consent]), command, tr(CONSENT_MEANINGS[consent]))
        case "source_moved":
            yield Mend(tr("Take the new words"), commands.FollowSource(finding.row_id, takes_words=True))
            yield Mend(tr("Keep the paragraph"), commands.FollowSource(finding.row_id, takes_words=False))
        case "second_outdated":
            yield Mend(tr("The second language still holds"), commands.keep_second(finding.row_id))
        case "fact_differs" if row:
            for wrong, right in wrong_facts(row.text, occasion):
                words = tr("Write “{right}”").format(right=right)
                text, spans = replaced(row.text, row.spans, wrong, right, 1)
                fields = {"text": text, "spans": write_spans(spans)}
                yield Mend(words, commands.edit_words(finding.row_id, fields))
        case "glyph_missing" | "link_dead" | "link_inside_dead" | "picture_without_alternative" if row:
            yield from print_mends(finding.code, row)
        case "note_deleted":
            words = tr("It stands without that note")
            yield Mend(
                words, commands.ForgetDeleted(finding.row_id), tr("Whoever says so answers for the consent.")
            )
            yield Mend(tr("Delete the paragraph"), commands.delete_paragraphs([finding.row_id]))
        case "quotation_without_evidence" | "paragraph_withheld":
            yield Mend(tr("Delete the paragraph"), commands.delete_paragraphs([finding.row_id]))


def _paragraph(briefing: BriefingRow | None, row_id: str) -> ParagraphRow | None:
    sections = briefing.sections if briefing else ()
    return next((row for section in sections for row in section.paragraphs if row.id == row_id), None)
