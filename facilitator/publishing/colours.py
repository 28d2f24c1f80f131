"""Colours of a paper: made from its one accent so that text on and in it stays legible."""

from __future__ import annotations

import re

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1 each."""

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)
LEGIBLE = 4.5  # WCAG 2.2, success criterion 1.4.3
_DEFAULT_ACCENT: Colour = (0x0F / 255, 0x6A / 255, 0x8B / 255)


def parsed(code: str) -> Colour:
    """The colour of ``#RRGGBB``; the usual accent for anything else."""
    if not re.fullmatch("#[0-9A-Fa-f]{6}", code):
        return _DEFAULT_ACCENT
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """The colour with so large a share (0 to 1) of the other in it."""
    red, green, blue = (one + (two - one) * share for one, two in zip(colour, other, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1, as WCAG defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, two: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG defines it."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(ground: Colour) -> Colour:
    """White where it is legible on the ground, else black, which then is."""
    return WHITE if contrast(WHITE, ground) >= LEGIBLE else BLACK


def legible_on_white(colour: Colour) -> Colour:
    """The colour, darkened as far as small text in it needs on white paper."""
    share = 0.0
    while contrast(mixed(colour, BLACK, share), WHITE) < LEGIBLE:
        share += 0.04
    return mixed(colour, BLACK, share)
