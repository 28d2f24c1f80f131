"""The colours of the program, light and dark, and in both with more contrast for those who ask the system for it.

Texts have at least 4.5:1 on what they stand on, parts of controls at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """One set, as ``#RRGGBB``. ``..._text`` stands on the colour of its name."""

    window: str
    """Behind everything."""
    rail: str
    base: str
    """Fields and lists."""
    text: str
    quiet: str
    """Secondary texts."""
    disabled: str
    line: str
    """Hairlines that only decorate."""
    outline: str
    """Borders of fields and buttons, handles of scroll bars."""
    hover: str
    accent: str
    """Links, the checked page, the focus."""
    fill: str
    """Primary buttons and selected rows."""
    fill_text: str
    fill_hover: str
    tint: str
    """Selected rows of a list without the focus, the checked page's ground."""
    danger: str
    danger_tint: str
    warning: str
    warning_tint: str
    good: str


LIGHT = Colours(
    window="#F5F7F8",
    rail="#E9EEF0",
    base="#FFFFFF",
    text="#16232A",
    quiet="#52626B",
    disabled="#6B7A82",
    line="#D9E0E3",
    outline="#7C8B94",
    hover="#E4EBEE",
    accent="#0F6A8B",
    fill="#0F6A8B",
    fill_text="#FFFFFF",
    fill_hover="#0B5570",
    tint="#D8EAF1",
    danger="#B3261E",
    danger_tint="#FBE9E7",
    warning="#7A4F00",
    warning_tint="#FDF1D8",
    good="#1B6E3C",
)
DARK = Colours(
    window="#13191D",
    rail="#0F1417",
    base="#1A2126",
    text="#E5EBEE",
    quiet="#A3B2BA",
    disabled="#84939B",
    line="#2B353B",
    outline="#71828B",
    hover="#242D33",
    accent="#5CB8D6",
    fill="#227496",
    fill_text="#FFFFFF",
    fill_hover="#267CA0",
    tint="#1C3A47",
    danger="#FF9C92",
    danger_tint="#3B1F1D",
    warning="#F2C464",
    warning_tint="#382C14",
    good="#7DD69D",
)
LIGHT_CONTRAST = Colours(
    window="#FFFFFF",
    rail="#FFFFFF",
    base="#FFFFFF",
    text="#000000",
    quiet="#1F2A30",
    disabled="#4A555B",
    line="#000000",
    outline="#000000",
    hover="#E4EBEE",
    accent="#00415A",
    fill="#00415A",
    fill_text="#FFFFFF",
    fill_hover="#002B3C",
    tint="#CFE6EF",
    danger="#8C0009",
    danger_tint="#FFFFFF",
    warning="#4A3000",
    warning_tint="#FFFFFF",
    good="#004A1C",
)
DARK_CONTRAST = Colours(
    window="#000000",
    rail="#000000",
    base="#000000",
    text="#FFFFFF",
    quiet="#E3EAED",
    disabled="#B4C0C6",
    line="#FFFFFF",
    outline="#FFFFFF",
    hover="#1E262B",
    accent="#8FDCF5",
    fill="#8FDCF5",
    fill_text="#000000",
    fill_hover="#B8EAFA",
    tint="#0E3542",
    danger="#FFB4AB",
    danger_tint="#000000",
    warning="#FFDB8A",
    warning_tint="#000000",
    good="#9CF0B8",
)
