"""Writes of series, and of what their papers carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.storage.edits import DeleteRows, Reorder, SetFields, existing
from facilitator.storage.records import AttachmentRecord, LearningSessionRecord, SeriesRecord
from facilitator.storage.store import Command
from facilitator.translation import tr


@dataclass(frozen=True)
class PutInNewSeries:
    """Put a session into a series that does not exist yet."""

    session_id: str
    title: str

    @property
    def label(self) -> str:
        return tr("Add series {name}").format(name=self.title)

    def apply(self, session: Session) -> None:
        series = SeriesRecord(id=new_id(), title=self.title.strip())
        session.add(series)
        session.flush()
        existing(session, LearningSessionRecord, self.session_id).series_id = series.id


def set_series_field(series_id: str, name: str, value: str) -> Command:
    """Set one column of a series; its label says which."""
    labels = {
        "title": tr("Edit title of series"),
        "hashtag": tr("Edit hashtag of series"),
        "hosts": tr("Edit hosts of series"),
        "contact": tr("Edit contact of series"),
        "about": tr("Edit description of series"),
        "accent": tr("Edit colour of series"),
    }
    return SetFields(SeriesRecord, series_id, {name: value}, labels[name])


def describe_logo(logo_id: str, description: str) -> Command:
    """Say what a logo shows, for those who can't see it."""
    return SetFields(AttachmentRecord, logo_id, {"description": description}, tr("Edit description of logo"))


def delete_logo(logo_id: str, name: str) -> Command:
    """Take a logo from its series."""
    return DeleteRows(AttachmentRecord, [logo_id], tr("Remove logo {name}").format(name=name))


def order_logos(logo_ids: Sequence[str]) -> Command:
    """Put the logos of a series in this order."""
    return Reorder(AttachmentRecord, logo_ids, tr("Move logo"))
