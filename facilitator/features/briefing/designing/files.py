"""Templates as files: one laptop gives them to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from facilitator.domain.errors import Refused
from facilitator.features.briefing.templates import MOST_CHARACTERS, parse, write
from facilitator.storage.files import write_whole
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.features.briefing.designing.window import TemplatesDialog

_MOST_BYTES = 4 * MOST_CHARACTERS


class TemplateFiles(QObject):
    """``opened`` gives the text of a file that holds a template; ``refused`` says why one can't be read or written."""

    opened = Signal(str)
    refused = Signal(object)

    def __init__(self, dialog: TemplatesDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def ask_open(self) -> None:
        """Ask for a file, and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._dialog, tr("Add a template from a file"), "", tr("Templates (*.json)")
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Read a file, and give its text where it holds a template."""
        try:
            with path.open("rb") as file:
                text = file.read(_MOST_BYTES + 1).decode("utf-8-sig")
            parse(text, "file")
        except OSError as error:
            self._refuse(path, error.strerror or str(error))
        except UnicodeDecodeError:
            self._refuse(path, tr("It is no text."))
        except Refused as refusal:
            self.refused.emit(refusal)
        else:
            self.opened.emit(text)

    def ask_save(self) -> None:
        """Ask for a file, and write the template that is shown."""
        usual = f"{self._dialog.template.stem}.json"
        name, _ = QFileDialog.getSaveFileName(
            self._dialog, tr("Save template to a file"), usual, tr("Templates (*.json)")
        )
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the template that is shown to a file; the old file stays where that fails."""
        try:
            write_whole(path, write(self._dialog.template).encode())
        except Refused as refusal:
            self.refused.emit(refusal)

    def _refuse(self, path: Path, why: str) -> None:
        told = tr("“{name}” can't be read as a template.").format(name=path.name)
        self.refused.emit(Refused(told, why, tr("Nothing was changed.")))
