"""Contrast: texts 4.5:1, parts of controls 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), in every set of colours."""

from __future__ import annotations

import re

import pytest

from facilitator import assets
from facilitator.kit.contrast import contrast, readable
from facilitator.shell.colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours

ALL = {"light": LIGHT, "dark": DARK, "light contrast": LIGHT_CONTRAST, "dark contrast": DARK_CONTRAST}
GROUNDS = ("window", "rail", "base", "hover", "tint")
TEXTS = [
    *((text, ground) for text in ("text", "quiet") for ground in GROUNDS),
    *(("accent", ground) for ground in ("window", "base", "hover")),
    ("fill_text", "fill"),
    ("fill_text", "fill_hover"),
    *(("danger", ground) for ground in ("window", "base", "danger_tint")),
    *(("text", ground) for ground in ("danger_tint", "warning_tint")),
    *(("warning", ground) for ground in ("window", "base", "warning_tint")),
    ("good", "base"),
    ("good", "window"),
]
PARTS = [
    *((part, ground) for part in ("outline", "accent") for ground in ("window", "base", "rail")),
    ("accent", "tint"),
    ("fill", "window"),
    ("fill", "base"),
    *(("disabled", ground) for ground in ("window", "base")),
]


@pytest.mark.parametrize("colours", ALL.values(), ids=ALL.keys())
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_texts_stand_out_from_what_they_stand_on(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", ALL.values(), ids=ALL.keys())
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_parts_of_controls_can_be_told_from_their_ground(colours: Colours, part: str, ground: str) -> None:
    assert contrast(getattr(colours, part), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("colours", [LIGHT_CONTRAST, DARK_CONTRAST])
def test_more_contrast_means_seven_to_one_for_texts(colours: Colours) -> None:
    assert all(contrast(getattr(colours, text), getattr(colours, ground)) >= 7 for text, ground in TEXTS)


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", ["#FFFFFF", "#13191D", "#808080", "#000000"])
@pytest.mark.parametrize("colour", ["#FFFFFF", "#0F6A8B", "#F2C464", "#000000"])
def test_a_colour_is_made_readable_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground, 4.5), ground) >= 4.5


def test_a_colour_that_has_enough_contrast_stays() -> None:
    assert readable("#0F6A8B", "#FFFFFF", 4.5) == "#0F6A8B"


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    sheet = assets.read_text("styles", "facilitator.qss")
    blocks = re.findall(r"\{[^{}]*\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    assert len(blocks) > 50
    assert not [block for block in blocks if "#" in block or "rgb" in block]
    assert not re.search(r"font-size:\s*\d", sheet)
