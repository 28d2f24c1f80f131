"""The zone of a person in the editor: told, or assumed from the place and said so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.people.editor import PersonEditor
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import PersonRecord, PlaceRecord
from facilitator.storage.store import Store


@pytest.fixture
def editor(context: Context, qtbot: QtBot) -> PersonEditor:
    made = PersonEditor(context)
    qtbot.addWidget(made)
    made.show_row("ada")
    context.library.changed.connect(made.refresh)
    made.show()
    return made


@pytest.fixture
def field(editor: PersonEditor) -> LineField:
    found = editor.form.field("zone")
    assert isinstance(found, LineField)
    return found


def zone(store: Store) -> str:
    with store.read() as session:
        found = session.get(PersonRecord, "ada")
        assert found is not None
        return found.zone


def test_while_no_zone_is_told_the_field_says_what_is_assumed_and_from_what(
    field: LineField, store: Store
) -> None:
    assert field.placeholderText() == "Not known from the place"
    store.run(SetFields(PersonRecord, "ada", {"country": "Kenya"}, ""))
    assert field.placeholderText() == "Africa/Nairobi, from the country"
    store.run(AddRow(PlaceRecord, {"id": "lima", "name": "Lima", "country": "Peru"}, ""))
    store.run(SetFields(PersonRecord, "ada", {"country": "", "place_id": "lima"}, ""))
    assert field.placeholderText() == "America/Lima, from the city"
    assert (field.text(), zone(store)) == ("", "")


def test_a_zone_is_typed_by_its_city_and_one_undo_takes_it_back(
    field: LineField, store: Store, qtbot: QtBot
) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "kathmandu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert zone(store) == "Asia/Kathmandu"
    store.undo()
    assert (zone(store), field.text()) == ("", "")


def test_a_zone_that_is_none_stays_and_changes_nothing(
    editor: PersonEditor, field: LineField, store: Store, qtbot: QtBot
) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "Middle/Earth")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (zone(store), field.text()) == ("", "Middle/Earth")
    assert "Middle/Earth" in editor.form.refusal_text()


def test_zones_are_offered_while_typing(field: LineField) -> None:
    offers = field.completer()
    assert offers is not None
    offers.setCompletionPrefix("nairo")
    assert offers.currentCompletion() == "Africa/Nairobi"
