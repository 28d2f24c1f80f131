"""The list of open points: below a heading for each urgency, with its sign, as many lines as a point needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.features.agenda.opens.points import URGENCY_LABELS, OpenPoint, Urgency
from facilitator.kit.icons import Tone, icon
from facilitator.translation import tr

POINT_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_SIGNS = {
    Urgency.BROKEN: ("warning", Tone.DANGER),
    Urgency.MISSING: ("edit", Tone.WARNING),
    Urgency.INFORMATION: ("info", Tone.QUIET),
}
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_INSET = 6


class PointModel(QAbstractListModel):
    """Open points, and a heading before those of each urgency."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[OpenPoint | tuple[Urgency, int]] = []

    def set_points(self, points: Sequence[OpenPoint]) -> None:
        """Show these points, which stand in the order of their urgency. Where all read as before, the view stays."""
        entries = list(_with_headings(points))
        if [_shown(entry) for entry in entries] == [_shown(entry) for entry in self._entries]:
            self._entries = entries
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if isinstance(entry, OpenPoint):
            if role == POINT_ROLE:
                return entry
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{tr(URGENCY_LABELS[entry.urgency])}: {entry.text}"
            return entry.text if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            urgency, count = entry
            return tr("{heading} ({count})").format(heading=tr(URGENCY_LABELS[urgency]), count=count)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._entries[index.row()], OpenPoint):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def row_of(self, point_id: str) -> int:
        """Where a point stands; -1 when it is no longer open."""
        rows = enumerate(self._entries)
        return next((n for n, one in rows if isinstance(one, OpenPoint) and one.id == point_id), -1)


def _shown(entry: OpenPoint | tuple[Urgency, int]) -> object:
    return (entry.id, entry.text) if isinstance(entry, OpenPoint) else entry


def _with_headings(points: Sequence[OpenPoint]) -> Iterator[OpenPoint | tuple[Urgency, int]]:
    for urgency, group in groupby(points, key=lambda point: point.urgency):
        found = list(group)
        yield urgency, len(found)
        yield from found


class PointDelegate(QStyledItemDelegate):
    """Paints a point with the sign of its urgency, and a heading in bold."""

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
        point: OpenPoint | None = index.data(POINT_ROLE)
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
        if point is not None:
            highlighted = selected and group == QPalette.ColorGroup.Active
            self._paint_sign(painter, rect, option, point.urgency, highlighted)
        painter.restore()

    def _paint_sign(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        urgency: Urgency,
        highlighted: bool,
    ) -> None:
        name, tone = _SIGNS[urgency]
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
