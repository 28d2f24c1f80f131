"""What stands in the place of the notes while there are none: how they are taken, and what is missing for that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes import keys
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.translation import tr

_ROOMY_LINES = 17
"""Lines of text that must have room for the signs to be shown."""


class StartHelp(EmptyState):
    """The signs and keys that matter first; a way to Plan where the session has no agenda."""

    plan_wanted = Signal()
    keys_wanted = Signal()
    """All keys are to be shown on a card."""

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("No notes yet"),
            tr("Type below while people speak. Each note keeps its moment, agenda item and speaker."),
            "" if read_only else tr("Take the first note"),
            parent,
        )
        self._signs = _signs(self)
        self.without_agenda = plain_label(
            self, "emptyText", tr("This session has no agenda: notes are kept all the same, without an item.")
        )
        self.without_agenda.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.plan = QPushButton(tr("Plan the agenda"), self)
        self.card = QPushButton(tr("Card of all keys"), self)
        self.plan.clicked.connect(self.plan_wanted)
        self.card.clicked.connect(self.keys_wanted)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.plan, self.card):
            button.setObjectName("link")
            button.setAutoDefault(True)  # Enter presses it, not the space bar alone
            row.addWidget(button)
        row.addStretch(1)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        at = layout.indexOf(self.button)
        layout.insertWidget(at, self._signs, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.insertWidget(at + 1, self.without_agenda)
        layout.insertLayout(at + 3, row)
        self.show_agenda(True)

    def show_agenda(self, has_agenda: bool) -> None:
        """Tell whether there is an agenda to take notes by."""
        for widget in (self.without_agenda, self.plan):
            widget.setVisible(not has_agenda)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The signs are shown only where there is room for them."""
        super().resizeEvent(event)
        self._signs.setVisible(event.size().height() > _ROOMY_LINES * self.fontMetrics().lineSpacing())


def _signs(parent: QWidget) -> QWidget:
    """What the first signs of a note mean, in two columns."""
    letter = keys.with_letter(keys.KIND_LETTERS[NoteKind.KEY_MESSAGE])
    with_kind = QKeySequence(letter).toString(QKeySequence.SequenceFormat.NativeText)
    table = QWidget(parent)
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 6, 0, 6)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(2)
    for row, (sign, meaning) in enumerate(
        (
            (tr("Enter"), tr("keeps the note")),
            (with_kind, tr("or “/k ” at first: a key message; each kind has its letter")),
            (tr("> words"), tr("a quote, pending until it is cleared")),
            (tr("@name"), tr("who speaks")),
            (tr("#theme"), tr("a theme or tag")),
            ("F8", tr("the next item of the agenda")),
        )
    ):
        sign_label = plain_label(table, "keys", sign)
        sign_label.setWordWrap(False)
        meaning_label = plain_label(table, "quiet", meaning)
        meaning_label.setWordWrap(False)
        grid.addWidget(sign_label, row, 0, alignment=Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(meaning_label, row, 1)
    return table
