"""Where the focus goes in the Run stage: capture line, notes, and what stands beside them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from facilitator.features.notes.capture.panel import CapturePanel
from facilitator.features.notes.listing.session_notes import SessionNotesPanel
from facilitator.features.notes.panes import RunPanes, Stop
from facilitator.features.notes.rows import NoteLine
from facilitator.features.notes.sides import RunSides
from facilitator.features.notes.wording import spoken_line
from facilitator.kit.announcing import announce


class Going(QObject):
    """The caret is in the capture line wherever nothing else was asked for."""

    def __init__(
        self, capture: CapturePanel, notes: SessionNotesPanel, sides: RunSides, panes: RunPanes
    ) -> None:
        super().__init__(panes)
        self._capture, self._notes, self._sides, self._panes = capture, notes, sides, panes
        panes.set_stops(
            (Stop(capture, self.to_capture), Stop(notes, self.to_notes), Stop(sides, self.to_sides))
        )
        panes.sides_left.connect(self._on_sides_left)
        sides.wanted.connect(self.to_sides)
        sides.done.connect(self.to_capture)
        sides.note_shown.connect(self._show_note)
        sides.note_wanted.connect(self._go_to_note)
        lists = notes.lists
        lists.opened.connect(lambda _line: self._on_opened())
        lists.clicked.connect(self._on_clicked)
        lists.current_changed.connect(self._on_current_changed)
        lists.left.connect(self.to_capture)
        notes.empty.acted.connect(self.to_capture)
        capture.line.left_at_top.connect(self.to_notes)

    def to_capture(self) -> None:
        """Put the caret into the line for the next note."""
        self._capture.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def to_notes(self) -> None:
        """Put the focus on the notes, which are brought into sight."""
        self._panes.show_notes()
        if self._notes.list.isVisible():
            self._notes.focus_last()
        else:
            self._notes.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def to_sides(self) -> None:
        """Put the focus into what stands beside the notes, which is brought into sight."""
        self._panes.show_sides()
        self._sides.focus_current()

    def open_current(self) -> bool:
        """Show the note that is chosen in the list in its editor."""
        line = self._notes.lists.active.current_line()
        if line is None or not self._sides.open_note(line.id):
            return False
        self._panes.show_sides()
        return True

    def _on_sides_left(self) -> None:
        if self._sides.leave() and self._notes.list.isVisible():
            self._notes.lists.active.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.to_capture()

    def _show_note(self, note_id: str) -> None:
        """Select a note in the list; the focus goes there where the list takes the place of what it came from."""
        lists = self._notes.lists
        if lists.select(note_id):
            if self._panes.is_stacked:
                self.to_notes()
            line = lists.active.current_line()
            announce(lists.active, spoken_line(line) if line else "")

    def _go_to_note(self, note_id: str) -> None:
        if self._notes.lists.select(note_id):
            self.to_notes()

    def _on_opened(self) -> None:
        if self.open_current():
            self._sides.note.focus_first()

    def _on_clicked(self) -> None:
        if self._panes.are_sides_shown:
            self.open_current()

    def _on_current_changed(self, line: NoteLine | None) -> None:
        if line is not None and self._sides.note.isVisible() and self._sides.note.is_open:
            self._sides.note.show_note(line.id)
