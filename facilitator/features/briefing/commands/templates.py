"""Writes of one's own templates."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.features.briefing.queries import find_template
from facilitator.features.briefing.templates import Template, parse, write
from facilitator.storage.edits import DeleteRows, existing
from facilitator.storage.records import (
    BriefingParagraphRecord,
    BriefingRecord,
    BriefingSectionRecord,
    PaperTemplateRecord,
)
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class CopyTemplate:
    """Make a template of one's own from another one. Raises ``Refused`` for one without a title."""

    name: str
    """Of the template that is copied."""
    title: str
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add template {name}").format(name=self.title)

    def apply(self, session: Session) -> None:
        _keep(session, self.id, dataclasses.replace(find_template(session, self.name), title=self.title))


@dataclass(frozen=True)
class AddTemplate:
    """Keep a template that came as JSON text. Raises ``Refused`` for what is none."""

    text: str
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add template {name}").format(name=parse(self.text, self.id).title)

    def apply(self, session: Session) -> None:
        _keep(session, self.id, parse(self.text, self.id))


@dataclass(frozen=True)
class EditTemplate:
    """Let one's own template be this one. Papers that are written with it get the parts that are new, and keep their
    texts.

    Raises ``Refused`` for one without a title, and where a part is left out in which papers hold text.
    """

    template: Template

    @property
    def label(self) -> str:
        return tr("Edit template {name}").format(name=self.template.title)

    def apply(self, session: Session) -> None:
        record = existing(session, PaperTemplateRecord, self.template.name)
        kept = {part.key for part in self.template.parts}
        section, paragraph = BriefingSectionRecord, BriefingParagraphRecord
        held = (
            select(section.key, func.count(section.briefing_id.distinct()))
            .join(BriefingRecord, BriefingRecord.id == section.briefing_id)
            .join(paragraph, paragraph.section_id == section.id)
            .where(BriefingRecord.template == record.id)
            .group_by(section.key)
        )
        before = find_template(session, record.id)
        for key, count in session.execute(held):
            part = before.part(key)
            if key not in kept and part is not None:
                told = ntr(
                    "{count} paper has text in the part “{part}”.",
                    "{count} papers have text in the part “{part}”.",
                    count,
                )
                _refuse(told.format(count=count, part=part.heading or key))
        _write(record, self.template)
        session.flush()
        self._follow(session)

    def _follow(self, session: Session) -> None:
        """Let each paper have a section for each written part, in the order of the template."""
        section = BriefingSectionRecord
        papers = select(BriefingRecord.id).where(BriefingRecord.template == self.template.name)
        for paper_id in session.scalars(papers).all():
            stored = {
                one.key: one
                for one in session.scalars(select(section).where(section.briefing_id == paper_id))
            }
            for position, part in enumerate(self.template.drafted):
                if part.key in stored:
                    stored[part.key].position = position
                else:
                    values = {"briefing_id": paper_id, "key": part.key, "position": position}
                    session.add(section(id=new_id(), **values))


@dataclass(frozen=True)
class DeleteTemplate:
    """Delete one's own template. Raises ``Refused`` while papers are written with it."""

    template_id: str
    title: str

    @property
    def label(self) -> str:
        return tr("Delete template {name}").format(name=self.title)

    def apply(self, session: Session) -> None:
        wanted = select(func.count(BriefingRecord.id)).where(BriefingRecord.template == self.template_id)
        count = session.scalar(wanted) or 0
        if count:
            told = ntr("{count} paper is written with it.", "{count} papers are written with it.", count)
            _refuse(told.format(count=count))
        DeleteRows(PaperTemplateRecord, [self.template_id], "").apply(session)


def _keep(session: Session, row_id: str, template: Template) -> None:
    record = PaperTemplateRecord(id=row_id)
    _write(record, template)
    session.add(record)


def _write(record: PaperTemplateRecord, template: Template) -> None:
    if not template.title.strip():
        _refuse(tr("It needs a title, by which it is found again."))
    parse(write(template), record.id)
    record.title, record.about = template.title.strip(), template.about.strip()
    record.content = write(template)


def _refuse(why: str) -> None:
    raise Refused(tr("The template can't be changed so."), why, tr("Nothing was changed."))
