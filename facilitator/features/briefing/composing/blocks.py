"""Between paragraphs and the blocks of a text that is edited.

A block knows its row and its style by properties of its format; which words are bold, italic or a link, by properties
of theirs. How they look is another thing: a subheading is bold to look at, and no word in it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from facilitator.domain.identity import new_id
from facilitator.domain.prose.spans import Piece, joined, pieces
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing.written import Written

ID = QTextFormat.Property.UserProperty.value + 1
STYLE = ID + 1
BOLD, ITALIC, LINK = ID + 2, ID + 3, ID + 4
OBJECT = "\ufffc"
"""What stands in the text for a picture."""
_LINE = "\u2028"
_INDENT = 22
"""Pixels."""
_INDENTED = (Style.BULLET, Style.NUMBERED, Style.QUOTATION)


def fill(document: QTextDocument, paragraphs: Sequence[Written]) -> None:
    """Show paragraphs; one empty block where there are none."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(block_format(Style.BODY, ""))
    for number, one in enumerate(paragraphs):
        if number:
            cursor.insertBlock()
        insert(cursor, one)
    cursor.endEditBlock()


def insert(cursor: QTextCursor, one: Written) -> None:
    """Make the block of the cursor this paragraph, and put its words there."""
    cursor.setBlockFormat(block_format(one.style, one.id))
    cursor.setBlockCharFormat(char_format(one.style, Piece("", False, False, "")))
    for piece in pieces(one.text, one.spans):
        if piece.text:
            cursor.insertText(piece.text.replace("\n", _LINE), char_format(one.style, piece))


def block_format(style: Style, row_id: str) -> QTextBlockFormat:
    """How a paragraph is set, and which row it is."""
    made = QTextBlockFormat()
    made.setProperty(ID, row_id)
    made.setProperty(STYLE, style.value)
    made.setBottomMargin(6)
    made.setTopMargin(8 if style is Style.SUBHEADING else 0)
    made.setLeftMargin(_INDENT if style in _INDENTED else 0)
    made.setRightMargin(
        _INDENT if style in _INDENTED else 0
    )  # where lines begin at the right, the marker stands there
    made.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def char_format(style: Style, piece: Piece) -> QTextCharFormat:
    """How words of a paragraph look."""
    made = QTextCharFormat()
    is_heading = style is Style.SUBHEADING
    made.setFontWeight(QFont.Weight.Bold if piece.bold or is_heading else QFont.Weight.Normal)
    made.setFontItalic(piece.italic or style is Style.QUOTATION)
    made.setFontUnderline(bool(piece.link))
    made.setProperty(BOLD, piece.bold)
    made.setProperty(ITALIC, piece.italic)
    made.setProperty(LINK, piece.link)
    made.setToolTip(piece.link)
    return made


def style_of(block: QTextBlock) -> Style:
    """How a block is set."""
    return Style(block.blockFormat().property(STYLE) or Style.BODY.value)


def id_of(block: QTextBlock) -> str:
    """The row of a block; empty where it has none yet."""
    return str(block.blockFormat().property(ID) or "")


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """All blocks from top to bottom."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def read(document: QTextDocument) -> tuple[Written, ...]:
    """The paragraphs as they are written now. Of several blocks with one row, as a split leaves them, the first keeps
    it; an empty text holds no paragraph."""
    found: list[Written] = []
    taken: set[str] = set()
    for block in blocks_of(document):
        text, spans = joined(_pieces(block))
        row_id = id_of(block) if id_of(block) not in taken else ""
        taken.add(row_id)
        found.append(Written(row_id, style_of(block), text, spans))
    is_empty = len(found) == 1 and not found[0].text and found[0].style is Style.BODY
    return () if is_empty else tuple(found)


def name(document: QTextDocument) -> None:
    """Give each block a row of its own, where it has none, or the one of a block before it."""
    taken: set[str] = set()
    for block in blocks_of(document):
        row_id = id_of(block)
        if not row_id or row_id in taken:
            row_id = new_id()
            QTextCursor(block).setBlockFormat(block_format(style_of(block), row_id))
        taken.add(row_id)


def _pieces(block: QTextBlock) -> Iterator[Piece]:
    at = block.begin()
    while not at.atEnd():
        format_ = at.fragment().charFormat()
        text = at.fragment().text().replace(_LINE, "\n").replace(OBJECT, "")
        link = str(format_.property(LINK) or "")
        yield Piece(text, bool(format_.property(BOLD)), bool(format_.property(ITALIC)), link)
        at += 1


def piece_of(format_: QTextCharFormat) -> Piece:
    """The look of words, without them."""
    link = str(format_.property(LINK) or "")
    return Piece("", bool(format_.property(BOLD)), bool(format_.property(ITALIC)), link)


def restyle(block: QTextBlock, style: Style) -> None:
    """Set a paragraph in another way; what is bold, italic or a link in it stays so."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(style, id_of(block)))
    cursor.setBlockCharFormat(char_format(style, Piece("", False, False, "")))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    change_look(cursor, lambda piece: piece)


def change_look(cursor: QTextCursor, change: Callable[[Piece], Piece]) -> None:
    """Change how the words look that are selected, each stretch of one look by itself."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    found: list[tuple[int, int, QTextCharFormat]] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            first = max(start, fragment.position())
            last = min(end, fragment.position() + fragment.length())
            if first < last and not fragment.charFormat().isImageFormat():
                found.append(
                    (first, last, char_format(style_of(block), change(piece_of(fragment.charFormat()))))
                )
            at += 1
        block = block.next()
    for first, last, format_ in found:
        part = QTextCursor(document)
        part.setPosition(first)
        part.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        part.setCharFormat(format_)
