"""What no font that ships can show."""

from __future__ import annotations

from functools import lru_cache

from facilitator.publishing.pdf.text.clusters import clusters, invisible
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.fonts import FontBook
from facilitator.publishing.plain_text import printable


def unshown(text: str) -> tuple[str, ...]:
    """The characters of a text that are printed by their code points, once each in their order."""
    found: dict[str, None] = {}
    for cluster in clusters(printable(text)):
        if cluster != "\n" and not _is_shown(cluster):
            found |= {one: None for one in cluster if not invisible(one) and not _is_shown(one)}
    return tuple(found)


@lru_cache(maxsize=20_000)
def _is_shown(cluster: str) -> bool:
    return FontBook().choose(cluster, Face.REGULAR, "en", None) is not None
