"""What is open, to be gone through one thing after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.features.notes import commands
from facilitator.features.notes.editing import fields
from facilitator.features.notes.opens.counting import OpenCounting
from facilitator.features.notes.opens.listed import OpenList, OpenPoint, groups_of
from facilitator.features.notes.opens.rows import Code, OpenNote
from facilitator.features.notes.opens.settling import Settling, SettlingArea
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.translation import ntr, tr

_WIDE = 105
"""Characters across from which the list has what settles its things beside it."""


class OpensPanel(QWidget):
    """What is settled goes from the list, and the next thing has the focus."""

    note_wanted = Signal(str)
    """The id of a note to go to."""
    question_wanted = Signal(str)
    """The id of a guiding question to go to."""
    done = Signal()
    """The last thing was settled."""

    def __init__(
        self, context: Context, session_id: str, counting: OpenCounting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._counting = context, counting
        self._place = 0
        self.list = OpenList(tr("What is open"), self)
        self.settling = Settling(context, session_id, self)
        self.help = plain_label(self, "quiet", tr("Enter goes to it. The letters work in the list."))
        self.empty = EmptyState(
            tr("Nothing is open"),
            tr("Quotes, figures, speakers and commitments are settled. The briefing can be written."),
            "",
            self,
        )
        page = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, page)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.list, 3)
        below = QVBoxLayout()
        below.addWidget(SettlingArea(self.settling, page))
        below.addWidget(self.help)
        self._columns.addLayout(below)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 4, 9, 4)
        layout.addWidget(self._stack)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_current_changed())
        self.list.opened.connect(self._open)
        self.list.keyed.connect(self.settling.choose)
        self.settling.settled.connect(self._on_settled)
        counting.counted.connect(self._on_counted)

    def focus_first(self) -> None:
        """Put the focus on the first thing that is open."""
        if not self._stack.currentIndex():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, name: str, value: object) -> bool:
        """Give the note that is chosen in the list a kind or an attribution; False where that is not what has the
        focus."""
        point = self.list.current_point()
        if not self.list.hasFocus() or point is None or not isinstance(point.row, OpenNote):
            return False
        command = commands.edit_note(point.row.id, tr(fields.LABELS[name]), {name: value})
        if not self._context.library.read_only and self._context.library.run(command):
            self._context.notices.tell(command.label, offer_undo=True)
            self._on_settled()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._counting.is_listed = True
        self._counting.now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What settles a thing stands beside the list where that is wide, else below it, no higher than it need be."""
        super().resizeEvent(event)
        wide = event.size().width() > _WIDE * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setStretch(1, 2 if wide else 0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._counting.is_listed = False

    def _on_counted(self, count: int) -> None:
        if not self._counting.is_listed:
            return
        before, place = self.list.current_point(), self._place
        self.list.points.set_groups(groups_of(self._counting.counts, self._counting.rows))
        row = self.list.points.row_of(before.id) if before else -1
        self.list.choose(row if row >= 0 else self.list.points.row_near(max(place, 1)))
        self._on_current_changed()
        self._stack.setCurrentIndex(0 if count else 1)

    def _on_current_changed(self) -> None:
        row = self.list.currentIndex().row()
        if row >= 0:
            self._place = row
        self.settling.show_point(self.list.current_point())

    def _on_settled(self) -> None:
        """Go on with the next thing, unless there is more to say of this one or the person is elsewhere by now."""
        before = self.list.current_point()
        focused = self.window().focusWidget()
        self._counting.now()
        count = sum(self._counting.counts.values())
        after = self.list.current_point()
        if before is not None and after is not None and before.id == after.id:
            return
        announce(
            self,
            ntr("Settled. {count} thing is open.", "Settled. {count} things are open.", count).format(
                count=count
            ),
        )
        if focused is not None and self.isAncestorOf(focused):
            if count:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.done.emit()

    def _open(self) -> None:
        point: OpenPoint | None = self.list.current_point()
        if point is None:
            return
        if isinstance(point.row, OpenNote):
            self.note_wanted.emit(point.row.id)
        elif point.code is Code.GUIDING:
            self.question_wanted.emit(point.row.id)
        else:
            self._context.navigator.open_row("person", point.row.id)
