"""The rule for all that is said: set from Run for the item or the session, shown while it holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from facilitator.domain.consent import Attribution
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import SetFields
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord
from tests.features.notes.conftest import SESSION, Press


def act(stage: RunStage, text: str) -> None:
    """As the palette does."""
    next(action for action in stage.actions() if action.text() == text).trigger()


def rules(context: Context) -> tuple[str, str]:
    with context.library.read() as session:
        item, whole = session.get(AgendaItemRecord, "opening"), session.get(LearningSessionRecord, SESSION)
        assert item is not None
        assert whole is not None
        return item.attribution, whole.attribution


def test_a_rule_of_the_item_holds_for_its_notes_and_is_one_step_of_undo(
    stage: RunStage, context: Context, press: Press, notes: Callable[[], list[NoteRow]]
) -> None:
    stage.capture.chooser.step_item(1)
    act(stage, "This item: Off the record")
    assert rules(context) == ("off_the_record", "")
    assert stage.rules.words.isVisible()
    assert stage.rules.words.text() == "This item: Off the record. It never leaves this library."
    press("Said in confidence")
    press(Qt.Key.Key_Return)
    assert notes()[0].disclosure == "off_the_record"
    context.library.undo()
    assert context.library.undo() == "This item: Off the record"
    assert stage.rules.words.text() == ""


def test_a_rule_stands_above_the_notes_only_on_the_item_that_has_it(stage: RunStage) -> None:
    stage.capture.chooser.step_item(1)
    act(stage, "This item: Chatham House")
    assert stage.rules.words.text().startswith("This item: Chatham House")
    stage.capture.chooser.step_item(1)
    assert stage.rules.words.text() == ""
    stage.capture.chooser.step_item(-1)
    assert stage.rules.words.text().startswith("This item: Chatham House")


def test_the_stricter_of_both_rules_is_told_and_both_are_named(stage: RunStage, context: Context) -> None:
    stage.capture.chooser.step_item(1)
    act(stage, "This session: Off the record")
    act(stage, "This item: Chatham House")
    assert stage.rules.words.text() == (
        "This item: Chatham House · This session: Off the record. It never leaves this library."
    )
    act(stage, "This session: no rule")
    assert rules(context) == ("chatham_house", "")


def test_without_an_item_only_the_session_can_have_a_rule(stage: RunStage) -> None:
    enabled = {action.text(): action.isEnabled() for action in stage.rules.rule_actions}
    assert not enabled["This item: Off the record"]
    assert enabled["This session: Off the record"]


def test_the_menu_shows_what_holds(stage: RunStage, context: Context) -> None:
    context.library.run(
        SetFields(LearningSessionRecord, SESSION, {"attribution": Attribution.CHATHAM_HOUSE.value}, "Change")
    )
    menu = stage.rules.button.menu()
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.isChecked()] == [
        "This session: Chatham House"
    ]
