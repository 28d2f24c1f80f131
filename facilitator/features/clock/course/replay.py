"""Going through a session minute by minute: what was under way, who had the floor, what was noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from facilitator.features.clock.course.words import MINUTE, clock_words
from facilitator.features.clock.rows import Noted
from facilitator.kit.announcing import announce
from facilitator.kit.labels import plain_label
from facilitator.translation import ntr, tr

_LINES = 3
_FARTHEST = 2**31 - 1


class Replay(QWidget):
    """A slider by minute: Left and Right a minute, Page Up and Down ten, Home and End to either end."""

    moved = Signal(object)
    """The moment at which the chosen minute begins."""
    note_wanted = Signal(str)
    """The id of a note."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._noted: Callable[[int], Sequence[Noted]] = lambda _moment: ()
        self._words: Callable[[int], Sequence[str]] = lambda _moment: ()
        self._zone = ""
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(tr("Replay by minute"))
        self.slider.setPageStep(10)
        self.slider.valueChanged.connect(self._on_moved)
        self.told = plain_label(self)
        self.notes = QListWidget(self)
        self.notes.setAccessibleName(tr("Notes of this minute"))
        self.notes.setWordWrap(True)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notes.itemActivated.connect(lambda _item: self._open())
        self.notes.currentItemChanged.connect(lambda *_: self._adjust())
        self.open = QPushButton(tr("Go to the note"), self)
        self.open.clicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider)
        layout.addWidget(self.told)
        layout.addWidget(self.notes)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.open)
        layout.addLayout(row)

    def show_course(
        self,
        first: int,
        last: int,
        noted: Callable[[int], Sequence[Noted]],
        words: Callable[[int], Sequence[str]],
        zone: str,
    ) -> None:
        """Let the slider go from one moment to another; the minute that was chosen stays. ``noted`` and ``words`` tell
        the notes of the minute that begins at a moment, and what it was like."""
        self._noted, self._words, self._zone = noted, words, zone
        with QSignalBlocker(self.slider):
            self.slider.setRange(_minute(first), max(_minute(first), _minute(last - 1)))
        self.notes.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 12)
        self._show()

    @property
    def moment(self) -> int:
        """The moment at which the chosen minute begins."""
        return self.slider.value() * MINUTE

    def go_to(self, moment: int) -> None:
        """Choose the minute of a moment."""
        self.slider.setValue(_minute(moment))

    def _on_moved(self) -> None:
        self._show()
        announce(self.slider, self.told.text())

    def _show(self) -> None:
        found = self._noted(self.moment)
        words = list(self._words(self.moment))
        words.append(
            ntr("{count} note", "{count} notes", len(found)).format(count=len(found))
            if found
            else tr("No notes")
        )
        self.told.setText(". ".join(words))
        shown = [self.notes.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self.notes.count())]
        if shown != [one.id for one in found]:
            self.notes.clear()
            for one in found:
                self.notes.addItem(_item(one, self._zone))
            self.notes.setCurrentRow(0 if found else -1)
        self._adjust()
        self.moved.emit(self.moment)

    def _adjust(self) -> None:
        self.notes.setVisible(self.notes.count() > 0)
        self.open.setVisible(self.notes.count() > 0)

    def _open(self) -> None:
        if (item := self.notes.currentItem()) is not None:
            self.note_wanted.emit(item.data(Qt.ItemDataRole.UserRole))


def _minute(moment: int) -> int:
    """The minute of a moment, within what a slider holds: a file may have any number."""
    return min(max(moment // MINUTE, -_FARTHEST), _FARTHEST)


def _item(one: Noted, zone: str) -> QListWidgetItem:
    who = tr("{name}: {text}").format(name=one.speaker, text=one.text) if one.speaker else one.text
    item = QListWidgetItem(f"{clock_words(one.at // 1000 * 1000, zone)}  {' '.join(who.split())}")
    item.setData(Qt.ItemDataRole.UserRole, one.id)
    return item
