"""A list of points to settle: below a heading for each group, with its sign, as many lines as a point needs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.kit.icons import Tone, icon
from facilitator.kit.pointmodel import POINT_ROLE, SIGN_ROLE, PointModel

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_INSET = 6


class PointDelegate(QStyledItemDelegate):
    """Paints a point with the sign of its group, and a heading in bold."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(self._view.viewport().width(), 1)
        metrics = QFontMetrics(_font(option, index))
        room = QRect(0, 0, self._text_rect(QRect(0, 0, width, 10), option).width(), 10_000)
        height = metrics.boundingRect(room, int(_WRAPPED), index.data()).height()
        return QSize(width, max(height, metrics.height()) + 2 * _INSET)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        group = QPalette.ColorGroup.Active
        if not option.state & QStyle.StateFlag.State_Active:
            group = QPalette.ColorGroup.Inactive
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(_font(option, index))
        painter.setPen(palette.color(group, role))
        painter.drawText(self._text_rect(rect, option), int(_WRAPPED), index.data())
        if index.data(POINT_ROLE) is not None:
            highlighted = selected and group == QPalette.ColorGroup.Active
            self._paint_sign(painter, rect, option, index.data(SIGN_ROLE), highlighted)
        painter.restore()

    def _paint_sign(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        sign: tuple[str, Tone],
        highlighted: bool,
    ) -> None:
        name, tone = sign
        side = _side(option)
        text = self._text_rect(rect, option)
        left = rect.left() + _INSET
        if option.direction == Qt.LayoutDirection.RightToLeft:
            left = rect.right() - _INSET - side
        mode = QIcon.Mode.Selected if highlighted else QIcon.Mode.Normal
        icon(name, tone).paint(painter, QRect(left, text.top(), side, side), mode=mode)

    def _text_rect(self, rect: QRect, option: QStyleOptionViewItem) -> QRect:
        taken = _side(option) + 2 * _INSET
        inner = rect.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            return inner.adjusted(0, 0, -taken + _INSET, 0)
        return inner.adjusted(taken - _INSET, 0, 0, 0)


def _side(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(option.font).height()


def _font(option: QStyleOptionViewItem, index: Index) -> QFont:
    font = QFont(option.font)
    font.setBold(index.data(POINT_ROLE) is None)
    return font


class PointList(QListView):
    """Points by the keyboard: arrows go through them, Enter opens one."""

    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.points = PointModel(self)
        self.setModel(self.points)
        self.setItemDelegate(PointDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def current_point(self) -> Any | None:
        """The point that is chosen."""
        index = self.currentIndex()
        return index.data(POINT_ROLE) if index.isValid() else None

    def choose(self, row: int) -> None:
        """Choose the point of a row, and bring it into sight."""
        self.setCurrentIndex(self.points.index(row) if row >= 0 else QModelIndex())
        QTimer.singleShot(0, self, self._show_current)  # new lines are laid out by then

    def sizeHint(self) -> QSize:
        """No higher than it need be: in an area that scrolls, what stands below the list must stay in sight."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.fontMetrics().lineSpacing() * 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # another width, another number of lines

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: letters may do what a button says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home and self.model().rowCount() > 1:
            self.choose(1)  # the first line is a heading
        else:
            super().keyPressEvent(event)
