"""The editor of one person: all that is known of them, what may be published, and where they appear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout

from facilitator.domain.consent import CONSENT_LABELS, CONSENT_MEANINGS, Consent
from facilitator.domain.vocabulary import GENDER_LABELS, Vocabulary
from facilitator.domain.zones import parse_zone, zone_names
from facilitator.features.people import commands, queries
from facilitator.features.people.rows import PersonDetail, TraceRow
from facilitator.features.people.traces import TracePanel
from facilitator.kit.context import Context
from facilitator.kit.fields import CheckField, ChoiceField, Field, LineField, TextField
from facilitator.kit.forms import Form, scrolled
from facilitator.kit.labels import plain_label
from facilitator.kit.listpage import RowEditor
from facilitator.kit.reference import ReferenceField
from facilitator.kit.shapes import consent_icon
from facilitator.reading.zones import HOW_KNOWN, PersonZone
from facilitator.storage import choices
from facilitator.storage.choices import Choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import mark, tr

_CHOICE_TABLES = ("place", "organisation", "term")
_SHOWN_TABLES = ("person", "place", "organisation", "appearance", "note", "learning_session", "agenda_item")

LABELS = {
    "name": mark("Name"),
    "sort_name": mark("Sorted as"),
    "also_written": mark("Also written"),
    "honorific": mark("Honorific"),
    "office": mark("Office"),
    "office_title": mark("Office as written"),
    "organisation_id": mark("Organisation"),
    "place_id": mark("City or territory"),
    "country": mark("Country"),
    "section": mark("Section"),
    "consent": mark("Consent"),
    "consent_note": mark("What was agreed"),
    "zone": mark("Time zone"),
    "languages": mark("Languages"),
    "gender": mark("Gender"),
    "email": mark("Email"),
    "phone": mark("Telephone"),
    "biography": mark("Short biography"),
    "source_url": mark("Source"),
    "unlisted": mark("In the list"),
}
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("name", "honorific", "office_title", "office", "organisation_id", "place_id")),
    (mark("What may be published"), ("consent", "consent_note")),
    (mark("Where from"), ("country", "zone", "section", "languages", "gender")),
    (mark("Contact and biography"), ("email", "phone", "biography", "source_url")),
    (mark("In lists"), ("sort_name", "also_written", "unlisted")),
)


class PersonEditor(RowEditor):
    """Typing is saving; each field that is left is one step of undo."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._label = ""
        self._choices_stale = True
        self.title = plain_label(self, "pageTitle")
        self.badge = plain_label(
            self, "quiet", tr("Unlisted: named in an agenda or a note, in no list of people")
        )
        self.meaning = plain_label(self, "quiet")
        self.form = Form(context.library, "person")
        self.traces = TracePanel()
        self._fill_form()
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.badge)
        layout.addWidget(scrolled(self.form), 1)
        self.form.edited.connect(self._on_edited)
        self.traces.opened.connect(self._on_trace_opened)

    def show_row(self, row_id: str) -> bool:
        """Show a person; False when they were deleted."""
        self._refresh_choices()
        with self._context.library.read() as session:
            detail = queries.person_detail(session, row_id)
            traces = queries.traces(session, row_id)
        if detail is None:
            return False
        self._show(detail, traces)
        return True

    def refresh(self, changes: ChangeSet) -> bool:
        """Show the person as they are after a change; False when they were deleted."""
        self._choices_stale = self._choices_stale or changes.touches(*_CHOICE_TABLES)
        return not changes.touches(*_SHOWN_TABLES, "term") or self.show_row(self.form.row_id)

    def focus_first(self) -> None:
        """Put the caret into the name."""
        self.form.field("name").setFocus()

    def _fill_form(self) -> None:
        for heading, names in _GROUPS:
            if heading:
                self.form.add_heading(heading)
            for name in names:
                self.form.add(name, LABELS[name], _field(name))
                if name == "consent":
                    self.form.add_widget(self.meaning)
        self.form.add_heading(mark("Appearances and notes"))
        self.form.add_widget(self.traces)
        self._zone = self._offer_zones()
        for name, add in (
            ("place_id", self._on_place_named),
            ("organisation_id", self._on_organisation_named),
        ):
            field = self.form.field(name)
            assert isinstance(field, ReferenceField)
            field.named.connect(add)

    def _offer_zones(self) -> LineField:
        field = self.form.field("zone")
        assert isinstance(field, LineField)
        offers = QCompleter(zone_names(), field)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        offers.activated.connect(lambda *_: field.commit())
        field.setCompleter(offers)
        return field

    def _refresh_choices(self) -> None:
        if not self._choices_stale:
            return
        self._choices_stale = False
        with self._context.library.read() as session:
            self._offer("place_id", choices.places(session))
            self._offer("organisation_id", choices.organisations(session))
            self._offer("office", [("", tr("Not stated")), *choices.codes(session, Vocabulary.OFFICE)])
            self._offer(
                "section", [("", tr("That of the city")), *choices.codes(session, Vocabulary.SECTION)]
            )

    def _offer(self, name: str, offered: Choices) -> None:
        field = self.form.field(name)
        assert isinstance(field, ChoiceField | ReferenceField)
        field.set_choices(offered)

    def _show(self, detail: PersonDetail, traces: Sequence[TraceRow]) -> None:
        self._label = detail.label
        self.title.setText(detail.label)
        self.badge.setVisible(bool(detail.values["unlisted"]))
        self.form.show_row(detail.id, detail.values)
        self._zone.setPlaceholderText(_assumed(detail.assumed_zone))
        self.meaning.setText(tr(CONSENT_MEANINGS[Consent(detail.values["consent"])]))
        self.traces.show_rows(traces)

    def _on_edited(self, name: str, value: object) -> None:
        values = {name: value}
        if name == "name":
            values |= self._sorted_alike(str(value))
        self._context.library.run(
            commands.edit_person(self.form.row_id, self._label, tr(LABELS[name]), values)
        )

    def _sorted_alike(self, name: str) -> dict[str, object]:
        """The sort name follows the name until it is given apart."""
        with self._context.library.read() as session:
            detail = queries.person_detail(session, self.form.row_id)
        if detail is None or detail.values["sort_name"] not in ("", detail.values["name"]):
            return {}
        return {"sort_name": name}

    def _on_place_named(self, name: str) -> None:
        self._context.library.run(commands.give_new_place(self.form.row_id, self._label, name))

    def _on_organisation_named(self, name: str) -> None:
        self._context.library.run(commands.give_new_organisation(self.form.row_id, self._label, name))

    def _on_trace_opened(self, trace: TraceRow) -> None:
        self._context.navigator.open_stage(trace.session_id, trace.stage, trace.id)


def _assumed(found: PersonZone) -> str:
    """What holds while no zone is told."""
    if not found.is_known:
        return tr("Not known from the place")
    return tr("{zone}, {how}").format(zone=found.zone, how=tr(HOW_KNOWN[found.known]))


def _field(name: str) -> Field:
    if name == "zone":
        return LineField(parse_zone)
    if name in ("organisation_id", "place_id"):
        return ReferenceField(adding=mark("Add “{name}”"))
    if name == "consent":
        field = ChoiceField([(consent.value, tr(label)) for consent, label in CONSENT_LABELS.items()])
        for number, consent in enumerate(CONSENT_LABELS):
            field.setItemIcon(number, consent_icon(consent))
        return field
    if name == "gender":
        return ChoiceField([(gender.value, tr(label)) for gender, label in GENDER_LABELS.items()])
    if name in ("office", "section"):
        return ChoiceField()
    if name in ("biography", "consent_note"):
        return TextField(lines=4 if name == "biography" else 2)
    if name == "unlisted":
        return CheckField(tr("Unlisted: in no list of people yet"))
    return LineField()
