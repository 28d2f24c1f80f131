"""The main window: the frame first, and what fills it when the library is open."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facilitator.kit.icons import icon
from facilitator.kit.settings import Settings
from facilitator.kit.timekeeping import Timekeeper
from facilitator.shell import catalog
from facilitator.shell.drops import dropped_files
from facilitator.shell.libraries import SUFFIX, Libraries
from facilitator.shell.menus import TITLES, fill_menus
from facilitator.shell.rail import Rail
from facilitator.shell.save_state import SaveState
from facilitator.shell.theme import Theme
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.shell.job_panel import JobPanel
    from facilitator.shell.menus.base import WindowMenu
    from facilitator.shell.notice_panel import NoticePanel
    from facilitator.shell.opened import OpenedLibrary
    from facilitator.shell.problem_panel import ProblemPanel

P = TypeVar("P", bound=QWidget)

_NARROW_CHARACTERS = 120
"""Width of the window in characters below which the rail shows icons alone."""


class MainWindow(QMainWindow):
    """Painted before the library is loaded: ``painted`` comes once, after the first time."""

    painted = Signal()
    attached = Signal(object)
    """An ``OpenedLibrary``, or None when there is none any more."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.settings, self.theme = settings, theme
        self.time = Timekeeper(self)
        self.opened: OpenedLibrary | None = None
        self._was_painted = False
        self._column = QVBoxLayout()
        self.setAcceptDrops(True)
        self.setWindowTitle(tr("Facilitator"))
        self.setWindowIcon(icon("application"))
        self.setMinimumSize(QSize(640, 420))
        self.rail = Rail(self)
        self.rail.add_page("home", tr("Home"), "home", "Ctrl+1")
        for number, feature in enumerate(catalog.pages(), start=2):
            self.rail.add_page(feature.id, tr(feature.title), feature.icon, f"Ctrl+{number}")
        self.stack = QStackedWidget(self)
        self.stack.addWidget(QWidget(self.stack))
        self.save_state = SaveState(self)
        self.setStatusBar(self.save_state)
        self._lay_out()
        self.libraries = Libraries(self)
        self._menus = [self.menuBar().addMenu(tr(title)) for title in TITLES]
        self.painted.connect(lambda: self.menus)
        if not self.restoreGeometry(settings.geometry):
            self._take_usual_size()
        self._adjust_rail()
        theme.dressed.connect(self._adjust_rail)

    @cached_property
    def menus(self) -> tuple[WindowMenu, ...]:
        """The menus, filled when they are first needed: their titles are all that is painted at first."""
        return fill_menus(self, self._menus)

    @cached_property
    def notice(self) -> NoticePanel:
        """Where it is said what was done. Made when there is something to say, as the panels beside it."""
        from facilitator.shell.notice_panel import NoticePanel

        return self._add_panel(NoticePanel(self))

    @cached_property
    def problem(self) -> ProblemPanel:
        """Where it is said what failed."""
        from facilitator.shell.problem_panel import ProblemPanel

        return self._add_panel(ProblemPanel(self))

    @cached_property
    def job(self) -> JobPanel:
        """Where it is shown what takes long."""
        from facilitator.shell.job_panel import JobPanel

        return self._add_panel(JobPanel(self))

    def panels(self) -> list[QWidget]:
        """The panels below the page that are shown."""
        items = (self._column.itemAt(number) for number in range(1, self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None and widget.isVisible()]

    def _add_panel(self, panel: P) -> P:
        self._column.addWidget(panel)
        return panel

    def attach(self, opened: OpenedLibrary | None) -> None:
        """Show a library in place of the one before; None for none."""
        assert self.menus, "filled by now, so that they hear of it"
        before, self.opened = self.opened, opened
        if before is not None:
            self.stack.removeWidget(before.screens)
            before.close()
        if opened is not None:
            self.stack.addWidget(opened.screens)
            self.stack.setCurrentWidget(opened.screens)
        self.attached.emit(opened)

    def commit_typing(self) -> None:
        """Make a change of what is being typed, as when the field is left."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def open_palette(self) -> None:
        """Show the palette over the window."""
        if self.opened is not None:
            from facilitator.shell.palette import Palette

            Palette(self, self.opened).open_over_window()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Behind the flush of this very paint to the screen.
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adjust_rail()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A library that is dropped is opened, other files are imported; the menu File does both too."""
        files = dropped_files(event)
        event.acceptProposedAction()
        if files and files[0].suffix == SUFFIX:
            self.libraries.open(files[0])
        elif files:
            self.libraries.ask_import(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = self.saveGeometry()
        self.commit_typing()
        if not self.libraries.may_close():
            event.ignore()
            return
        self.attach(None)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)

    def _take_usual_size(self) -> None:
        screen = self.screen().availableGeometry()
        self.resize(min(1280, screen.width()), min(800, screen.height()))

    def _adjust_rail(self) -> None:
        self.rail.set_narrow(self.width() < self.fontMetrics().averageCharWidth() * _NARROW_CHARACTERS)
        self.rail.adjust_icons()
