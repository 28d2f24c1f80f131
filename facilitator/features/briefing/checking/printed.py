"""What a paper could not show, or not lead to, as it is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from facilitator.domain.prose.spans import LINK, TextSpan
from facilitator.domain.text import folded
from facilitator.features.briefing.checking.rules import Occasion
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow
from facilitator.publishing.addresses import inner_target, safe_address
from facilitator.publishing.export import unshown
from facilitator.publishing.gate import Finding, Severity
from facilitator.translation import tr

_TABLE = "briefing_paragraph"
_REFERRED = re.compile(
    r"\b(?:part|section|chapter|partie|chapitre|sección|apartado|parte|capítulo|seção|раздел\w*|част\w+|глав\w+)"
    r"\s+[“«„\"]\s?([^“”«»„\"]{3,120}?)\s?[”»“\"]",
    re.IGNORECASE,
)
"""A part of the paper that a text refers to by its heading."""


def printed_findings(
    briefing: BriefingRow, occasion: Occasion, headings: Mapping[str, str], *, is_too_long: bool
) -> Iterator[Finding]:
    """All of them, in the order of the paper. ``headings`` are those that the paper prints, by the keys that links go
    to; ``is_too_long`` says that a paper of one page needs more."""
    if is_too_long:
        message = tr("The paper does not fit its one page, even in the smallest size. Shorten its parts.")
        yield Finding("page_overfull", Severity.WARNING, message)
    title = " ".join((briefing.title or occasion.title, *headings.values()))
    if characters := unshown(title):
        message = tr("No font has {characters} in the title or a heading: printed by code.")
        yield Finding("glyph_missing", Severity.WARNING, message.format(characters=" ".join(characters)))
    known = {folded(heading).strip() for heading in headings.values()}
    for section in briefing.sections:
        for row in section.paragraphs:
            yield from _of_paragraph(row, headings, known)


def _of_paragraph(
    row: ParagraphRow, headings: Mapping[str, str], known: Collection[str]
) -> Iterator[Finding]:
    place = (_TABLE, row.id)
    if characters := unshown("\n".join((row.text, row.caption, row.second_text, row.second_caption))):
        message = tr("No font has {characters}: printed by code.").format(characters=" ".join(characters))
        yield Finding("glyph_missing", Severity.WARNING, message, *place)
    dead = [*dead_links(row.spans, headings), *dead_links(row.second_spans, headings)]
    if any(not inner_target(span.link) for span in dead):
        message = tr("A link leads nowhere that a paper may open; its words are printed as text.")
        yield Finding("link_dead", Severity.WARNING, message, *place)
    if any(inner_target(span.link) for span in dead):
        message = tr("A link leads to a part that this paper does not have; its words are printed as text.")
        yield Finding("link_inside_dead", Severity.WARNING, message, *place)
    for match in _REFERRED.finditer(row.text):
        if folded(match[1]).strip() not in known:
            message = tr("The text refers to the part “{part}”, which this paper does not have.")
            yield Finding("reference_dead", Severity.WARNING, message.format(part=match[1]), *place)


def dead_links(spans: Collection[TextSpan], keys: Collection[str]) -> list[TextSpan]:
    """The links among spans that open nothing: neither an address that a paper may open, nor one of its headings, of
    which these are the keys."""
    return [
        span
        for span in spans
        if span.mark == LINK and not safe_address(span.link) and inner_target(span.link) not in keys
    ]
