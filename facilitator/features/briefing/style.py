"""How paragraphs of a briefing are set."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """How a paragraph of a briefing is set."""

    BODY = "body"
    BULLET = "bullet"
    QUOTATION = "quotation"
    SUBHEADING = "subheading"
