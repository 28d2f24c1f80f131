"""Files of papers: their endings, and the types that the file dialog offers."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.kit.context import Context
from facilitator.kit.exporting import Exporter, with_ending, words_on
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.publishing.document import Rendering
from facilitator.storage.store import Store


@pytest.mark.parametrize(
    ("typed", "written"),
    [("a.pdf", "a.pdf"), ("a.CSV", "a.CSV"), ("a", "a.pdf"), ("8. finance", "8. finance.pdf")],
)
def test_a_file_has_the_ending_of_a_format_that_the_paper_has(typed: str, written: str) -> None:
    assert with_ending(Path("/x") / typed, ("pdf", "csv")) == Path("/x") / written


def test_the_file_dialog_offers_the_formats_and_gives_their_ending(library: Store, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    context = Context(Library(library), Navigator(), Jobs(), Notices())
    dialog = Exporter(context, window)._make_dialog("lle-08", ("pdf", "xlsx"))
    assert dialog.nameFilters() == ["PDF (*.pdf)", "Workbook (*.xlsx)"]
    assert dialog.defaultSuffix() == "pdf"
    dialog.filterSelected.emit("Workbook (*.xlsx)")
    assert dialog.defaultSuffix() == "xlsx"


def test_what_could_not_be_shown_is_told_in_words() -> None:
    assert words_on(Rendering(b"")) == []
    told = " ".join(words_on(Rendering(b"", missing=("<U+1F9FF>",), overfull=True)))
    assert "does not fit" in told
    assert "<U+1F9FF>" in told
