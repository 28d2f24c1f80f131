"""The list of what a sign could mean, beside the line that is typed into. It never takes the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QPlainTextEdit

from facilitator.features.notes.capture.completing import PERSON, Suggestion
from facilitator.kit.announcing import announce
from facilitator.kit.icons import icon
from facilitator.kit.shapes import consent_icon
from facilitator.translation import tr

_ROWS, _FEWEST_ROWS = 8, 3
_EDGE = 8


class SuggestionList(QListWidget):
    """Stands above the line, where there is room, and else below it. ``taken`` gives the suggestion that is clicked."""

    taken = Signal(object)

    def __init__(self, line: QPlainTextEdit) -> None:
        super().__init__(line)
        self._line = line
        self._suggestions: Sequence[Suggestion] = ()
        self.setObjectName("suggestions")
        self.setAccessibleName(tr("Suggestions"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.itemClicked.connect(lambda item: self.taken.emit(self._suggestions[self.row(item)]))
        self.hide()

    def offer(self, suggestions: Sequence[Suggestion], at: QRect) -> None:
        """Show them beside a place of the line; the first is highlighted where what was typed begins it."""
        self._suggestions = suggestions
        self.clear()
        for one in suggestions:
            item = QListWidgetItem(_icon(one), _words(one), self)
            item.setToolTip(_words(one))
        if not suggestions:
            self.hide()
            return
        self._place(at)
        self.show()
        self.raise_()
        self.setCurrentRow(0 if suggestions[0].begins else -1)
        self._announce()

    @property
    def highlighted(self) -> Suggestion | None:
        """What Enter takes; None where nothing is highlighted."""
        row = self.currentRow() if self.isVisible() else -1
        return self._suggestions[row] if 0 <= row < len(self._suggestions) else None

    def step(self, steps: int) -> None:
        """Highlight the one before (-1) or after (1); above the first nothing is highlighted."""
        self.setCurrentRow(min(max(self.currentRow() + steps, -1), self.count() - 1))
        self._announce()

    def _announce(self) -> None:
        one = self.highlighted
        announce(self._line, _words(one) if one else tr("{count} suggestions").format(count=self.count()))

    def _place(self, at: QRect) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.ensurePolished()
        # Those with a sign are higher than those without.
        row = max(self.fontMetrics().lineSpacing(), *(self.sizeHintForRow(n) for n in range(self.count())))
        corner = self._line.viewport().mapTo(window, at.topLeft())
        line = self._line.mapTo(window, QPoint(0, 0)).y()
        rows = min(self.count(), _ROWS, max(_FEWEST_ROWS, (line - _EDGE) // row))
        wide = self.sizeHintForColumn(0) + 3 * self.fontMetrics().averageCharWidth() + 2 * self.frameWidth()
        width = min(max(wide, 30 * self.fontMetrics().averageCharWidth()), window.width() - 2 * _EDGE)
        size = QSize(width, rows * row + self.height() - self.maximumViewportSize().height())
        top = line - size.height() - 2
        if top < 0:
            top = line + self._line.height() + 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = corner.x() - (size.width() if rtl else 0)
        left = min(max(_EDGE, left), window.width() - size.width() - _EDGE)
        self.setGeometry(QRect(QPoint(left, top), size))


def _words(one: Suggestion) -> str:
    if one.row_id:
        return tr("{name} · {detail}").format(name=one.name, detail=one.detail) if one.detail else one.name
    add = tr("Add person “{name}”") if one.sign == PERSON else tr("Add tag “{name}”")
    return add.format(name=one.name)


def _icon(one: Suggestion) -> QIcon:
    if one.consent:
        return consent_icon(one.consent)
    return QIcon() if one.row_id else icon("add")
