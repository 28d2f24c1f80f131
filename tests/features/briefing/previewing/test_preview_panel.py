"""The preview shows the bytes that would be written, at the place where one writes, and does not hold up typing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from facilitator.features.briefing.commands import StartBriefing, edit_paragraph
from facilitator.features.briefing.previewing.panel import PreviewPanel
from facilitator.features.briefing.rows import ParagraphRow
from facilitator.features.briefing.stage import BriefingStage
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.preview_pages import words_at
from facilitator.storage import records
from facilitator.storage.edits import SetFields
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def stage(full: Plan, qtbot: QtBot) -> Iterator[BriefingStage]:
    context = Context(Library(full.store), Navigator(), Jobs(), Notices())
    full.store.run(StartBriefing(full.ids["session"]))
    made = BriefingStage(context, full.ids["session"])
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    context.jobs.finish()


def preview(stage: BriefingStage) -> PreviewPanel:
    panel = stage.sides.show_side("preview")
    assert isinstance(panel, PreviewPanel)
    return panel


def ready(panel: PreviewPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.current is not None and panel._job is None, timeout=10_000)


def paragraph(stage: BriefingStage, text: str) -> tuple[str, ParagraphRow]:
    assert stage.desk.briefing
    return next(
        (part.key, row)
        for part in stage.desk.briefing.sections
        for row in part.paragraphs
        if row.text == text
    )


def shown(panel: PreviewPanel) -> str:
    return " ".join(panel.pane._leaves[panel.pane.page_number - 1].text.split())


def test_what_is_shown_is_byte_for_byte_what_is_written(
    stage: BriefingStage, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    target = tmp_path / "paper.pdf"
    with qtbot.waitSignal(stage._context.notices.told, timeout=10_000):
        stage.write(stage.document(), target)
    assert target.read_bytes() == panel.pane._data


def test_it_follows_to_the_page_where_one_writes(stage: BriefingStage, qtbot: QtBot) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    for text in ("Act fast.", "Rents were frozen.", "Report on progress."):
        key, row = paragraph(stage, text)
        stage.desk.go(key, row.id)
        assert text in shown(panel)
    stage.desk.go("resources")
    assert "Guide to municipal finance" in shown(panel)


def test_a_change_is_shown_soon_and_the_page_stays(stage: BriefingStage, full: Plan, qtbot: QtBot) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    key, row = paragraph(stage, "Act fast.")
    stage.desk.go(key, row.id)
    full.store.run(edit_paragraph(row.id, text="Act faster than ever."))
    assert panel.current is None
    ready(panel, qtbot)
    assert "Act faster than ever." in shown(panel)


def test_many_changes_in_a_row_make_one_paper(stage: BriefingStage, full: Plan, qtbot: QtBot) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    _, row = paragraph(stage, "Act fast.")
    made: list[object] = []
    stage._context.jobs.started.connect(made.append)
    for number in range(9):
        full.store.run(edit_paragraph(row.id, text=f"Act {number}."))
    assert made == []
    ready(panel, qtbot)
    assert len([job for job in made if "preview" in str(getattr(job, "title", ""))]) == 1


def test_out_of_sight_nothing_is_made(stage: BriefingStage, full: Plan, qtbot: QtBot) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    stage.sides.show_side("evidence")
    made: list[object] = []
    stage._context.jobs.started.connect(made.append)
    _, row = paragraph(stage, "Act fast.")
    full.store.run(edit_paragraph(row.id, text="Act."))
    qtbot.wait(400)
    assert made == []
    preview(stage)
    ready(panel, qtbot)


def test_the_other_paper_is_shown_when_it_is_chosen(stage: BriefingStage, qtbot: QtBot) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    pages = panel.pane.page_count
    stage.desk.choose_paper("flash")
    stage.draft()
    ready(panel, qtbot)
    assert panel.pane.page_count == 1 < pages


def test_what_was_previewed_before_a_consent_was_withdrawn_anywhere_is_not_written(
    stage: BriefingStage, full: Plan, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    withdrawn = {"consent": "off_the_record"}
    full.store.run(SetFields(records.CaseStudyRecord, full.ids["case"], withdrawn, "Withdraw"))
    assert panel.current is None
    target = tmp_path / "paper.pdf"
    with qtbot.waitSignal(stage._context.notices.told, timeout=10_000):
        stage.write(stage.document(), target)
    with pypdfium2.PdfDocument(target) as pdf:
        assert "Solidarity basket" not in " ".join(page.get_textpage().get_text_range() for page in pdf)


def test_out_of_sight_the_stage_reads_nothing_and_in_sight_again_it_knows(
    stage: BriefingStage, full: Plan
) -> None:
    _, row = paragraph(stage, "Act fast.")
    reads: list[object] = []
    stage.desk.read.connect(lambda: reads.append(None))
    stage.hide()
    full.store.run(edit_paragraph(row.id, text="Act."))
    assert reads == []
    stage.show()
    assert len(reads) == 1
    assert paragraph(stage, "Act.")[1].id == row.id


def test_what_is_shown_is_not_written_while_it_is_made_anew(stage: BriefingStage, qtbot: QtBot) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    _, row = paragraph(stage, "Act fast.")
    stage.desk.run(edit_paragraph(row.id, text="Act at once."))
    assert panel.current is None
    qtbot.waitUntil(lambda: panel._job is not None)
    assert panel.current is None
    ready(panel, qtbot)


def test_the_data_is_wanted_by_a_box_and_then_in_the_bytes_that_are_shown_and_written(
    stage: BriefingStage, full: Plan, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    assert panel.current
    without = panel.current.data
    stage.bar.data.click()
    assert panel.current is None
    ready(panel, qtbot)
    target = tmp_path / "out.pdf"
    with qtbot.waitSignal(stage._context.notices.told, timeout=20_000):
        stage.write(stage.document(), target)
    assert panel.current
    assert target.read_bytes() == panel.current.data
    for data, count in ((without, 0), (target.read_bytes(), 1)):
        with pypdfium2.PdfDocument(data) as pdf:
            assert pdf.count_attachments() == count


def marked(stage: BriefingStage, qtbot: QtBot) -> tuple[PreviewPanel, str, ParagraphRow]:
    """The preview with a paragraph marked in it."""
    panel = preview(stage)
    ready(panel, qtbot)
    key, row = paragraph(stage, "Prepare reserves.")
    stage.desk.go(key, row.id)
    qtbot.waitUntil(lambda: bool(panel.pane.area.view._marks))
    return panel, key, row


def test_on_another_page_nothing_is_marked_and_back_on_its_own_it_is_again(
    stage: BriefingStage, qtbot: QtBot
) -> None:
    panel, _, _ = marked(stage, qtbot)
    view, before = panel.pane.area.view, panel.pane.area.view._marks
    panel.pane.turn(1)
    assert view._marks == ()
    qtbot.wait(300)
    assert view._marks == ()
    panel.pane.turn(-1)
    qtbot.waitUntil(lambda: view._marks == before)


def test_the_paragraph_with_the_caret_is_marked_on_its_page(stage: BriefingStage, qtbot: QtBot) -> None:
    panel, _, _ = marked(stage, qtbot)
    view = panel.pane.area.view
    left, top, right, bottom = view._marks[0]
    assert 0 < left < right < 1
    assert 0 < top < bottom < 1
    data, number = panel.pane._data, panel.pane.page_number - 1
    before, behind = words_at(data, number, left + 0.01, (top + bottom) / 2)
    assert (before + behind).count("Prepare reserves") == 1
    stage.desk.go("about")
    qtbot.waitUntil(lambda: not view._marks)


def test_a_click_on_the_page_goes_to_the_paragraph(stage: BriefingStage, qtbot: QtBot) -> None:
    panel, key, row = marked(stage, qtbot)
    view = panel.pane.area.view
    left, top, right, bottom = view._marks[0]
    number = panel.pane.page_number
    stage.desk.go("context")
    panel.pane.show_page(number)
    at = QPoint(
        round(10 + (left + right) / 2 * (view.width() - 20)),
        round(10 + (top + bottom) / 2 * (view.height() - 20)),
    )
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: stage.desk.paragraph_id == row.id)
    assert stage.desk.section_key == key
    assert stage.composing.editor.current_id == row.id


def test_a_click_beside_the_words_goes_nowhere(stage: BriefingStage, qtbot: QtBot) -> None:
    panel = preview(stage)
    ready(panel, qtbot)
    stage.desk.go("context")
    told: list[tuple[str, str]] = []
    panel.pane.pointed.connect(lambda _, before, behind: told.append((before, behind)))
    qtbot.mouseClick(panel.pane.area.view, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("", "")]
    assert stage.desk.section_key == "context"
