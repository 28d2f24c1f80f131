"""The preview shows the pages of the very bytes that it is given, by mouse and by keys, and tells them in words."""

import io
from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from facilitator.kit.jobs import Jobs
from facilitator.kit.preview import PreviewPane
from facilitator.kit.preview_pages import draw_page, read_leaves
from facilitator.kit.printing import chosen_pages
from facilitator.publishing.document import Cover, Document, Front, PageBreak, Paragraph, Sign, plain
from facilitator.publishing.pdf import render


@pytest.fixture(scope="module")
def data() -> bytes:
    blocks = (Paragraph(plain("First words")), PageBreak(), Paragraph(plain("Second words")), PageBreak(),
              Sign("5", "left", 3))  # fmt: skip
    return render(Document("T", "en", Cover("", "", "T"), blocks, front=Front.NONE)).data


@pytest.fixture
def pane(data: bytes, qtbot: QtBot) -> Iterator[PreviewPane]:
    jobs = Jobs()
    made = PreviewPane(jobs)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_pages(data, read_leaves(data, lambda: False))
    yield made
    jobs.finish()


def drawn(pane: PreviewPane, qtbot: QtBot, number: int) -> None:
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn[0] == number, timeout=10000)


def test_the_picture_is_that_of_the_page_in_the_bytes(pane: PreviewPane, data: bytes, qtbot: QtBot) -> None:
    drawn(pane, qtbot, 0)
    picture = pane.area.view.picture
    assert not picture.isNull()
    scale = picture.width() / read_leaves(data, lambda: False)[0].width
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        own = pdf[0].render(scale=scale).to_pil().convert("RGB")
    for x, y in ((5, 5), (picture.width() // 2, 60), (picture.width() // 5, 75)):
        seen = QColor(picture.pixel(x, y))
        red, green, blue = own.getpixel((min(x, own.width - 1), y))
        assert abs(seen.red() - red) + abs(seen.green() - green) + abs(seen.blue() - blue) < 60


def test_pages_are_turned_by_keys_and_buttons_and_told(pane: PreviewPane, qtbot: QtBot) -> None:
    assert pane.bar.count.text() == "Page 1 of 3"
    assert not pane.bar.before.isEnabled()
    qtbot.keyClick(pane.area, Qt.Key.Key_End)
    assert pane.page_number == 3
    assert not pane.bar.after.isEnabled()
    qtbot.keyClick(pane.area, Qt.Key.Key_Home)
    assert pane.page_number == 1
    pane.area.to_top(False)
    qtbot.keyClick(pane.area, Qt.Key.Key_PageDown)
    assert pane.page_number == 2
    qtbot.mouseClick(pane.bar.after, Qt.MouseButton.LeftButton)
    assert pane.area.accessibleName() == "Page 3 of 3"
    drawn(pane, qtbot, 2)


def test_a_screen_reader_reads_the_page_and_its_text_can_be_copied(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.turn(1)
    assert "Second words" in pane.area.accessibleDescription()
    qtbot.mouseClick(pane.bar.as_text, Qt.MouseButton.LeftButton)
    assert pane.text.isVisible()
    assert "Second words" in pane.text.toPlainText()
    assert pane.text.isReadOnly()


def test_zoom_changes_the_size_and_fit_width_takes_the_panes(pane: PreviewPane, qtbot: QtBot) -> None:
    fitting = pane.area.view.width()
    assert abs(fitting - pane.area.viewport().width()) < 40
    for _ in range(3):
        pane.zoom(1)
    assert pane.area.view.width() > fitting
    drawn(pane, qtbot, 0)
    pane.fit_width()
    assert pane.area.view.width() == fitting


def test_fewer_pages_than_before_show_the_last_and_text_takes_the_pages_place(
    pane: PreviewPane, data: bytes, qtbot: QtBot
) -> None:
    pane.turn(2)
    pane.show_pages(data, read_leaves(data, lambda: False)[:1])
    assert pane.bar.count.text() == "Page 1 of 1"
    pane.show_text("BEGIN:VCALENDAR")
    assert pane.text.toPlainText() == "BEGIN:VCALENDAR"
    assert not pane.bar.larger.isEnabled()
    pane.say("Nothing")
    assert pane.message.isVisible()
    assert pane.page_number == 0


def test_a_page_of_any_zoom_keeps_within_memory(data: bytes) -> None:
    picture = draw_page(data, 0, 1000.0)
    assert picture.width() * picture.height() <= 41_000_000


@pytest.mark.parametrize(
    ("first", "last", "pages"), [(0, 0, [0, 1, 2]), (2, 3, [1, 2]), (2, 2, [1]), (3, 9, [2])]
)
def test_the_pages_that_were_chosen_are_printed(first: int, last: int, pages: list[int]) -> None:
    assert list(chosen_pages(first, last, 3)) == pages
