"""What narrows the list of all notes: words, kind, session, speaker."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes.queries import Filters
from facilitator.features.notes.wording import kind_words
from facilitator.kit.fields import ChoiceField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.reference import ReferenceField
from facilitator.storage.choices import Choices
from facilitator.translation import tr

_PAUSE_MS = 120
"""After the last key of a search, so that a word that is being typed is not searched letter by letter."""


class FilterBar(QWidget):
    """``changed`` tells that other notes are asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search all notes"))
        self.search.setAccessibleName(tr("Search all notes"))
        self.kind = ChoiceField(
            [("", tr("All kinds")), *((k.value, kind_words(k.value)) for k in NoteKind)], self
        )
        self.session = ChoiceField([("", tr("All sessions"))], self)
        self.speaker = ReferenceField(self)
        line = self.speaker.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Anyone"))
        self._clear = QPushButton(tr("Show all notes"), self)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.changed)
        self.count = QLabel(self)
        self.count.setObjectName("quiet")
        self._lay_out()
        self.search.textChanged.connect(self._on_words_changed)
        self.search.returnPressed.connect(self._on_return)
        for field in (self.kind, self.session, self.speaker):
            field.committed.connect(lambda _value: self._on_changed())
        self.speaker.named.connect(lambda _name: self.speaker.show_value(self.speaker.value()))
        self._clear.clicked.connect(self.clear)
        self._on_changed()

    def filters(self) -> Filters:
        """What is asked for beside the words."""
        return Filters(
            session_id=str(self.session.currentData() or ""),
            kind=str(self.kind.currentData() or ""),
            speaker_id=self.speaker.value() or "",
        )

    def words(self) -> str:
        """What is searched for."""
        return self.search.text()

    def offer(self, sessions: Choices, people: Choices) -> None:
        """Offer these sessions and speakers."""
        self.session.set_choices([("", tr("All sessions")), *sessions])
        self.speaker.set_choices(people)

    def clear(self) -> None:
        """Ask for all notes."""
        self.search.clear()
        self.kind.show_value("")
        self.session.show_value("")
        self.speaker.show_value(None)
        self._pause.stop()
        self._on_changed()

    def _lay_out(self) -> None:
        names = (tr("Kind"), tr("Session"), tr("Speaker"))
        filters = FlowLayout(spacing=8)
        for name, field in zip(names, (self.kind, self.session, self.speaker), strict=True):
            pair = QWidget(self)
            label = QLabel(name, pair)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setMinimumContentsLength(16)
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.addWidget(label)
            beside.addWidget(field, 1)
            filters.addWidget(pair)
        filters.addWidget(self._clear)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addLayout(filters)

    def _on_words_changed(self) -> None:
        self._pause.start()
        self._show_whether_narrowed()

    def _show_whether_narrowed(self) -> None:
        self._clear.setEnabled(bool(self.filters()) or bool(self.words()))

    def _on_return(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.changed.emit()

    def _on_changed(self) -> None:
        self._show_whether_narrowed()
        self.changed.emit()
