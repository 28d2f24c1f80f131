"""What no font that ships can show."""

from __future__ import annotations

import re
from functools import lru_cache

from facilitator.publishing.plain_text import printable

_USUAL = re.compile("[\\n -~\u00a0-\u024f\u0400-\u045f\u2010-\u2026]*")
"""What the page's own typeface has all of."""


def unshown(text: str) -> tuple[str, ...]:
    """The characters of a text that a PDF prints by their code points, once each in their order."""
    if _USUAL.fullmatch(text):
        return ()
    from facilitator.publishing.pdf.text.clusters import clusters, invisible

    found: dict[str, None] = {}
    for cluster in clusters(printable(text)):
        if cluster != "\n" and not _is_shown(cluster):
            found |= {one: None for one in cluster if not invisible(one) and not _is_shown(one)}
    return tuple(found)


@lru_cache(maxsize=20_000)
def _is_shown(cluster: str) -> bool:
    from facilitator.publishing.pdf.text.families import Face
    from facilitator.publishing.pdf.text.fonts import FontBook

    return FontBook().choose(cluster, Face.REGULAR, "en", None) is not None
