"""Documents as one HTML file that needs nothing beside it: no script, no font, no picture from elsewhere.

It follows WCAG 2.2: landmarks, headings in their order, languages of passages, tables with headers, alternatives of
pictures, light and dark as the reader's screen is, and a style for print. Charts are tables with bars in them.
"""

from __future__ import annotations

from facilitator import assets
from facilitator.publishing.colours import legible_on_white, parsed
from facilitator.publishing.direction import language_level
from facilitator.publishing.document import Document, Front, Heading, Rendering
from facilitator.publishing.html.blocks import Page
from facilitator.publishing.html.cover import cover
from facilitator.publishing.html.text import attribute, text
from facilitator.publishing.plain_text import single_line
from facilitator.publishing.typefaces import SERIF

_SANS_STACK = '"Source Sans 3", "Noto Sans", system-ui, sans-serif'
_SERIF_STACK = '"Noto Serif", Georgia, "Times New Roman", serif'
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def render(document: Document) -> Rendering:
    """The document as UTF-8. The same document gives the same bytes: the file does not say when it was made."""
    page = Page(document)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{attribute(document.language or "en")}" dir="{_direction(document.language)}">',
        *_head(document),
        "<body>",
        *(() if document.front is Front.NONE else cover(document)),
        "<main>",
        *page.blocks(document.blocks),
        "</main>",
        *_footer(document),
        "</body>",
        "</html>",
    ]
    return Rendering("\n".join(parts).encode("utf-8"), notes=tuple(page.notes))


def _direction(language: str) -> str:
    return "rtl" if language_level(language) else "ltr"


def _head(document: Document) -> list[str]:
    meta = {
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
    }
    style = assets.read_text("styles", "paper.css").replace("#0F6A8B", _accent(document.accent))
    if document.typeface == SERIF:
        style = style.replace(_SANS_STACK, _SERIF_STACK)
    return [
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Whatever a text may hold, nothing is loaded and nothing runs.
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{text(single_line(document.title) or _first_heading(document))}</title>",
        *(
            f'<meta name="{name}" content="{attribute(single_line(value))}">'
            for name, value in meta.items()
            if value.strip()
        ),
        f"<style>\n{style}</style>",
        "</head>",
    ]


def _accent(code: str) -> str:
    red, green, blue = (round(part * 255) for part in legible_on_white(parsed(code)))
    return f"#{red:02X}{green:02X}{blue:02X}"


def _first_heading(document: Document) -> str:
    found = next((block for block in document.blocks if isinstance(block, Heading)), None)
    return single_line("".join(run.text for run in found.runs)) if found else "–"


def _footer(document: Document) -> list[str]:
    line = single_line(document.footer)
    return [f"<footer><p>{text(line)}</p></footer>"] if line else []
