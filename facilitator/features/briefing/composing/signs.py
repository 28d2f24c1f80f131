"""What stands before each paragraph: its bullet or number, and whether notes are behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextBlock
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing import blocks
from facilitator.features.briefing.dragging import PARAGRAPHS
from facilitator.kit.dragging import dragged

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


def gap_at(editor: ProseEditor, y: float) -> int:
    """The number of the paragraph before whose place a height in the viewport (pixels) lies; behind the last, their
    count."""
    for block, box in _in_sight(editor):
        if y < box.center().y():
            return block.blockNumber()
        if y <= box.bottom():
            return block.blockNumber() + 1
    return editor.document().blockCount()


def paint_gap(editor: ProseEditor, number: int) -> None:
    """Paint the line where what is dragged would land: before the paragraph of a number."""
    painter = QPainter(editor.viewport())
    boxes = {block.blockNumber(): box for block, box in _in_sight(editor)}
    box = boxes.get(number) or boxes.get(number - 1)
    if box is not None:
        top = box.top() if number in boxes else box.bottom() - 4
        accent = editor.palette().color(QPalette.ColorRole.Accent)
        painter.fillRect(QRectF(0, max(top - 3, 0), editor.viewport().width(), 3), accent)
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
        self._pressed, self._from = "", QPoint()
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
        self._pressed, self._from = self._row_at(event), event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A paragraph is dragged by its sign."""
        distance = (event.position().toPoint() - self._from).manhattanLength()
        if self._pressed and distance >= QApplication.startDragDistance() and not self._editor.isReadOnly():
            drag = QDrag(self)
            drag.setMimeData(dragged(PARAGRAPHS, [self._pressed]))
            self._pressed = ""
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self._pressed == self._row_at(event):
            self.chosen.emit(self._pressed)
        self._pressed = ""

    def _row_at(self, event: QMouseEvent) -> str:
        for block, box in _in_sight(self._editor):
            if box.top() <= event.position().y() <= box.bottom():
                return blocks.id_of(block)
        return ""


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
