"""The text of one section: it is typed as in a word processor, and each block of it is a paragraph of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from facilitator.domain.errors import Refused
from facilitator.domain.prose.spans import Piece
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing import blocks
from facilitator.features.briefing.composing.dropping import DropTarget
from facilitator.features.briefing.composing.inserting import paste, pasted_of
from facilitator.features.briefing.composing.signs import MARGIN, Margin, paint_markers
from facilitator.features.briefing.composing.written import Written
from facilitator.kit.history_keys import belongs_to_library
from facilitator.kit.picture_taking import has_pictures
from facilitator.publishing.addresses import inner_target, safe_address

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GOES_ON = (Style.BULLET, Style.NUMBERED)


class ProseEditor(QTextEdit):
    """``heirs`` tells of rows that were joined with another one, since the text was shown. What is undone is a change
    of the library: the text itself keeps none."""

    edited = Signal()
    """Something was typed; nothing programs do tells it."""
    moved = Signal()
    """The caret is in another paragraph, or the style there is another one."""
    left = Signal()
    """The focus is elsewhere."""
    pictures_dropped = Signal(QMimeData)
    pictures_pasted = Signal(tuple)
    """``PastedPicture``s: those of a page that was pasted."""
    rows_dropped = Signal(QMimeData, int)
    """Notes or paragraphs, and the number of the paragraph before which they were dropped."""
    refused = Signal(object)

    def __init__(self, sign_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.margin = Margin(self, sign_of)
        self._is_shown_to_be = False
        self._block = -1
        self.drops = DropTarget(self)
        self.heirs: dict[str, str] = {}
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(12)
        self.setViewportMargins(MARGIN, 0, 0, 0)
        # Told before the caret is: who hears that it moved must know that something was typed.
        self.document().contentsChange.connect(self._on_contents_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def show_paragraphs(self, paragraphs: Sequence[Written]) -> None:
        """Show these; the caret stays in its paragraph, and the text where it was scrolled to."""
        row_id, offset = blocks.id_of(self.textCursor().block()), self.textCursor().positionInBlock()
        scrolled = self.verticalScrollBar().value()
        self._is_shown_to_be = True
        blocks.fill(self.document(), paragraphs)
        self.heirs = {}
        self._is_shown_to_be = False
        self.go(row_id, offset)
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()

    def paragraphs(self) -> tuple[Written, ...]:
        """What is written now."""
        return blocks.read(self.document())

    def settled(self) -> tuple[Written, ...]:
        """What is written now, each paragraph with a row: one that has none yet is given one, to be made."""
        self._is_shown_to_be = True
        blocks.name(self.document())
        self._is_shown_to_be = False
        return self.paragraphs()

    def go(self, row_id: str, offset: int = 0) -> bool:
        """Put the caret into a paragraph; False where it is not in the text."""
        for block in blocks.blocks_of(self.document()) if row_id else ():
            if blocks.id_of(block) == row_id:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + min(offset, max(0, block.length() - 1)))
                self.setTextCursor(cursor)
                return True
        return False

    @property
    def current_id(self) -> str:
        """The row of the paragraph with the caret; empty while it has none."""
        return blocks.id_of(self.textCursor().block())

    @property
    def current_style(self) -> Style:
        """How that paragraph is set."""
        return blocks.style_of(self.textCursor().block())

    def set_style(self, style: Style) -> None:
        """Set the paragraphs with the caret or selection in this way."""
        for block in self._chosen():
            if Style.PICTURE not in (blocks.style_of(block), style):
                blocks.restyle(block, style)
        self.edited.emit()
        self.moved.emit()
        self.viewport().update()

    def toggle(self, mark: int) -> None:
        """Make what is selected bold or italic (``blocks.BOLD``, ``ITALIC``), or plain where it is so already."""
        cursor = self.textCursor()
        wanted = not bool(cursor.charFormat().property(mark))
        if mark == blocks.BOLD:
            self._change_look(lambda piece: piece._replace(bold=wanted))
        else:
            self._change_look(lambda piece: piece._replace(italic=wanted))

    def set_link(self, address: str) -> None:
        """Make what is selected a link to an address or a part of the paper (``#key``); an empty one takes it away."""
        link = address if inner_target(address) else safe_address(address)
        self._change_look(lambda piece: piece._replace(link=link))

    def event(self, event: QEvent) -> bool:
        if belongs_to_library(event, typing=False):
            event.ignore()
            return False
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_italic(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leaves the text, but for a table, where it begins the next cell."""
        if forward and self.current_style is Style.TABLE and not self.isReadOnly():
            self.textCursor().insertText("\t")
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _ENTER and plain:
            self._split()
        elif event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertText("\u2028")
        elif _is_italic(event):
            self.toggle(blocks.ITALIC)
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            self._notice_joining(event)
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or has_pictures(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if has_pictures(source):
            self.pictures_dropped.emit(source)
            return
        try:
            pasted = pasted_of(source)
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        paste(self.textCursor(), pasted.paragraphs)
        self.ensureCursorVisible()
        if pasted.pictures:
            self.pictures_pasted.emit(pasted.pictures)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_markers(self)
        self.drops.paint()
        self.margin.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self.margin.setGeometry(inside.left(), inside.top(), MARGIN, inside.height())

    def _split(self) -> None:
        cursor = self.textCursor()
        style, at_start = self.current_style, cursor.atBlockStart() and not cursor.hasSelection()
        row_id = self.current_id
        if style in _GOES_ON and cursor.block().length() == 1:
            self.set_style(Style.BODY)  # an empty entry ends the list
            return
        following = style if style in _GOES_ON or (at_start and cursor.block().length() > 1) else Style.BODY
        cursor.beginEditBlock()  # whoever hears of it finds each paragraph with its own row
        cursor.insertBlock()
        if at_start:  # the words go on, with their notes, below an empty paragraph
            cursor.setBlockFormat(blocks.block_format(following, row_id))
            before = QTextCursor(cursor.block().previous())
            before.setBlockFormat(blocks.block_format(style if style in _GOES_ON else Style.BODY, ""))
        else:
            cursor.setBlockFormat(blocks.block_format(following, ""))
            blocks.restyle(cursor.block(), following)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.moved.emit()

    def _notice_joining(self, event: QKeyEvent) -> None:
        """Remember whose words come behind whose, before the key joins them."""
        cursor, block = self.textCursor(), self.textCursor().block()
        if cursor.hasSelection():
            first = self.document().findBlock(cursor.selectionStart())
            last = self.document().findBlock(cursor.selectionEnd())
            if first != last and cursor.selectionEnd() < last.position() + last.length() - 1:
                self._join(first, last)
        elif event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart():
            self._join(block.previous(), block)
        elif event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd():
            self._join(block, block.next())

    def _join(self, first: QTextBlock, second: QTextBlock) -> None:
        heir, gone = blocks.id_of(first), blocks.id_of(second)
        if heir and gone and heir != gone:
            self.heirs[gone] = heir

    def _chosen(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        found = [block]
        while block.next().isValid() and block.next().position() < cursor.selectionEnd():
            block = block.next()
            found.append(block)
        return found

    def _change_look(self, change: Callable[[Piece], Piece]) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            now = blocks.piece_of(cursor.charFormat())
            self.setCurrentCharFormat(blocks.char_format(self.current_style, change(now)))
            return
        blocks.change_look(cursor, change)
        self.edited.emit()

    def _on_contents_changed(self, _at: int, _removed: int, _added: int) -> None:
        if not self._is_shown_to_be:
            self.edited.emit()

    def _on_cursor_moved(self) -> None:
        number = self.textCursor().blockNumber()
        if number != self._block and not self._is_shown_to_be:
            self._block = number
            self.moved.emit()


def _is_italic(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Italic)
