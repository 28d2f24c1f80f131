"""Voices: who spoke for how long so far, by women and men, sections and cities, against the plan."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.balance import Aspect, Balance
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.clock.voices.columns import row_of
from facilitator.features.clock.voices.table import SpeakersTable
from facilitator.features.clock.voices.words import now_speaking, summary
from facilitator.kit.bars import Bars
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.reading.balance_lines import ASPECT_LABELS, Names, lines_against
from facilitator.reading.held import Held, read_held
from facilitator.reading.voices import (
    Stranger,
    measured_balance,
    planned_balance,
    read_strangers,
    spoken_by,
)
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_TABLES = (
    *("run_event", "appearance", "agenda_item", "person", "place", "organisation"),
    *("learning_session", "breakout_group", "term"),
)


class VoicesPanel(QWidget):
    """By head and by minutes, measured by the clock. It follows the clock only while it can be seen."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._held: Held | None = None
        self._planned: Balance | None = None
        self._strangers: Mapping[str, Stranger] = {}
        self._names = Names()
        self._stale, self._follows = True, False
        self.now = plain_label(self, "formHeading")
        self.summary = plain_label(self, "quiet")
        self.table = SpeakersTable(self)
        self.bars: dict[Aspect, Bars] = {}
        self.empty = EmptyState(
            tr("Nobody speaks yet"),
            tr(
                "When the session has begun and somebody has the floor, see here how long they speak, "
                "against the plan, and how women and men, sections and cities are heard."
            ),
            "",
            self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_shown())
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 4, 9, 4)
        layout.addWidget(self._stack)
        context.library.changed.connect(self._on_library_changed)

    def focus_first(self) -> None:
        """Put the focus on those who speak."""
        if self._stack.currentIndex() == 0:
            self.table.focus_first()

    def refresh(self) -> None:
        """Show how it stands now; the library is read only when something of it changed."""
        if self._stale:
            self._read()
        now = self._context.time.now()
        held, planned = self._held, self._planned
        spoken = spoken_by(held, now, self._strangers) if held else ()
        if held is None or planned is None or not spoken:
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentIndex(0)
        measured = measured_balance(held, now, self._strangers)
        _show(self.now, now_speaking(spoken))
        _show(self.summary, summary(spoken, measured))
        self.table.set_rows([row_of(one) for one in spoken])
        for aspect, bars in self.bars.items():
            bars.show_lines(lines_against(measured, planned, aspect, self._names))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._follows:
            self._follows = True
            self._context.time.ticked.connect(self.refresh)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._follows:
            self._follows = False
            self._context.time.ticked.disconnect(self.refresh)

    def _make_shown(self) -> QWidget:
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.now)
        column.addWidget(self.summary)
        for aspect, label in ASPECT_LABELS.items():
            column.addWidget(plain_label(shown, "formHeading", tr(label)))
            column.addLayout(_captions(shown))
            self.bars[aspect] = Bars(tr(label), shown)
            column.addWidget(self.bars[aspect])
            if aspect is Aspect.GENDER:
                column.addWidget(
                    plain_label(shown, "quiet", tr("The stroke across a bar is what was planned."))
                )
                # Before the many cities: who has and has not been heard
                column.addWidget(self.table)
        column.addStretch(1)
        return shown

    def _read(self) -> None:
        self._stale = False
        with self._context.library.read() as session:
            self._held = held = read_held(session, self._session_id)
            self._strangers = read_strangers(session, held) if held else {}
            self._names = Names(
                dict(choices.codes(session, Vocabulary.SECTION)),
                dict(choices.codes(session, Vocabulary.LANGUAGE)),
            )
        self._planned = planned_balance(held.plan) if held else None

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES):
            self._stale = True
            if self.isVisible():
                self.refresh()


def _captions(parent: QWidget) -> QHBoxLayout:
    """What the bars at the left and at the right count."""
    line = QHBoxLayout()
    for text in (tr("People"), tr("Time")):
        caption = plain_label(parent, "quiet", text)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        line.addWidget(caption, 1)
    return line


def _show(label: QLabel, text: str) -> None:
    """Change a text only where it is another one: it would be laid out anew."""
    if label.text() != text:
        label.setText(text)
