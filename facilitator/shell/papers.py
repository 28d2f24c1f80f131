"""The papers of a session, beside the window: one dialog for each library that is open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.kit.context import Context
from facilitator.kit.feature import load
from facilitator.shell import catalog
from facilitator.storage import choices

_DIALOG = "facilitator.features.papers.dialog:PapersDialog"


class Papers(QObject):
    """Shows what ``Navigator.papers_requested`` asks for."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.dialog: Any = None
        context.navigator.papers_requested.connect(self.show)
        context.library.changed.connect(self._on_library_changed)

    def show(self, session_id: str, report_id: str = "") -> None:
        """Show a session's papers; the dialog that is open changes to another session."""
        if self.dialog is None or self.dialog.session_id != session_id:
            self.close()
            self.dialog = load(_DIALOG)(self._context, session_id, catalog.offered(), self._window)
        self.dialog.show_paper(report_id)

    def close(self) -> None:
        """Close the dialog, if one is open."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def _on_library_changed(self, _changes: object) -> None:
        """Close it when its session was deleted."""
        if self.dialog is not None:
            with self._context.library.read() as session:
                known = {row_id for row_id, _ in choices.sessions(session)}
            if self.dialog.session_id not in known:
                self.close()
