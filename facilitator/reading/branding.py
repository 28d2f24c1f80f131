"""What the papers of a series have in common: colour, logos, file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import shorten

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.publishing.document import Document, Picture
from facilitator.publishing.gate import Finding, Severity
from facilitator.reading.facts import SessionFacts
from facilitator.storage import contents
from facilitator.storage.records import AttachmentRecord
from facilitator.translation import ntr

_ACCENT = re.compile("#[0-9A-Fa-f]{6}")
_PRINTED = ("image/png", "image/jpeg")
_THEME_LETTERS = 40


def accent_of(session: SessionFacts) -> str:
    """The accent colour of a session's papers as ``#RRGGBB``; the program's own where the series has none."""
    return session.accent if _ACCENT.fullmatch(session.accent) else Document.accent


def stem_of(session: SessionFacts, kind: str) -> str:
    """A file name without its ending, such as ``lle-08-local-finance-briefing``: initials of the series, label, theme,
    kind of paper. A long theme is cut at a word: the kind of paper, and whom it is for, stand behind it."""
    label = session.label.zfill(2) if session.label.isdigit() else session.label
    theme = shorten(session.theme or session.title, _THEME_LETTERS, placeholder="")
    return "-".join(filter(None, (initials_of(session.series), label, theme, kind)))


def initials_of(series: str) -> str:
    """The first letters of a series' large words, five at most."""
    words = [word for word in re.findall(r"\w+", series) if word[:1].isupper()]
    return "".join(word[0] for word in words[:5])


def read_logos(session: Session, series_id: str | None) -> tuple[tuple[Picture, ...], int]:
    """The logos of a series in their order, and how many there are that can't be read."""
    record = AttachmentRecord
    wanted = select(record).where(record.series_id == series_id, record.media_type.in_(_PRINTED))
    found, lost = [], 0
    for one in session.scalars(wanted.order_by(record.position, record.id)) if series_id else ():
        try:
            found.append(Picture(contents.read(session, one.sha256), one.description or one.name))
        except Refused:
            lost += 1
    return tuple(found), lost


def on_lost_logos(lost: int) -> Iterator[Finding]:
    """What is to be known of logos that can't be read; nothing of none."""
    if lost:
        message = ntr(
            "{count} logo of the series can’t be read.", "{count} logos of the series can’t be read.", lost
        )
        yield Finding("logo_lost", Severity.WARNING, message.format(count=lost))
