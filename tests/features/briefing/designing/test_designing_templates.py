"""Templates of papers in their window: looked at, copied, changed and given away, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import Refused
from facilitator.features.briefing.commands import StartBriefing
from facilitator.features.briefing.designing import editing
from facilitator.features.briefing.designing.window import TemplatesDialog
from facilitator.features.briefing.stage import BriefingStage
from facilitator.features.briefing.templates import Content, Group, Template, parse, template
from facilitator.kit.context import Context
from facilitator.kit.fields import CheckField, ChoiceField
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from tests.features.briefing.briefing_plan import Plan

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def context(full: Plan) -> Iterator[Context]:
    made = Context(Library(full.store), Navigator(), Jobs(), Notices())
    yield made
    made.jobs.finish()


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> TemplatesDialog:
    made = TemplatesDialog(context, "flash")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def own(dialog: TemplatesDialog) -> TemplatesDialog:
    """The same with a copy of the flash note."""
    dialog.copy()
    return dialog


def field(dialog: TemplatesDialog, name: str) -> QWidget:
    return dialog.parts.part.form.field(name)


def typed(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type in place of what stands there, and leave the field."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def keys(shown: Template) -> list[str]:
    return [part.key for part in shown.parts]


def test_one_that_ships_is_looked_at_and_a_copy_is_changed(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    assert dialog.template == template("flash")
    assert not dialog.look.isEnabled()
    assert not dialog.parts.part.isEnabled()
    assert dialog.hint.isVisibleTo(dialog)
    dialog.buttons["copy"].setFocus()
    qtbot.keyClick(dialog.buttons["copy"], Qt.Key.Key_Space)
    assert dialog.template.own
    assert dialog.template.title == "Copy of Flash note"
    assert keys(dialog.template) == keys(template("flash"))
    assert dialog.look.isEnabled()
    typed(qtbot, dialog.look.form.field("title"), "Note for the mayor")
    assert dialog.list.currentItem().text() == "Note for the mayor"


def test_a_part_is_added_named_moved_and_removed_by_keys(own: TemplatesDialog, qtbot: QtBot) -> None:
    before = keys(own.template)
    own.parts.list.setCurrentRow(0)
    own.parts.list.setFocus()
    own.parts.add()
    typed(qtbot, field(own, "heading"), "What we heard")
    assert own.template.part("part-1").heading == "What we heard"  # type: ignore[union-attr]
    assert keys(own.template) == [before[0], "part-1", *before[1:]]
    own.parts.list.setFocus()
    qtbot.keyClick(own.parts.list, Qt.Key.Key_Up, ALT)
    assert keys(own.template) == ["part-1", *before]
    assert own.parts.key == "part-1"
    own.parts.remove()
    assert keys(own.template) == before
    qtbot.keyClick(own, Qt.Key.Key_Z, CTRL)
    assert keys(own.template) == ["part-1", *before]


def test_limits_are_numbers_and_anything_else_stays_in_its_field_and_is_told(
    own: TemplatesDialog, qtbot: QtBot
) -> None:
    own.parts.list.setCurrentRow(0)
    typed(qtbot, field(own, "most_words"), "80")
    assert own.template.parts[0].most_words == 80
    typed(qtbot, field(own, "most_words"), "many")
    assert own.template.parts[0].most_words == 80
    assert "can't be read as a limit" in own.parts.part.form.refusal_text()


def test_what_a_part_is_made_of_is_chosen_and_it_can_be_made_of_the_records_alone(
    own: TemplatesDialog, qtbot: QtBot
) -> None:
    own.parts.add()
    content, written = field(own, "content"), field(own, "written")
    assert isinstance(content, ChoiceField)
    assert isinstance(written, CheckField)
    content.setFocus()
    content.setCurrentIndex(content.findData(Content.VOICES))
    content.activated.emit(content.currentIndex())
    qtbot.keyClick(written, Qt.Key.Key_Space)
    part = own.template.part(own.parts.key)
    assert part is not None
    assert (part.content, part.written) == (Content.VOICES, False)
    assert not own.parts.part.gathering.isVisibleTo(own)
    content.setCurrentIndex(content.findData(Content.NONE))
    content.activated.emit(content.currentIndex())
    part = own.template.part(own.parts.key)
    assert part is not None
    assert part.written


def test_kinds_of_notes_are_ticked_by_keys_in_groups(own: TemplatesDialog, qtbot: QtBot) -> None:
    own.parts.add()
    gathering = own.parts.part.gathering
    gathering.add()
    kinds = gathering.kinds
    kinds.setCurrentRow(1)
    qtbot.keyClick(kinds, Qt.Key.Key_Space)
    part = own.template.part(own.parts.key)
    assert part is not None
    assert part.groups == (Group((kinds.item(1).data(Qt.ItemDataRole.UserRole),)),)
    gathering.add()
    assert gathering.number == 1
    typed(qtbot, gathering.form.field("heading"), "Also heard")
    part = own.template.part(own.parts.key)
    assert part is not None
    assert [group.heading for group in part.groups] == ["", "Also heard"]
    gathering.remove()
    part = own.template.part(own.parts.key)
    assert part is not None
    assert len(part.groups) == 1


def test_what_can_not_be_done_is_told_in_the_window_and_leaves_the_template(
    own: TemplatesDialog, full: Plan
) -> None:
    full.store.run(StartBriefing(full.ids["session"], own.name))
    name = own.name
    own.delete()
    assert own.refusal.isVisibleTo(own)
    assert "1 paper is written with it" in own.refusal.text()
    assert own.name == name
    own.parts.list.setCurrentRow(0)
    own.parts.remove()
    assert "has text in the part" in own.refusal.text()
    assert keys(own.template) == keys(template("flash"))


def test_a_template_goes_into_a_file_and_comes_out_of_it_as_it_was(
    own: TemplatesDialog, tmp_path: Path
) -> None:
    path = tmp_path / "ours.json"
    own.files.save(path)
    before = own.template
    own.files.open(path)
    assert own.name != before.name
    assert parse(path.read_text(encoding="utf-8"), before.name, own=True) == before
    assert own.template.parts == before.parts


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"{", b'{"title": "x", "parts": [{"key": "!"}]}'])
def test_a_file_that_holds_no_template_is_refused_in_one_message(
    own: TemplatesDialog, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    before = own.templates
    own.files.open(path)
    assert own.refusal.isVisibleTo(own)
    assert "Nothing was changed" in own.refusal.text()
    assert own.templates == before
    own.files.open(tmp_path / "missing.json")
    assert "missing.json" in own.refusal.text()


def test_the_paper_is_written_with_the_one_that_was_chosen(
    context: Context, full: Plan, qtbot: QtBot
) -> None:
    stage = BriefingStage(context, full.ids["session"])
    qtbot.addWidget(stage)
    stage.resize(1180, 640)
    stage.show()
    stage.design()
    dialog = stage.findChild(TemplatesDialog)
    assert dialog is not None
    dialog.copy()
    name = dialog.name
    dialog.buttons["use"].click()
    assert stage.desk.paper == name
    assert stage.bar.choice.currentData() == name
    assert stage.bar.choice.currentText() == "Copy of Briefing & Learning Note"
    stage.draft()
    assert stage.desk.briefing is not None
    assert stage.desk.briefing.template == name


@pytest.mark.parametrize(("text", "limit"), [("", 0), (" 12 ", 12), ("٣", 3)])
def test_limits_are_read(text: str, limit: int) -> None:
    assert editing.parse_limit(text) == limit


@pytest.mark.parametrize("text", ["-1", "1.5", "²", "10000", "ten"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        editing.parse_limit(text)
