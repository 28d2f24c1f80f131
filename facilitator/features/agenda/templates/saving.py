"""Save an agenda, or some of its items, as a template of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda import commands
from facilitator.features.agenda.templates import words
from facilitator.features.agenda.templates.mini import MiniPicture
from facilitator.features.agenda.templates.preview import item_table, show_items
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.storage import choices
from facilitator.translation import tr


class SaveTemplateDialog(QDialog):
    """Title and use, and below them exactly what will be kept."""

    def __init__(
        self, context: Context, session_id: str, item_ids: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save as a template"))
        self._context, self._session_id, self._item_ids = context, session_id, tuple(item_ids)
        with context.library.read() as session:
            template = commands.template_of(session, session_id, self._item_ids)
            segments = dict(choices.codes(session, Vocabulary.SEGMENT))
        self.title = QLineEdit(self)
        self.title.setAccessibleName(tr("Title"))
        self.title.textChanged.connect(self._on_typed)
        self.about = QPlainTextEdit(self)
        self.about.setAccessibleName(tr("What it is for"))
        self.about.setTabChangesFocus(True)
        picture = MiniPicture(self)
        picture.show_template(template)
        self.items = item_table(self)
        show_items(self.items, template, segments, None)
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_form())
        promise = tr("It names nobody: people, notes and links are left out, and so are names in titles.")
        layout.addWidget(plain_label(self, "quiet", promise))
        layout.addWidget(plain_label(self, "", words.facts(template)))
        layout.addWidget(picture)
        layout.addWidget(self.items, 1)
        layout.addWidget(self._make_buttons())
        self._on_typed()
        self._size_to_text()
        self.title.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_to_text()

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, field in ((tr("Title"), self.title), (tr("What it is for"), self.about)):
            caption = QLabel(text, self)
            caption.setObjectName("caption")
            caption.setBuddy(field)
            form.addRow(caption, field)
        return form

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.save_button = QPushButton(tr("Save template"), self)
        self.save_button.setObjectName("primary")
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAccessibleName(tr("Cancel"))
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        return buttons

    def _size_to_text(self) -> None:
        metrics = self.fontMetrics()
        self.about.setFixedHeight(metrics.lineSpacing() * 2 + 16)
        self.items.setMinimumHeight(metrics.lineSpacing() * 4)
        self.resize(min(metrics.averageCharWidth() * 90, 960), min(metrics.lineSpacing() * 30, 540))

    def _on_typed(self) -> None:
        self.save_button.setEnabled(bool(self.title.text().strip()))

    def _on_save(self) -> None:
        title = self.title.text().strip()
        command = commands.SaveAsTemplate(
            self._session_id, title, self.about.toPlainText(), item_ids=self._item_ids
        )
        if self._context.library.run(command):
            self._context.notices.tell(tr("Saved the template “{name}”").format(name=title), offer_undo=True)
            self.accept()
