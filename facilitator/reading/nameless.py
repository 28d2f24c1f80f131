"""Texts of a plan without the people it is about, for what is made from a plan and has other people."""

from __future__ import annotations

import re
from dataclasses import replace

from sqlalchemy.orm import Session

from facilitator.domain.consent import Disclosure
from facilitator.publishing.gate import Protection
from facilitator.publishing.gate.levels import Levels
from facilitator.publishing.gate.subjects import Material
from facilitator.reading.library import read_library
from facilitator.reading.plan_rows import Plan


class Nameless:
    """Takes the names of people out of texts, in all the ways in which papers look for them."""

    def __init__(self, session: Session, plan: Plan) -> None:
        there = {one.person_id for one in plan.appearances}
        there |= {lead for group in plan.groups for lead in (group.moderator_id, group.rapporteur_id)}
        library = read_library(session)
        people = tuple(replace(person, present=person.id in there) for person in library.people)
        places, bodies = tuple(library.places.values()), tuple(library.organisations.values())
        material = Material(people=people, places=places, organisations=bodies)
        nobody_named = Levels({person.id: Disclosure.BY_ROLE for person in people}, {}, {})
        self._protection = Protection(material, nobody_named)
        longest_first = sorted(_names(plan), key=len, reverse=True)
        pattern = "|".join(re.escape(name) for name in longest_first)
        self._there = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None

    def __call__(self, text: str) -> str:
        parts, at = [], 0
        for span in self._protection.clean(text).spans:
            parts += [text[at : span.start], "…"]
            at = span.end
        bare = "".join([*parts, text[at:]])
        return self._there.sub("…", bare) if self._there else bare


def _names(plan: Plan) -> set[str]:
    """How those are called who are in the plan: of them alone a single common word is a name, since "Mayor" or "Rose"
    may be a word of the title."""
    leads = {name for group in plan.groups for name in (group.moderator, group.rapporteur)}
    return {name for name in leads | {one.person for one in plan.appearances} if name}
