"""The only place that calls a renderer, and it renders only papers that the gate has sealed."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from facilitator.domain.errors import Refused
from facilitator.publishing.document import Rendering
from facilitator.publishing.gate import ClearedDocument
from facilitator.translation import tr

FORMATS: dict[str, str] = {
    "pdf": "facilitator.publishing.pdf",
    "docx": "facilitator.publishing.docx",
    "html": "facilitator.publishing.html",
    "md": "facilitator.publishing.markdown",
    "csv": "facilitator.publishing.csv_table",
    "xlsx": "facilitator.publishing.workbook",
    "ics": "facilitator.publishing.calendar",
}
"""The module of each renderer; each has ``render(document, **options) -> Rendering``."""

_USUAL = re.compile("[\n -~\u00a0-\u024f\u0400-\u045f\u2010-\u2026]*")
"""What the page's own typeface has all of."""


def render(document: ClearedDocument, format_: str, **options: Any) -> Rendering:
    """Render a sealed paper. Raises ``Refused`` for a format that is not known, TypeError for what is not sealed."""
    if not isinstance(document, ClearedDocument):
        raise TypeError("only a ClearedDocument can be rendered")
    if format_ not in FORMATS:
        raise Refused(
            tr("“{format}” is no format that can be written.").format(format=format_),
            tr("Known are: {formats}.").format(formats=", ".join(FORMATS)),
            tr("Nothing was written."),
        )
    renderer: Callable[..., Rendering] = import_module(FORMATS[format_]).render
    return renderer(document.sealed, **options)


def unshown(text: str) -> tuple[str, ...]:
    """The characters of a text that no font has and a PDF prints by their code points, once each in their order."""
    if _USUAL.fullmatch(text):
        return ()
    from facilitator.publishing.pdf.text import showing

    return showing.unshown(text)


def fits(document: ClearedDocument) -> bool:
    """Whether a sealed paper that has one page fits it when it is printed; True for papers that may have more."""
    if not document.sealed.one_page:
        return True
    from facilitator.publishing import pdf

    return pdf.fits(document.sealed)
