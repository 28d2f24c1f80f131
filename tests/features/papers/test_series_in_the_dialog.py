"""The papers of a series in the window: chosen as any paper, shown as it prints, and stopped by whoever waits."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from facilitator.features.papers.dialog import PapersDialog
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.shell import catalog
from facilitator.storage import records
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def series(library: Store) -> Plan:
    """Three sessions of a series, with a key message in the first two."""
    plan = Plan(library)
    series_id = plan.add(records.SeriesRecord, title="Talks")
    for label in ("1", "2", "3"):
        plan.add(records.LearningSessionRecord, label, label=label, title=f"On {label}", series_id=series_id)
    for label in ("1", "2"):
        values = {"kind": "key_message", "text": f"Said in {label}."}
        plan.add(records.NoteRecord, session_id=plan.ids[label], **values)
    plan.keep()
    return plan


@pytest.fixture
def dialog(library: Store, series: Plan, qtbot: QtBot) -> Iterator[PapersDialog]:
    context = Context(Library(library), Navigator(), Jobs(), Notices())
    made = PapersDialog(context, series.ids["1"], catalog.reports())
    qtbot.addWidget(made)
    yield made
    made.close()
    context.jobs.finish()
    context.library.close()


def ready(dialog: PapersDialog, qtbot: QtBot, **options: object) -> str:
    def is_ready() -> bool:
        return dialog.made is not None and all(
            dialog.made.wanted.options.get(name) == value for name, value in options.items()
        )

    qtbot.waitUntil(is_ready, timeout=20_000)
    with pypdfium2.PdfDocument(dialog.preview._data) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_the_series_of_the_session_is_shown_bound_and_who_is_left_out_first_in_the_findings(
    dialog: PapersDialog, qtbot: QtBot
) -> None:
    dialog.show_paper("series")
    text = ready(dialog, qtbot)
    assert "Said in 1." in text
    assert "Said in 2." in text
    assert dialog.preview.page_count > 3
    assert "3 · On 3" in dialog.findings.list.item(0).text()


def test_flash_notes_are_bound_where_they_are_chosen_with_their_data_where_that_is_wanted(
    dialog: PapersDialog, qtbot: QtBot
) -> None:
    dialog.show_paper("series")
    ready(dialog, qtbot)
    assert dialog.chooser.kind.isVisible()
    dialog.chooser.kind.show_value(True)
    dialog.chooser.kind.committed.emit(True)
    assert "Flash notes of the series" in ready(dialog, qtbot, flash=True)
    dialog.chooser.data.click()
    ready(dialog, qtbot, with_data=True)
    with pypdfium2.PdfDocument(dialog.preview._data) as pdf:
        assert pdf.count_attachments() == 2


def test_whoever_waits_can_stop_it_and_make_it_again(dialog: PapersDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.maker.stopped, timeout=20_000):
        dialog.show_paper("series")
        dialog.bottom.stop.click()
    assert dialog.made is None
    dialog.make()
    assert "Said in 2." in ready(dialog, qtbot)


def test_a_session_of_no_series_says_so_where_the_pages_would_be(
    dialog: PapersDialog, series: Plan, qtbot: QtBot
) -> None:
    series.store.run(SetFields(LearningSessionRecord, series.ids["1"], {"series_id": None}, "alone"))
    dialog.show_paper("series")
    assert "belongs to no series" in dialog.preview.message.text()
