"""Icons: every one that is asked for ships, and takes the colour of its tone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer

import facilitator
from facilitator import assets
from facilitator.kit.icons import Tone, icon, set_tones

SHIPPED = sorted(path.stem for path in assets.path("icons").glob("*.svg"))
SOURCES = sorted(Path(facilitator.__file__).parent.rglob("*.py"))


def drawn(
    made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
) -> set[str]:
    """The colours of the opaque points."""
    image = made.pixmap(QSize(48, 48), mode, state).toImage()
    points = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("name", SHIPPED)
def test_each_icon_draws_something(qapp: object, name: str) -> None:
    assert QSvgRenderer(str(assets.path("icons", f"{name}.svg"))).isValid()
    assert drawn(icon(name))


def test_every_icon_that_is_asked_for_ships() -> None:
    asked = {
        name
        for source in SOURCES
        for name in re.findall(
            r"""\bicon(?:_name)?(?:=|\()["'](\w+)["']""", source.read_text(encoding="utf-8")
        )
    }
    assert len(asked) > 10
    assert asked <= set(SHIPPED)


def test_an_icon_takes_the_colour_of_its_tone_and_a_new_one_at_once(qapp: object) -> None:
    set_tones({Tone.TEXT: "#112233", Tone.ACCENT: "#445566", Tone.DISABLED: "#778899"})
    home = icon("home")
    assert QColor("#112233").name() in drawn(home)
    assert QColor("#778899").name() in drawn(home, QIcon.Mode.Disabled)
    assert QColor("#445566").name() in drawn(home, QIcon.Mode.Normal, QIcon.State.On)
    set_tones({Tone.TEXT: "#abcdef"})
    assert QColor("#abcdef").name() in drawn(home)
