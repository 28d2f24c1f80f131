"""What is known of one session, edited beside its stages. Typing is saving."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.consent import ATTRIBUTION_LABELS
from facilitator.domain.dates import parse_date, show_date
from facilitator.domain.times import clock, length, parse_clock, parse_minutes
from facilitator.domain.zones import parse_zone, parse_zones, show_zones, zone_names
from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.questions import QuestionsPanel
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, LineField, TextField
from facilitator.kit.forms import Form
from facilitator.kit.icons import icon
from facilitator.kit.reference import ReferenceField
from facilitator.kit.terms import TermField
from facilitator.storage.journal import ChangeSet
from facilitator.translation import mark, tr

_TABLES = ("learning_session", "session_organisation", "guiding_question", "series", "organisation", "term")
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
        self._add_fields()
        self.questions = QuestionsPanel(context, session_id, self)
        done = QPushButton(icon("check"), tr("Done"), self)
        done.setAccessibleName(tr("Done: back to the stages"))
        done.clicked.connect(self.closed)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(12, 8, 12, 12)
        self._columns.setSpacing(24)
        side = QVBoxLayout()
        side.addWidget(self.questions)
        side.addStretch(1)
        side.addWidget(done, alignment=Qt.AlignmentFlag.AlignTrailing)
        self._columns.addWidget(self.form, 1)
        self._columns.addLayout(side, 1)
        self._load_choices()
        self.refresh()
        context.library.changed.connect(self._on_library_changed)

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self.form.field("title").setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the session anew."""
        with self._context.library.read() as session:
            details = queries.session_details(session, self._session_id)
        if details is None:
            return
        values = {name: getattr(details, name) for name in details.__dataclass_fields__}
        self.form.show_row(self._session_id, values | {"series": details.series_id})
        self.questions.show_questions(details.questions)

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
        form, attributions = self.form, [("", tr("As each note says"))]
        attributions += [(code.value, tr(label)) for code, label in ATTRIBUTION_LABELS.items()]
        form.add("title", mark("Title"), LineField())
        form.add("label", mark("Label or number"), LineField())
        form.add("theme", mark("Theme"), self._with_offers(LineField(), QCompleter(self._themes, self)))
        form.add("series", mark("Series"), ReferenceField(adding=mark("Add series “{name}”")))
        form.add("date", mark("Date"), LineField(parse_date, show_date))
        form.add("start", mark("Start"), LineField(parse_clock, clock))
        zones = QCompleter(zone_names(), self)
        form.add("zone", mark("Time zone"), self._with_offers(LineField(parse_zone), zones))
        further = LineField(parse_zones, show_zones)
        further.setPlaceholderText(tr("Up to four, such as Nairobi, Mexico City"))
        form.add("zones", mark("Further clocks"), further)
        form.add("minutes", mark("Length"), LineField(parse_minutes, length))
        form.add("languages", mark("Languages"), TermField())
        form.add("hosts", mark("Hosts"), TermField(adding=mark("Add organisation “{name}”")))
        form.add("partners", mark("Partners"), TermField(adding=mark("Add organisation “{name}”")))
        form.add("attribution", mark("Rule for all that is said"), ChoiceField(attributions))
        form.add("about", mark("About this session"), TextField(4))
        form.add("link", mark("Link"), LineField())
        for part in _PARTS:
            form.field(part).named.connect(partial(self._on_organisation_named, part))  # type: ignore[union-attr]
        form.field("series").named.connect(self._on_series_named)  # type: ignore[union-attr]

    def _with_offers(self, field: LineField, offers: QCompleter) -> LineField:
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(offers)
        offers.activated.connect(lambda *_: field.commit())
        return field

    def _load_choices(self) -> None:
        with self._context.library.read() as session:
            choices = queries.editor_choices(session)
        self.form.field("series").set_choices(choices.series)  # type: ignore[union-attr]
        self.form.field("languages").set_choices(choices.languages)  # type: ignore[union-attr]
        for part in _PARTS:
            self.form.field(part).set_choices(choices.organisations)  # type: ignore[union-attr]
        self._themes.setStringList(choices.themes)

    def _on_edited(self, name: str, value: object) -> None:
        if name in _PARTS:
            self._context.library.run(commands.SetOrganisations(self._session_id, _PARTS[name], tuple(value)))  # type: ignore[arg-type]
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
