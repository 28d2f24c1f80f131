"""Documents as PDF: A4 pages with embedded fonts for many scripts, contents, bookmarks and links.

Signs and name cards take whole pages without running texts, the cards always upright ones. Logos stand on white on the
cover or below the band, six at most; one that can't be read is left out, and a note tells so. Entries of a calendar
are not printed: a paper that shows them has a table.

Importing this package loads nothing of it: the fonts, HarfBuzz and reportlab come with the first rendering.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from facilitator.publishing.document import Document, Rendering


def render(
    document: Document,
    *,
    date: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Rendering:
    """The document as a PDF.

    ``date`` is what the file says it was made on: SOURCE_DATE_EPOCH when it is None and that is set, else now, in
    UTC. The same document with the same date gives the same bytes. ``progress`` is called with steps done and their
    total; when ``cancelled`` returns True, domain.errors.Cancelled is raised within a piece or a page.
    """
    from facilitator.publishing.pdf.composer import Composer

    return Composer(document, progress, cancelled).render(date)


def fits(document: Document) -> bool:
    """Whether a paper that has one page fits it; True for papers that may have more. Nothing is drawn."""
    from facilitator.publishing.pdf.composer import Composer

    return Composer(document, None, None).fits()
