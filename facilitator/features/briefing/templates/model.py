"""What a template of a paper holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.publishing.document import Front
from facilitator.translation import mark

BRIEFING, FLASH = "briefing", "flash"


class Voice(StrEnum):
    """What a note becomes when it is drafted. Words that were said are a quotation in each voice."""

    ENTRY = ""
    """An entry of a list."""
    NUMBERED = "numbered"
    """An entry of a numbered list."""
    SENTENCE = "sentence"
    """A paragraph of its own, one sentence that begins large and ends in a full stop."""
    PROSE = "prose"
    """All notes of a group as one paragraph."""


VOICE_LABELS = {
    Voice.ENTRY: mark("A list"),
    Voice.NUMBERED: mark("A numbered list"),
    Voice.SENTENCE: mark("A sentence for each note"),
    Voice.PROSE: mark("One paragraph of all"),
}


class Content(StrEnum):
    """What the program makes from the records at every export."""

    NONE = ""
    COVER = "cover"
    ABOUT = "about"
    FACTS = "facts"
    QUESTIONS = "questions"
    PROGRAMME = "programme"
    KEY_FIGURES = "key_figures"
    VOICES = "voices"
    THEMES = "themes"
    CITY_MAP = "city_map"
    TIMES = "times"
    CITIES = "cities"
    CASE_STORIES = "case_stories"
    CASE_SHEETS = "case_sheets"
    CATALOGUE = "catalogue"
    CASES_BY_THEME = "cases_by_theme"
    SPEAKERS = "speakers"
    PEOPLE = "people"
    RESOURCES = "resources"


CONTENT_LABELS = {
    Content.NONE: mark("Nothing: it is written"),
    Content.COVER: mark("Cover"),
    Content.ABOUT: mark("The session: sentences, facts, questions, programme, times"),
    Content.FACTS: mark("Facts of the session"),
    Content.QUESTIONS: mark("Guiding questions"),
    Content.PROGRAMME: mark("Programme"),
    Content.KEY_FIGURES: mark("Three large figures"),
    Content.VOICES: mark("Balance of voices, as pictures"),
    Content.THEMES: mark("Themes, as a picture"),
    Content.CITY_MAP: mark("Map of the cities heard"),
    Content.TIMES: mark("Time planned and used, as a picture"),
    Content.CITIES: mark("Cities and cases: map, themes, table"),
    Content.CASE_STORIES: mark("Cases that no paragraph tells"),
    Content.CASE_SHEETS: mark("A sheet for each case"),
    Content.CATALOGUE: mark("Catalogue of cases, by country"),
    Content.CASES_BY_THEME: mark("Index of cases by theme"),
    Content.SPEAKERS: mark("Speakers and figures"),
    Content.PEOPLE: mark("Speakers’ list"),
    Content.RESOURCES: mark("References and sources"),
}


class Opening(StrEnum):
    """What a part begins with when it is drafted."""

    NONE = ""
    SESSION = "session"
    """What the session and its series say of themselves."""


@dataclass(frozen=True)
class Group:
    """Notes of some kinds under one heading. ``by`` is ``theme``, ``horizon``, ``speaker`` or empty; ``speakers`` is
    ``partners``, ``others`` or empty for all; a ``fallback`` is used when the groups before it have no notes."""

    kinds: tuple[str, ...]
    heading: str = ""
    by: str = ""
    speakers: str = ""
    fallback: bool = False


@dataclass(frozen=True)
class Part:
    """A part of a paper. A ``written`` one holds paragraphs; ``content`` is made from the records, before them or where
    there are none."""

    key: str
    heading: str
    guidance: str = ""
    content: Content = Content.NONE
    written: bool = True
    voice: Voice = Voice.ENTRY
    opening: Opening = Opening.NONE
    groups: tuple[Group, ...] = ()
    limit: int = 0
    """The most paragraphs that are drafted; 0 for all."""
    most_words: int = 0
    most_items: int = 0
    least_items: int = 0
    """How long the part is to be: words, and paragraphs without subheadings; 0 for any length."""
    most_words_each: int = 0
    """The most words of one paragraph; 0 for any number."""


@dataclass(frozen=True)
class Template:
    """A kind of paper. ``name`` is that of one that ships, or the id of one of the library's own.

    ``contents`` sets a table of contents behind the cover; ``quiet`` leaves out parts that hold nothing; ``accent`` is
    ``#RRGGBB``, empty for the colour of the series; ``typeface`` the name of a family that ships, empty for the usual;
    ``logos`` sets those of the series on the cover.
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    about: str = ""
    front: Front = Front.PAGE
    one_page: bool = False
    contents: bool = False
    quiet: bool = False
    accent: str = ""
    typeface: str = ""
    logos: bool = True
    own: bool = False
    """Whether it is one of the library's own."""

    def part(self, key: str) -> Part | None:
        """The part of a key; None when the template has none."""
        return next((part for part in self.parts if part.key == key), None)

    def with_rest(self, held: Iterable[tuple[str, str]]) -> Template:
        """With parts that it has no more, or not yet, but that a paper holds: their keys and headings."""
        known = {part.key for part in self.parts}
        rest = [Part(key, heading or key) for key, heading in held if key not in known]
        return replace(self, parts=(*self.parts, *rest)) if rest else self

    @property
    def stem(self) -> str:
        """What names the paper in the name of its file."""
        return self.title if self.own else self.name

    @property
    def drafted(self) -> tuple[Part, ...]:
        """The parts that hold paragraphs."""
        return tuple(part for part in self.parts if part.written)

    def shows(self, *contents: Content) -> bool:
        """Whether one of its parts is made of one of these."""
        return any(part.content in contents for part in self.parts)
