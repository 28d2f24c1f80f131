"""Pictures by paste and drop: with the note that is typed, with one that is there, and nothing that is none."""

from __future__ import annotations

import os
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QImageReader, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import Refused
from facilitator.features.notes import queries
from facilitator.features.notes.pictures import viewer
from facilitator.features.notes.queries.pictures import content, pictures_of_note, size_of_all
from facilitator.features.notes.rows import NoteRow, PictureRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.picture_taking import LONG_EDGE, of_file, of_image, size_words
from facilitator.storage.store import open_library
from tests.features.notes.conftest import SESSION, Press

Notes = Callable[[], list[NoteRow]]


def drawing(width: int = 320, height: int = 180) -> QImage:
    """A slide: few colours and lines."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor("navy"))
    painter.end()
    return image


def noise(width: int, height: int) -> QImage:
    """A photograph: no two pixels alike."""
    import random

    data = random.Random(4).randbytes(width * height * 4)
    return QImage(data, width, height, QImage.Format.Format_RGB32).copy()


def saved(image: QImage, path: Path) -> Path:
    assert image.save(str(path))
    return path


def with_gps(path: Path) -> Path:
    """A JPEG, 40 wide and 20 high, that a camera turned by 90 degrees, with a place in its EXIF."""
    saved(drawing(40, 20), path)
    ascii_place = b"CANARYPLACE\0"
    entries = struct.pack("<HHI4s", 0x0112, 3, 1, struct.pack("<HH", 6, 0))
    entries += struct.pack("<HHII", 0x010E, 2, len(ascii_place), 8 + 2 + 24 + 4)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2) + entries + b"\0\0\0\0" + ascii_place
    exif = b"Exif\0\0" + tiff
    data = path.read_bytes()
    path.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    return path


def bomb(path: Path, side: int) -> Path:
    """A PNG of some hundred bytes that says it has ``side`` pixels squared."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def screen(image: QImage) -> QMimeData:
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def paste(press: Press, what: QMimeData) -> None:
    QApplication.clipboard().setMimeData(what)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drop(target: QWidget, what: QMimeData, place: QPoint | None = None) -> None:
    at = place or target.rect().center()
    action, button, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, QDragEnterEvent(at, action, what, button, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), action, what, button, none))


def kept(context: Context, note_id: str) -> list[PictureRow]:
    with context.library.read() as session:
        return pictures_of_note(session, note_id)


def pixels_of(context: Context, row: PictureRow) -> QImage:
    with context.library.read() as session:
        return QImage.fromData(content(session, row.sha256))


@pytest.fixture
def refused(context: Context) -> list[Refused]:
    told: list[Refused] = []
    context.notices.refused.connect(told.append)
    return told


def test_a_picture_of_the_screen_goes_with_the_note_and_undo_takes_both(
    stage: RunStage, press: Press, context: Context, notes: Notes
) -> None:
    press("The slide on debt")
    paste(press, screen(drawing()))
    assert stage.capture.pictured.strip.isVisible()
    assert stage.capture.line.toPlainText() == "The slide on debt"
    press(Qt.Key.Key_Return)
    (note,) = notes()
    (picture,) = kept(context, note.id)
    assert picture.media_type == "image/png"
    assert pixels_of(context, picture).pixelColor(10, 10) == QColor("navy")
    assert not stage.capture.pictured.strip.isVisible()
    assert not context.library.store.drafts("picture:")
    context.library.undo()
    assert notes() == []
    assert kept(context, note.id) == []
    context.library.redo()
    assert len(kept(context, note.id)) == 1


def test_a_picture_without_words_is_a_note_that_says_so(
    stage: RunStage, press: Press, context: Context, notes: Notes
) -> None:
    paste(press, screen(drawing()))
    assert stage.capture.hand.begun is not None
    press("x")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert note.text.startswith("Picture, ")
    assert len(kept(context, note.id)) == 1
    press("Next")
    press(Qt.Key.Key_Return)
    assert kept(context, notes()[-1].id) == []


def test_a_picture_is_taken_off_the_note_by_keyboard(
    stage: RunStage, press: Press, context: Context, notes: Notes
) -> None:
    paste(press, screen(drawing()))
    (thumbnail, _) = stage.capture.pictured.strip.findChildren(QToolButton)
    assert "Picture 1" in thumbnail.accessibleName()
    thumbnail.setFocus()
    press(Qt.Key.Key_Delete)
    assert not stage.capture.pictured.strip.isVisible()
    assert stage.capture.hand.begun is None
    assert stage.capture.line.hasFocus()
    press(Qt.Key.Key_Return)
    assert notes() == []


