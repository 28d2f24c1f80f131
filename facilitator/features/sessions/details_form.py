"""The fields of a session's details, grouped as people ask for them: what, when and where, who, about."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from facilitator.domain.consent import ATTRIBUTION_LABELS
from facilitator.domain.dates import parse_date, show_date
from facilitator.domain.times import clock, length, parse_clock, parse_minutes
from facilitator.domain.zones import parse_zone, parse_zones, show_zones, zone_names
from facilitator.kit.fields import ChoiceField, LineField, TextField
from facilitator.kit.forms import Form
from facilitator.kit.reference import ReferenceField
from facilitator.kit.terms import TermField
from facilitator.translation import mark, tr

LONG = ("about", "objectives", "concept")
"""Columns that hold long texts."""


def add_what(form: Form, themes: QStringListModel) -> None:
    """What the session is called, and where it belongs."""
    form.add_heading(mark("What"))
    form.add("title", mark("Title"), LineField())
    form.add("label", mark("Label or number"), LineField())
    form.add("theme", mark("Theme"), with_offers(LineField(), QCompleter(themes, form)))
    form.add("series", mark("Series"), ReferenceField(adding=mark("Add series “{name}”")))


def add_when(form: Form) -> None:
    """When it is, by which clocks, and where it meets."""
    form.add_heading(mark("When and where"))
    form.add("date", mark("Date"), LineField(parse_date, show_date))
    form.add("start", mark("Start"), LineField(parse_clock, clock))
    form.add("minutes", mark("Length"), LineField(parse_minutes, length))
    form.add("zone", mark("Time zone"), with_offers(LineField(parse_zone), QCompleter(zone_names(), form)))
    further = LineField(parse_zones, show_zones)
    further.setPlaceholderText(tr("Up to four, such as Nairobi, Mexico City"))
    form.add("zones", mark("Further clocks"), further)
    form.add("link", mark("Link"), LineField())


def add_who(form: Form) -> None:
    """Who invites, in which languages, and by which rule."""
    attributions = [("", tr("As each note says"))]
    attributions += [(code.value, tr(label)) for code, label in ATTRIBUTION_LABELS.items()]
    form.add_heading(mark("Who"))
    form.add("hosts", mark("Hosts"), TermField(adding=mark("Add organisation “{name}”")))
    form.add("partners", mark("Partners"), TermField(adding=mark("Add organisation “{name}”")))
    form.add("languages", mark("Languages"), TermField())
    form.add("interpretation", mark("Interpretation into"), TermField())
    form.add("attribution", mark("Rule for all that is said"), ChoiceField(attributions))


def add_about(form: Form) -> None:
    """What it is for."""
    form.add_heading(mark("About"))
    form.add("about", mark("About this session"), TextField(4))
    form.add("objectives", mark("Objectives"), TextField(4))
    form.add("concept", mark("Concept note"), TextField(8))


def with_offers(field: LineField, offers: QCompleter) -> LineField:
    """A field that offers what may be meant while a person types."""
    offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offers.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(offers)
    offers.activated.connect(lambda *_: field.commit())
    return field
