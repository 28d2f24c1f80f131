"""What the program makes from the records for a part of a paper, by its name in the template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from facilitator.features.briefing import cases, parts, pictures
from facilitator.features.briefing.beside import Tongues
from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.features.briefing.templates import Content
from facilitator.publishing.document import Block, KeyFigures
from facilitator.publishing.wording import Wording

_MOST_FIGURES, _MOST_FIGURES_OF_SEVERAL = 3, 4
Making = Callable[[ClearedBriefing, Wording], Iterator[Block]]


def content_of(
    content: Content, paper: ClearedBriefing, wording: Wording, tongues: Tongues
) -> Iterator[Block]:
    """The blocks of a content; none where the records hold nothing for it."""
    if content is Content.ABOUT:
        yield from tongues.about()
    elif content in _MADE:
        yield from _MADE[content](paper, wording)


def _key_figures(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    most = _MOST_FIGURES_OF_SEVERAL if paper.occasions > 1 else _MOST_FIGURES
    figures = tuple(parts.key_figures(paper, wording))[:most] if paper.figures.speakers else ()
    if figures:
        yield KeyFigures(figures)


_MADE: Mapping[Content, Making] = {
    Content.FACTS: parts.facts,
    Content.QUESTIONS: lambda paper, _: parts.questions(paper),
    Content.PROGRAMME: parts.programme,
    Content.KEY_FIGURES: _key_figures,
    Content.VOICES: pictures.voices,
    Content.THEMES: pictures.themes,
    Content.CITY_MAP: pictures.city_map,
    Content.TIMES: pictures.times,
    Content.CITIES: parts.cities,
    Content.CASE_STORIES: cases.stories,
    Content.CASE_SHEETS: cases.sheets,
    Content.CATALOGUE: cases.catalogue,
    Content.CASES_BY_THEME: cases.by_theme,
    Content.SPEAKERS: parts.speakers,
    Content.PEOPLE: parts.people,
    Content.RESOURCES: parts.resources,
}
