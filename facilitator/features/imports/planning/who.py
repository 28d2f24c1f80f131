"""What rows say of a person, and what tells people without a name apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.spellings import in_plan
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.reading.words import country_code, names, word_key


@dataclass(frozen=True)
class Who:
    """What a row says of a person."""

    name: str
    office_title: str = ""
    organisation: DraftRow | None = None
    place: DraftRow | None = None
    country: str = ""
    gender: str = ""
    honorific: str = ""
    session: DraftRow | None = None

    @property
    def described(self) -> str:
        """The person for people to recognise."""
        parts = [self.name, self.office_title]
        parts += [str(row["name"]) for row in (self.organisation, self.place) if row]
        return ", ".join(part for part in (*parts, self.country) if part)


def described(draft: Draft, person: DraftRow) -> str:
    """A person for people to recognise: name, office, organisation and place."""
    rows = (draft.row("organisation", person["organisation_id"]), draft.row("place", person["place_id"]))
    parts = [
        str(person["name"] or ""),
        str(person["office_title"] or ""),
        *(str(row["name"]) for row in rows if row),
    ]
    return f"{', '.join(part for part in parts if part)} ({in_plan(person)})"


def office_key(who: Who) -> tuple[str, ...]:
    """What has to be equal for two mentions without a name to mean the same person, within a session."""
    return (
        word_key(who.office_title),
        who.organisation.id if who.organisation else "",
        who.place.id if who.place else "",
        country_code(who.country),
    )


def office_key_of(person: Mapping[str, Any]) -> tuple[str, ...]:
    """The same for a person of the library, as they are or were."""
    return (
        word_key(str(person.get("office_title") or "")),
        str(person.get("organisation_id") or ""),
        str(person.get("place_id") or ""),
        country_code(str(person.get("country") or "")),
    )


def office_code(terms: Terms, title: str) -> str:
    """The office that a title begins with, such as mayor for "Mayor; UCLG President"; empty when it isn't plain."""
    for piece in title.replace(";", ",").split(","):
        if code := terms.code(Vocabulary.OFFICE, piece):
            return code
    words = word_key(title)
    beginning = [
        word for word in _offices() if words.startswith((f"{word} of ", f"{word} de ", f"{word} du "))
    ]
    return names("office")[max(beginning, key=len)] if beginning else ""


def _offices() -> Mapping[str, str]:
    return names("office")
