"""Going from one screen to another without the one knowing the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Navigator(QObject):
    """Asks the main window to show something."""

    page_requested = Signal(str)
    """A feature's id, such as ``"people"``."""
    row_requested = Signal(str, str)
    """A kind (``session``, ``person``, ``case``, ``note``, ``organisation``) and a row's id."""
    stage_requested = Signal(str, str, str)
    """A session's id, a feature's id, and the id of a row to show in that stage (or empty)."""
    details_requested = Signal(str, str)
    """A session's id, and the field of its details that is to be set."""
    papers_requested = Signal(str, str)
    """A session's id, and the id of the report to show first (or empty)."""

    def open_page(self, feature_id: str) -> None:
        """Show a page of the rail."""
        self.page_requested.emit(feature_id)

    def open_row(self, kind: str, row_id: str) -> None:
        """Show one person, case, session or note where it is edited."""
        self.row_requested.emit(kind, row_id)

    def open_stage(self, session_id: str, feature_id: str, row_id: str = "") -> None:
        """Show a stage of a session (``agenda`` is Plan, ``notes`` is Run, ``briefing`` is Brief), at a row of it."""
        self.stage_requested.emit(session_id, feature_id, row_id)

    def open_details(self, session_id: str, field: str) -> None:
        """Show the details of a session, with the caret in a field of them, such as ``start`` or ``languages``."""
        self.details_requested.emit(session_id, field)

    def open_papers(self, session_id: str, report_id: str = "") -> None:
        """Show the papers of a session as they will print."""
        self.papers_requested.emit(session_id, report_id)
