"""What the library keeps, one file per area. Records never leave queries and commands."""

from facilitator.storage.records.agenda import (
    AgendaItemRecord,
    AgendaTemplateRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
)
from facilitator.storage.records.base import Base, index_references
from facilitator.storage.records.briefings import (
    BriefingParagraphRecord,
    BriefingRecord,
    BriefingSectionRecord,
    BriefingStepRecord,
    ClearanceSheetRecord,
    EvidenceRecord,
    PaperTemplateRecord,
)
from facilitator.storage.records.cases import CaseStudyRecord
from facilitator.storage.records.files import AttachmentRecord
from facilitator.storage.records.notes import NoteRecord
from facilitator.storage.records.people import OrganisationRecord, PersonRecord, PlaceRecord
from facilitator.storage.records.running import RunEventRecord
from facilitator.storage.records.sessions import (
    GuidingQuestionRecord,
    LearningSessionRecord,
    MaterialRecord,
    SeriesRecord,
    SessionOrganisationRecord,
)
from facilitator.storage.records.terms import CaseTermRecord, NoteTermRecord, SessionTermRecord, TermRecord

index_references(Base.metadata)

__all__ = [
    "AgendaItemRecord",
    "AgendaTemplateRecord",
    "AppearanceRecord",
    "AttachmentRecord",
    "Base",
    "BreakoutGroupRecord",
    "BriefingParagraphRecord",
    "BriefingRecord",
    "BriefingSectionRecord",
    "BriefingStepRecord",
    "CaseStudyRecord",
    "CaseTermRecord",
    "ClearanceSheetRecord",
    "EvidenceRecord",
    "GuidingQuestionRecord",
    "LearningSessionRecord",
    "MaterialRecord",
    "NoteRecord",
    "NoteTermRecord",
    "OrganisationRecord",
    "PaperTemplateRecord",
    "PersonRecord",
    "PlaceRecord",
    "RunEventRecord",
    "SeriesRecord",
    "SessionOrganisationRecord",
    "SessionTermRecord",
    "TermRecord",
]
