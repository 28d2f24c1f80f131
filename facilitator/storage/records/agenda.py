"""The agenda: items in order, parallel groups, and who appears in them."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Text, owned_by, refers_to


class BreakoutGroupRecord(Base):
    """A group that meets in parallel with others, with its own place to meet."""

    __tablename__ = "breakout_group"

    session_id: Mapped[str] = owned_by("learning_session.id")
    position: Mapped[Count]
    name: Mapped[Text]
    room: Mapped[Text]
    link: Mapped[Text]
    moderator_id: Mapped[str | None] = refers_to("person.id")
    rapporteur_id: Mapped[str | None] = refers_to("person.id")


class AgendaItemRecord(Base):
    """One item. Items of the plenary have no group."""

    __tablename__ = "agenda_item"

    session_id: Mapped[str] = owned_by("learning_session.id")
    group_id: Mapped[str | None] = refers_to("breakout_group.id")
    position: Mapped[Count]
    segment: Mapped[Text]
    """Code of a term of the vocabulary ``segment``."""
    segment_as_written: Mapped[Text]
    title: Mapped[Text]
    minutes: Mapped[int | None]
    pinned_start: Mapped[int | None]
    """A hard start, in minutes after local midnight of the session's date (above 1440 on later days)."""
    cue: Mapped[Text]
    """What is to happen then, for the team: slides, a poll, who is given the floor."""
    notes: Mapped[Text]
    """What the team should know of it besides; never for participants."""
    link: Mapped[Text]
    attribution: Mapped[Text]
    """The rule of what is said in it, an ``Attribution``; empty where it has none beside its session's."""
    source_url: Mapped[Text]


class AgendaTemplateRecord(Base):
    """An agenda that somebody saved to begin others from. It names nobody."""

    __tablename__ = "agenda_template"

    title: Mapped[Text]
    about: Mapped[Text]
    content: Mapped[Text]
    """Its groups and items as JSON, of the form of the templates that ship in resources/templates/agendas."""


class AppearanceRecord(Base):
    """A person in a role: on an agenda item, or in the session as a whole where the item is not known."""

    __tablename__ = "appearance"

    session_id: Mapped[str] = owned_by("learning_session.id")
    agenda_item_id: Mapped[str | None] = owned_by("agenda_item.id")
    person_id: Mapped[str] = owned_by("person.id")
    position: Mapped[Count]
    role: Mapped[Text]
    """Code of a term of the vocabulary ``role``."""
    role_as_written: Mapped[Text]
    minutes: Mapped[int | None]
    language: Mapped[Text]
    """The language that the person will speak in, as a BCP 47 code; empty when not stated."""
    status: Mapped[Text]
    """An ``AppearanceStatus``; empty when not stated."""
