"""The plan as a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from facilitator.features.agenda.picture.canvas import PictureCanvas
from facilitator.features.agenda.picture.clocks import suggested
from facilitator.features.agenda.picture.clocks_dialog import ClocksDialog
from facilitator.kit.flow import FlowLayout
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.reading.plan_rows import Plan
from facilitator.translation import tr

_STEP = 1.25


class PlanPicture(QWidget):
    """Shows a plan true to time, with its clocks. It writes nothing; the stage runs what its signals ask for.

    ``here`` is the zone of this computer (an IANA name), asked of the system where it is not given.
    """

    chosen = Signal(list)
    """Ids of the items that a person selected in it."""
    opened = Signal(str)
    """The id of an item that a person wants to edit."""
    placed = Signal(list, str, str, str)
    """Item ids, group id, the id of the item they go behind, and of the plenary's (as ``PlaceItems`` takes them)."""
    lengthened = Signal(str, int)
    """An item's id and its new minutes."""
    people_dropped = Signal(object, str)
    """The ``QMimeData`` of people or appearances, and the id of the item they were dropped on."""
    clocks_chosen = Signal(list)
    """The further zones in which the plan is to be shown (as ``set_clocks`` takes them)."""

    def __init__(self, parent: QWidget | None = None, *, here: str = "") -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self.canvas = PictureCanvas(here or bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        for name in ("chosen", "opened", "placed", "lengthened", "people_dropped"):
            getattr(self.canvas, name).connect(getattr(self, name))
        self.canvas.laid_out.connect(self._on_laid_out)
        self.told = plain_label(self, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._make_bar())
        layout.addWidget(self.told)
        layout.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)
        self.show_plan(None, {})

    def show_plan(self, plan: Plan | None, segments: Mapping[str, str]) -> None:
        """Show a plan; ``segments`` are the labels of segments by code."""
        self._plan = plan
        self.canvas.show_plan(plan, segments)
        assumed = self.canvas.scene is not None and self.canvas.scene.assumed
        self.told.setText(tr("The session has no start yet: the times count from where it may begin."))
        self.told.setVisible(assumed)

    def select(self, item_ids: Sequence[str]) -> None:
        """Mark the items that are selected in the list, and scroll to the first."""
        self.canvas.select(item_ids)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed by it."""
        self.canvas.read_only = read_only
        self.clocks.setEnabled(not read_only)

    def _make_bar(self) -> FlowLayout:
        bar = FlowLayout()
        self.larger = self._button(tr("Zoom in"), "add", lambda: self.canvas.zoom(_STEP))
        self.smaller = self._button(tr("Zoom out"), "remove", lambda: self.canvas.zoom(1 / _STEP))
        self.whole = self._button(tr("Whole plan"), "", self.canvas.fit)
        self.clocks = self._button(tr("Clocks…"), "clock", self._on_clocks)
        for button in (self.larger, self.smaller, self.whole, self.clocks):
            bar.addWidget(button)
        return bar

    def _button(self, text: str, sign: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if sign:
            button.setIcon(icon(sign))
        beside = sign == "clock"
        style = Qt.ToolButtonStyle
        only = style.ToolButtonIconOnly if sign else style.ToolButtonTextOnly
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon if beside else only)
        button.clicked.connect(lambda *_: slot())
        return button

    def _on_laid_out(self) -> None:
        """Say so where there is no room for all clocks."""
        arranged = self.canvas.arranged
        seen, there = (len(arranged.dials.clocks), len(arranged.clocks)) if arranged else (0, 0)
        text = tr("Clocks…")
        if seen < there:
            text = tr("Clocks ({seen} of {all})…").format(seen=seen, all=there)
        self.clocks.setText(text)
        self.clocks.setAccessibleName(text)

    def _on_clocks(self) -> None:
        if self._plan is None:
            return
        dialog = ClocksDialog(self._plan.zones, suggested(self._plan), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        before = list(self._plan.zones)
        dialog.accepted.connect(
            lambda: self.clocks_chosen.emit(dialog.zones()) if dialog.zones() != before else None
        )
        dialog.open()
