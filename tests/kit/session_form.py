"""A form on sessions, for the tests of forms and fields."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.times import length, parse_minutes
from facilitator.kit.fields import LineField, TextField
from facilitator.kit.forms import Form
from facilitator.kit.library import Library
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord


class SessionForm(QWidget):
    """A form on sessions, and a control behind it to leave the fields to."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.form = Form(library, "session", self)
        self.title, self.about = LineField(), TextField()
        self.minutes = LineField(parse_minutes, length)
        self.form.add("title", "Title", self.title)
        self.form.add("about", "About", self.about)
        self.form.add("minutes", "Minutes", self.minutes)
        self.form.edited.connect(self.save)
        self.elsewhere = LineField(parent=self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addWidget(self.elsewhere)
        library.changed.connect(lambda _: self.show_session(self.form.row_id))

    def save(self, name: str, value: object) -> None:
        self.library.run(SetFields(LearningSessionRecord, self.form.row_id, {name: value}, f"Edit {name}"))

    def show_session(self, row_id: str) -> None:
        self.form.show_row(row_id, self.values(row_id))

    def values(self, row_id: str) -> dict[str, object]:
        with self.library.read() as session:
            record = session.get(LearningSessionRecord, row_id)
            assert record is not None
            return {"title": record.title, "about": record.about, "minutes": record.minutes}
