"""What is not saved, in words and in the window, and the way on: it stays until the library has it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from facilitator.domain.errors import Refused
from facilitator.domain.moments import minute
from facilitator.kit.announcing import announce
from facilitator.kit.library import Library
from facilitator.kit.unsaved import Unsaved
from facilitator.shell.problem_panel import Remedy
from facilitator.shell.window import MainWindow
from facilitator.translation import ntr, tr


def unsaved_words(unsaved: Unsaved) -> str:
    """How much is not saved, and since when; empty where all is."""
    waiting = unsaved.waiting()
    if not waiting:
        return tr("Not saved: what is being typed") if unsaved.drafts else ""
    if all(one.is_note for one in waiting):
        words = ntr("Not saved: one note since {time}", "Not saved: {count} notes since {time}", len(waiting))
    else:
        words = ntr(
            "Not saved: one change since {time}", "Not saved: {count} changes since {time}", len(waiting)
        )
    return words.format(count=len(waiting), time=minute(waiting[0].since, ""))


class WaitingInWindow(QObject):
    """Follows what a library could not take: in the status bar and in the panel of problems."""

    def __init__(self, library: Library, window: MainWindow) -> None:
        super().__init__(library)
        self._library, self._window = library, window
        library.failed.connect(self._on_failed)
        library.saved.connect(self._on_saved)
        library.catching_up.waiting_changed.connect(self._on_waiting_changed)
        library.catching_up.caught_up.connect(self._on_caught_up)

    def _on_failed(self, refusal: Refused) -> None:
        unsaved = self._library.unsaved
        is_of_file = refusal.__cause__ is not None and bool(unsaved)
        self._window.save_state.show_failure(unsaved_words(unsaved))
        if is_of_file:
            kept = (
                tr(
                    "What is not saved is kept on this computer, and saved by itself as soon as that is possible."
                )
                if self._library.catching_up.is_kept_elsewhere
                else tr(
                    "What is not saved is kept on the screen, and saved by itself as soon as that is possible."
                )
            )
            refusal = Refused(refusal.what, refusal.why, f"{refusal.safe} {kept}")
        self._window.problem.refuse(refusal, self._remedy(is_of_file=is_of_file))

    def _remedy(self, *, is_of_file: bool) -> Remedy:
        unsaved = self._library.unsaved
        hopeless = [one for one in unsaved.waiting() if one.hopeless]
        return Remedy(
            text=unsaved.text if unsaved.text() else None,
            retry=self._library.retry if is_of_file else None,
            discard=self._discard if hopeless and not is_of_file else None,
        )

    def _discard(self) -> None:
        self._library.unsaved.forget_hopeless()
        self._library.catching_up.wait()

    def _on_saved(self, moment: datetime) -> None:
        if not self._library.unsaved:
            self._window.save_state.show_saved(moment)

    def _on_waiting_changed(self) -> None:
        if words := unsaved_words(self._library.unsaved):
            self._window.save_state.show_failure(words)

    def _on_caught_up(self) -> None:
        self._window.problem.settle()
        self._window.save_state.show_saved(datetime.now().astimezone())
        announce(self._window, tr("All is saved again."))
