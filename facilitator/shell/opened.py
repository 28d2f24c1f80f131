"""A library that is open in the window, wired to what shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.kit.context import Context
from facilitator.kit.held_time import HeldTime
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.shell import catalog, places
from facilitator.shell.offered import Offered
from facilitator.shell.papers import Papers
from facilitator.shell.screens import Place, Screens
from facilitator.shell.waiting import WaitingInWindow
from facilitator.shell.window import MainWindow
from facilitator.storage.journal import ChangeSet
from facilitator.storage.store import Store
from facilitator.translation import tr


class OpenedLibrary(QObject):
    """Lives as long as one library is open."""

    def __init__(self, store: Store, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.library = Library(store, self, places.rescue_folder())
        settings = window.settings
        HeldTime(self.library, window.time, self)
        self.context = Context(
            self.library, Navigator(self), Jobs(self), Notices(self), settings, catalog.panels, window.time
        )
        offered = Offered(window.libraries.ask_import, window.open_palette, lambda: settings.recent_sessions)
        self.screens = Screens(self.context, offered)
        self.screens.moved.connect(self._on_moved)
        self.papers = Papers(self.context, window)
        self._wire()
        window.rail.requested.connect(self.screens.open_page)
        window.save_state.show_library(store.path.name, read_only=store.read_only)
        window.setWindowTitle(tr("{library} – Facilitator").format(library=store.path.stem))
        window.setWindowFilePath(str(store.path))

    def close(self) -> None:
        """End jobs and close the library; what is being typed was committed before."""
        self.papers.close()
        self.context.jobs.finish()
        self._window.rail.requested.disconnect(self.screens.open_page)
        self.screens.hide()
        self.library.close()
        self.screens.deleteLater()
        self.deleteLater()

    def undo(self) -> None:
        """Take back the latest change and say which."""
        if label := self.library.undo():
            self.context.notices.tell(tr("Undone: {change}").format(change=label))

    def redo(self) -> None:
        """Do again what was undone and say what."""
        if label := self.library.redo():
            self.context.notices.tell(tr("Done again: {change}").format(change=label))

    def _wire(self) -> None:
        notice, problem = self._window.notice, self._window.problem
        notices, library = self.context.notices, self.library
        notices.told.connect(notice.tell)
        notices.refused.connect(problem.refuse)
        notice.undo_requested.connect(self.undo)
        WaitingInWindow(library, self._window)
        library.changed.connect(self._on_changed)
        self._window.job.watch(self.context.jobs)

    def _on_changed(self, _changes: ChangeSet) -> None:
        self._window.notice.retract_undo()

    def _on_moved(self, place: Place) -> None:
        self._window.rail.show_page(place.page)
        if place.session_id:
            self._window.settings.remember_session(place.session_id)