@pytest.fixture
def killed(context: Context, tmp_path: Path) -> Iterator[Callable[[], Context]]:
    """Gives the library as it is found after the process was killed now."""
    found: list[Context] = []

    def kill() -> Context:
        copy = tmp_path / "killed.lle"
        for ending in ("", "-wal", "-shm"):
            shutil.copy(f"{context.library.store.path}{ending}", f"{copy}{ending}")
        found.append(Context(Library(open_library(copy)), Navigator(), Jobs(), Notices()))
        return found[0]

    yield kill
    for one in found:
        one.library.close()


def test_a_picture_that_is_not_entered_survives_a_kill(
    stage: RunStage, press: Press, killed: Callable[[], Context], qtbot: QtBot
) -> None:
    press("Half a")
    paste(press, screen(drawing()))
    again = killed()
    shown = RunStage(again, SESSION)
    qtbot.addWidget(shown)
    shown.show()
    assert shown.capture.line.toPlainText() == "Half a"
    assert len(shown.capture.pictured.pictures.held()) == 1
    shown.capture.line.entered.emit()
    with again.library.read() as session:
        (note,) = queries.list_notes(session, SESSION)
        assert len(pictures_of_note(session, note.id)) == 1
    assert not again.library.store.drafts("picture:")


def test_pictures_are_dropped_on_a_note_of_the_list_and_pasted_on_the_one_with_the_focus(
    stage: RunStage, press: Press, context: Context, notes: Notes, tmp_path: Path, qtbot: QtBot
) -> None:
    for text in ("first", "second"):
        press(text)
        press(Qt.Key.Key_Return)
    first, second = notes()
    place = stage.list.visualRect(stage.list.notes.index(stage.list.notes.row_of(first.id))).center()
    drop(stage.list.viewport(), files(saved(drawing(), tmp_path / "slide.png")), place)
    assert [row.name for row in kept(context, first.id)] == ["slide.png"]
    stage.list.select(second.id)
    stage.list.setFocus()
    paste(press, screen(drawing(30, 30)))
    assert len(kept(context, second.id)) == 1
    line = stage.list.current_line()
    assert line is not None
    assert line.pictures == 1
    assert "One picture" in stage.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_editor_describes_shows_and_removes_pictures(
    stage: RunStage,
    press: Press,
    context: Context,
    notes: Notes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    press("With a slide")
    press(Qt.Key.Key_Return)
    (note,) = notes()
    stage.show_row(note.id)
    panel = stage.sides.note.editor.pictures
    panel.add_files([saved(drawing(), tmp_path / "one.png"), saved(drawing(50, 50), tmp_path / "two.png")])
    assert context.library.store.next_undo().label == "Add 2 pictures to a note"  # type: ignore[union-attr]
    field = panel._lines[0].field
    field.setFocus()
    press("The debt of cities")
    panel.add_button.setFocus()
    assert kept(context, note.id)[0].description == "The debt of cities"
    assert "KB with this note" in panel._total.text()
    seen: list[str] = []
    monkeypatch.setattr(viewer.PictureViewer, "exec", lambda self: seen.append(self.words.text()))
    panel._lines[0].button.click()
    assert seen == ["The debt of cities (1 of 2)"]
    panel.remove(panel._lines[0].row)
    assert [row.name for row in kept(context, note.id)] == ["two.png"]
    context.library.undo()
    assert len(panel._lines) == 2


def test_the_viewer_goes_on_by_keyboard_and_closes_by_escape(
    qtbot: QtBot, stage: RunStage, press: Press
) -> None:
    from facilitator.features.notes.pictures.strip import Shown

    shown = [Shown(str(n), f"Slide {n}", of_image(drawing(100 * n, 50))) for n in (1, 2)]
    made = viewer.PictureViewer(stage, shown)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made._area.setFocus()
    press(Qt.Key.Key_Right)
    assert made.words.text() == "Slide 2 (2 of 2)"
    before = made._picture.pixmap().width()
    press(Qt.Key.Key_Plus)
    assert made._picture.pixmap().width() > before
    press(Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_cameras_tell_nothing_of_places_and_pictures_stand_upright(tmp_path: Path) -> None:
    path = with_gps(tmp_path / "photo.jpg")
    assert b"CANARYPLACE" in path.read_bytes()
    picture = of_file(path)
    assert b"CANARYPLACE" not in picture.data
    assert b"Exif" not in picture.data
    image = QImage.fromData(picture.data)
    assert (image.width(), image.height()) == (20, 40)
    named = drawing()
    named.setText("Author", "CANARYAUTHOR")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(named)
    (tmp_path / "named.png").write_bytes(data.data())
    assert b"CANARYAUTHOR" in data.data()
    assert b"CANARYAUTHOR" not in of_file(tmp_path / "named.png").data


def test_large_pictures_become_of_a_sensible_size_photographs_as_jpeg_and_drawings_without_loss(
    tmp_path: Path,
) -> None:
    slide = of_file(saved(drawing(4800, 2700), tmp_path / "slide.png"))
    assert slide.media_type == "image/png"
    assert QImage.fromData(slide.data).size() == QSize(LONG_EDGE, 1350)
    photo = of_image(noise(900, 700))
    assert photo.media_type == "image/jpeg"
    assert len(photo.data) < 900 * 700 * 4 / 2
    assert size_words(1) == "1 KB"
    assert size_words(3 * 1024**2) == "3.0 MB"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("talk.mp3", b"ID3\x04audio", "no other files"),
        ("film.mp4", b"\0\0\0\x18ftypmp42", "no other files"),
        ("paper.pdf", b"%PDF-1.7", "no other files"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no other files"),
        ("broken.png", b"\x89PNG\r\n\x1a\nnothing", "damaged"),
        ("cut.jpg", b"\xff\xd8\xff\xe0", "damaged"),
    ],
)
def test_what_is_no_picture_is_told_once_and_nothing_is_lost(
    stage: RunStage,
    press: Press,
    refused: list[Refused],
    tmp_path: Path,
    name: str,
    data: bytes,
    why: str,
    notes: Notes,
) -> None:
    (tmp_path / name).write_bytes(data)
    press("Typed")
    drop(stage.capture.line.viewport(), files(tmp_path / name))
    (refusal,) = refused
    assert name in refusal.what
    assert why in refusal.why
    assert stage.capture.line.toPlainText() == "Typed"
    assert not stage.capture.pictured.holds


def test_a_picture_that_would_take_too_much_memory_is_never_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QImageReader, "read", lambda *_: pytest.fail("it was unpacked"))
    path = bomb(tmp_path / "bomb.png", 20_000)
    assert path.stat().st_size < 500
    with pytest.raises(Refused, match="megapixels"):
        of_file(path)


