"""The parts of the Plan stage beside its list: each shows the plan when it can be seen, and not before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from facilitator.features.agenda.balance.panel import BalancePanel
from facilitator.features.agenda.editing.item_editor import ItemEditor
from facilitator.features.agenda.listing.lines import GroupHeading, Line
from facilitator.features.agenda.opens.panel import OpenPanel
from facilitator.features.agenda.panes import Panes
from facilitator.features.agenda.picture.picture import PlanPicture
from facilitator.kit.context import Context
from facilitator.kit.forms import scrolled
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.translation import tr

_COUNTING_MS = 250
"""A pause after which what is open is counted anew, where its list is not to be seen."""


class Parts(Panes):
    """The list, the picture, and in tabs what is selected, what is open, and the balance."""

    def __init__(
        self, context: Context, session_id: str, listing: QWidget, selected: Callable[[], list[Line]]
    ) -> None:
        self.picture = PlanPicture()
        self.picture.set_read_only(context.library.read_only)
        super().__init__(listing, self.picture, context.settings)
        self._selected = selected
        self._plan: Plan | None = None
        self._segments: dict[str, str] = {}
        self._waiting: set[QWidget] = set()
        self.editor = ItemEditor(context, session_id)
        self.opens = OpenPanel(context, session_id)
        self.balance = BalancePanel(context)
        self._tabs = {part: scrolled(part) for part in (self.editor, self.opens, self.balance)}
        for part, title, name in (
            (self.editor, tr("Item"), "item"),
            (self.opens, tr("Open"), "open"),
            (self.balance, tr("Balance"), "balance"),
        ):
            self.tabs.add(self._tabs[part], title, name)
        self._counting = QTimer(self, interval=_COUNTING_MS, singleShot=True)
        self._counting.timeout.connect(lambda: self._show(self.opens))
        context.library.closing.connect(self._counting.stop)
        self.picture.set_read_only(context.library.read_only)
        self.opens.counted.connect(self._on_counted)
        self.shown.connect(self.show_waiting)

    def show_plan(self, plan: Plan | None, segments: dict[str, str]) -> None:
        """Show a plan: at once where it can be seen, else once it can."""
        self._plan, self._segments = plan, segments
        self._waiting = {self.editor, self.picture, self.opens, self.balance}
        self.show_waiting()
        self._counting.start()

    def show_waiting(self) -> None:
        """Have the parts that can be seen now show the plan, if they have not yet."""
        for part in tuple(self._waiting):
            if part.isVisible():
                self._show(part)

    def show_selection(self) -> None:
        """Show what is selected in the list."""
        if self.editor not in self._waiting:
            lines = self._selected()
            if len(lines) == 1 and isinstance(lines[0], GroupHeading):
                self.editor.show_group(lines[0].group.id)
            else:
                self.editor.show_items(_items(lines))
        if self.picture not in self._waiting:
            self.picture.select([row.id for row in _items(self._selected())])

    def show_editor(self) -> None:
        """Bring the editor to the front."""
        self.tabs.bring(self._tabs[self.editor])

    def _show(self, part: QWidget) -> None:
        if part not in self._waiting:
            return
        self._waiting.discard(part)
        if part is self.picture:
            self.picture.show_plan(self._plan, self._segments)
            self.picture.select([row.id for row in _items(self._selected())])
        elif isinstance(part, ItemEditor | OpenPanel | BalancePanel):
            part.show_plan(self._plan)
        if part is self.editor:
            self.show_selection()

    def _on_counted(self, count: int) -> None:
        self.tabs.set_title(self._tabs[self.opens], tr("Open ({count})").format(count=count))


def _items(lines: Sequence[Line]) -> list[AgendaItemRow]:
    return [line for line in lines if isinstance(line, AgendaItemRow)]
