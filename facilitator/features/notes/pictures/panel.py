"""The pictures of one note in its editor: what each shows in words, large at a key, and away with its undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.errors import Refused
from facilitator.features.notes.commands.picturing import add_pictures, describe_picture, remove_picture
from facilitator.features.notes.pictures.strip import Shown
from facilitator.features.notes.queries.pictures import content, pictures_of_note, size_of_all
from facilitator.features.notes.rows import PictureRow
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.kit.picture_taking import has_pictures, of_file, pictures_of, size_words
from facilitator.kit.pictures import Picture, thumbnail
from facilitator.translation import tr


def give_pictures(context: Context, note_id: str, mime: QMimeData) -> None:
    """Give a note what is pasted or dropped on it; what is no picture is told."""
    found, refusal = pictures_of(mime)
    _give(context, note_id, found, refusal)


def _give(context: Context, note_id: str, found: Sequence[Picture], refusal: Refused | None) -> None:
    if found and not context.library.read_only:
        command = add_pictures(note_id, [(one.name, one.media_type, one.data) for one in found])
        if context.library.keep(command):
            context.notices.tell(command.label, offer_undo=True)
    if refusal is not None:
        context.notices.refuse(refusal)


class _PictureLine(QWidget):
    """One picture: small, with what it shows in words."""

    def __init__(self, panel: PicturesPanel, row: PictureRow, number: int, data: bytes) -> None:
        super().__init__(panel)
        self.row, self.data, self._number = row, data, number
        height = self.fontMetrics().lineSpacing() * 3
        small = QPixmap.fromImage(thumbnail(data, row.media_type, QSize(height * 2, height)))
        self.button = QToolButton(self)
        self.button.setIcon(icon("warning") if small.isNull() else QIcon(small))
        self.button.setIconSize(QSize(height, height) if small.isNull() else small.size())
        self.button.setFixedWidth(height * 2 + 16)
        self.button.clicked.connect(lambda: panel.show_large(number - 1))
        self.field = LineField(parent=self)
        self.field.setAccessibleName(tr("What picture {number} shows").format(number=number))
        self.field.setPlaceholderText(tr("What it shows, for those who can't see it"))
        self.field.committed.connect(lambda text: panel.describe(row.id, text))
        away = QToolButton(self)
        away.setIcon(icon("delete"))
        away.setAccessibleName(tr("Remove picture {number}").format(number=number))
        away.setToolTip(away.accessibleName())
        away.clicked.connect(lambda: panel.remove(row))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addWidget(self.field, 1)
        line.addWidget(away)

    @property
    def words(self) -> str:
        """What it shows, or its name."""
        return self.row.description or self.row.name

    def show_row(self, row: PictureRow) -> None:
        """Show what is known of the picture."""
        self.row = row
        self.field.show_value(row.description)
        words = tr("Show picture {number} large: {name}, {size}").format(
            number=self._number, name=self.words, size=size_words(row.size)
        )
        self.button.setAccessibleName(words)
        self.button.setToolTip(words)


class PicturesPanel(QWidget):
    """Pictures come by the button, by paste or by drop."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._note_id = context, ""
        self._lines: list[_PictureLine] = []
        self._total = plain_label(self, "quiet")
        self.add_button = QPushButton(icon("add"), tr("Add pictures…"), self)
        self.add_button.clicked.connect(self._on_add)
        self.paste_button = QPushButton(tr("Paste a picture"), self)
        self.paste_button.clicked.connect(self.paste)
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addWidget(self.paste_button)
        below.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._total)
        self._box.addLayout(below)
        self.setEnabled(not context.library.read_only)

    def show_note(self, note_id: str) -> None:
        """Show the pictures of a note; lines that stay keep what is typed in them."""
        with self._context.library.read() as session:
            rows = pictures_of_note(session, note_id)
            if note_id != self._note_id or [line.row.id for line in self._lines] != [row.id for row in rows]:
                self._rebuild(rows, [content(session, row.sha256) for row in rows])
            all_of_them = size_of_all(session)
        self._note_id = note_id
        for line, row in zip(self._lines, rows, strict=True):
            line.show_row(row)
        own, everything = size_words(sum(row.size for row in rows)), size_words(all_of_them)
        words = tr("{own} with this note; {all} with the whole library.")
        self._total.setText(words.format(own=own, all=everything) if rows else "")

    def take(self, mime: QMimeData) -> None:
        """Take what is pasted or dropped."""
        give_pictures(self._context, self._note_id, mime)

    def paste(self) -> None:
        """Take the picture in the clipboard, or say that there is none."""
        mime = QApplication.clipboard().mimeData()
        if has_pictures(mime):
            self.take(mime)
        else:
            self._context.notices.tell(tr("There is no picture in the clipboard."))

    def show_large(self, number: int) -> None:
        """Show a picture in a window of its own."""
        from facilitator.features.notes.pictures.viewer import PictureViewer

        shown = [
            Shown(line.row.id, line.words, Picture(line.row.name, line.row.media_type, line.data))
            for line in self._lines
        ]
        PictureViewer(self, shown, number).exec()

    def describe(self, picture_id: str, text: str) -> None:
        """Say what a picture shows."""
        self._context.library.run(describe_picture(picture_id, text))

    def remove(self, row: PictureRow) -> None:
        """Take a picture away; the message offers undo."""
        if self._context.library.run(remove_picture(row.id, row.name)):
            words = tr("Removed “{name}”").format(name=row.name)
            self._context.notices.tell(words, offer_undo=True)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def _rebuild(self, rows: Sequence[PictureRow], data: Sequence[bytes]) -> None:
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [
            _PictureLine(self, row, number, one)
            for number, (row, one) in enumerate(zip(rows, data, strict=True), start=1)
        ]
        before: QWidget | None = None
        for number, line in enumerate(self._lines):
            self._box.insertWidget(number, line)
            line.show()
            if before is not None:
                QWidget.setTabOrder(before, line)
            before = line
        if before is not None:
            QWidget.setTabOrder(before, self.add_button)

    def _on_add(self) -> None:
        kinds = tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)")
        names, _ = QFileDialog.getOpenFileNames(self, tr("Add pictures"), "", kinds)
        self.add_files(Path(name) for name in names)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Take these files; the first that is no picture is told, and those before it are taken."""
        found: list[Picture] = []
        refusal = None
        try:
            found.extend(of_file(path) for path in paths)
        except Refused as caught:
            refusal = caught
        _give(self._context, self._note_id, found, refusal)
