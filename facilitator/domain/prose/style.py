"""How paragraphs of a paper are set."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """How a paragraph of a paper is set. A table's text holds its rows by line feed and their cells by tab; a
    picture's text is its alternative."""

    BODY = "body"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTATION = "quotation"
    SUBHEADING = "subheading"
    TABLE = "table"
    PICTURE = "picture"
