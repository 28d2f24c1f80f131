"""Rows of other tables that notes refer to, by the name of the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.storage.records import Base


def image_of(session: Session, table: str, row_id: str) -> Mapping[str, Any] | None:
    """The columns of a row by name; None when there is none."""
    wanted = Base.metadata.tables[table]
    found = session.execute(select(wanted).where(wanted.c.id == row_id)).mappings().first()
    return dict(found) if found is not None else None
