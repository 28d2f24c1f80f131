"""The balance as small pictures with their numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.balance import Aspect
from facilitator.domain.times import length
from facilitator.domain.vocabulary import Vocabulary
from facilitator.kit.bars import Bars
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.reading.balance_lines import ASPECT_LABELS, Names, lines_of
from facilitator.reading.plan_rows import Plan
from facilitator.reading.voices import planned_balance
from facilitator.storage import choices
from facilitator.translation import ntr, tr


class BalancePanel(QWidget):
    """Women and men, sections, cities and languages of those who appear, by head and by minutes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with context.library.read() as session:
            self._names = Names(
                dict(choices.codes(session, Vocabulary.SECTION)),
                dict(choices.codes(session, Vocabulary.LANGUAGE)),
            )
        self.summary = plain_label(self, "quiet")
        self.bars: dict[Aspect, Bars] = {}
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        for aspect, label in ASPECT_LABELS.items():
            column.addWidget(plain_label(shown, "formHeading", tr(label)))
            column.addLayout(_captions(shown))
            self.bars[aspect] = Bars(tr(label), shown)
            column.addWidget(self.bars[aspect])
        column.addStretch(1)
        self.empty = EmptyState(
            tr("Nobody speaks yet"),
            tr(
                "Put people on items, and see here how women and men, sections, cities and languages are heard."
            ),
            "",
            self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 4, 9, 4)
        layout.addWidget(self._stack)

    def show_plan(self, plan: Plan | None) -> None:
        """Show the balance of a plan."""
        found = planned_balance(plan) if plan else None
        if found is None or not found.people:
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentIndex(0)
        people = ntr("{count} person speaks", "{count} people speak", found.people).format(count=found.people)
        told = tr("{people}, {length} together. Those who declined or take part silently are left out.")
        together = (
            length(found.length) if found.length >= 60 else tr("{minutes} min").format(minutes=found.length)
        )
        self.summary.setText(told.format(people=people, length=together))
        for aspect, bars in self.bars.items():
            bars.show_lines(lines_of(found, aspect, self._names))


def _captions(parent: QWidget) -> QHBoxLayout:
    """What the bars at the left and at the right count."""
    line = QHBoxLayout()
    for text in (tr("People"), tr("Minutes")):
        caption = plain_label(parent, "quiet", text)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        line.addWidget(caption, 1)
    return line
