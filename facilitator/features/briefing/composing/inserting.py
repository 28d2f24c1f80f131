"""Put what is pasted into the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from facilitator.domain.errors import Refused
from facilitator.domain.prose.spans import pieces
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing import blocks
from facilitator.features.briefing.composing.pasted import Pasted, of_html, of_plain
from facilitator.features.briefing.composing.written import Written
from facilitator.translation import tr

MOST_CHARACTERS = 60_000
"""Of what is pasted at once: some thirty pages."""
_MOST_MARKUP = 12_000_000
"""Bytes of a page with the pictures in it."""


def pasted_of(mime: QMimeData) -> Pasted:
    """What is kept of it. Raises ``Refused`` where it is more than a section can be."""
    markup = bytes(mime.data("text/html").data()) if mime.hasHtml() else b""
    if markup and len(markup) <= _MOST_MARKUP:
        found = of_html(mime.html())
    else:
        found = of_plain(mime.text()[: MOST_CHARACTERS + 1])
    count = sum(len(one.text) for one in found.paragraphs)
    if count > MOST_CHARACTERS or len(mime.text()) > _MOST_MARKUP:
        raise Refused(
            tr("What is pasted is too long."),
            tr("It has more than {most} characters.").format(most=f"{MOST_CHARACTERS:,}"),
            tr("Nothing was changed, and the clipboard still has it. Paste a part of it."),
        )
    return found


def paste(cursor: QTextCursor, paragraphs: Sequence[Written]) -> None:
    """Put paragraphs where the cursor is: plain ones go on in the paragraph that is there, others begin a new one."""
    if not paragraphs:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    first, *others = paragraphs
    here = blocks.style_of(cursor.block())
    rest = _cut_rest(cursor) if others else None
    if first.style in (Style.BODY, here) and Style.TABLE not in (first.style, here):
        _insert_words(cursor, first, here)
    elif cursor.block().length() == 1:
        blocks.insert(cursor, Written(blocks.id_of(cursor.block()), first.style, first.text, first.spans))
    else:
        cursor.insertBlock()
        blocks.insert(cursor, first)
    for one in others:
        cursor.insertBlock()
        blocks.insert(cursor, one)
    if rest is not None and rest.text:
        cursor.insertBlock()
        blocks.insert(cursor, rest)
    cursor.endEditBlock()


def _cut_rest(cursor: QTextCursor) -> Written:
    """Take out what stands behind the cursor in its paragraph: it comes behind what is pasted."""
    here = blocks.style_of(cursor.block())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    text = cursor.selectedText().replace("\u2028", "\n")
    cursor.removeSelectedText()
    return Written("", here, text)


def _insert_words(cursor: QTextCursor, one: Written, style: Style) -> None:
    for piece in pieces(one.text, one.spans):
        cursor.insertText(piece.text.replace("\n", "\u2028"), blocks.char_format(style, piece))
