"""The fields of one agenda item."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.times import clock, length, parse_clock, parse_minutes
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda import commands
from facilitator.features.agenda.editing.appearances import AppearancePanel
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, LineField, TextField
from facilitator.kit.forms import Form
from facilitator.reading.plan import list_groups
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.storage import choices
from facilitator.translation import mark, tr


class ItemEditor(QWidget):
    """Edits the item that is selected; typing is saving."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(self._make_form())
        self.appearances = AppearancePanel(context, session_id, self)
        layout.addWidget(self.appearances, 1)
        self.form.hide()

    def _make_form(self) -> Form:
        library = self._context.library
        self.form = Form(library, "agenda_item", self)
        self._segment, self._group = ChoiceField(), ChoiceField()
        self.form.add("title", mark("Title"), LineField())
        self.form.add("segment", mark("Segment"), self._segment)
        self.form.add("minutes", mark("Minutes"), LineField(parse_minutes, length))
        self.form.add("pinned_start", mark("Fixed start"), LineField(parse_clock, clock))
        self.form.add("group_id", mark("Group"), self._group)
        self.form.add("cue", mark("Cues and notes"), TextField(2))
        self.form.add("link", mark("Link"), LineField())
        self.form.edited.connect(self._on_edited)
        self.load_choices()
        return self.form

    def load_choices(self) -> None:
        """Read the vocabularies and groups anew."""
        with self._context.library.read() as session:
            segments = choices.codes(session, Vocabulary.SEGMENT)
            groups = list_groups(session, self._session_id)
        self._segment.set_choices([("", tr("Not stated")), *segments])
        self._group.set_choices([(None, tr("Plenary")), *((group.id, group.name) for group in groups)])

    def show_item(self, row: AgendaItemRow | None) -> None:
        """Show an item; without one, those who take part in the session and stand on no item."""
        self.form.setVisible(row is not None)
        if row is None:
            self.form.commit()
            self.appearances.show_session()
            return
        values = {
            name: getattr(row, name)
            for name in ("title", "segment", "minutes", "pinned_start", "cue", "link")
        }
        self.form.show_row(row.id, {**values, "group_id": row.group_id or None})
        self.appearances.show_item(row)

    def focus_title(self) -> None:
        """Put the caret into the title."""
        field = self.form.field("title")
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_edited(self, name: str, value: object) -> None:
        self._context.library.run(commands.edit_item(self.form.row_id, **{name: value}))
