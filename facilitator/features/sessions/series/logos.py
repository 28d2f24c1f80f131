"""The logos of a series: thumbnails in their order, each with the words for those who can't see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.errors import Refused
from facilitator.features.sessions import commands
from facilitator.features.sessions.rows import LogoRow
from facilitator.features.sessions.series.pictures import MOST_MEGABYTES, read_picture
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.kit.pictures import thumbnail
from facilitator.storage import contents
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.translation import tr


class _LogoLine(QWidget):
    """One logo. Alt+Up and Alt+Down move it."""

    def __init__(self, panel: LogosPanel, row: LogoRow, number: int, picture: QPixmap) -> None:
        super().__init__(panel)
        self.row, self._panel = row, panel
        shown = QLabel(self)
        shown.setObjectName("logo")
        shown.setFixedWidth(panel.room().width() + 8)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if picture.isNull():
            shown.setText(tr("Can't be shown"))
        else:
            shown.setPixmap(picture)
        self.field = LineField(parent=self)
        self.field.setAccessibleName(tr("What logo {number} shows").format(number=number))
        self.field.setPlaceholderText(tr("What it shows, such as the name of the body"))
        self.field.setToolTip(row.name)
        self.field.committed.connect(lambda text: panel.describe(row.id, text))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(shown)
        line.addWidget(self.field, 1)
        for icon_name, text, act in (
            ("up", tr("Move logo {number} up"), lambda: panel.move_logo(row.id, -1)),
            ("down", tr("Move logo {number} down"), lambda: panel.move_logo(row.id, 1)),
            ("delete", tr("Remove logo {number}"), lambda: panel.remove(row)),
        ):
            button = QToolButton(self)
            button.setIcon(icon(icon_name))
            button.setToolTip(text.format(number=number))
            button.setAccessibleName(text.format(number=number))
            button.clicked.connect(act)
            line.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.field.commit()
            self._panel.move_logo(self.row.id, step)
        else:
            super().keyPressEvent(event)


class LogosPanel(QWidget):
    """Logos are added by the button or dropped here; each removal has its undo."""

    def __init__(self, context: Context, series_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._series_id = context, series_id
        self._lines: list[_LogoLine] = []
        self.setAcceptDrops(not context.library.read_only)
        heading = QLabel(tr("Logos"), self)
        heading.setObjectName("formHeading")
        text = tr("PNG or JPEG, up to {most} MB each. Papers print them in this order.")
        hint = plain_label(self, "quiet", text.format(most=MOST_MEGABYTES))
        self.refusal = plain_label(self, "refusal")
        self.refusal.hide()
        self.told = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self.undo_button = QPushButton(icon("undo"), tr("Undo"), self)
        self.undo_button.clicked.connect(self._on_undo)
        self.add_button = QPushButton(icon("add"), tr("Add logos…"), self)
        self.add_button.clicked.connect(self._on_add)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addStretch(1)
        below.addWidget(self.told)
        below.addWidget(self.undo_button)
        self._box.addWidget(heading)
        self._box.addWidget(hint)
        self._box.addWidget(self.refusal)
        self._box.addLayout(below)
        self._tell("")
        self.setEnabled(not context.library.read_only)

    def room(self) -> QSize:
        """The room of a thumbnail."""
        height = self.fontMetrics().lineSpacing() * 2 + 8
        return QSize(height * 3, height)

    def show_logos(self, rows: Sequence[LogoRow]) -> None:
        """Show these logos, keeping lines that stay where they are."""
        if [line.row.id for line in self._lines] != [row.id for row in rows]:
            self._rebuild(rows)
        for line, row in zip(self._lines, rows, strict=True):
            line.field.show_value(row.description)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Add pictures. The first that is none is told, and those before it stay."""
        self.refusal.hide()
        for path in paths:
            try:
                picture = read_picture(path)
            except Refused as refusal:
                self.refusal.setText(str(refusal))
                self.refusal.show()
                return
            owner = Owner(series_id=self._series_id)
            self._context.library.run(AddAttachment(owner, picture.name, picture.media_type, picture.data))

    def describe(self, logo_id: str, text: str) -> None:
        """Say what a logo shows."""
        self._context.library.run(commands.describe_logo(logo_id, text))

    def move_logo(self, logo_id: str, places: int) -> None:
        """Move a logo up or down."""
        order = [line.row.id for line in self._lines]
        here = order.index(logo_id)
        if 0 <= here + places < len(order):
            order.insert(here + places, order.pop(here))
            self._context.library.run(commands.order_logos(order))

    def remove(self, row: LogoRow) -> None:
        """Take a logo away."""
        if self._context.library.run(commands.delete_logo(row.id, row.name)):
            self._tell(tr("Removed “{name}”").format(name=row.name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()

    def _rebuild(self, rows: Sequence[LogoRow]) -> None:
        focused = next((line.row.id for line in self._lines if line.field.hasFocus()), "")
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_LogoLine(self, row, number, self._picture(row)) for number, row in enumerate(rows, 1)]
        previous: QWidget | None = None
        for number, line in enumerate(self._lines):
            self._box.insertWidget(3 + number, line)
            line.show()
            if previous is not None:
                QWidget.setTabOrder(previous, line)
            previous = line
            if line.row.id == focused:
                line.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if previous is not None:
            QWidget.setTabOrder(previous, self.add_button)

    def _picture(self, row: LogoRow) -> QPixmap:
        try:
            with self._context.library.read() as session:
                data = contents.read(session, row.sha256)
        except Refused:
            return QPixmap()
        return QPixmap.fromImage(thumbnail(data, row.media_type, self.room()))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.undo_button.setVisible(bool(text))

    def _on_undo(self) -> None:
        self._context.library.undo()
        self._tell("")
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        kinds = tr("Pictures (*.png *.jpg *.jpeg)")
        names, _ = QFileDialog.getOpenFileNames(self, tr("Add logos"), "", kinds)
        self.add_files(Path(name) for name in names)
