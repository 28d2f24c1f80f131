"""Plan the rows of a table of speakers: people, and in which session and role they appear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.appearances import Appearances
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.people import People
from facilitator.features.imports.planning.places import Bodies, Places
from facilitator.features.imports.planning.sessions import Sessions
from facilitator.features.imports.planning.stricter import hold
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.who import Who, office_code
from facilitator.features.imports.planning.words_of_rows import (
    code_in,
    consent_in,
    languages_in,
    minutes_in,
    not_understood,
)
from facilitator.features.imports.reading.words import code_of, honorific_and_name, listed, word_key
from facilitator.translation import tr

_TEXTS = ("country", "sort_name", "also_written", "email", "phone", "biography", "consent_note", "source_url")


@dataclass
class SpeakerRows:
    """Plans rows of people."""

    draft: Draft
    sessions: Sessions
    places: Places
    bodies: Bodies
    people: People
    appearances: Appearances
    terms: Terms
    _m_is_man: bool | None = None

    def prepare(self, rows: Sequence[RowBuilder]) -> None:
        """Find out what the column of genders means by its letters."""
        self._m_is_man = _letter_m(rows)

    def plan_row(self, at: RowBuilder) -> None:
        """Decide what becomes of a row."""
        honorific, name, sort_name = _name(at)
        parts = (name, at.text("office"), at.text("organisation"), at.text("city"), at.text("country"))
        at.title = ", ".join(part for part in parts if part)
        if not any(parts[:4]):
            at.leave_out("nameless", tr("Neither name, office, organisation nor city says who it is."))
            return
        sessions = self.sessions.several(at)
        if at.ended:
            return
        gender = self._gender(at, self._m_is_man)
        who = Who(
            name,
            at.text("office"),
            self.bodies.find(at, at.text("organisation")),
            self.places.find(at, at.text("city"), at.text("country")),
            at.text("country"),
            gender,
            honorific,
            sessions[0] if sessions else None,
        )
        person = self.people.listed(at, who)
        if person is None:
            return
        self._fill(at, person, who, sort_name)
        for session in sessions:
            self._appear(at, session, person)

    def finish(self) -> None:
        """Nothing is left to do when all rows are planned."""

    def _fill(self, at: RowBuilder, person: DraftRow, who: Who, sort_name: str) -> None:
        def fill(name: str, value: object, source: str = "") -> None:
            self.draft.fill(at, person, name, value, who.described, source)

        fill("name", "" if person["name"] else who.name)
        fill("honorific", who.honorific)
        fill("office_title", who.office_title, "office")
        if person["office_title"] == who.office_title:
            fill("office", "" if person["office"] else office_code(self.terms, who.office_title))
        fill("organisation_id", who.organisation.id if who.organisation else None, "organisation")
        fill("place_id", who.place.id if who.place else None, "city")
        for name in _TEXTS:
            fill(name, at.text(name))
        fill("sort_name", "" if person["sort_name"] else sort_name)
        fill("section", self._section(at))
        fill("gender", who.gender)
        fill("languages", languages_in(at, "languages"))
        hold(self.draft, at, person, "consent", consent_in(at), who.described)

    def _appear(self, at: RowBuilder, session: DraftRow, person: DraftRow) -> None:
        roles = listed(at.text("role")) or [""]
        for written in roles:
            row = self.appearances.in_session(at, session, person, written)
            if len(roles) == 1:
                self.draft.fill(at, row, "minutes", minutes_in(at), at.title)
                self.draft.fill(at, row, "status", code_in(at, "status", "appearance_status"), at.title)

    def _section(self, at: RowBuilder) -> str:
        text = at.text("section")
        code = self.terms.code(Vocabulary.SECTION, text)
        if text and not code:
            not_understood(at, "section", tr("isn’t a section known here"))
        return code

    def _gender(self, at: RowBuilder, m_is_man: bool | None) -> str:
        text = at.text("gender")
        if word_key(text) == "m":
            if m_is_man is None:
                not_understood(at, "gender", tr("may be man or, in Spanish, woman"))
            return "" if m_is_man is None else "man" if m_is_man else "woman"
        code = code_of("gender", text) if text else ""
        if code is None:
            not_understood(at, "gender", tr("isn’t a word known here"))
        return code or ""


def _name(at: RowBuilder) -> tuple[str, str, str]:
    """Honorific, name, and name as sorted, of a row."""
    first, last = at.text("first_name"), at.text("last_name")
    full = at.text("name") or " ".join(part for part in (first, last) if part)
    honorific, name = honorific_and_name(full)
    sort_name = f"{last}, {first}" if first and last else ""
    return at.text("honorific") or honorific, name, sort_name


def _letter_m(rows: Sequence[RowBuilder]) -> bool | None:
    """What the letter M means in a column of genders: man beside F or W, woman (mujer) beside H; else not known."""
    letters = {word_key(at.text("gender")) for at in rows} - {""}
    if "h" in letters or letters & {"mujer", "hombre"}:
        return False
    if letters & {"f", "w", "female", "male", "femme", "woman", "man"}:
        return True
    return None
