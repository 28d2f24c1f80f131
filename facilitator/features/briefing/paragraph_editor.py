"""One paragraph: its text, how it is set, and the notes behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.features.briefing import commands
from facilitator.features.briefing.columns import EVIDENCE, STYLE_LABELS
from facilitator.features.briefing.rows import EvidenceRow, ParagraphRow
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, TextField
from facilitator.kit.forms import Form
from facilitator.kit.lists import RowTable
from facilitator.translation import mark, tr


class ParagraphEditor(QWidget):
    """Edits the paragraph that is selected; typing is saving."""

    note_opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = context.library
        self._row: ParagraphRow | None = None
        self.form = Form(context.library, "briefing_paragraph", self)
        self.form.add("text", mark("Text"), TextField(4))
        styles = [(style.value, tr(label)) for style, label in STYLE_LABELS.items()]
        self.form.add("style", mark("Set as"), ChoiceField(styles))
        self.form.edited.connect(self._on_edited)
        heading = QLabel(tr("Evidence: the notes behind it"), self)
        heading.setObjectName("formHeading")
        self.evidence = RowTable(EVIDENCE, tr("Notes behind this paragraph"), self)
        self.evidence.setSortingEnabled(False)
        self.evidence.opened.connect(lambda row: self.note_opened.emit(row.note_id))
        self.evidence.deletion_requested.connect(self._on_unlink)
        hint = QLabel(
            tr("Enter goes to the note. Who said it is added from the note when the paper is made."), self
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.form, heading, self.evidence, hint):
            layout.addWidget(widget)
        layout.setStretch(2, 1)
        self.setEnabled(False)

    def show_paragraph(self, row: ParagraphRow | None) -> None:
        """Show a paragraph, or none."""
        if row is None:
            self.form.commit()
        self._row = row
        self.setEnabled(row is not None)
        self.evidence.rows.set_rows(row.evidence if row else ())
        if row:
            self.form.show_row(row.id, {"text": row.text, "style": row.style.value})

    def current_evidence(self) -> EvidenceRow | None:
        """The evidence that is selected, or the first."""
        found = self.evidence.current_row()
        return found or (self._row.evidence[0] if self._row and self._row.evidence else None)

    def focus_text(self) -> None:
        """Put the caret into the text."""
        self.form.field("text").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_edited(self, name: str, value: object) -> None:
        self._library.run(commands.edit_paragraph(self.form.row_id, **{name: str(value)}))

    def _on_unlink(self, rows: list[EvidenceRow]) -> None:
        self._library.run(commands.unlink_evidence([row.id for row in rows]))
