"""What stands beside the rail: the pages, and the workspaces of sessions, made when they are first shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.kit.context import Context
from facilitator.kit.feature import load
from facilitator.shell import catalog
from facilitator.shell.offered import Offered
from facilitator.shell.workspace import Workspace
from facilitator.storage import choices

HOME = "home"
SESSIONS = "sessions"
KEPT_WORKSPACES = 3


@dataclass(frozen=True)
class Place:
    """Where a person is: a page, or a session; and where they left its stage for another one, that stage and the row
    of it."""

    page: str
    session_id: str = ""
    stage: str = ""
    row_id: str = ""


class Screens(QStackedWidget):
    """Shows what the navigator asks for, and knows the way back. ``moved`` gives the ``Place`` that is shown."""

    moved = Signal(object)

    def __init__(self, context: Context, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._offered = context, offered
        self._pages: dict[str, QWidget] = {}
        self._workspaces: dict[str, Workspace] = {}
        self._visited: list[Place] = []
        self._features = {feature.id: feature for feature in catalog.pages()}
        navigator = context.navigator
        navigator.page_requested.connect(self.open_page)
        navigator.row_requested.connect(self.open_row)
        navigator.stage_requested.connect(self.open_session)
        navigator.details_requested.connect(self.open_details)

    def place(self) -> Place:
        """What is shown."""
        return self._visited[-1] if self._visited else Place(HOME)

    def open_page(self, page_id: str) -> None:
        """Show a page of the rail."""
        self._go(Place(page_id))

    def open_row(self, kind: str, row_id: str) -> None:
        """Show one row where it is edited."""
        if kind == "session":
            self.open_session(row_id)
        elif page_id := catalog.page_of(kind):
            self.open_page(page_id)
            self._page(page_id).show_row(row_id)

    def open_session(self, session_id: str, stage: str = "", row_id: str = "") -> None:
        """Show a session's workspace, at a stage and a row of it."""
        is_new = session_id not in self._workspaces
        left = self._workspaces[session_id].place() if self.place().session_id == session_id else ("", "")
        self._workspace(session_id).choose_stage(stage)  # before it is shown, so that no other stage is made
        self._go(Place(SESSIONS, session_id))
        if stage and left[0] not in ("", stage):
            self._visited[-1:] = [Place(SESSIONS, session_id, *left), Place(SESSIONS, session_id)]
        workspace = self._workspaces[session_id]
        if is_new and workspace.needs_details and not stage:
            workspace.show_details()
        workspace.show_stage(stage, row_id)
        workspace.focus_first()

    def open_details(self, session_id: str, field: str) -> None:
        """Show the details of a session, with the caret in one of their fields."""
        self.open_session(session_id)
        self._workspaces[session_id].show_details(field=field)

    def back(self) -> None:
        """Show what was shown before."""
        if len(self._visited) > 1:
            self._visited.pop()
            place = self._visited[-1]
            self._show(place)
            if place.stage:
                self._visited[-1] = Place(place.page, place.session_id)
                self._workspaces[place.session_id].show_stage(place.stage, place.row_id)
                if not place.row_id:
                    self.focus_first()

    def new_row(self) -> None:
        """Do the page's primary action: in a session, its stage's, where it has one."""
        shown = self._shown()
        if hasattr(shown, "new_row") and not self._context.library.read_only:
            shown.new_row()

    def focus_first(self) -> None:
        """Put the focus where work begins on what is shown, if it says where that is."""
        begin = getattr(self.currentWidget(), "focus_first", None)
        if begin is not None:
            begin()

    def focus_search(self) -> bool:
        """Put the caret into the search box of what is shown; False when it has none."""
        shown = self._shown()
        if not hasattr(shown, "focus_search"):
            return False
        shown.focus_search()
        return True

    def open_last_session(self, stage: str) -> None:
        """Show a stage of the session that is open or was last; the sessions, where there is none."""
        session_id = self.place().session_id or self._last_session()
        if session_id:
            self.open_session(session_id, stage)
        else:
            self.open_page(SESSIONS)

    def open_last_papers(self, report_id: str = "") -> None:
        """Show the papers of the session that is open or was last; the sessions, where there is none."""
        session_id = self.place().session_id or self._last_session()
        if session_id:
            self._context.navigator.open_papers(session_id, report_id)
        else:
            self.open_page(SESSIONS)

    def shown_parts(self) -> list[QWidget]:
        """The screen that is shown, and the stage in it: what carries the commands of the page."""
        return [
            widget for widget in dict.fromkeys((self._shown(), self.currentWidget())) if widget is not None
        ]

    def _last_session(self) -> str:
        with self._context.library.read() as session:
            known = {row_id for row_id, _ in choices.sessions(session)}
        return next((row_id for row_id in self._offered.recent_sessions() if row_id in known), "")

    def _shown(self) -> Any:
        current = self.currentWidget()
        return current.current_stage() if isinstance(current, Workspace) else current

    def _go(self, place: Place) -> None:
        self._show(place)
        if not self._visited or self._visited[-1] != place:
            self._visited.append(place)

    def _show(self, place: Place) -> None:
        widget = self._workspace(place.session_id) if place.session_id else self._page(place.page)
        if self.currentWidget() is not widget:
            self.setCurrentWidget(widget)
            self._take_focus(widget)
        if isinstance(widget, Workspace):
            widget.current_stage()
        self.moved.emit(place)

    def _take_focus(self, widget: QWidget) -> None:
        """Give what is shown now the focus, unless it has it, or the person walks along the rail by keys."""
        focused = widget.window().focusWidget()
        if (
            focused is None
            or not focused.isVisible()
            or self.isAncestorOf(focused) != widget.isAncestorOf(focused)
        ):
            begins: Any = widget if hasattr(widget, "focus_first") else getattr(widget, "panel", None)
            if begins is not None:
                begins.focus_first()

    def _page(self, page_id: str) -> Any:
        if page_id not in self._pages:
            page = self._make_home() if page_id == HOME else load(self._features[page_id].page)(self._context)
            self._pages[page_id] = page
            self.addWidget(page)
        return self._pages[page_id]

    def _make_home(self) -> QWidget:
        from facilitator.shell.home import HomePage

        return HomePage(self._context, self._offered)

    def _workspace(self, session_id: str) -> Workspace:
        if session_id not in self._workspaces:
            workspace = Workspace(self._context, session_id)
            workspace.left.connect(lambda: self.open_page(SESSIONS))
            # Not at once: it is told while the workspace hears of the deletion.
            workspace.gone.connect(lambda: QTimer.singleShot(0, self, lambda: self._close(session_id)))
            self.addWidget(workspace)
            while len(self._workspaces) >= KEPT_WORKSPACES:
                self._discard(next(iter(self._workspaces)))
        else:
            workspace = self._workspaces.pop(session_id)
        self._workspaces[session_id] = workspace
        return workspace

    def _close(self, session_id: str) -> None:
        """A session was deleted: leave it, and don't come back to it."""
        if session_id not in self._workspaces:
            return
        was_shown = self.currentWidget() is self._workspaces[session_id]
        self._visited = [place for place in self._visited if place.session_id != session_id]
        if was_shown:
            self.open_page(SESSIONS)
        self._discard(session_id)

    def _discard(self, session_id: str) -> None:
        workspace = self._workspaces.pop(session_id)
        self.removeWidget(workspace)
        workspace.deleteLater()
