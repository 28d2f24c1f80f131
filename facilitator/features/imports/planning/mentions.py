"""Who is meant by the texts in which agendas, cases and notes name people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import DraftRow
from facilitator.features.imports.planning.people import People
from facilitator.features.imports.planning.places import Bodies
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.who import Who, office_code
from facilitator.features.imports.reading.words import honorific_and_name, listed

_ADDED = re.compile(
    r"^(?P<name>[^,(]+?)\s*(?:\((?P<brackets>[^)]*)\)|,\s*(?P<comma>.+)|\s[–—-]\s(?P<dash>.+))\s*$", re.DOTALL
)


@dataclass(frozen=True)
class Mentions:
    """Reads names with what is added to them ("Emilia Saiz, Secretary General"), offices without a name, bodies."""

    people_: People
    bodies: Bodies
    terms: Terms

    def people(self, at: RowBuilder, field: str, session: DraftRow) -> list[DraftRow]:
        """The people whom a cell lists."""
        text = at.text(field)
        parts = listed(text)
        if len(parts) == 1 and "," in text and self._all_names(text.split(",")):
            parts = [part.strip() for part in text.split(",") if part.strip()]
        found = [self.person(at, part, session) for part in parts]
        return [person for person in found if person]

    def person(
        self,
        at: RowBuilder,
        text: str,
        session: DraftRow | None,
        office: str = "",
        place: DraftRow | None = None,
    ) -> DraftRow | None:
        """The person whom a text names. A body stands for somebody of it whose name is not known."""
        name, added = split_name(text)
        if self.is_body(text):
            return self.people_.mentioned(at, Who("", office, self.bodies.find(at, text), session=session))
        if office_code(self.terms, name):
            return self.people_.mentioned(at, Who("", text, session=session))
        honorific, bare = honorific_and_name(name)
        who = Who(bare, office or added, place=place, honorific=honorific, session=session)
        return self.people_.mentioned(at, who)

    def is_body(self, text: str) -> bool:
        """Whether a text names a body or a group rather than a person."""
        return self.bodies.is_body(text, self.people_.words_of_names())

    def _all_names(self, parts: list[str]) -> bool:
        """Whether all parts look like names: two to five words with a capital, none of them an office or a body."""
        return all(
            2 <= len(part.split()) <= 5
            and part.strip()[0].isupper()
            and not office_code(self.terms, part)
            and not self.is_body(part.strip())
            for part in parts
            if part.strip()
        )


def split_name(text: str) -> tuple[str, str]:
    """A name, and what follows it in brackets, after a comma or after a dash."""
    found = _ADDED.match(text.strip())
    if not found:
        return text.strip(), ""
    return found["name"].strip(), (found["brackets"] or found["comma"] or found["dash"] or "").strip()
