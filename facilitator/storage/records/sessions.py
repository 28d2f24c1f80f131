"""Series, learning sessions, their guiding questions, hosts and partners."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Flag, Text, owned_by, refers_to


class SeriesRecord(Base):
    """A series of sessions, such as the Live Learning Experiences, and what its papers say of it."""

    __tablename__ = "series"

    title: Mapped[Text]
    hashtag: Mapped[Text]
    hosts: Mapped[Text]
    about: Mapped[Text]
    contact: Mapped[Text]
    accent: Mapped[Text]
    """The accent colour of its papers as ``#RRGGBB``; empty for the program's own."""


class LearningSessionRecord(Base):
    """One session. Its ``label`` is a label ("8", "CAL-4"), not a number: sources differ, so order by date."""

    __tablename__ = "learning_session"

    series_id: Mapped[str | None] = refers_to("series.id")
    label: Mapped[Text]
    title: Mapped[Text]
    theme: Mapped[Text]
    date: Mapped[Text]
    """ISO 8601 (``2020-04-09``), local to ``zone``; empty when not known."""
    date_as_written: Mapped[Text]
    """What the source wrote, where it is not plainly a date."""
    start: Mapped[int | None]
    """Minutes after local midnight; None when not known."""
    zone: Mapped[Text]
    """IANA name (``Europe/Madrid``) or fixed offset (``UTC+01:00``); empty when not known."""
    minutes: Mapped[int | None]
    """Planned length of the slot in minutes; None when not known."""
    languages: Mapped[Text]
    """Working languages as BCP 47 codes, separated by spaces; the first is the main one."""
    interpretation: Mapped[Text]
    """Languages that are interpreted into, as BCP 47 codes, separated by spaces."""
    zones: Mapped[Text]
    """Further time zones in which the plan is shown, separated by spaces: IANA names or fixed offsets, four at most."""
    attribution: Mapped[Text]
    """The rule for all that is said in it (``Attribution``); empty for none."""
    about: Mapped[Text]
    objectives: Mapped[Text]
    concept: Mapped[Text]
    """The concept note."""
    link: Mapped[Text]
    """Where the session meets."""
    source_url: Mapped[Text]


class GuidingQuestionRecord(Base):
    """One of the questions that a session is to answer."""

    __tablename__ = "guiding_question"

    session_id: Mapped[str] = owned_by("learning_session.id")
    position: Mapped[Count]
    text: Mapped[Text]


class MaterialRecord(Base):
    """A page or paper that belongs to a session: a link with a title, for the team alone or for participants too."""

    __tablename__ = "material"

    session_id: Mapped[str] = owned_by("learning_session.id")
    position: Mapped[Count]
    title: Mapped[Text]
    link: Mapped[Text]
    for_participants: Mapped[Flag]


class SessionOrganisationRecord(Base):
    """An organisation that hosts a session or is a partner in it (``part``: ``host`` or ``partner``)."""

    __tablename__ = "session_organisation"

    session_id: Mapped[str] = owned_by("learning_session.id")
    organisation_id: Mapped[str] = owned_by("organisation.id")
    part: Mapped[Text]
    position: Mapped[Count]
