"""Splits the note that is open at the caret in its text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from facilitator.domain.identity import new_id
from facilitator.features.notes import commands
from facilitator.kit.context import Context
from facilitator.kit.fields import TextField
from facilitator.kit.listpage import RowEditor
from facilitator.translation import tr


class Splitting(QObject):
    """What is typed is committed first, as when the field is left. Afterwards the second half is open, with the caret
    in it."""

    def __init__(
        self, context: Context, editor: RowEditor, text: TextField, note_id: Callable[[], str]
    ) -> None:
        super().__init__(editor)
        self._context, self._editor, self._text, self._note_id = context, editor, text, note_id
        action = QAction(tr("Split the note at the caret"), text)
        action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.split)
        action.setEnabled(not context.library.read_only)
        text.addAction(action)

    def split(self) -> None:
        """Split the note."""
        self._text.commit()
        whole, at = self._text.toPlainText(), self._text.textCursor().position()
        head, second = _units(whole, at), new_id()
        command = commands.SplitNote(self._note_id(), second, whole[:head], whole[head:])
        if not self._context.library.run(command):
            return
        self._editor.show_row(second)
        self._editor.focus_first()
        self._context.notices.tell(tr("Split the note in two."), offer_undo=True)


def _units(text: str, position: int) -> int:
    """How many characters stand before a position of Qt's, which counts UTF-16 units."""
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le"))
