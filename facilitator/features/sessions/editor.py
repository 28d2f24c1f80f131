"""What is known of one session, edited beside its stages. Typing is saving."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.details_form import add_about, add_what, add_when, add_who
from facilitator.features.sessions.materials import MaterialsPanel
from facilitator.features.sessions.questions import QuestionsPanel
from facilitator.features.sessions.rows import SessionDetails
from facilitator.kit.context import Context
from facilitator.kit.forms import Form
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_TABLES = (
    "learning_session",
    "session_organisation",
    "guiding_question",
    "material",
    "series",
    "organisation",
    "term",
)
_TWO_COLUMNS = 120
"""Characters of width from which the questions stand beside the form."""
_PARTS = {"hosts": queries.HOST, "partners": queries.PARTNER}


class SessionEditor(QWidget):
    """The details of a session. ``closed`` when the person is done with them."""

    closed = Signal()

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.form = Form(context.library, "session", self)
        self.form.edited.connect(self._on_edited)
        self._themes = QStringListModel(self)
        self._series_id = ""
        self.missing = plain_label(self, "missing")
        self.series_button = QPushButton(icon("edit"), tr("Series: title, colour, logos…"), self)
        self.series_button.setObjectName("link")
        self.series_button.clicked.connect(self.edit_series)
        self._add_fields()
        self.setTabOrder(self.form.field("series"), self.series_button)
        self.questions = QuestionsPanel(context, session_id, self)
        self.materials = MaterialsPanel(context, session_id, self)
        done = QPushButton(icon("check"), tr("Done"), self)
        done.setAccessibleName(tr("Done: back to the stages"))
        done.clicked.connect(self.closed)
        for button in (self.series_button, done):
            button.setAutoDefault(True)  # Enter presses it, not the space bar alone
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(12, 8, 12, 12)
        self._columns.setSpacing(24)
        side = QVBoxLayout()
        side.addWidget(self.questions)
        side.addWidget(self.materials)
        side.addStretch(1)
        side.addWidget(done, alignment=Qt.AlignmentFlag.AlignTrailing)
        self._columns.addWidget(self.form, 1)
        self._columns.addLayout(side, 1)
        self._load_choices()
        self.refresh()
        context.library.changed.connect(self._on_library_changed)

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self.focus_field("title")

    def focus_field(self, name: str) -> None:
        """Put the caret into a field, or with ``"questions"`` where a guiding question is added."""
        field = self.questions.new_line if name == "questions" else self.form.field(name)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the session anew."""
        with self._context.library.read() as session:
            details = queries.session_details(session, self._session_id)
        if details is None:
            return
        values = {name: getattr(details, name) for name in details.__dataclass_fields__}
        self.form.show_row(self._session_id, values | {"series": details.series_id})
        self.questions.show_rows(details.questions)
        self.materials.show_rows(details.materials)
        self._series_id = details.series_id or ""
        self.series_button.setEnabled(bool(self._series_id))
        missing = _missing(details)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        wide = self.width() > self.fontMetrics().averageCharWidth() * _TWO_COLUMNS
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that no field has taken closes the details."""
        if event.key() == Qt.Key.Key_Escape:
            self.form.commit()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _add_fields(self) -> None:
        form = self.form
        form.add_widget(self.missing)
        add_what(form, self._themes)
        form.add_widget(self.series_button)
        add_when(form)
        add_who(form)
        add_about(form)
        # Fields that offer choices have more than the others: the ignored types below.
        for part in _PARTS:
            form.field(part).named.connect(partial(self._on_organisation_named, part))  # type: ignore[union-attr]
        form.field("series").named.connect(self._on_series_named)  # type: ignore[union-attr]

    def edit_series(self) -> None:
        """Ask for what the papers of the session's series carry."""
        from facilitator.features.sessions.series.dialog import SeriesDialog

        self.form.commit()
        if self._series_id:
            dialog = SeriesDialog(self._context, self._series_id, self)
            dialog.exec()
            dialog.deleteLater()
            if dialog.binding_wanted:
                self._context.navigator.open_papers(self._session_id, "series")

    def _load_choices(self) -> None:
        with self._context.library.read() as session:
            choices = queries.editor_choices(session)
        # The fields that offer choices: the ignored types.
        self.form.field("series").set_choices(choices.series)  # type: ignore[union-attr]
        self.form.field("interpretation").set_choices(choices.languages)  # type: ignore[union-attr]
        self.form.field("languages").set_choices(choices.languages)  # type: ignore[union-attr]
        for part in _PARTS:
            self.form.field(part).set_choices(choices.organisations)  # type: ignore[union-attr]
        self._themes.setStringList(choices.themes)

    def _on_edited(self, name: str, value: object) -> None:
        if name in _PARTS:
            self._context.library.run(commands.SetOrganisations(self._session_id, _PARTS[name], tuple(value)))  # type: ignore[arg-type]  # ids
        else:
            column = "series_id" if name == "series" else name
            self._context.library.run(commands.set_field(self._session_id, column, value))

    def _on_organisation_named(self, part: str, name: str) -> None:
        self._context.library.run(commands.AddOrganisation(self._session_id, _PARTS[part], name))

    def _on_series_named(self, title: str) -> None:
        self._context.library.run(commands.PutInNewSeries(self._session_id, title))

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches("series", "organisation", "term"):
            self._load_choices()
        if changes.touches(*_TABLES):
            self.refresh()


def _missing(details: SessionDetails) -> str:
    """What a session that was made from another still lacks; nothing while it has no title either."""
    if not details.title or details.date or details.date_as_written or details.label:
        return ""
    return tr("Date and number are still to be set. Is the title that of this session?")
