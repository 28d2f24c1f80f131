"""The section in the second language: a block for each paragraph of the first, in its order, neither more nor less."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import Refused
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing import blocks
from facilitator.features.briefing.composing.editor import ProseEditor
from facilitator.features.briefing.composing.inserting import paste, pasted_of
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.rows import SectionRow
from facilitator.kit.pasting import pasted_text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def passages_of(section: SectionRow) -> tuple[Written, ...]:
    """What its paragraphs say in the second language. Of pictures the caption alone is told twice."""
    return tuple(
        Written(row.id, row.style, row.second_text, row.second_spans)
        for row in section.paragraphs
        if row.style is not Style.PICTURE
    )


class PassagesEditor(ProseEditor):
    """Enter goes to the next paragraph, and no key joins two. Where nothing is said yet, the first language stands in
    grey: ``source_of`` gives it by the row of the paragraph."""

    def __init__(
        self, sign_of: Callable[[str], str], source_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(sign_of, parent)
        self._source_of = source_of
        self.viewport().setAcceptDrops(False)

    def paragraphs(self) -> tuple[Written, ...]:
        """What is written now; also where nothing is written in any of them."""
        found = super().paragraphs()
        return found or tuple(
            Written(blocks.id_of(block), blocks.style_of(block), "")
            for block in blocks.blocks_of(self.document())
            if blocks.id_of(block)
        )

    def settled(self) -> tuple[Written, ...]:
        return self.paragraphs()

    def set_style(self, style: Style) -> None:
        """How a paragraph is set is the first language's to say."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            self._to_next()
        elif event.matches(QKeySequence.StandardKey.Cut) and self._is_over_several():
            self.copy()
        elif not self._would_join(event):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words go into the paragraph with the caret, with what is bold, italic or a link in them; several paragraphs
        as lines of it."""
        if self._is_over_several():
            self._narrow()
        try:
            paragraphs = pasted_of(source).paragraphs
            text = pasted_text(source, 0) if len(paragraphs) != 1 else ""
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        if len(paragraphs) == 1:
            one = paragraphs[0]
            paste(
                self.textCursor(),
                [Written("", blocks.style_of(self.textCursor().block()), one.text, one.spans)],
            )
        else:
            self.textCursor().insertText("\u2028".join(text.splitlines()))
        self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        for block in blocks.blocks_of(self.document()):
            box = layout.blockBoundingRect(block).translated(0, -scrolled)
            if block.length() == 1 and box.bottom() >= 0 and box.top() <= self.viewport().height():
                self._paint_source(painter, block, box)
        painter.end()

    def _paint_source(self, painter: QPainter, block: QTextBlock, box: QRectF) -> None:
        words = " ".join(self._source_of(blocks.id_of(block)).split())
        indent = block.blockFormat().leftMargin() + 4
        inside = box.adjusted(indent, 0, -indent, 0)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(inside.width()))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignTop, shown)

    def _to_next(self) -> None:
        block = self.textCursor().block().next()
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.ensureCursorVisible()

    def _would_join(self, event: QKeyEvent) -> bool:
        """Whether the key would make one paragraph of two."""
        writes = bool(event.text()) or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        chord = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        cursor = self.textCursor()
        if cursor.hasSelection():
            deletes = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
            return self._is_over_several() and (deletes or (writes and not chord))
        if event.key() == Qt.Key.Key_Backspace:
            return cursor.atBlockStart()
        return event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd()

    def _is_over_several(self) -> bool:
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        return first != self.document().findBlock(cursor.selectionEnd())

    def _narrow(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
