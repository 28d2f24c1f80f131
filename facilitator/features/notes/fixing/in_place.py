"""A small field over the list, below the note that it changes: Enter takes what was chosen, Escape goes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.fields import LineField, ReferenceField, TermField
from facilitator.kit.labels import plain_label
from facilitator.translation import tr

_CHARACTERS = 46
_INSET = 24
"""Pixels from the beginning of the row."""


class InPlace(QFrame):
    """Holds one field. It closes when the focus leaves it, and gives the focus back when it is closed by a key.

    A field that holds several values stays open for the next one.
    """

    def __init__(
        self, title: str, field: LineField | ReferenceField | TermField, over: QAbstractItemView
    ) -> None:
        super().__init__(over.window())
        self.setObjectName("inPlace")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._over, self._field, self._row = over, field, QRect()
        caption = QLabel(title, self, textFormat=Qt.TextFormat.PlainText)
        caption.setObjectName("caption")
        caption.setBuddy(field)
        field.setParent(self)
        field.setAccessibleName(title)
        self.refusal = plain_label(self, "refusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(4)
        for widget in (caption, field, self.refusal):
            layout.addWidget(widget)
        if isinstance(field, LineField):
            field.refused.connect(self._on_refused)
            field.returnPressed.connect(self._on_entered)
        elif isinstance(field, ReferenceField):
            field.committed.connect(lambda _id: self.close_later())
            field.named.connect(lambda _name: self.close_later())
        _application().focusChanged.connect(self._on_focus_changed)

    def open_below(self, row: QRect) -> None:
        """Show it below a row of the list (in the list's own pixels), or above where there is no room."""
        self._row = row
        self._fit()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        line = self._field.lineEdit() if isinstance(self._field, ReferenceField) else self._field
        if isinstance(line, QLineEdit):
            line.selectAll()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """As high as the field needs at this width, and as near to the row as the window lets it be."""
        window, layout = self.window(), self.layout()
        assert layout is not None
        width = min(self.fontMetrics().averageCharWidth() * _CHARACTERS, window.width() - 16)
        height = (
            layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        )
        place = self._over.viewport().mapTo(window, self._row.bottomLeft() + QPoint(_INSET, 0))
        if place.y() + height > window.height():
            place.setY(self._over.viewport().mapTo(window, self._row.topLeft()).y() - height)
        place.setX(max(8, min(place.x(), window.width() - width - 8)))
        place.setY(max(0, min(place.y(), window.height() - height)))
        self.setGeometry(QRect(place, QSize(width, height)))

    def close_later(self) -> None:
        """Close when the field is done with what it tells now, and give the focus back."""
        QTimer.singleShot(0, self, self._give_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_entered()
        else:
            super().keyPressEvent(event)

    def _on_entered(self) -> None:
        """Enter in a field that has nothing more to take."""
        if isinstance(self._field, LineField) and self._field.is_dirty:
            return
        self.close_later()

    def _on_refused(self, refusal: Refused) -> None:
        self.refusal.setText(str(refusal))
        self.refusal.show()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        popup = QApplication.activePopupWidget()
        if self.isVisible() and now is not None and popup is None and not self.isAncestorOf(now):
            self._finish()

    def _give_back(self) -> None:
        if self.isVisible():
            self._finish(self._over)

    def _finish(self, goes_to: QWidget | None = None) -> None:
        _application().focusChanged.disconnect(self._on_focus_changed)
        if goes_to is not None:
            goes_to.setFocus(Qt.FocusReason.OtherFocusReason)
        # A list of offers that is activated late gives the focus to its field, if that can have it.
        self.setEnabled(False)
        self.hide()
        self.deleteLater()


def several(title: str, count: int) -> str:
    """The title of a field for so many notes."""
    return title if count == 1 else tr("{field} of {count} notes").format(field=title, count=count)


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
