"""Materials of a session, and what the papers of its series carry, in their widgets."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import Refused
from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.editor import SessionEditor
from facilitator.features.sessions.rows import SeriesDetails, SessionDetails
from facilitator.features.sessions.series.dialog import SeriesDialog
from facilitator.features.sessions.series.pictures import read_picture
from facilitator.kit.colour import contrast_in_words, parse_colour
from facilitator.kit.context import Context
from facilitator.reading.branding import read_logos
from facilitator.storage.store import Store
from tests.features.conftest import SESSION


def details(store: Store) -> SessionDetails:
    with store.read() as session:
        found = queries.session_details(session, SESSION)
    assert found is not None
    return found


def series(store: Store) -> SeriesDetails:
    with store.read() as session:
        found = queries.series_details(session, details(store).series_id or "")
    assert found is not None
    return found


def materials(store: Store) -> list[tuple[str, str, bool]]:
    return [(one.title, one.link, one.for_participants) for one in details(store).materials]


def shown(widget: QWidget, kind: type[QWidget], name: str) -> QWidget:
    return next(one for one in widget.findChildren(kind) if one.accessibleName() == name and one.isVisible())


def picture(path: Path, width: int = 60, height: int = 20) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


@pytest.fixture
def editor(context: Context, qtbot: QtBot) -> SessionEditor:
    made = SessionEditor(context, SESSION)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def dialog(context: Context, store: Store, qtbot: QtBot) -> SeriesDialog:
    store.run(commands.PutInNewSeries(SESSION, "Experiences"))
    made = SeriesDialog(context, series(store).id)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_materials_are_added_by_title_or_link_edited_and_shared(
    editor: SessionEditor, store: Store, qtbot: QtBot
) -> None:
    new = editor.materials.new_line
    new.setFocus()
    for text in ("Slides", "https://example.org/paper.pdf"):
        qtbot.keyClicks(new, text)
        qtbot.keyClick(new, Qt.Key.Key_Return)
        assert new.hasFocus()
    assert materials(store) == [("Slides", "", False), ("", "https://example.org/paper.pdf", False)]
    title = shown(editor, QLineEdit, "Title of material 2")
    title.setFocus()
    qtbot.keyClicks(title, "Paper")
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    qtbot.keyClick(shown(editor, QCheckBox, "For participants: material 2"), Qt.Key.Key_Space)
    assert materials(store)[1] == ("Paper", "https://example.org/paper.pdf", True)
    for _ in range(2):
        store.undo()
    assert materials(store)[1] == ("", "https://example.org/paper.pdf", False)


def test_a_material_is_moved_by_keys_and_keeps_the_focus(
    editor: SessionEditor, context: Context, store: Store, qtbot: QtBot
) -> None:
    for title in ("One", "Two"):
        context.library.run(commands.AddMaterial(SESSION, title))
    shown(editor, QLineEdit, "Link of material 2").setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [title for title, *_ in materials(store)] == ["Two", "One"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Link of material 1"
    qtbot.keyClick(focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [title for title, *_ in materials(store)] == ["One", "Two"]


def test_a_material_is_deleted_at_once_or_by_emptying_it_and_undo_brings_it_back(
    editor: SessionEditor, context: Context, store: Store, qtbot: QtBot
) -> None:
    context.library.run(commands.AddMaterial(SESSION, "One", "https://example.org"))
    before = details(store).materials
    with qtbot.waitSignal(context.notices.told) as told:
        qtbot.mouseClick(shown(editor, QToolButton, "Delete material 1"), Qt.MouseButton.LeftButton)
    assert told.args == ["Deleted a material", True]
    context.library.undo()
    assert details(store).materials == before
    for name, left in (("Title of material 1", 1), ("Link of material 1", 0)):
        field = shown(editor, QLineEdit, name)
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert len(materials(store)) == left


def test_long_texts_and_interpretation_are_part_of_the_details(
    editor: SessionEditor, store: Store, qtbot: QtBot
) -> None:
    for name in ("objectives", "concept"):
        field = editor.form.field(name)
        field.setFocus()
        qtbot.keyClicks(field, "To learn")
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    into = editor.form.field("interpretation")
    into.setFocus()
    entry = into.entry  # type: ignore[union-attr]
    qtbot.keyClicks(entry.lineEdit(), "Span")
    qtbot.keyClick(QApplication.activePopupWidget() or entry, Qt.Key.Key_Return)
    found = details(store)
    assert (found.objectives, found.concept, found.interpretation) == ("To learn", "To learn", ("es",))
    for _ in range(3):
        store.undo()
    found = details(store)
    assert (found.objectives, found.concept, found.interpretation) == ("", "", ())


def test_a_session_without_a_series_has_none_to_edit(editor: SessionEditor, context: Context) -> None:
    assert not editor.series_button.isEnabled()
    context.library.run(commands.PutInNewSeries(SESSION, "Experiences"))
    assert editor.series_button.isEnabled()


def test_tab_goes_from_the_series_to_its_button_and_enter_presses_it(
    editor: SessionEditor, context: Context, qtbot: QtBot
) -> None:
    context.library.run(commands.PutInNewSeries(SESSION, "Experiences"))
    editor.form.field("series").setFocus()
    qtbot.keyClick(editor.form.field("series"), Qt.Key.Key_Tab)
    assert editor.series_button.hasFocus()
    pressed: list[bool] = []
    editor.series_button.clicked.disconnect()
    editor.series_button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(editor.series_button, Qt.Key.Key_Return)
    assert pressed


def test_what_is_typed_of_a_series_is_saved_and_undone(
    dialog: SeriesDialog, store: Store, qtbot: QtBot
) -> None:
    before = series(store)
    for name in ("hashtag", "hosts", "contact", "about"):
        field = dialog.form.field(name)
        field.setFocus()
        qtbot.keyClicks(field, name)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    found = series(store)
    assert (found.hashtag, found.hosts, found.contact, found.about) == (
        "hashtag",
        "hosts",
        "contact",
        "about",
    )
    for _ in range(4):
        store.undo()
    assert series(store) == before


def test_a_colour_is_typed_and_its_contrast_told_in_words(
    dialog: SeriesDialog, store: Store, qtbot: QtBot
) -> None:
    assert "None is set" in dialog.contrast.text()
    accent = dialog.form.field("accent")
    accent.setFocus()
    qtbot.keyClicks(accent, "fd0")
    qtbot.keyClick(accent, Qt.Key.Key_Tab)
    assert series(store).accent == "#FFDD00"
    assert "hard to read" in dialog.contrast.text()
    accent.setFocus()
    accent.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(accent, "teal")
    qtbot.keyClick(accent, Qt.Key.Key_Tab)
    assert series(store).accent == "#FFDD00"
    assert "“teal” can't be read as a colour" in dialog.form.refusal_text()


def test_a_colour_is_chosen_by_its_button(dialog: SeriesDialog, store: Store) -> None:
    dialog.colour.chosen.emit("#0F6A8B")
    assert series(store).accent == "#0F6A8B"
    assert "reads well: contrast 6.1 to 1" in dialog.contrast.text()
    assert dialog.colour.icon().pixmap(8, 8).toImage().pixelColor(4, 4).name().upper() == "#0F6A8B"


@pytest.mark.parametrize("text", ["#12345", "#GGGGGG", "red", "#1234567", "rgb(1,2,3)"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse_colour(text)


def test_the_words_for_a_contrast_differ() -> None:
    told = {contrast_in_words(colour).split(":")[0][-12:] for colour in ("#000000", "#808080", "#FFFFFF")}
    assert len(told) == 3


def test_logos_are_added_described_moved_removed_and_undone(
    dialog: SeriesDialog, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.logos.add_files([picture(tmp_path / "a.png"), picture(tmp_path / "b.jpg")])
    assert [one.name for one in series(store).logos] == ["a.png", "b.jpg"]
    field = shown(dialog, QLineEdit, "What logo 2 shows")
    field.setFocus()
    qtbot.keyClicks(field, "The hosts")
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [(one.name, one.description) for one in series(store).logos] == [
        ("b.jpg", "The hosts"),
        ("a.png", ""),
    ]
    with store.read() as session:
        printed, lost = read_logos(session, series(store).id)
    assert (len(printed), lost) == (2, 0)
    before = series(store)
    qtbot.mouseClick(shown(dialog, QToolButton, "Remove logo 1"), Qt.MouseButton.LeftButton)
    assert [one.name for one in series(store).logos] == ["a.png"]
    assert dialog.logos.told.text() == "Removed “b.jpg”"
    qtbot.keyClick(dialog.logos.undo_button, Qt.Key.Key_Space)
    assert series(store) == before


def test_a_picture_that_is_dropped_becomes_a_logo(dialog: SeriesDialog, store: Store, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / "a.png")))])
    drop = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.logos.dropEvent(drop)
    assert [one.name for one in series(store).logos] == ["a.png"]


def huge_png(path: Path) -> Path:
    """A picture of 10,000 by 10,000 pixels as its header tells, in few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(1000)))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b""))
    return path


