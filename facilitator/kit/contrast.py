"""Contrast of colours as WCAG 2.2 measures it, and colours that are made to have enough."""

from __future__ import annotations


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB`` as WCAG 2.2 defines it, from 0 (black) to 1 (white)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, ``share`` of it the other one, from 0 to 1."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round((a + (b - a) * share) * 255):02X}" for a, b in parts)


def readable(colour: str, ground: str, ratio: float) -> str:
    """The colour, made darker or lighter until it has a ratio on a ground, and no more than that."""
    towards = "#000000" if luminance(ground) > 0.18 else "#FFFFFF"
    shares = (share / 20 for share in range(21))
    return next(
        (made for share in shares if contrast(made := mixed(colour, towards, share), ground) >= ratio),
        towards,
    )


def _parts(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
