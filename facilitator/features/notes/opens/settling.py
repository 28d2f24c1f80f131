"""What settles the thing that is chosen: fields to type into, and buttons with a letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.features.notes.opens.choices import Choice, choices_of
from facilitator.features.notes.opens.fields import SettlingForm, has_form
from facilitator.features.notes.opens.listed import OpenPoint
from facilitator.features.notes.opens.rows import Code
from facilitator.kit.context import Context
from facilitator.kit.wrapped import WrappedButton
from facilitator.translation import tr


class Settling(QWidget):
    """Below the list. ``settled`` when something was written, whether or not it was the last thing to say."""

    settled = Signal()
    resized = Signal()
    """It needs more room than before, or less."""

    def __init__(self, context: Context, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._forms: dict[Code, SettlingForm] = {}
        self._point: OpenPoint | None = None
        self.choices: Sequence[Choice] = ()
        self.buttons: list[WrappedButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        # Not at once: a field that was just left has not finished with what was typed into it.
        self._after = QTimer(self, interval=0, singleShot=True)
        self._after.timeout.connect(self.settled)

    def show_point(self, point: OpenPoint | None) -> None:
        """Show what settles a thing."""
        if point == self._point:
            return
        self._point = point
        for code, form in self._forms.items():
            form.setVisible(point is not None and code is point.code)
        if point is not None and has_form(point.code):
            self._form(point.code).show_point(point.row)
        self._show_choices(choices_of(point.code, point.row) if point else ())

    def choose(self, key: str) -> None:
        """Do what the button with a letter, or a number from 1, says."""
        for number, choice in enumerate(self.choices):
            if key in (choice.letter, str(number + 1)):
                self._do(choice)
                return

    def form(self) -> SettlingForm | None:
        """The fields that are shown."""
        return self._forms.get(self._point.code) if self._point else None

    def written(self) -> None:
        """Something was written elsewhere that may settle the thing."""
        self._after.start()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.resized.emit()
        return super().event(event)

    def _form(self, code: Code) -> SettlingForm:
        if code not in self._forms:
            form = SettlingForm(self._context, self._session_id, code, self)
            form.written.connect(self._after.start)
            self._layout.insertWidget(0, form)
            self._forms[code] = form
        self._forms[code].show()
        return self._forms[code]

    def _show_choices(self, choices: Sequence[Choice]) -> None:
        shown = [(choice.letter, choice.words) for choice in self.choices]
        self.choices = choices
        if shown == [(choice.letter, choice.words) for choice in choices]:
            return
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(number, choice) for number, choice in enumerate(choices)]
        for before, button in zip([None, *self.buttons], self.buttons, strict=False):
            self._layout.addWidget(button)
            button.show()  # now, not when the layout comes to it
            if before is not None:
                QWidget.setTabOrder(before, button)

    def _button(self, number: int, choice: Choice) -> WrappedButton:
        words = tr("{choice} ({letter})").format(choice=choice.words, letter=choice.letter)
        button = WrappedButton(words, self, first=not number and not choice.meaning, more=choice.meaning)
        button.setEnabled(not self._context.library.read_only)
        button.clicked.connect(partial(self._on_clicked, number))
        return button

    def _on_clicked(self, number: int) -> None:
        self._do(self.choices[number])

    def _do(self, choice: Choice) -> None:
        if not self._context.library.read_only and self._context.library.run(choice.command):
            self._context.notices.tell(choice.command.label, offer_undo=True)
            self.settled.emit()


class SettlingArea(QScrollArea):
    """As high as what settles a thing, and scrolling where there is less room than that."""

    def __init__(self, settling: Settling, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setWidget(settling)
        self._settling = settling
        settling.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = self.viewport().width()
        needed = max(self._settling.heightForWidth(width), self._settling.minimumSizeHint().height())
        return QSize(self._settling.sizeHint().width(), needed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), 3 * self.fontMetrics().lineSpacing()))
