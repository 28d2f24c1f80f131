"""The papers in the window: what is shown is what is saved and printed, and follows the library."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.cli import main
from facilitator.features.papers.dialog import PapersDialog
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.preview_pages import read_leaves
from facilitator.shell import catalog
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord, PersonRecord
from facilitator.storage.store import Store
from tests.answering import when_told_what_is_open
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def context(library: Store, qapp: object) -> Iterator[Context]:
    made = Context(Library(library), Navigator(), Jobs(), Notices())
    yield made
    made.jobs.finish()
    made.library.close()


@pytest.fixture
def dialog(
    context: Context, plan: Plan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PapersDialog]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1587600000")
    reports = [report for report in catalog.offered() if report.of_session]
    made = PapersDialog(context, plan.ids["session"], reports)
    qtbot.addWidget(made)
    yield made
    made.close()


def shown(dialog: PapersDialog, report: str, qtbot: QtBot) -> None:
    dialog.show_paper(report)
    ready(dialog, report, qtbot)


def ready(dialog: PapersDialog, report: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.made.wanted.report.id == report, timeout=20000)


def test_every_paper_of_a_session_can_be_chosen_and_is_shown(dialog: PapersDialog, qtbot: QtBot) -> None:
    ids = [report.id for report in catalog.offered() if report.of_session]
    assert {"briefing", "flash", "run-sheet", "calendar"} <= set(ids)
    assert dialog.chooser.list.count() == len(ids)
    for report in ids:
        shown(dialog, report, qtbot)
        assert dialog.made is not None
        assert dialog.preview.page_count == len(dialog.made.leaves)
        assert dialog.preview.page_count or "VCALENDAR" in dialog.preview.text.toPlainText()


def test_what_is_shown_is_byte_for_byte_what_is_saved_and_what_the_command_line_writes(
    dialog: PapersDialog, library_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(dialog, "run-sheet", qtbot)
    assert dialog.made is not None
    saved, exported = tmp_path / "saved.pdf", tmp_path / "exported.pdf"
    monkeypatch.setattr(dialog.keeper.exporter, "ask", lambda _stem, _formats: saved)
    dialog.save()
    qtbot.waitUntil(saved.exists, timeout=10000)
    arguments = ["export", str(library_path), "run-sheet", "--session", "8", "--out", str(exported)]
    assert main(arguments) == 0
    digests = {
        hashlib.sha256(data).hexdigest()
        for data in (dialog.preview._data, saved.read_bytes(), exported.read_bytes())
    }
    assert len(digests) == 1


def test_a_paper_carries_its_data_where_that_is_wanted(dialog: PapersDialog, qtbot: QtBot) -> None:
    shown(dialog, "agenda", qtbot)
    assert not dialog.chooser.data.isVisible()
    shown(dialog, "flash", qtbot)
    assert dialog.chooser.data.isVisible()
    dialog.chooser.data.click()
    qtbot.waitUntil(
        lambda: dialog.made is not None and dialog.made.wanted.options.get("with_data") is True, timeout=20000
    )
    with pypdfium2.PdfDocument(dialog.preview._data) as pdf:
        assert pdf.count_attachments() == 1


def test_another_format_is_saved_as_that_format_holds_it(
    dialog: PapersDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(dialog, "agenda", qtbot)
    target = tmp_path / "agenda.csv"
    monkeypatch.setattr(dialog.keeper.exporter, "ask", lambda _stem, _formats: target)
    when_told_what_is_open()
    dialog.save()
    qtbot.waitUntil(target.exists, timeout=10000)
    assert "City round" in target.read_text(encoding="utf-8-sig")


def test_a_change_of_the_agenda_shows_at_once(
    dialog: PapersDialog, context: Context, plan: Plan, qtbot: QtBot
) -> None:
    shown(dialog, "agenda", qtbot)
    context.library.run(SetFields(AgendaItemRecord, plan.ids["opening"], {"title": "Bienvenue"}, "Rename"))
    qtbot.waitUntil(
        lambda: "Bienvenue" in "".join(leaf.text for leaf in dialog.preview._leaves), timeout=10000
    )


def test_a_brief_can_be_of_one_person_alone(dialog: PapersDialog, plan: Plan, qtbot: QtBot) -> None:
    shown(dialog, "speaker-briefs", qtbot)
    assert dialog.preview.page_count == 3
    dialog.chooser.person.show_value(plan.ids["rosa"])
    dialog.chooser.person.committed.emit(plan.ids["rosa"])
    qtbot.waitUntil(lambda: dialog.preview.page_count == 1, timeout=10000)
    assert "Rosa Quispe" in dialog.preview.area.accessibleDescription()


def test_each_brief_can_be_saved_as_a_file_of_its_own_and_how_many_is_told(
    dialog: PapersDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(dialog, "agenda", qtbot)
    assert not dialog.chooser.each_apart.isVisible()
    shown(dialog, "speaker-briefs", qtbot)
    monkeypatch.setattr(dialog.keeper.exporter, "ask_folder", lambda: tmp_path / "briefs")
    when_told_what_is_open()
    qtbot.mouseClick(dialog.chooser.each_apart, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Wrote 4 files into briefs." in dialog.bottom.told.text(), timeout=20000)
    names = [path.name for path in sorted((tmp_path / "briefs").iterdir())]
    assert [name.rpartition("brief-")[2] for name in names] == [
        "ivo-secretov.pdf",
        "karl-brandt.pdf",
        "mina-okoro.pdf",
        "rosa-quispe.pdf",
    ]


def test_a_file_that_is_none_of_ours_is_kept_and_the_refusal_is_told(
    dialog: PapersDialog, context: Context, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(dialog, "speaker-briefs", qtbot)
    mine = tmp_path / "lle-08-local-finance-speaker-brief-rosa-quispe.pdf"
    mine.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(dialog.keeper.exporter, "ask_folder", lambda: tmp_path)
    when_told_what_is_open()
    with qtbot.waitSignal(context.notices.refused, timeout=20000):
        dialog.save_each()
    assert "Something else is there" in dialog.bottom.told.text()
    assert [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.pdf")] == ["mine"]


def test_what_holds_people_back_is_told_beside_the_paper(dialog: PapersDialog, qtbot: QtBot) -> None:
    shown(dialog, "agenda", qtbot)
    rows = [dialog.findings.list.item(number).text() for number in range(dialog.findings.list.count())]
    assert any("not asked for consent" in row and "Karl Brandt" in row for row in rows)


def test_a_calendar_that_cant_be_made_says_why_and_offers_nothing(
    dialog: PapersDialog, context: Context, plan: Plan, qtbot: QtBot
) -> None:
    context.library.run(SetFields(LearningSessionRecord, plan.ids["session"], {"date": ""}, "Empty"))
    dialog.show_paper("calendar")
    qtbot.waitUntil(lambda: "can’t be made" in dialog.preview.message.text(), timeout=10000)
    assert "a date" in dialog.preview.message.text()
    assert not dialog.bottom.save_button.isEnabled()
    assert not dialog.bottom.print_button.isEnabled()


def test_where_there_is_no_printer_one_message_says_so(
    dialog: PapersDialog, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    shown(dialog, "time-cards", qtbot)
    refused: list[object] = []
    context.notices.refused.connect(refused.append)
    qtbot.mouseClick(dialog.bottom.print_button, Qt.MouseButton.LeftButton)
    assert len(refused) == 1
    assert "No printer is set up" in str(refused[0])
    assert "No printer is set up" in dialog.bottom.told.text()


def test_printed_pages_are_the_pages_that_are_shown(
    dialog: PapersDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from facilitator.kit.printing import prepare, print_pages

    shown(dialog, "time-cards", qtbot)
    made, target = dialog.made, tmp_path / "printed.pdf"
    assert made is not None
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(target))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    prepare(printer, "Time cards", made.leaves)
    job = print_pages(context, printer, made.rendering.data, made.leaves)
    with qtbot.waitSignal(job.succeeded, timeout=20000):
        pass
    printed = read_leaves(target.read_bytes(), lambda: False)
    assert len(printed) == 4
    assert printed[0].width > printed[0].height
    with pypdfium2.PdfDocument(target) as pdf, pypdfium2.PdfDocument(made.rendering.data) as own:
        for number in (0, 3):
            one, other = (
                document[number].render(scale=0.2).to_pil().convert("L").resize((80, 56))
                for document in (pdf, own)
            )
            pairs = zip(one.tobytes(), other.tobytes(), strict=True)
            assert sum(abs(a - b) for a, b in pairs) / (80 * 56) < 25


def test_a_paper_made_before_a_change_can_no_longer_be_saved_nor_printed(
    dialog: PapersDialog, plan: Plan, library: Store, context: Context, qtbot: QtBot
) -> None:
    shown(dialog, "speakers", qtbot)
    hidden = {"consent": "off_the_record"}
    context.library.run(SetFields(PersonRecord, plan.ids["rosa"], hidden, "Edit"))
    assert dialog.made is None
    assert not dialog.bottom.save_button.isEnabled()
    assert not dialog.bottom.print_button.isEnabled()
    ready(dialog, "speakers", qtbot)


def test_a_person_deleted_while_their_brief_is_shown_leaves_the_others(
    dialog: PapersDialog, plan: Plan, context: Context, qtbot: QtBot
) -> None:
    dialog.show_paper("speaker-briefs")
    dialog.chooser.person.show_value(plan.ids["rosa"])
    dialog.make()
    ready(dialog, "speaker-briefs", qtbot)
    context.library.run(DeleteRows(PersonRecord, [plan.ids["rosa"]], "Delete"))
    ready(dialog, "speaker-briefs", qtbot)
    assert dialog.chooser.wanted().options.get("person_id", "") == ""


def test_a_session_deleted_while_its_papers_are_shown_is_told_and_nothing_can_be_saved(
    dialog: PapersDialog, plan: Plan, context: Context, qtbot: QtBot
) -> None:
    shown(dialog, "agenda", qtbot)
    context.library.run(DeleteRows(LearningSessionRecord, [plan.ids["session"]], "Delete"))
    qtbot.waitUntil(lambda: not dialog.bottom.save_button.isEnabled(), timeout=20000)
    for report in range(dialog.chooser.list.count()):
        dialog.chooser.list.setCurrentRow(report)
    qtbot.wait(300)
    assert dialog.made is None
    assert not dialog.bottom.save_button.isEnabled()


def test_what_is_open_is_told_before_a_paper_is_printed_or_saved(
    dialog: PapersDialog, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(dialog, "agenda", qtbot)
    asked: list[str] = []
    monkeypatch.setattr(dialog.keeper.exporter, "ask", lambda stem, _formats: asked.append(stem))
    monkeypatch.setattr("facilitator.kit.printing.can_print", lambda: True)
    monkeypatch.setattr("facilitator.kit.printing.ask_and_print", lambda *_: asked.append("printed"))
    for button in (dialog.bottom.save_button, dialog.bottom.print_button):
        seen = when_told_what_is_open(lambda one: one.reject())
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (len(seen), asked) == (1, [])
    when_told_what_is_open()
    qtbot.mouseClick(dialog.bottom.print_button, Qt.MouseButton.LeftButton)
    assert asked == ["printed"]
