"""Links as they are typed."""

from __future__ import annotations

from facilitator.domain.text import folded
from facilitator.features.briefing.rows import BriefingRow
from facilitator.publishing.addresses import inner_target
from facilitator.translation import papers, tr


def link_to(typed: str, briefing: BriefingRow | None) -> str:
    """A typed address as it is; ``#`` with the heading of a part, as the screen or the paper shows it, as ``#key``. A
    heading that the paper does not have stays as typed, and is told before publishing."""
    wanted = folded(inner_target(typed)).strip()
    if not wanted or briefing is None:
        return typed
    texts = papers(briefing.language or "en")
    for section in briefing.sections:
        usual = section.usual_heading
        names = (
            section.key,
            section.heading,
            section.second_heading,
            tr(usual),
            usual,
            texts.gettext(usual or " "),
        )
        if wanted in {folded(name).strip() for name in names if name}:
            return f"#{section.key}"
    return typed
