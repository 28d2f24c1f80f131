"""The templates that there are: those that ship, and the library's own."""

from __future__ import annotations

import dataclasses
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.text import folded
from facilitator.features.briefing.templates import SHIPPED, Template, parse, template
from facilitator.storage.records import PaperTemplateRecord
from facilitator.translation import tr


def list_templates(session: Session) -> list[Template]:
    """Those that ship in their order, then the library's own by title. One of one's own that can't be read is left
    out here, and kept."""
    record = PaperTemplateRecord
    own = [
        found
        for one in session.scalars(select(record).order_by(record.title, record.id))
        if (found := _read(one)) is not None
    ]
    return [*map(template, SHIPPED), *sorted(own, key=lambda one: (folded(one.title), one.name))]


def find_template(session: Session, name: str) -> Template:
    """The template of a name; one without parts where a merge brought papers and not their template, or it can't be
    read."""
    if name in SHIPPED:
        return template(name)
    found = session.get(PaperTemplateRecord, name)
    read = _read(found) if found else None
    return read or Template(name, tr("Paper without its template"), (), own=True)


def template_named(session: Session, reference: str) -> Template:
    """The template meant by its name, its id or its title. Raises ``Refused`` for none or several."""
    known = list_templates(session)
    named = [
        one for one in known if reference in (one.name, one.title) or folded(one.title) == folded(reference)
    ]
    if len(named) == 1:
        return named[0]
    titles = ", ".join(one.title if one.own else one.name for one in named or known)
    what = tr("“{name}” means several templates.") if named else tr("There is no template “{name}”.")
    raise Refused(
        what.format(name=reference),
        tr("Known are: {names}.").format(names=titles),
        tr("Nothing was written."),
    )


@lru_cache(maxsize=64)
def _parsed(content: str, name: str) -> Template:
    """Each change in the library asks several times for the same."""
    return parse(content, name, own=True)


def _read(record: PaperTemplateRecord) -> Template | None:
    try:
        read = _parsed(record.content or "{}", record.id)
    except Refused:
        return None
    return dataclasses.replace(read, title=record.title, about=record.about)
