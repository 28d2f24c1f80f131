"""One row of another table, found by typing part of its name in any spelling of accents and case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from facilitator.kit.history_keys import belongs_to_library
from facilitator.kit.matching import Choices, Offer, begins
from facilitator.translation import tr


class ReferenceField(QComboBox):
    """One row of another table.

    While a person types, the rows whose names hold the words are offered, and Enter or Tab takes the one that is
    highlighted. ``committed`` gives the row's id, or None when emptied; ``named`` gives a text that is no known row,
    so that the feature can add one. ``adding`` (marked for translation, with ``{name}``) is how the list offers that.
    """

    committed = Signal(object)
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, adding: str = "") -> None:
        super().__init__(parent)
        self._adding = adding
        self._choices = Choices()
        self._offers: list[Offer] = []
        self._taken: Offer | None = None
        self._shown: str | None = None
        self._named = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none
        self._line = self._line_edit()
        self._texts = QStringListModel(self)
        self._completer = QCompleter(self._texts, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setWrapAround(False)
        popup = self._completer.popup()
        assert popup is not None
        self._popup = popup
        # The signals have one form for texts and one for places, of which the stubs tell nothing.
        self._completer.highlighted[QModelIndex].connect(self._on_highlighted)  # type: ignore[index]
        self._completer.activated[QModelIndex].connect(self._on_offer_activated)  # type: ignore[index]
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self.commit)
        self.activated.connect(lambda number: self._commit(self.itemData(number)))

    @property
    def is_dirty(self) -> bool:
        """Whether it holds something typed that was not committed."""
        return self.currentText().strip() != self._choices.name_of(self._shown)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these rows as (id, name), keeping what is shown and what is being typed."""
        if tuple(choices) == self._choices.rows:
            return
        typing = self._line.text() if self._line.hasFocus() and self.is_dirty else None
        self._choices = Choices(choices)
        with QSignalBlocker(self):
            self.clear()
            for row_id, name in self._choices.rows:
                self.addItem(name, row_id)
        self._show(self._shown)
        if typing is not None:
            self._line.setText(typing)

    def show_value(self, row_id: str | None) -> None:
        """Show a row, or none; what is being typed stays."""
        typing = self._line.hasFocus() and self.is_dirty and row_id == self._shown
        self._shown = row_id or None
        if not typing:
            self._show(self._shown)

    def value(self) -> str | None:
        """The id of the row that is chosen."""
        return self._shown

    def empty(self) -> None:
        """Hold nothing, whatever was typed: for a field that adds one row after the other."""
        self._shown, self._taken, self._named = None, None, ""
        self._show(None)

    def commit(self) -> None:
        """Take what was typed, if it differs from what was shown."""
        if not isValid(self._popup):  # the field is going with its window, and loses the focus once more
            return
        offer, self._taken, self._offers = self._taken, None, []
        self._popup.hide()
        text = self._line.text().strip()
        if offer is not None and offer.row_id:
            self._commit(offer.row_id)
        elif not self.is_dirty:
            return
        elif not text:
            self._commit(None)
        elif known := self._choices.known(text):
            self._commit(known)
        elif text != self._named:
            self._named = text
            self.named.emit(text)

    def event(self, event: QEvent) -> bool:
        if belongs_to_library(event, self.is_dirty):
            event.ignore()
            return False
        # While the list is open it gets the keys first, and would keep the focus here.
        if event.type() == QEvent.Type.KeyPress and self._popup.isVisible():
            key = event.key()  # type: ignore[attr-defined]  # of a QKeyEvent
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.commit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._escape():
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _escape(self) -> bool:
        if self._popup.isVisible():
            self._taken = None
            self._popup.hide()
            return True
        if self.is_dirty:
            self._show(self._shown)
            return True
        return False

    def _line_edit(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None
        return line

    def _show(self, row_id: str | None) -> None:
        number = self.findData(row_id) if row_id else -1
        with QSignalBlocker(self):
            self.setCurrentIndex(number)
            if number < 0:
                self.setEditText("")
        self._line.setCursorPosition(0)

    def _on_edited(self, text: str) -> None:
        self._named = ""
        wanted = text.strip()
        self._offers = self._choices.offers(wanted)
        first = self._offers[0] if self._offers else None
        taken = first if first and begins(first.name, wanted) else None
        texts = [offer.name for offer in self._offers]
        if self._adding and wanted and not self._choices.known(wanted):
            self._offers.append(Offer("", wanted))
            texts.append(tr(self._adding).format(name=wanted))
        self._texts.setStringList(texts)
        if self._offers:
            self._completer.complete()
        else:
            self._popup.hide()
        if taken is not None:
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        self._taken = taken

    def _on_highlighted(self, index: QModelIndex) -> None:
        self._taken = self._offers[index.row()] if 0 <= index.row() < len(self._offers) else None

    def _on_offer_activated(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._offers):
            return
        self._taken = self._offers[index.row()]
        self.commit()

    def _commit(self, row_id: str | None) -> None:
        changed, self._shown = row_id != self._shown, row_id
        self._show(row_id)
        if changed:
            self.committed.emit(row_id)
