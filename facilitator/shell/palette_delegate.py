"""How a line of the palette is painted: icon, title, what it is, and its shortcut at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.shell.entries import Entry

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_PAD = 10


class EntryDelegate(QStyledItemDelegate):
    """One line, its parts cut off where there is no room for them, the title last."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, max(int(option.fontMetrics.lineSpacing() * 1.9), 28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        rect: QRect = shown.rect
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = shown.palette
        painter.save()
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
        text, quiet = _pens(palette, chosen, entry.enabled)
        metrics = shown.fontMetrics
        side = int(metrics.height() * 1.2)
        mode = shown.icon.Mode.Selected if chosen else shown.icon.Mode.Normal
        sign = QRect(rect.left() + _PAD, rect.center().y() - side // 2, side, side)
        shown.icon.paint(painter, sign, Qt.AlignmentFlag.AlignCenter, mode)
        inner = rect.adjusted(_PAD * 2 + side, 0, -_PAD, 0)
        painter.setPen(quiet)
        if entry.keys:
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.keys)
            inner.setRight(inner.right() - metrics.horizontalAdvance(entry.keys) - _PAD)
        detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, inner.width() * 2 // 5)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)
        inner.setRight(inner.right() - metrics.horizontalAdvance(detail) - _PAD)
        painter.setPen(text)
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


def _pens(palette: QPalette, chosen: bool, enabled: bool) -> tuple[object, object]:
    role = QPalette.ColorRole
    if chosen:
        colour = palette.color(QPalette.ColorGroup.Active, role.HighlightedText)
        return colour, colour
    if not enabled:
        colour = palette.color(QPalette.ColorGroup.Disabled, role.Text)
        return colour, colour
    active = QPalette.ColorGroup.Active
    return palette.color(active, role.Text), palette.color(active, role.PlaceholderText)