def test_what_is_no_picture_or_too_large_is_refused_with_one_message(
    dialog: SeriesDialog, store: Store, tmp_path: Path
) -> None:
    text, large, broken = tmp_path / "a.png", tmp_path / "b.png", tmp_path / "c.jpg"
    text.write_text("<svg/>")
    large.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5 * 1024 * 1024))
    broken.write_bytes(b"\xff\xd8\xff" + bytes(100))
    for path, why in (
        (text, "no PNG or JPEG"),
        (large, "larger than 5 MB"),
        (huge_png(tmp_path / "d.png"), "more than 50 megapixels"),
        (broken, "damaged"),
        (tmp_path / "none.png", "can't be read"),
    ):
        dialog.logos.add_files([path])
        assert why in dialog.logos.refusal.text()
        assert path.name in dialog.logos.refusal.text()
        with pytest.raises(Refused):
            read_picture(path)
    assert series(store).logos == ()
    dialog.logos.add_files([picture(tmp_path / "e.png")])
    assert not dialog.logos.refusal.isVisible()


def test_the_papers_of_the_series_open_once_its_dialog_has_gone(
    editor: SessionEditor, context: Context, qtbot: QtBot
) -> None:
    assert context.library.run(commands.PutInNewSeries(SESSION, "Talks"))
    seen: list[bool] = []

    def press() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, SeriesDialog)
        context.navigator.papers_requested.connect(lambda *_: seen.append(found.isVisible()))
        found.bind.setFocus()
        qtbot.keyClick(found.bind, Qt.Key.Key_Space)
        if found.isVisible():
            found.reject()

    QTimer.singleShot(0, press)
    with qtbot.waitSignal(context.navigator.papers_requested) as asked:
        editor.edit_series()
    assert asked.args == [SESSION, "series"]
    assert seen == [False]
