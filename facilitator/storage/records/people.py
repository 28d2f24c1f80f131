"""People, organisations and places."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Flag, Text, refers_to


class PlaceRecord(Base):
    """A city, territory or region."""

    __tablename__ = "place"

    name: Mapped[Text]
    also_written: Mapped[Text]
    """Other spellings that mean the same place, separated by semicolons."""
    country: Mapped[Text]
    territory: Mapped[Text]
    """Code of a term of the vocabulary ``territory``."""
    section: Mapped[Text]
    """Code of a term of the vocabulary ``section``."""
    population: Mapped[int | None]
    latitude: Mapped[int | None]
    """Millionths of a degree, north positive."""
    longitude: Mapped[int | None]
    """Millionths of a degree, east positive."""


class OrganisationRecord(Base):
    """A body that people act for, or that hosts or partners sessions."""

    __tablename__ = "organisation"

    name: Mapped[Text]
    short_name: Mapped[Text]
    also_written: Mapped[Text]
    """Other spellings that mean the same body, separated by semicolons."""
    country: Mapped[Text]
    url: Mapped[Text]


class PersonRecord(Base):
    """A person, and what may be published of them. A person may be known by office and place only (no name)."""

    __tablename__ = "person"

    name: Mapped[Text]
    also_written: Mapped[Text]
    """Other spellings of the name that mean the same person, separated by semicolons."""
    sort_name: Mapped[Text]
    honorific: Mapped[Text]
    office: Mapped[Text]
    """Code of a term of the vocabulary ``office``."""
    office_title: Mapped[Text]
    """The office as the person writes it, such as "Mayor; UCLG President"."""
    organisation_id: Mapped[str | None] = refers_to("organisation.id")
    place_id: Mapped[str | None] = refers_to("place.id")
    country: Mapped[Text]
    section: Mapped[Text]
    languages: Mapped[Text]
    """BCP 47 codes, separated by spaces."""
    zone: Mapped[Text]
    """The time zone the person lives by, as an IANA name or a fixed offset; empty when it was not told."""
    gender: Mapped[Text]
    """A ``Gender``; empty for not stated."""
    email: Mapped[Text]
    phone: Mapped[Text]
    biography: Mapped[Text]
    consent: Mapped[Text]
    """A ``Consent``; empty holds as not asked."""
    consent_note: Mapped[Text]
    unlisted: Mapped[Flag]
    """Named in an agenda or a note, and not in any list of people."""
    source_url: Mapped[Text]
