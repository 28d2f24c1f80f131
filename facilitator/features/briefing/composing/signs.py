"""What stands before each paragraph: its bullet or number, and whether notes are behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing import blocks

if TYPE_CHECKING:
    from facilitator.features.briefing.composing.editor import ProseEditor

MARGIN = 34
"""Pixels beside the text."""
_MARKER = 20
"""Pixels of a bullet or number."""


def paint_markers(editor: ProseEditor) -> None:
    """Paint the bullets, numbers and bars of the paragraphs in sight."""
    painter = QPainter(editor.viewport())
    palette, number = editor.palette(), 0
    painter.setPen(palette.text().color())
    numbers: dict[int, int] = {}
    for block in blocks.blocks_of(editor.document()):
        number = number + 1 if blocks.style_of(block) is Style.NUMBERED else 0
        numbers[block.blockNumber()] = number
    for block, box in _in_sight(editor):
        style = blocks.style_of(block)
        mirrored = is_mirrored(editor, block)
        indent = block.blockFormat().leftMargin()
        left = box.right() - indent if mirrored else box.left() + indent - _MARKER
        mark = {Style.BULLET: "•", Style.NUMBERED: f"{numbers[block.blockNumber()]}."}.get(style, "")
        line = QRectF(left + 5 * mirrored, box.top(), _MARKER - 5, editor.fontMetrics().lineSpacing() * 1.2)
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, mark)
        if style is Style.QUOTATION:
            painter.fillRect(QRectF(left + 8, box.top(), 3, box.height() - 6), palette.highlight())
    painter.end()


def is_mirrored(editor: ProseEditor, block: QTextBlock) -> bool:
    """Whether a paragraph runs from right to left; while it is empty, as its text does."""
    if block.length() == 1:
        return editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


class Margin(QWidget):
    """The signs of evidence beside the paragraphs in sight; a click tells on which paragraph."""

    chosen = Signal(str)

    def __init__(self, editor: ProseEditor, sign_of: Callable[[str], str]) -> None:
        super().__init__(editor)
        self._editor, self._sign_of = editor, sign_of
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        high = self._editor.fontMetrics().lineSpacing() * 1.2
        for block, box in _in_sight(self._editor):
            place = QRectF(2, box.top(), self.width() - 4, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._sign_of(blocks.id_of(block)))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for block, box in _in_sight(self._editor):
            if box.top() <= event.position().y() <= box.bottom():
                self.chosen.emit(blocks.id_of(block))
                return


def _in_sight(editor: ProseEditor) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The blocks in sight with their places in the viewport."""
    layout, scrolled = editor.document().documentLayout(), editor.verticalScrollBar().value()
    for block in blocks.blocks_of(editor.document()):
        box = layout.blockBoundingRect(block).translated(0, -scrolled)
        if box.bottom() < 0:
            continue
        if box.top() > editor.viewport().height():
            return
        yield block, box
