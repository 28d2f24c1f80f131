"""Room: what the window for the speaker and the room shows, where, and the message that it tells the speaker."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.features.clock.room.colours import LOOK_LABELS, Look
from facilitator.features.clock.room.screens import screens_to_choose
from facilitator.features.clock.room.showing import VIEW_LABELS, View
from facilitator.features.clock.room.windows import room_windows
from facilitator.features.clock.room.words import MESSAGES
from facilitator.kit.context import Context
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.reading.appearing import list_groups
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

LONGEST_MESSAGE = 200
"""Letters of a message: more can't be read while one speaks."""


class RoomPanel(QWidget):
    """Everything here concerns the window of the track that is chosen: the plenary's, or a group's."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.windows = room_windows(context, session_id)
        self.state = plain_label(self, "quiet")
        self.tracks = QComboBox(self)
        self.open_button = QPushButton(self)
        self.message = QLineEdit(self)
        self.show_button = QPushButton(tr("Show message"), self)
        self.take_away = QPushButton(tr("Take message away"), self)
        self._quick = [QPushButton(tr(text), self) for text in MESSAGES]
        self.views, self.screens, self.looks = QComboBox(self), QComboBox(self), QComboBox(self)
        self._lay_out()
        self._fill()
        self._connect()
        self.refresh()

    @property
    def track(self) -> str:
        """The track that is chosen; empty for the plenary."""
        return str(self.tracks.currentData() or "")

    def refresh(self) -> None:
        """Show how the window is now."""
        window = self.windows.window_of(self.track)
        if window is None:
            self.state.setText(tr("The window is closed. F12 opens it for the plenary, and closes all."))
        elif window.message:
            self.state.setText(tr("The window tells: {message}").format(message=window.message))
        else:
            self.state.setText(tr("The window is open. In it, F11 fills the screen and Escape leaves."))
        self.open_button.setText(tr("Close window") if window else tr("Open window"))
        preferences = self.windows.preferences
        for box, value in (
            (self.views, window.view if window else preferences.view),
            (self.looks, preferences.look),
            (self.screens, preferences.screen),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(str(value))))
        self.show_button.setEnabled(window is not None)
        self.take_away.setEnabled(window is not None and bool(window.message))
        for button in self._quick:
            button.setEnabled(window is not None)

    def focus_first(self) -> None:
        """Put the focus on the button that opens the window; into the message, where it is open."""
        (self.message if self.windows.window_of(self.track) else self.open_button).setFocus()

    def _lay_out(self) -> None:
        """What is needed while the session goes on stands first."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 6, 9, 6)
        layout.addWidget(self.state)
        self._of = _form()
        self._add_box(self._of, tr("Window of"), self.tracks)
        layout.addLayout(self._of)
        layout.addLayout(_in_a_row([self.open_button]))
        layout.addWidget(self._caption(tr("Message to the speaker"), self.message))
        self.message.setMaxLength(LONGEST_MESSAGE)
        layout.addWidget(self.message)
        layout.addLayout(_in_a_row([self.show_button, self.take_away]))
        layout.addLayout(_in_a_row(self._quick))
        options = _form()
        for text, box in (
            (tr("Shows"), self.views),
            (tr("Screen"), self.screens),
            (tr("Colours"), self.looks),
        ):
            self._add_box(options, text, box)
        layout.addLayout(options)
        layout.addStretch(1)

    def _add_box(self, form: QFormLayout, text: str, box: QComboBox) -> None:
        form.addRow(self._caption(text, box), box)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)

    def _caption(self, text: str, field: QWidget) -> QLabel:
        caption = QLabel(text, self)
        caption.setObjectName("caption")
        caption.setBuddy(field)
        field.setAccessibleName(text)
        return caption

    def _fill(self) -> None:
        for view, label in VIEW_LABELS.items():
            self.views.addItem(tr(label), view.value)
        for look, label in LOOK_LABELS.items():
            self.looks.addItem(tr(label), look.value)
        self._fill_screens()
        self._fill_tracks()

    def _fill_screens(self) -> None:
        with QSignalBlocker(self.screens):
            self.screens.clear()
            for name, words in screens_to_choose():
                self.screens.addItem(words, name)

    def _fill_tracks(self) -> None:
        with self._context.library.read() as session:
            groups = list_groups(session, self._session_id)
        chosen = self.track
        with QSignalBlocker(self.tracks):
            self.tracks.clear()
            self.tracks.addItem(tr("Plenary"), "")
            for group in groups:
                self.tracks.addItem(group.name or tr("Unnamed group"), group.id)
            self.tracks.setCurrentIndex(max(0, self.tracks.findData(chosen)))
        self._of.setRowVisible(self.tracks, bool(groups))

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._on_open_clicked)
        self.tracks.activated.connect(lambda _: self.refresh())
        self.views.activated.connect(
            lambda _: self.windows.set_view(View(self.views.currentData()), self.track)
        )
        self.screens.activated.connect(lambda _: self.windows.move_to(str(self.screens.currentData())))
        self.looks.activated.connect(lambda _: self.windows.dress(Look(self.looks.currentData())))
        self.message.returnPressed.connect(self._on_message_entered)
        self.show_button.clicked.connect(self._on_message_entered)
        self.take_away.clicked.connect(lambda: self.windows.say("", self.track))
        for button in self._quick:
            button.clicked.connect(partial(self._on_quick_clicked, button))
        self.windows.changed.connect(self._on_windows_changed)
        self._context.library.changed.connect(self._on_library_changed)

    def _on_open_clicked(self) -> None:
        window = self.windows.window_of(self.track)
        if window is None:
            self.windows.open_on_best_screen(self, self.track)
        else:
            window.close()

    def _on_message_entered(self) -> None:
        if self.windows.window_of(self.track) is not None:
            self.windows.say(self.message.text(), self.track)

    def _on_quick_clicked(self, button: QPushButton) -> None:
        self.windows.say(button.text(), self.track)

    def _on_windows_changed(self) -> None:
        if self.screens.count() != len(screens_to_choose()):
            self._fill_screens()
        self.refresh()

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches("breakout_group"):
            self._fill_tracks()
            self.refresh()


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def _in_a_row(buttons: list[QPushButton]) -> FlowLayout:
    flow = FlowLayout(spacing=6)
    for button in buttons:
        flow.addWidget(button)
    return flow
