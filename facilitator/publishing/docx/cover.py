"""The beginning of a paper: a panel in the accent with the title, and below it what else the cover says."""

from __future__ import annotations

from facilitator.publishing.document import Cover, Document, Front
from facilitator.publishing.docx.pictures import Pictures
from facilitator.publishing.docx.styles import Look
from facilitator.publishing.docx.tables import Cell, Frame, row, table
from facilitator.publishing.docx.text import Shape, Texts
from facilitator.publishing.pictures import printed
from facilitator.publishing.plain_text import single_line

_UPPER, _LOWER = 2000, 6200
"""The least heights of the panel's two parts, in twentieths of a point."""
_LOGO = (150.0, 36.0)
"""Room for one logo, in points."""


def cover(document: Document, texts: Texts, pictures: Pictures, look: Look) -> list[str]:
    """What stands before the first block; nothing for papers that begin with it."""
    if document.front is Front.NONE:
        return []
    whole = document.front is Front.PAGE and not document.one_page
    front = document.cover
    title = single_line(front.title) or single_line(document.title) or "–"
    made = _page(front, title, texts, look) if whole else _band(front, title, texts, look)
    logos = [
        pictures.inline(picture, logo.alternative, _LOGO)
        for logo in front.logos
        if (picture := printed(logo.data))
    ]
    if logos:
        between = texts.inline_plain("    ")
        made.append(texts.around(between.join(logos), Shape("Picture")))
    if whole:
        made.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
    return made


def _page(front: Cover, title: str, texts: Texts, look: Look) -> list[str]:
    frame = Frame((look.inside,), look.mirrored, padding=(320, 360))
    series = texts.plain(single_line(front.series), Shape("CoverSeries"))
    name = texts.plain(single_line(front.kind), Shape("CoverKind")) + texts.plain(title, Shape("Title"))
    rows = [
        row([Cell(series, ground=look.ground)], frame.widths, height=_UPPER),
        row([Cell(name, ground=look.ground, bottom=True)], frame.widths, height=_LOWER),
    ]
    lines = (
        ("Subtitle", front.theme),
        ("CoverDate", front.date),
        ("CoverHosts", front.hosts),
        ("Small", " · ".join(filter(None, (single_line(front.contact), single_line(front.hashtag))))),
    )
    return [table(frame, rows), texts.gap(360), *_told(lines, texts)]


def _band(front: Cover, title: str, texts: Texts, look: Look) -> list[str]:
    frame = Frame((look.inside,), look.mirrored, padding=(220, 260))
    lines = (
        ("BandLine", " · ".join(filter(None, map(single_line, (front.series, front.hashtag))))),
        ("CoverKind", single_line(front.kind)),
        ("BandTitle", title),
        ("BandLine", " · ".join(filter(None, map(single_line, (front.theme, front.date))))),
        ("BandLine", " · ".join(filter(None, map(single_line, (front.hosts, front.contact))))),
    )
    inside = "".join(_told(lines, texts))
    return [table(frame, [row([Cell(inside, ground=look.ground)], frame.widths)]), texts.gap(200)]


def _told(lines: tuple[tuple[str, str], ...], texts: Texts) -> list[str]:
    return [texts.plain(single_line(words), Shape(style)) for style, words in lines if words.strip()]
