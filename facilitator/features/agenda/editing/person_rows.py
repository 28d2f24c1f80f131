"""Those who appear on an item, each in two lines: consent, name and minutes; role, language and whether they come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFont, QIcon, QKeyEvent, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.domain.vocabulary import AppearanceStatus
from facilitator.features.agenda.dragging import APPEARANCES
from facilitator.features.agenda.editing.words import (
    PersonWords,
    consent_of,
    consent_tip,
    minutes_words,
    status_sign,
)
from facilitator.kit.dragging import dragged
from facilitator.kit.icons import Tone, icon
from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import ROW_ROLE, Column, Index
from facilitator.kit.shapes import consent_icon
from facilitator.reading.plan_rows import AppearanceRow
from facilitator.translation import mark, tr

_INSET = 6
_MOST_SHOWN = 7
"""People that the table has room for before it scrolls."""


class AppearanceTable(RowTable):
    """Those who appear; Alt+Up and Alt+Down move them among each other, and they can be dragged to other items."""

    step_wanted = Signal(int)
    """Move those who are chosen by this many places."""

    def __init__(self, words: PersonWords, parent: QWidget | None = None) -> None:
        column = Column(mark("Name"), words.spoken, stretch=True, tip=consent_tip)
        super().__init__((column,), tr("Who speaks"), parent)
        self.setSortingEnabled(False)
        self.horizontalHeader().hide()
        self.setItemDelegate(PersonDelegate(words, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)

    def set_people(self, rows: Sequence[AppearanceRow]) -> None:
        """Show these; the table is as high as they need, within limits."""
        self.rows.set_rows(rows)
        self._fit()

    def drag_data(self) -> QMimeData:
        """What a drag of those who are chosen carries."""
        return dragged(APPEARANCES, [row.id for row in self.selected_rows()])

    def startDrag(self, _actions: Qt.DropAction) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.drag_data())
        drag.exec(Qt.DropAction.MoveAction)

    def event(self, event: QEvent) -> bool:
        # The stage has the same keys for its items; here they are for people.
        if event.type() == QEvent.Type.ShortcutOverride and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: Any) -> None:
        if step := _step(event):
            self.step_wanted.emit(step)
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._fit()

    def _fit(self) -> None:
        height = self.fontMetrics().lineSpacing() * 2 + 2 * _INSET
        self.verticalHeader().setDefaultSectionSize(height)
        shown = min(max(self.rows.rowCount(), 1), _MOST_SHOWN)
        self.setFixedHeight(shown * height + 2 * self.frameWidth() + 4)


def _step(event: Any) -> int:
    if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != (
        Qt.KeyboardModifier.AltModifier
    ):
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


class PersonDelegate(QStyledItemDelegate):
    """Paints a person."""

    def __init__(self, words: PersonWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, option.fontMetrics.lineSpacing() * 2 + 2 * _INSET)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        row: AppearanceRow = index.data(ROW_ROLE)
        side = option.fontMetrics.height()
        lines = option.rect.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        first = QRect(lines.left(), lines.top(), lines.width(), option.fontMetrics.lineSpacing())
        second = first.translated(0, first.height())
        painter.save()
        self._sign(painter, option, first, consent_icon(consent_of(row).value), side)
        self._name(painter, option, self._behind(first, side), row)
        rest = self._behind(second, side)
        if name := status_sign(row.status):
            declined = row.status == AppearanceStatus.DECLINED
            sign = icon(name, Tone.DANGER if declined else Tone.QUIET)
            self._sign(painter, option, rest, sign, side * 3 // 4)
            rest = self._behind(rest, side * 3 // 4)
        self._text(painter, option, rest, self._words.about(row), QPalette.ColorRole.PlaceholderText)
        painter.restore()

    def _behind(self, line: QRect, side: int) -> QRect:
        return line.adjusted(side + _INSET, 0, 0, 0)

    def _sign(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, sign: QIcon, side: int
    ) -> None:
        selected = option.state & QStyle.StateFlag.State_Selected
        active = option.state & QStyle.StateFlag.State_Active
        square = QRect(line.left(), line.top() + (line.height() - side) // 2, side, side)
        placed = QStyle.visualRect(option.direction, option.rect, square)
        mode = QIcon.Mode.Selected if selected and active else QIcon.Mode.Normal
        sign.paint(painter, placed, mode=mode)

    def _name(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: AppearanceRow) -> None:
        minutes = minutes_words(row)
        needed = option.fontMetrics.horizontalAdvance(minutes) + 4
        end = line.adjusted(line.width() - needed, 0, 0, 0)
        self._text(painter, option, end, minutes, QPalette.ColorRole.Text)
        font = QFont(option.font)
        font.setStrikeOut(row.status == AppearanceStatus.DECLINED)
        painter.setFont(font)
        name = line.adjusted(0, 0, -needed - _INSET, 0)
        self._text(painter, option, name, row.person, QPalette.ColorRole.Text)
        painter.setFont(option.font)

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: QRect,
        text: str,
        role: QPalette.ColorRole,
    ) -> None:
        active = option.state & QStyle.StateFlag.State_Active
        group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
        if option.state & QStyle.StateFlag.State_Selected:
            role = QPalette.ColorRole.HighlightedText
        painter.setPen(option.palette.color(group, role))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        placed = QStyle.visualRect(option.direction, option.rect, line)
        aligned = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(placed, int(aligned | Qt.AlignmentFlag.AlignVCenter), shown)
