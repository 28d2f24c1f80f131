"""Before a library is closed with something that it could not take: what can be done about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from facilitator.domain.errors import Refused
from facilitator.domain.text import shortened
from facilitator.translation import ntr, tr

if TYPE_CHECKING:
    from facilitator.kit.library import Library
    from facilitator.shell.window import MainWindow

_SHOWN, _LONGEST = 5, 70


class UnsavedQuestion(QMessageBox):
    """Keeps the library open unless the person says otherwise. Copying and saving elsewhere leave the question open."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        super().__init__(window)
        self._library = library
        unsaved = library.unsaved
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(tr("Facilitator"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        count = max(1, len(unsaved.waiting()))
        words = ntr(
            "One change is not saved in “{name}”.", "{count} changes are not saved in “{name}”.", count
        )
        self.setText(words.format(count=count, name=library.store.path.name))
        self.setInformativeText("\n\n".join(filter(None, (self._beginnings(), self._what_happens()))))
        self.copy = self._add(tr("Copy the text"), QMessageBox.ButtonRole.ActionRole)
        self.save = self._add(tr("Save the text as…"), QMessageBox.ButtonRole.ActionRole)
        self.close_anyway = self._add(tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        self.keep_open = self._add(tr("Keep it open"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.keep_open)
        self.setEscapeButton(self.keep_open)
        for button, slot in ((self.copy, self._on_copy), (self.save, self._on_save)):
            button.clicked.disconnect()  # which would close the question
            button.clicked.connect(slot)
            button.setEnabled(bool(unsaved.text()))

    def _add(self, text: str, role: QMessageBox.ButtonRole) -> QPushButton:
        return self.addButton(text, role)

    def _beginnings(self) -> str:
        texts = [" ".join(one.text.split()) for one in self._library.unsaved.waiting() if one.text]
        lines = [shortened(text, _LONGEST) for text in texts[:_SHOWN]]
        return "\n".join([*lines, "…"] if len(texts) > _SHOWN else lines)

    def _what_happens(self) -> str:
        if self._library.catching_up.is_kept_elsewhere:
            return tr("It is kept on this computer, and put into the library when it is opened here again.")
        return tr("It is kept nowhere else: when the library is closed, it is lost.")

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._library.unsaved.text())
        self.copy.setText(tr("Copied"))

    def _on_save(self) -> None:
        from facilitator.storage import files

        proposed = Path.home() / tr("{library} – not saved.txt").format(library=self._library.store.path.stem)
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the text"), str(proposed), tr("Text (*.txt)"))
        if not name:
            return
        try:
            files.write_whole(Path(name), self._library.unsaved.text().encode("utf-8", "replace"))
        except Refused as refusal:
            self.setInformativeText(str(refusal))
            return
        self.save.setText(tr("Saved"))


def may_close(window: MainWindow) -> bool:
    """Whether the library that is open may be closed: all is saved, or the person wants it all the same."""
    opened = window.opened
    if opened is None:
        return True
    window.commit_typing()
    opened.library.catching_up.try_again()
    if not opened.library.unsaved:
        return True
    question = UnsavedQuestion(window, opened.library)
    question.exec()
    return question.clickedButton() is question.close_anyway
