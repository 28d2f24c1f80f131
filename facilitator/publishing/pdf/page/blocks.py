"""From the blocks of a document to the pieces of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from facilitator.publishing.document import (
    Bars,
    Beside,
    Block,
    Bullets,
    Comparison,
    Contents,
    Event,
    Facts,
    Heading,
    Illustration,
    KeyFigures,
    NameCards,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Sign,
    SpotMap,
    Table,
    Voice,
    headings_of,
)
from facilitator.publishing.pdf.look import Look
from facilitator.publishing.pdf.page.beside import beside_pieces
from facilitator.publishing.pdf.page.boxes import Frame, Framed, Stack
from facilitator.publishing.pdf.page.comparisons import comparison_pieces
from facilitator.publishing.pdf.page.figures import bar_pieces, figure_pieces
from facilitator.publishing.pdf.page.headings import ContentsEntry, HeadingPiece, Place
from facilitator.publishing.pdf.page.illustrations import illustration_pieces, map_pieces
from facilitator.publishing.pdf.page.name_cards import card_pages
from facilitator.publishing.pdf.page.piece import NewPage, Piece
from facilitator.publishing.pdf.page.rows import Row, RowStyle, Track
from facilitator.publishing.pdf.page.signs import SignPage
from facilitator.publishing.pdf.page.tables import fact_pieces, table_pieces
from facilitator.publishing.pdf.typesetter import Typesetter
from facilitator.publishing.plain_text import single_line

_CONTENTS_LEVELS = 2
_BULLET = "•"
_NARROW, _WIDE = 15.0, 24.0  # points: indents of bulleted and numbered items


def places_of(blocks: Sequence[Block]) -> dict[int, Place]:
    """A place in the file for each heading, by the heading's identity, since two may say the same."""
    found: dict[int, Place] = {}
    for heading in headings_of(blocks):
        title = single_line("".join(run.text for run in heading.runs))
        found.setdefault(id(heading), Place(f"h{len(found)}", title, heading.level))
    return found


def pieces_of(block: Block, typesetter: Typesetter, places: dict[int, Place]) -> Iterator[Piece]:
    """The pieces of one block, made as they are asked for."""
    look = typesetter.look
    match block:
        case Heading():
            yield _heading(block, places.get(id(block)), typesetter)
        case Paragraph():
            styles = {Voice.BODY: look.body, Voice.LEAD: look.lead, Voice.SMALL: look.small}
            yield typesetter.text(block.runs, styles[block.voice])
        case Bullets():
            yield from _bullets(block, typesetter)
        case Quotation():
            yield _quotation(block, typesetter)
        case Table():
            yield from table_pieces(block, typesetter)
        case Facts():
            yield from fact_pieces(block, typesetter)
        case KeyFigures():
            yield from figure_pieces(block, typesetter)
        case Bars():
            yield from bar_pieces(block, typesetter)
        case Comparison():
            yield from comparison_pieces(block, typesetter)
        case SpotMap():
            yield from map_pieces(block, typesetter)
        case Illustration():
            yield from illustration_pieces(block, typesetter)
        case Beside():
            yield from beside_pieces(block, typesetter, lambda one, setter: pieces_of(one, setter, places))
        case Sign():
            yield SignPage(block, typesetter)
        case NameCards():
            yield from card_pages(block, typesetter)
        case Event():
            return  # a calendar is opened, not printed
        case Contents():
            yield from _contents(block, typesetter, places)
        case PageBreak():
            yield NewPage()


def _heading(block: Heading, place: Place | None, typesetter: Typesetter) -> Piece:
    """A heading in the second language is none of the contents."""
    node = typesetter.tree.heading(typesetter.parent, block.level)
    text = typesetter.text(block.runs, typesetter.look.heading(block.level), node)
    place = place or Place("", "", block.level)
    return HeadingPiece(text, place, typesetter.look)


def _bullets(block: Bullets, typesetter: Typesetter) -> Iterator[Piece]:
    look = typesetter.look
    indent = look.points(_WIDE if block.ordered else _NARROW)
    tracks = [Track(points=indent), Track(share=1.0)]
    style = RowStyle(mirrored=look.mirrored)
    numbering = "Decimal" if block.ordered else "Disc"
    typesetter = typesetter.under("L", attributes={"O": "List", "ListNumbering": numbering})
    last = len(block.items)
    for number, item in enumerate(block.items, start=1):
        node = typesetter.parent.child("LI")
        sign = f"{number}." if block.ordered else _BULLET
        marker = typesetter.plain(sign, look.marker, node.child("Lbl"))
        row = Row([marker, typesetter.text(item.runs, look.item, node.child("LBody"))], tracks, style)
        row.space_after = look.body.space_after + 2 if number == last else look.item.space_after
        yield row


def _quotation(block: Quotation, typesetter: Typesetter) -> Piece:
    look = typesetter.look
    typesetter = typesetter.under("BlockQuote")
    texts: list[Piece] = [typesetter.text(block.runs, look.quotation)]
    if any(run.text.strip() for run in block.attribution):
        texts[0].keep_with_next = True
        texts.append(typesetter.text((Run("— "), *block.attribution), look.attribution))
    frame = Frame(
        vertical=look.points(2.0),
        start=look.points(16.0),
        end=look.points(20.0),
        bar=look.accent,
        bar_width=look.points(2.4),
        mirrored=_runs_from_right(texts[0], look),
    )
    framed = Framed(Stack(texts), frame)
    framed.space_before, framed.space_after = look.points(7.0), look.points(12.0)
    return framed


def _runs_from_right(text: Piece, look: Look) -> bool:
    return getattr(text, "level", look.level) == 1


def _contents(block: Contents, typesetter: Typesetter, places: dict[int, Place]) -> Iterator[Piece]:
    """The table of contents on pages of its own; nothing when the document has no headings."""
    listed = [place for place in places.values() if place.level <= _CONTENTS_LEVELS and place.title]
    if not listed:
        return
    look = typesetter.look
    yield NewPage()
    if block.title:
        style = replace(look.heading(1), space_after=look.points(14.0))
        yield typesetter.plain(block.title, style, typesetter.tree.heading(typesetter.parent, 1))
    typesetter = typesetter.under("TOC")
    for place, after in zip_longest(listed, listed[1:]):
        # A part is not parted from the first of what it holds.
        yield ContentsEntry(typesetter, place, keep=after is not None and after.level > place.level)
    if not block.followed:
        yield NewPage()
