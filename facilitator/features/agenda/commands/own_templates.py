"""Writes of templates of one's own: save an agenda as one, rename and delete it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.features.agenda.templates.content import Template, TemplateGroup, TemplateItem, write
from facilitator.reading.nameless import Nameless
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.storage.edits import DeleteRows, SetFields, existing
from facilitator.storage.records import AgendaTemplateRecord, LearningSessionRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class SaveAsTemplate:
    """Keep the agenda of a session, or some of its items, as a template of one's own. It names nobody: who appears and
    who leads is left out, and so are notes and links; names of people are taken out of all other texts, as they are out
    of a paper in which nobody may be named."""

    session_id: str
    title: str
    about: str = ""
    item_ids: Collection[str] = ()
    """The items to keep; all where there are none."""
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Save template {name}").format(name=self.title)

    def apply(self, session: Session) -> None:
        existing(session, LearningSessionRecord, self.session_id)
        if not self.title.strip():
            raise Refused(
                tr("The template was not saved."),
                tr("It needs a title, by which it is found again."),
                tr("Nothing was changed."),
            )
        content = write(template_of(session, self.session_id, self.item_ids))
        values = {"title": self.title.strip(), "about": self.about.strip(), "content": content}
        session.add(AgendaTemplateRecord(id=self.id, **values))


def template_of(session: Session, session_id: str, item_ids: Collection[str] = ()) -> Template:
    """The agenda of a session, or some of its items, as a template that names nobody."""
    plan = read_plan(session, session_id)
    assert plan is not None
    rows = [row for row in plan.items if not item_ids or row.id in item_ids]
    used = {row.group_id for row in rows}
    groups = [group for group in plan.groups if group.id in used or not item_ids]
    numbers = {group.id: number for number, group in enumerate(groups, start=1)}
    nameless = Nameless(session, plan)
    fixed = [row.pinned_start for row in rows if row.pinned_start is not None]
    begin = plan.start if plan.start is not None else min(fixed, default=0)
    return Template(
        "",
        "",
        None if item_ids else plan.minutes,
        tuple(TemplateGroup(nameless(group.name), nameless(group.room)) for group in groups),
        tuple(_item(row, begin, numbers.get(row.group_id), nameless) for row in rows),
    )


def _item(row: AgendaItemRow, begin: int, group: int | None, nameless: Nameless) -> TemplateItem:
    return TemplateItem(
        nameless(row.title),
        row.segment or nameless(row.segment_as_written),
        row.minutes,
        None if row.pinned_start is None else row.pinned_start - begin,
        group,
        nameless(row.cue),
        tuple(dict.fromkeys(one.role for one in row.appearances if one.role)),
        row.attribution,
    )


def edit_template(template_id: str, **values: str) -> SetFields:
    """Set title or about of one's own template."""
    return SetFields(AgendaTemplateRecord, template_id, values, tr("Edit template"))


def delete_template(template_id: str, title: str) -> DeleteRows:
    """Delete one's own template; the agendas made from it stay."""
    return DeleteRows(AgendaTemplateRecord, [template_id], tr("Delete template {name}").format(name=title))
