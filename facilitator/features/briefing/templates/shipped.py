"""The templates that ship, as JSON in resources/templates. Their texts are marked for translation there."""

from __future__ import annotations

from functools import cache

from facilitator import assets
from facilitator.features.briefing.templates.model import BRIEFING, FLASH, Template
from facilitator.features.briefing.templates.reading import parse

SHIPPED = (
    BRIEFING,
    FLASH,
    "rapporteur-form",
    "press-facts",
    "case",
    "catalogue",
    "figures",
)
"""Their names, in the order in which they are offered."""


@cache
def template(name: str) -> Template:
    """A template that ships; raises KeyError for one that does not."""
    if name not in SHIPPED:
        raise KeyError(name)
    return parse(assets.read_text("templates", f"{name}.json"), name)


@cache
def fixed_texts() -> frozenset[str]:
    """Titles and headings of those that ship: they are translated in the papers of one's own templates too, and the
    gate knows them as the program's."""
    found = set()
    for one in map(template, SHIPPED):
        found |= {one.title, *(part.heading for part in one.parts)}
        found |= {group.heading for part in one.parts for group in part.groups}
    return frozenset(found - {""})
