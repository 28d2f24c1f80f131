"""What a cell of the agenda is edited with. What is typed is durable within a second, as in forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.announcing import announce
from facilitator.kit.fields import ChoiceField, LineField
from facilitator.kit.forms import DRAFT_DELAY_MS
from facilitator.kit.library import Library

Commit = Callable[[Any], bool]
"""Runs the command for a new value; whether it was kept."""


class LineCell(LineField):
    """A text, a length or a time. A text that can't be read, or that the library could not keep, stays in it, marked,
    and in its draft under ``key``, from which the form of the row puts it back after a crash."""

    def __init__(
        self,
        library: Library,
        key: str,
        commit: Commit,
        parse: Callable[[str], Any],
        show: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parse, show, parent)
        self.setObjectName("cell")
        self.editingFinished.disconnect()  # the list says when it is finished
        self.item_id = key.split(":")[1]
        self._library, self._key, self._run = library, key, commit
        self._pending = ""
        self._is_drafted = False
        self._timer = QTimer(self, interval=DRAFT_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.save_draft)
        self.typed.connect(self._on_typed)
        self.committed.connect(self._on_committed)
        self.refused.connect(self._on_refused)
        self.refusal: Refused | None = None

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_value(self, value: Any) -> None:
        before = self.text()
        super().show_value(value)
        if self.text() != before:
            self.selectAll()  # typing replaces it, as when the cell was opened

    def finish(self) -> bool:
        """Commit what was typed; False where it stays, because it can't be read or kept."""
        self.commit()
        if self.is_dirty:
            return False
        self._forget_draft()
        return True

    def give_up(self) -> None:
        """Take back what was typed."""
        self.forget_typed()
        self._forget_draft()

    def save_draft(self) -> None:
        """Keep what is being typed, now."""
        self._timer.stop()
        if self._pending and self._library.save_draft(self._key, self._pending):
            self._is_drafted, self._pending = True, ""

    def _forget_draft(self) -> None:
        self._timer.stop()
        self._pending = ""
        if self._is_drafted:
            self._is_drafted = False
            self._library.save_draft(self._key, "")

    def _on_typed(self, text: str) -> None:
        self._pending = text
        self._mark(None)
        if not self._timer.isActive():
            self._timer.start()

    def _on_committed(self, value: object) -> None:
        if not self._run(value):
            self.keep_typed()
            self.save_draft()

    def _on_refused(self, refusal: Refused) -> None:
        self.save_draft()
        self._mark(refusal)
        announce(self, str(refusal), at_once=True)

    def _mark(self, refusal: Refused | None) -> None:
        if refusal is self.refusal:
            return
        self.refusal = refusal
        self.setAccessibleDescription("" if refusal is None else str(refusal))
        self.setProperty("refused", refusal is not None)
        self.style().unpolish(self)
        self.style().polish(self)


class ChoiceCell(ChoiceField):
    """One of several values, found by typing its first letters; what is chosen holds when the cell is left."""

    def __init__(
        self, item_id: str, choices: Sequence[tuple[Any, str]], commit: Commit, parent: QWidget | None = None
    ) -> None:
        super().__init__(choices, parent)
        self.item_id = item_id
        self.setObjectName("cell")
        self._run = commit
        self._before: Any = self.currentData()

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self._before = self.currentData()

    @property
    def is_dirty(self) -> bool:
        """Whether another value is chosen than the one that holds."""
        return bool(self.currentData() != self._before)

    def finish(self) -> bool:
        """Commit what was chosen; False where it could not be kept."""
        if self.is_dirty and not self._run(self.currentData()):
            return False
        self._before = self.currentData()
        return True

    def give_up(self) -> None:
        """Take back what was chosen."""
        self.show_value(self._before)


Cell = LineCell | ChoiceCell
