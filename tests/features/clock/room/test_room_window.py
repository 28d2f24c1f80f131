"""The room's window: what it paints and how large, its keys, and that it leaves the focus where it is."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from facilitator.domain.running import EventKind, Phase
from facilitator.features.clock.room import canvas as canvas_module
from facilitator.features.clock.room.canvas import Canvas
from facilitator.features.clock.room.colours import COLOURS, Look
from facilitator.features.clock.room.fitting import CAP_MM, fitted, font_that_fits, millimetre
from facilitator.features.clock.room.showing import Shown, View
from facilitator.features.clock.room.windows import RoomWindows, room_windows
from facilitator.features.clock.room.words import phase_words
from facilitator.kit.context import Context
from facilitator.kit.contrast import contrast
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import LearningSessionRecord
from tests.features.clock.room.conftest import MINUTE, SESSION, HeldSession

PHASES: tuple[Phase | None, ...] = (*Phase, None)
LONG = "An extraordinarily long title of an item that nobody would call short " * 7
NAMES = (
    "Ada Example",
    LONG,
    "x" * 500,
    "محمد بودرا رئيس بلدية الحسيمة " * 8,
    "城市联合与地方政府" * 30,
    "👩‍👩‍👧" * 80,
)


def example(phase: Phase | None = Phase.FIVE, view: View = View.ROOM, name: str = "Ada Example") -> Shown:
    words = phase_words(phase) if phase else "The session has ended"
    return Shown(
        view, phase, words, "4:12", "City round", name, name, f"Next: {name}", "The session ends at 17:00"
    )


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def home(host: QWidget, qtbot: QtBot) -> QLineEdit:
    """The line that notes are typed into, in the active window."""
    line = QLineEdit(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    line.setFocus()
    return line


@pytest.fixture
def painted(host: QWidget) -> Canvas:
    """A canvas of a small window."""
    made = Canvas(host)
    made.resize(1024, 600)
    return made


def test_it_opens_without_taking_the_focus_or_a_key(
    windows: RoomWindows, home: QLineEdit, qtbot: QtBot
) -> None:
    window = windows.open_on_best_screen(home)
    assert window is not None
    qtbot.waitExposed(window)
    assert window.isVisible()
    assert window.testAttribute(
        Qt.WidgetAttribute.WA_ShowWithoutActivating
    )  # not every platform gives the focus
    assert home.hasFocus()
    assert home.window().isActiveWindow()
    QTest.keyClicks(home, "water")
    assert home.text() == "water"


def test_what_is_typed_into_it_goes_to_where_the_work_is(
    windows: RoomWindows, home: QLineEdit, qtbot: QtBot
) -> None:
    window = windows.open_on_best_screen(home)
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClicks(window.canvas, "w")
    qtbot.waitUntil(lambda: home.text() == "w")
    qtbot.waitUntil(home.window().isActiveWindow)


def test_keys_that_steer_the_clock_work_in_it_too_while_their_stage_is_there(
    windows: RoomWindows, home: QLineEdit, qtbot: QtBot
) -> None:
    pressed: list[str] = []
    action = QAction("Next", home)
    action.setShortcut(QKeySequence("F8"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: pressed.append("F8"))
    home.addAction(action)
    windows.steer_with([action])
    window = windows.open_on_best_screen(home)
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.canvas.hasFocus)
    QTest.keyClick(window.canvas, Qt.Key.Key_F8)
    assert pressed == ["F8"]
    window.close()
    delete(action)
    assert windows.open_on_best_screen(home) is not None


def test_f11_fills_the_screen_and_escape_leaves_it_and_then_closes(
    windows: RoomWindows, home: QLineEdit, qtbot: QtBot
) -> None:
    window = windows.open_on_best_screen(home)
    assert window is not None
    assert not window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not windows.is_open


def test_the_pointer_hides_over_it(painted: Canvas) -> None:
    assert painted.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_time_goes_on_with_the_clock_and_is_right_after_a_sleep(
    windows: RoomWindows, held: HeldSession, home: QLineEdit
) -> None:
    held.happens(EventKind.BEGAN, "round")
    window = windows.open_on_best_screen(home)
    assert window is not None
    held.time.go(1_000)
    assert window.canvas.shown is not None
    assert window.canvas.shown.time == "19:59"
    held.time.go(17 * MINUTE)
    assert (window.canvas.shown.time, window.canvas.shown.phase) == ("2:59", Phase.FIVE)


def test_it_shows_at_once_what_happens_to_the_clock(
    windows: RoomWindows, held: HeldSession, home: QLineEdit
) -> None:
    window = windows.open_on_best_screen(home)
    assert window is not None
    assert window.canvas.shown is not None
    assert window.canvas.shown.who == "Migration"
    held.happens(EventKind.BEGAN, "opening")
    assert window.canvas.shown.who == "Ada Example"


def test_who_is_given_the_floor_unplanned_is_named_while_it_is_open(
    windows: RoomWindows, held: HeldSession, home: QLineEdit
) -> None:
    held.happens(EventKind.BEGAN, "round")
    window = windows.open_on_best_screen(home)
    assert window is not None
    held.happens(EventKind.FLOOR, person_id="fay")
    assert window.canvas.shown is not None
    assert window.canvas.shown.who == "Fay Example"


def test_another_phase_is_announced_once_and_seconds_are_not(
    windows: RoomWindows, held: HeldSession, home: QLineEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(canvas_module, "announce", lambda _widget, text: told.append(text))
    held.happens(EventKind.BEGAN, "opening")
    windows.open_on_best_screen(home)
    for _ in range(10):
        held.time.go(MINUTE // 2)
    assert told == ["Last 5 minutes"]
    windows.say("Louder, please")
    held.time.go(1_000)
    assert told[1:] == ["Louder, please"]


def test_it_is_told_in_words_what_is_painted(
    windows: RoomWindows, held: HeldSession, home: QLineEdit
) -> None:
    held.happens(EventKind.BEGAN, "opening")
    window = windows.open_on_best_screen(home)
    assert window is not None
    assert window.canvas.accessibleName().startswith("Time left. Opening: 10 min. Ada Example. Next: Bo")
    assert window.windowTitle() == "Room: Migration"


def test_nothing_is_painted_again_while_nothing_changes(painted: Canvas, qtbot: QtBot) -> None:
    painted.window().show()
    qtbot.waitExposed(painted.window())
    painted.show_now(example())
    QTest.qWait(50)
    times: list[object] = []
    painted.paintEvent = times.append  # type: ignore[assignment]
    painted.show_now(example())
    QTest.qWait(50)
    assert not times


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize(("width", "height"), [(1024, 600), (1366, 768), (1920, 1080), (3840, 2160)])
def test_time_speaker_and_phase_can_be_read_from_three_metres(
    painted: Canvas, view: View, width: int, height: int
) -> None:
    """Capitals of 15 mm, as the metrics of the fonts and the density of the screen have it."""
    needed = CAP_MM * millimetre(painted.screen())
    painted.resize(width, height)
    for name in ("Ada Example", LONG):
        painted.show_now(example(view=view, name=name))
        rows = painted.rows()
        who = next(row for row in rows.texts if row.name == "who")
        assert QFontMetricsF(rows.words_font).capHeight() >= needed
        assert QFontMetricsF(who.font).capHeight() >= needed
        time = rows.head.adjusted(rows.head.width() * 0.36 + rows.gap, rows.words.height(), 0, 0)
        digits = font_that_fits(painted.font(), "44:12", time.width(), time.height())
        assert QFontMetricsF(digits).capHeight() >= 1.5 * needed


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 600), (640, 480), (320, 200), (600, 1000)])
def test_texts_never_leave_the_window(painted: Canvas, name: str, size: tuple[int, int]) -> None:
    painted.resize(*size)
    for view in View:
        for message in ("", name):
            shown = example(view=view, name=name)
            painted.show_now(replace(shown, message=message))
            rows = painted.rows()
            assert rows.head.height() > 0
            below = rows.head.bottom()
            for row in rows.texts:
                assert row.rect.top() >= below - 0.01
                below = row.rect.bottom()
                widest = max(QFontMetricsF(row.font).horizontalAdvance(line) for line in row.fitted.lines)
                assert widest <= row.rect.width() + 1
            assert below <= painted.height()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 600), (640, 480)])
def test_a_message_becomes_smaller_before_any_of_it_is_left_out(
    painted: Canvas, size: tuple[int, int]
) -> None:
    painted.resize(*size)
    for message in ("Louder, please", "Two questions from Quito, then please come to an end", "ab cd " * 16):
        painted.show_now(replace(example(), message=message))
        row = next(row for row in painted.rows().texts if row.name == "message")
        assert row.fitted.whole
        assert row.rect.bottom() <= painted.height()


@given(text=st.text(max_size=120), width=st.integers(20, 900), most=st.integers(1, 3))
@hypothesis_settings(max_examples=150)
def test_any_text_is_broken_into_lines_that_hold_all_of_it_or_end_in_dots(
    qapp: object, text: str, width: int, most: int
) -> None:
    font = QFont()
    font.setPixelSize(24)
    found = fitted(text, font, width, most)
    assert 0 <= len(found.lines) <= most
    if found.whole:
        assert "".join("".join(found.lines).split()) == "".join(text.split())


def grey(canvas: Canvas, shown: Shown) -> int:
    """Light and dark points of the picture, however light its colours themselves are, as the bits of a number."""
    canvas.show_now(shown)
    picture = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return int.from_bytes(bytes(picture.constBits()).translate(bytes(value > 110 for value in range(256))))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("look", Look)
def test_phases_can_be_told_apart_without_colours_and_without_their_words(
    painted: Canvas, view: View, look: Look
) -> None:
    painted.resize(512, 300)
    painted.set_look(look)
    pictures = {phase: grey(painted, Shown(view, phase, "Same words", "4:12", who="Ada")) for phase in PHASES}
    for (one, left), (other, right) in combinations(pictures.items(), 2):
        assert (left ^ right).bit_count() > 150, (one, other)


def test_the_words_of_all_phases_differ() -> None:
    assert len({phase_words(phase) for phase in Phase}) == len(Phase)


@pytest.mark.parametrize("look", Look)
def test_what_is_written_has_enough_contrast(look: Look) -> None:
    colours, least = COLOURS[look], 7 if look is Look.CONTRAST else 4.5
    for colour in (colours.text, colours.quiet, *colours.phases.values()):
        assert contrast(colour, colours.ground) >= least


def test_it_is_dark_until_somebody_chooses_otherwise(windows: RoomWindows, home: QLineEdit) -> None:
    window = windows.open_on_best_screen(home)
    assert window is not None
    corner = window.canvas.grab().toImage().pixelColor(2, 2).lightness()
    windows.dress(Look.LIGHT)
    assert window.canvas.grab().toImage().pixelColor(2, 2).lightness() > 200 > 60 > corner


def test_it_closes_with_the_library_and_with_the_session(
    windows: RoomWindows, context: Context, home: QLineEdit
) -> None:
    windows.open_on_best_screen(home)
    context.library.run(DeleteRows(LearningSessionRecord, [SESSION], "Delete session"))
    assert not windows.is_open
    context.library.undo()
    window = windows.open_on_best_screen(home)
    assert window is not None
    context.library.close()
    assert not windows.is_open


def test_whoever_asks_gets_the_same_windows(windows: RoomWindows, context: Context) -> None:
    assert room_windows(context, SESSION) is windows
    assert room_windows(context, "another") is not windows


def test_groups_have_windows_of_their_own(windows: RoomWindows, held: HeldSession, home: QLineEdit) -> None:
    plenary, group = windows.open_on_best_screen(home), windows.open_on_best_screen(home, "blue")
    assert plenary is not None
    assert group is not None
    held.happens(EventKind.BEGAN, "groups")
    held.happens(EventKind.BEGAN, "talk", track="blue")
    assert plenary.canvas.shown is not None
    assert group.canvas.shown is not None
    assert (plenary.canvas.shown.who, group.canvas.shown.who) == ("Groups", "Eva Example")
    group.close()
    assert windows.window_of() is plenary
    windows.toggle(home)
    assert not windows.is_open
