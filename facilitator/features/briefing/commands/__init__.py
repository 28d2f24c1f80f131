"""Writes of briefings."""

from facilitator.features.briefing.commands.clearing import MarkSent, SettleSheet
from facilitator.features.briefing.commands.drafting import AddNotesToSection, StartBriefing
from facilitator.features.briefing.commands.editing import (
    LinkEvidence,
    MoveParagraph,
    MoveToSection,
    delete_briefing,
    delete_paragraphs,
    edit_caption,
    edit_paragraph,
    edit_words,
    set_heading,
    set_language,
    set_title,
    unlink_evidence,
)
from facilitator.features.briefing.commands.issuing import IssuedFile, TakeStep, set_due
from facilitator.features.briefing.commands.second import (
    WriteSecond,
    WriteSeconds,
    edit_second_caption,
    keep_second,
    set_second_heading,
    set_second_language,
    set_second_title,
)
from facilitator.features.briefing.commands.templates import (
    AddTemplate,
    CopyTemplate,
    DeleteTemplate,
    EditTemplate,
)
from facilitator.features.briefing.commands.tracing import FollowSource, ForgetDeleted
from facilitator.features.briefing.commands.writing import AddPicture, WriteSection

__all__ = [
    "AddNotesToSection",
    "AddPicture",
    "AddTemplate",
    "CopyTemplate",
    "DeleteTemplate",
    "EditTemplate",
    "FollowSource",
    "ForgetDeleted",
    "IssuedFile",
    "LinkEvidence",
    "MarkSent",
    "MoveParagraph",
    "MoveToSection",
    "SettleSheet",
    "StartBriefing",
    "TakeStep",
    "WriteSecond",
    "WriteSeconds",
    "WriteSection",
    "delete_briefing",
    "delete_paragraphs",
    "edit_caption",
    "edit_paragraph",
    "edit_second_caption",
    "edit_words",
    "keep_second",
    "set_due",
    "set_heading",
    "set_language",
    "set_second_heading",
    "set_second_language",
    "set_second_title",
    "set_title",
    "unlink_evidence",
]