def test_of_several_files_the_pictures_are_taken_and_the_first_other_one_is_told(
    stage: RunStage, press: Press, refused: list[Refused], tmp_path: Path
) -> None:
    (tmp_path / "talk.mp3").write_bytes(b"ID3")
    one = saved(drawing(), tmp_path / "one.png")
    drop(stage.capture.line.viewport(), files(one, tmp_path / "talk.mp3"))
    assert len(stage.capture.pictured.pictures.held()) == 1
    assert len(refused) == 1


def test_libraries_and_tables_are_left_to_the_window(stage: RunStage, tmp_path: Path) -> None:
    assert not stage.capture.line.canInsertFromMimeData(files(tmp_path / "speakers.csv"))
    assert stage.capture.line.canInsertFromMimeData(files(tmp_path / "slide.png"))


def test_the_same_picture_twice_is_kept_once(
    stage: RunStage, press: Press, context: Context, notes: Notes
) -> None:
    for text in ("one", "two"):
        press(text)
        paste(press, screen(drawing()))
        press(Qt.Key.Key_Return)
    rows = [kept(context, note.id)[0] for note in notes()]
    assert rows[0].sha256 == rows[1].sha256
    with context.library.read() as session:
        assert size_of_all(session) == rows[0].size


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_never_ends_is_not_read_and_a_name_hides_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(Refused, match="no file"):
        of_file(tmp_path / "pipe.png")
    picture = of_file(saved(drawing(), tmp_path / "slide\u202egnp\x07.png"))
    assert picture.name == "slidegnp.png"
