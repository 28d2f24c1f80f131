"""What was noted under the rule of an agenda item keeps to it when it leaves the item."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Attribution, of_attribution
from facilitator.domain.vocabulary import attribution_of
from facilitator.features.agenda.commands import JoinItems, delete_items
from facilitator.features.notes.commands import edit_note
from facilitator.storage.edits import AddRow
from facilitator.storage.records import AgendaItemRecord, NoteRecord
from facilitator.storage.store import Store
from tests.storage.content import add_session, rows_of


def _note(store: Store, session_id: str, item_id: str, attribution: str = "", kind: str = "lesson") -> str:
    values = {"session_id": session_id, "agenda_item_id": item_id, "attribution": attribution, "kind": kind}
    note_id = f"{item_id}{attribution}{kind}"
    store.run(AddRow(NoteRecord, {"id": note_id, "text": "Said.", **values}, "Add note"))
    return note_id


def _item(store: Store, session_id: str, item_id: str, rule: str = "", position: int = 0) -> str:
    values = {"id": item_id, "session_id": session_id, "attribution": rule, "position": position}
    store.run(AddRow(AgendaItemRecord, values, "Add item"))
    return item_id


def _attribution(store: Store, note_id: str) -> Attribution:
    row = rows_of(store)["note"][note_id]
    return attribution_of(row["attribution"], row["kind"])


@pytest.mark.parametrize("rule", list(Attribution))
@pytest.mark.parametrize("own", ["", *Attribution])
def test_a_note_is_held_as_strictly_when_its_item_is_deleted(
    library: Store, rule: Attribution, own: str
) -> None:
    session_id = add_session(library)
    item_id = _item(library, session_id, "closed", rule.value)
    for kind in ("lesson", "quote"):
        note_id = _note(library, session_id, item_id, own, kind)
        before = _attribution(library, note_id)
        library.run(delete_items([item_id]))
        held = of_attribution(_attribution(library, note_id))
        assert held == max(of_attribution(before), of_attribution(rule))
        library.undo()
        assert _attribution(library, note_id) is before


def test_what_had_no_rule_is_not_touched(library: Store) -> None:
    session_id = add_session(library)
    note_id = _note(library, session_id, _item(library, session_id, "open"))
    library.run(delete_items(["open"]))
    assert rows_of(library)["note"][note_id]["attribution"] == ""


def test_a_note_that_goes_elsewhere_takes_the_rule_along_and_the_others_stay(library: Store) -> None:
    session_id = add_session(library)
    item_id = _item(library, session_id, "closed", "off_the_record")
    going, staying = (_note(library, session_id, item_id, kind=kind) for kind in ("lesson", "measure"))
    library.run(edit_note(going, "Agenda item", {"agenda_item_id": None}))
    assert _attribution(library, going) is Attribution.OFF_THE_RECORD
    assert _attribution(library, staying) is Attribution.NAMED


def test_joined_items_are_under_the_strictest_of_their_rules(library: Store) -> None:
    session_id = add_session(library)
    for number, rule in enumerate(("", "chatham_house", "by_role")):
        _item(library, session_id, f"item{number}", rule, number)
    library.run(JoinItems(session_id, ["item0", "item1", "item2"]))
    assert rows_of(library)["agenda_item"]["item0"]["attribution"] == "chatham_house"
