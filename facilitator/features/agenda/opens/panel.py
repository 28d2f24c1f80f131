"""The list of what is open."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda.opens.points import Goal, Labels, Mend, OpenPoint, Urgency
from facilitator.features.agenda.opens.rows import groups_of
from facilitator.features.agenda.opens.rule import open_points
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.kit.pointlist import PointList
from facilitator.kit.wrapped import WrappedButton
from facilitator.reading.plan_rows import Plan
from facilitator.storage import choices
from facilitator.translation import tr


class OpenPanel(QWidget):
    """Names what is open in a plan, each with its mend."""

    counted = Signal(int)
    """How many are open now; what is mere information does not count."""
    item_wanted = Signal(str)
    """The id of an item to show."""
    person_wanted = Signal(str, str)
    """A role (code) that somebody should be chosen for, and the id of the item (empty for the session)."""
    group_wanted = Signal(str, str)
    """The id of a group to show, and the field that is missing (``moderator_id`` or ``rapporteur_id``)."""
    details_wanted = Signal(str)
    """The field of the session's details in which to set what is missing."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._points: list[OpenPoint] = []
        self.list = PointList(tr("What is open"), self)
        self.model = self.list.points
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.opened.connect(self._mend)
        self.mends: list[WrappedButton] = []
        """The buttons of the point that is chosen."""
        self._help = plain_label(
            self, "quiet", tr("Enter does what the first button says. Undo takes it back.")
        )
        self._buttons = QVBoxLayout()
        self._shown = QWidget(self)
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(self._buttons)
        column.addWidget(self._help)
        self.empty = EmptyState(
            tr("Nothing is open"),
            tr(
                "Times, people, consent and languages are settled as far as the plan goes. Enjoy the session."
            ),
            "",
            self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._shown)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 4, 9, 4)
        layout.addWidget(self._stack)

    def points(self) -> list[OpenPoint]:
        """What is listed, the most urgent first."""
        return list(self._points)

    def show_plan(self, plan: Plan | None) -> None:
        """Show what is open in a plan; the point that is chosen stays chosen, or the one that takes its place."""
        before = self._current()
        place = self.list.currentIndex().row()
        today = dt.datetime.now().astimezone().date()
        found = open_points(plan, self._labels(), today) if plan else []
        self._points = found
        self.model.set_groups(groups_of(found))
        if self.isVisible():
            self._choose(self.model.row_of(before.id) if before else -1, place)
        self._stack.setCurrentIndex(0 if found else 1)
        self.counted.emit(sum(point.urgency is not Urgency.INFORMATION for point in found))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._current() is None:
            self._choose(-1, 0)

    def focus_first(self) -> None:
        """Put the focus on the first point."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _labels(self) -> Labels:
        with self._context.library.read() as session:
            terms = choices.terms(session, Vocabulary.LANGUAGE, Vocabulary.SEGMENT)
        languages = {term.code: term.label for term in terms if term.vocabulary == Vocabulary.LANGUAGE}
        segments = {term.code: term.label for term in terms if term.vocabulary == Vocabulary.SEGMENT}
        return Labels(languages, segments)

    def _choose(self, row: int, place: int) -> None:
        """Choose a row, or the point that stands where the one before stood."""
        self.list.choose(row if row >= 0 else self.model.row_near(place))
        self._show_mends()

    def _current(self) -> OpenPoint | None:
        return self.list.current_point()

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_mends()

    def _show_mends(self) -> None:
        point = self._current()
        mends = point.mends if point else ()
        if [mend.label for mend in mends] == [button.accessibleName() for button in self.mends]:
            return
        for button in self.mends:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.mends = [self._button(mend, number) for number, mend in enumerate(mends)]
        before: QWidget = self.list
        for button in self.mends:
            self._buttons.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button

    def _button(self, mend: Mend, number: int) -> WrappedButton:
        button = WrappedButton(mend.label, self._shown, first=not number, tip=mend.tip)
        button.setEnabled(mend.command is None or not self._context.library.read_only)
        button.clicked.connect(lambda: self._mend(number))
        return button

    def _mend(self, number: int = 0) -> None:
        """Do what a button of the chosen point says; the first one's by Enter."""
        point = self._current()
        if point and number < len(point.mends) and self.mends[number].isEnabled():
            self._do(point.mends[number])

    def _do(self, mend: Mend) -> None:
        if mend.command is not None:
            if self._context.library.run(mend.command):
                self._context.notices.tell(mend.command.label, offer_undo=True)
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        {
            Goal.ITEM: self.item_wanted.emit,
            Goal.PERSON: lambda person_id: self._context.navigator.open_row("person", person_id),
            Goal.CHOOSE: self.person_wanted.emit,
            Goal.GROUP: self.group_wanted.emit,
            Goal.DETAILS: self.details_wanted.emit,
        }[mend.goal or Goal.DETAILS](*mend.ids)
