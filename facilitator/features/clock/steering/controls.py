"""The buttons of the clock: in a row below what is read, or beside it by their icons, or there the two that matter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from facilitator.features.clock.steering.actions import IN_BAR, ClockActions
from facilitator.features.clock.steering.buttons import ForwardButton, Saying, keys_of, tool_button
from facilitator.features.clock.steering.face import Face, State
from facilitator.features.clock.steering.wording import minutes
from facilitator.kit.flow import FlowLayout
from facilitator.kit.icons import icon
from facilitator.translation import tr


class Controls(QWidget):
    """``plan_wanted``: there is no agenda, and the person goes to make one."""

    plan_wanted = Signal()

    def __init__(self, actions: ClockActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.forward = ForwardButton(actions["forward"], self)
        self.plan = QPushButton(icon("agenda"), tr("Go to Plan"), self)
        self.plan.clicked.connect(self.plan_wanted)
        self.buttons: dict[str, QToolButton] = {
            name: tool_button(actions[name], self, with_words=True) for name in IN_BAR
        }
        flow = FlowLayout(self, spacing=4)
        for widget in (self.forward, self.plan, *self.buttons.values()):
            flow.addWidget(widget)

    def show_face(self, face: Face) -> None:
        """Offer what makes sense now: without an agenda, to begin or to make one."""
        empty = face.state is State.EMPTY
        self.plan.setVisible(empty)
        for name, button in self.buttons.items():
            button.setVisible(not empty or name in ("room", "fold"))


class SmallControls(QWidget):
    """Go on, pause and the others where there is room, what to do when it is late, and a menu with all of them; without
    an agenda the way to make one (``plan_wanted``)."""

    plan_wanted = Signal()

    def __init__(self, actions: ClockActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.forward = ForwardButton(actions["forward"], self, Saying.ICON)
        self.buttons: dict[str, QToolButton] = {
            name: tool_button(actions[name], self, with_words=False) for name in IN_BAR
        }
        self.pause = self.buttons["pause"]
        self.more = QToolButton(self)
        self.more.setIcon(icon("more"))
        self.more.setAccessibleName(tr("More to do with the clock"))
        self.more.setToolTip(tr("More to do with the clock"))
        self.more.clicked.connect(self._show_menu)
        self.plan = QPushButton(tr("Go to Plan"), self)
        self.plan.setAutoDefault(False)
        self.plan.clicked.connect(self.plan_wanted)
        self.late = QPushButton(self)
        self.late.setAutoDefault(False)
        self.late.clicked.connect(actions["remedies"].trigger)
        self.late.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.plan, self.late, self.forward, *self.buttons.values(), self.more):
            row.addWidget(widget)

    def fit(self, *, roomy: bool, with_pause: bool) -> None:
        """Show all buttons, or the one to go on and, ``with_pause``, the one to pause."""
        self.forward.say(Saying.SHORT if roomy else Saying.ICON)
        for name, button in self.buttons.items():
            button.setVisible(roomy or (with_pause and name == "pause"))

    def show_face(self, face: Face) -> None:
        """Offer what makes sense now."""
        self.plan.setVisible(face.state is State.EMPTY)

    def show_late(self, milliseconds: int) -> None:
        """Say that it is late by so much; 0 for not."""
        self.late.setVisible(bool(milliseconds))
        words = tr("▲ {length}").format(length=minutes(milliseconds))
        if milliseconds and self.late.text() != words:
            self.late.setText(words)
            self.late.setAccessibleName(tr("{length} late: what to do…").format(length=words))
            self.late.setToolTip(
                tr("Late: what to do… ({keys})").format(keys=keys_of(self._actions["remedies"]))
            )

    def make_menu(self) -> QMenu:
        """A menu with all that can be done; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions.all())
        return menu

    def _show_menu(self) -> None:
        self.make_menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
