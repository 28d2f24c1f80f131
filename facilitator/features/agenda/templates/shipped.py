"""The templates that ship, in the language of the screens, and rows of all that there are to choose from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from facilitator import assets
from facilitator.domain.errors import Refused
from facilitator.features.agenda.templates.content import Template, parse
from facilitator.translation import tr

NAMES = ("lle-120", "lle-90", "cities-are-listening", "breakout-workshop")
"""Files of resources/templates/agendas, in the order in which they are offered."""


@dataclass(frozen=True)
class TemplateRow:
    """A template to choose. ``own`` says that somebody saved it in this library. One whose content can't be read has no
    ``template``, and ``problem`` tells why."""

    id: str
    title: str
    about: str
    own: bool
    template: Template | None
    problem: str = ""


def shipped() -> list[TemplateRow]:
    """The templates that ship, in the language of the screens: what is added from them belongs to the library then."""
    found = ((name, parse(_text(name), tr)) for name in NAMES)
    return [TemplateRow(name, one.title, one.about, False, one) for name, one in found]


def own(row_id: str, title: str, about: str, content: str) -> TemplateRow:
    """A template that somebody saved."""
    try:
        template = replace(parse(content), title=title, about=about)
    except Refused as refusal:
        return TemplateRow(row_id, title, about, True, None, str(refusal))
    return TemplateRow(row_id, title, about, True, template)


@cache
def _text(name: str) -> str:
    return assets.read_text("templates", "agendas", f"{name}.json")
